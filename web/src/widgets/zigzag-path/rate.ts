// The slider of the learning rate, with the limit rates marked below its track.

import { css, html, nothing, svg, type TemplateResult } from 'lit';
import { type SliderOptions, slider } from '../controls.ts';

export interface Mark {
  value: number;
  label: string;
}

interface MarkedOptions extends SliderOptions {
  marks: readonly Mark[];
}

/** Each mark has a line of its own; those outside of the track are left out. */
export function markedSlider({ marks, ...options }: MarkedOptions): TemplateResult {
  const { min, max, logarithmic } = options;
  const place = (v: number) => (logarithmic ? Math.log10(v) : v);
  const shareOf = (v: number) => (place(v) - place(min)) / (place(max) - place(min));
  const shown = marks.map((mark) => ({ ...mark, share: shareOf(mark.value) }));
  const inside = shown.filter(({ share }) => share >= 0 && share <= 1);
  return html`<div class="marked">
    ${slider(options)}
    ${
      inside.length > 0
        ? html`<svg class="marks" height=${6 + 14 * inside.length} aria-hidden="true">
            ${inside.map(({ share, label }, i) => {
              const x = `${100 * share}%`;
              const anchor = share > 0.7 ? 'end' : share < 0.3 ? 'start' : 'middle';
              const y = 16 + 14 * i;
              return svg`<line x1=${x} x2=${x} y1="0" y2=${y - 11} />
                <text x=${x} y=${y} text-anchor=${anchor}>${label}</text>`;
            })}
          </svg>`
        : nothing
    }
  </div>`;
}

export const markStyles = css`
  .marked {
    flex: 1 1 20rem;
    max-width: 34rem;
    min-width: 0;
  }
  .marked .slider {
    max-width: none;
  }
  /* As wide as the way of the slider's thumb: the number field and half a thumb are left out. */
  .marks {
    display: block;
    overflow: visible;
    width: calc(100% - 5.5rem - 0.625rem - 1rem);
    margin-inline-start: 0.5rem;
    font-size: 11px;
  }
  .marks line {
    stroke: var(--_muted);
  }
  .marks text {
    fill: var(--_muted);
  }
`;
