// The surface to draw on, and the image of 8×8 pixels that comes of it, which can be edited too.

import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import { DARKEST, isBlank, type Levels, PIXELS, SIDE } from './image.ts';
import type { Point, Stroke } from './normalize.ts';

export interface Surfaces {
  messages: Messages;
  levels: Levels;
  /** Empty where the image does not come from a drawing. */
  strokes: readonly Stroke[];
  editable: boolean;
  /** Pixel that the keyboard is at. */
  cursor: number;
  draw: (event: PointerEvent) => void;
  paint: (event: PointerEvent) => void;
  press: (event: KeyboardEvent) => void;
}

/** A stroke in the unit square as a path; a dot has length 0, and round ends. */
function path([first, ...rest]: Stroke): string {
  const text = ({ x, y }: Point) => `${x.toFixed(4)} ${y.toFixed(4)}`;
  return `M${text(first!)}L${(rest.length > 0 ? rest : [first!]).map(text).join('L')}`;
}

const pixelsOf = (levels: Levels) =>
  Array.from(levels, (level, i) =>
    level === 0
      ? nothing
      : svg`<rect
          class="ink"
          x=${i % SIDE}
          y=${Math.floor(i / SIDE)}
          width="1.01"
          height="1.01"
          fill-opacity=${level / DARKEST}
        />`,
  );

export function renderPad(surfaces: Surfaces): TemplateResult {
  const { messages, levels, strokes, editable, draw } = surfaces;
  const words = messages.digitPad.pad;
  const empty = isBlank(levels) && strokes.length === 0;
  return html`<figure class="surface">
    <figcaption>${editable ? words.draw : words.shown}</figcaption>
    <div class="paper">
      <svg
        class="pad ${editable ? 'editable' : ''}"
        viewBox="0 0 1 1"
        role="img"
        aria-label=${empty ? words.emptyLabel : words.label}
        @pointerdown=${draw}
        @pointermove=${draw}
        @pointerup=${draw}
        @pointercancel=${draw}
      >
        ${
          strokes.length > 0
            ? svg`<path class="stroke" d=${strokes.map(path).join('')} />`
            : svg`<g class="faint" transform="scale(${1 / SIDE})">${pixelsOf(levels)}</g>`
        }
      </svg>
      ${empty && editable ? html`<p class="hint" aria-hidden="true">${words.hint}</p>` : nothing}
    </div>
  </figure>`;
}

const cellId = (i: number) => `pixel-${i}`;

export function renderImage(surfaces: Surfaces): TemplateResult {
  const { messages, levels, editable, cursor, paint, press } = surfaces;
  const words = messages.digitPad.image;
  const lines = Array.from({ length: SIDE - 1 }, (_, i) => `M${i + 1} 0V8M0 ${i + 1}H8`).join('');
  return html`<figure class="surface">
    <figcaption>${words.title}</figcaption>
    <div
      class="paper grid"
      role="grid"
      tabindex="0"
      aria-label=${editable ? words.editLabel : words.label}
      aria-readonly=${String(!editable)}
      aria-activedescendant=${cellId(cursor)}
      @keydown=${press}
    >
      <svg
        class="pixels ${editable ? 'editable' : ''}"
        viewBox="0 0 8 8"
        aria-hidden="true"
        @pointerdown=${paint}
        @pointermove=${paint}
        @pointerup=${paint}
        @pointercancel=${paint}
      >
        ${pixelsOf(levels)}
        <path class="lines" d=${lines} />
        <rect
          class="cursor"
          x=${(cursor % SIDE) + 0.04}
          y=${Math.floor(cursor / SIDE) + 0.04}
          width="0.92"
          height="0.92"
        />
      </svg>
      ${Array.from(
        { length: SIDE },
        (_, row) => html`<div role="row" class="visually-hidden">
          ${Array.from({ length: SIDE }, (_, column) => {
            const i = row * SIDE + column;
            return html`<span role="gridcell" id=${cellId(i)}>
              ${words.cell(String(row + 1), String(column + 1), String(levels[i]))}
            </span>`;
          })}
        </div>`,
      )}
    </div>
  </figure>`;
}

/** Where an event is in a box, both from 0 to 1. */
export function placeOf(event: PointerEvent, box: DOMRect): Point {
  const share = (at: number, from: number, size: number) =>
    Math.min(1, Math.max(0, (at - from) / size));
  return {
    x: share(event.clientX, box.left, box.width),
    y: share(event.clientY, box.top, box.height),
  };
}

export function pixelAt({ x, y }: Point): number {
  const index = (at: number) => Math.min(SIDE - 1, Math.floor(at * SIDE));
  return index(y) * SIDE + index(x);
}

/** The pixel that an arrow key leads to, or undefined for another key. */
export function pixelBeside(i: number, key: string): number | undefined {
  const [row, column] = [Math.floor(i / SIDE), i % SIDE];
  const at = (r: number, c: number) => {
    const within = (n: number) => Math.min(SIDE - 1, Math.max(0, n));
    return within(r) * SIDE + within(c);
  };
  switch (key) {
    case 'ArrowUp':
      return at(row - 1, column);
    case 'ArrowDown':
      return at(row + 1, column);
    case 'ArrowLeft':
      return at(row, column - 1);
    case 'ArrowRight':
      return at(row, column + 1);
    case 'Home':
      return 0;
    case 'End':
      return PIXELS - 1;
    default:
      return undefined;
  }
}

export const padStyles = css`
  .surfaces {
    display: grid;
    grid-template-columns: 3fr 2fr;
    align-items: start;
    gap: 0.75rem;
  }
  .surface {
    margin: 0;
    min-width: 0;
  }
  .surface figcaption {
    min-height: 1.5rem;
    font-size: 0.8125rem;
    font-weight: 600;
  }
  .paper {
    position: relative;
    border: 1px solid var(--_control);
    border-radius: 6px;
    overflow: hidden;
    background: var(--_surface);
  }
  .paper svg {
    display: block;
    width: 100%;
    aspect-ratio: 1;
  }
  .paper .editable {
    cursor: crosshair;
    touch-action: none;
  }
  .stroke {
    fill: none;
    stroke: var(--_text);
    stroke-width: 0.075;
    stroke-linecap: round;
    stroke-linejoin: round;
  }
  .ink {
    fill: var(--_text);
  }
  .faint {
    opacity: 0.45;
  }
  .lines {
    fill: none;
    stroke: var(--_line);
    stroke-width: 1;
    vector-effect: non-scaling-stroke;
  }
  .cursor {
    display: none;
    fill: none;
    stroke: var(--_accent);
    stroke-width: 2.5;
    vector-effect: non-scaling-stroke;
  }
  .grid:focus-visible .cursor {
    display: block;
  }
  .hint {
    position: absolute;
    inset: 0;
    display: grid;
    place-content: center;
    margin: 0;
    padding: 1rem;
    text-align: center;
    color: var(--_muted);
    pointer-events: none;
  }
`;
