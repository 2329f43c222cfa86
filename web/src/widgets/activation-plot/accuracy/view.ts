// How far the values shown can be from the exact ones, folded away below them.

import { css, html, nothing, type TemplateResult } from 'lit';
import { curveClass } from '../../palette.ts';
import { swatch } from '../../swatch.ts';
import type { Plot } from '../parts.ts';
import { PartWords } from '../words.ts';
import { toleranceInWords } from './tolerance.ts';

const styles = css`
  .accuracy dl {
    display: grid;
    gap: 0.375rem 1.5rem;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    margin: 0.375rem 0 0.5rem;
  }
  .accuracy dt {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    font-weight: 600;
    color: var(--curve);
  }
  .accuracy dd {
    margin: 0;
  }
  .accuracy .which {
    display: inline-block;
    min-width: 1.25em;
    font-style: italic;
    font-family: KaTeX_Math, 'Times New Roman', serif;
  }
`;

export class AccuracyView {
  private readonly words: PartWords;

  constructor(private readonly plot: () => Plot) {
    this.words = new PartWords(plot);
    plot().root.adoptedStyleSheets.push(styles.styleSheet!);
  }

  render(): TemplateResult | typeof nothing {
    const words = this.words.now?.accuracy;
    if (!words) return nothing;
    return html`<dl>
        ${this.plot().infos.map(({ id, label, tolerance }) => {
          const f = toleranceInWords(tolerance.value, words);
          const derivative = toleranceInWords(tolerance.derivative, words);
          return html`<div class=${curveClass(id)} data-function=${id}>
            <dt>${swatch(id)}${label}</dt>
            <dd><span class="which">f</span> ${f}</dd>
            <dd><span class="which">f′</span> ${derivative}</dd>
          </div>`;
        })}
      </dl>
      <p class="note">${words.explanation}</p>`;
  }
}
