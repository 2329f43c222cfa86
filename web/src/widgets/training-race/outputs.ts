// What each racer's network makes of its inputs: decision boundaries, a fitted curve for each, or
// the test images it reads wrongly.

import { css, html, nothing, type TemplateResult } from 'lit';
import { guard } from 'lit/directives/guard.js';
import { ref } from 'lit/directives/ref.js';
import { repeat } from 'lit/directives/repeat.js';
import type { Dataset } from '../../engine/types.ts';
import type { Point, Series } from '../chart.ts';
import { formatNumber } from '../format.ts';
import { parseColor } from '../palette.ts';
import { swatch } from '../swatch.ts';
import type { Theme } from '../theme.ts';
import { around } from './axes.ts';
import { type BoundaryStyle, drawBoundary, type Extent } from './boundary.ts';
import { type ChartContext, type ChartSpec, line, percent, short } from './charts.ts';
import type { Lane } from './history.ts';
import { drawDigit, mistakes, pixels } from './mistakes.ts';

/** Images shown of each racer. */
export const SHOWN_MISTAKES = 18;
/** Points of a fitted curve. */
export const CURVE_POINTS = 161;

/** Colours of classes, none of them that of a popular activation. */
const CLASS_COLORS = {
  light: ['#3b7ddd', '#e8871e', '#2a9d6a', '#a855c7', '#b89b00', '#d6476b', '#2f9fb0', '#7d6b57'],
  dark: ['#5b95ff', '#f19a45', '#3fc488', '#cf7bf0', '#dfc23a', '#f0708f', '#5cc5d6', '#a8977f'],
} as const;

/** The latest predictions of one racer's first seed. */
export interface Outputs {
  /** For the inputs of the grid, [n, outputs]. */
  grid?: Float32Array;
  /** For the test rows, [n, outputs]. */
  test?: Float32Array;
}

export const broken = (lane: Lane) => lane.runs[0]?.status.state === 'diverged';

function heading(context: ChartContext, lane: Lane, note: unknown): TemplateResult {
  return html`<figcaption>
    ${swatch(lane.id)}<b>${context.label(lane.id)}</b><span class="output-note">${note}</span>
  </figcaption>`;
}

export function latestAccuracy(lane: Lane): string {
  const sample = lane.runs[0]?.samples.at(-1);
  if (!sample || broken(lane)) return '–';
  const { testAccuracy, trainAccuracy } = sample;
  return percent(Number.isFinite(testAccuracy) ? testAccuracy : trainAccuracy);
}

export function renderBoundaries(context: ChartContext): TemplateResult {
  const { charts } = context.messages.race;
  return html`<div class="outputs plane">
      ${repeat(
        context.lanes,
        (lane) => lane.id,
        (lane) => html`<figure class="output">
          ${heading(context, lane, latestAccuracy(lane))}
          <canvas
            class="boundary"
            data-racer=${lane.id}
            role="img"
            aria-label=${charts.boundaryLabel(context.label(lane.id), latestAccuracy(lane))}
          ></canvas>
          ${broken(lane) ? html`<p class="output-broken">${charts.notFinite}</p>` : nothing}
        </figure>`,
      )}
    </div>
    <p class="note">${charts.pointsLegend}</p>`;
}

export function boundaryStyle({ dark, surface }: Theme): BoundaryStyle {
  return {
    colors: CLASS_COLORS[dark ? 'dark' : 'light'].map(parseColor),
    paper: parseColor(surface),
    ink: dark ? 'rgba(0, 0, 0, 0.75)' : 'rgba(255, 255, 255, 0.9)',
  };
}

/** Draws every boundary canvas below `root`. */
export function drawBoundaries(
  root: ParentNode,
  context: ChartContext,
  outputs: ReadonlyMap<string, Outputs>,
  extent: Extent,
): void {
  const { theme, dataset, lanes } = context;
  const style = boundaryStyle(theme);
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas.boundary')) {
    const lane = lanes.find(({ id }) => id === canvas.dataset.racer);
    if (!lane) continue;
    const logits = broken(lane) ? undefined : outputs.get(lane.id)?.grid;
    drawBoundary(canvas, logits, dataset, extent, style);
  }
}

function digit(dataset: Dataset, row: number, label: string): TemplateResult {
  const draw = (canvas: Element | undefined) => {
    const { dataset: drawn } = (canvas ?? {}) as HTMLCanvasElement;
    if (!drawn || drawn.row === String(row)) return;
    drawn.row = String(row);
    drawDigit(canvas as HTMLCanvasElement, pixels(dataset, row));
  };
  return html`<canvas class="digit" role="img" aria-label=${label} ${ref(draw)}></canvas>`;
}

export function renderMistakes(
  context: ChartContext,
  outputs: ReadonlyMap<string, Outputs>,
): TemplateResult {
  const { dataset, messages } = context;
  const { charts } = messages.race;
  const tests = dataset.count - dataset.trainCount;
  const racer = (lane: Lane) => {
    const predictions = outputs.get(lane.id)?.test;
    if (broken(lane)) return [nothing, html`<p>${charts.notFinite}</p>`] as const;
    if (!predictions) return [nothing, nothing] as const;
    const wrong = mistakes(dataset, predictions);
    const note = charts.mistakeCount(formatNumber(wrong.length), formatNumber(tests));
    if (wrong.length === 0) return [note, html`<p>${charts.noMistakes}</p>`] as const;
    const more = wrong.length - SHOWN_MISTAKES;
    const images = html`<ul class="digits">
        ${repeat(
          wrong.slice(0, SHOWN_MISTAKES),
          ({ row }) => row,
          ({ row, truth, predicted }) => html`<li>
            ${digit(dataset, row, charts.mistakeLabel(String(truth), String(predicted)))}
            <span aria-hidden="true">${truth}→${predicted}</span>
          </li>`,
        )}
      </ul>
      ${more > 0 ? html`<p class="more-mistakes">${charts.moreMistakes(formatNumber(more))}</p>` : nothing}`;
    return [note, images] as const;
  };
  return html`<div class="outputs images">
      ${repeat(
        context.lanes,
        (lane) => lane.id,
        (lane) => {
          const seen = [outputs.get(lane.id)?.test, broken(lane), dataset, messages];
          return html`<figure class="output" data-racer=${lane.id}>
            ${guard(seen, () => {
              const [note, body] = racer(lane);
              return html`${heading(context, lane, note)}${body}`;
            })}
          </figure>`;
        },
      )}
    </div>
    <p class="note">${charts.mistakesLegend}</p>`;
}

/** Inputs of the fitted curves: the range of the data and a little beyond. */
export function curveInputs(dataset: Dataset): Float32Array {
  const low = dataset.inputs.reduce((a, b) => Math.min(a, b));
  const high = dataset.inputs.reduce((a, b) => Math.max(a, b));
  const margin = 0.1 * (high - low);
  const step = (high - low + 2 * margin) / (CURVE_POINTS - 1);
  return Float32Array.from({ length: CURVE_POINTS }, (_, i) => low - margin + i * step);
}

/** The data and, over them, what each network answers. */
export function curveChart(
  context: ChartContext,
  outputs: ReadonlyMap<string, Outputs>,
  inputs: Float32Array,
): ChartSpec {
  const { dataset, messages, theme, lanes } = context;
  const { charts } = messages.race;
  const points: Point[] = Array.from({ length: dataset.trainCount }, (_, row) => ({
    x: dataset.inputs[row]!,
    y: dataset.targets[row]!,
  }));
  const data: Series = {
    id: 'data',
    color: theme.muted,
    dash: [],
    points: [],
    dots: points.map((p) => ({ ...p, filled: true })),
    dotSize: 2,
  };
  const curves = lanes.map((lane) => {
    const answers = broken(lane) ? undefined : outputs.get(lane.id)?.grid;
    const at = (x: number, i: number) => ({ x, y: answers?.[i] ?? Number.NaN });
    return line(context, lane.id, Array.from(inputs, at));
  });
  return {
    subtitle: charts.curvesSubtitle,
    options: {
      x: { min: inputs[0]!, max: inputs.at(-1)!, label: charts.inputAxis },
      y: around(
        dataset.targets.map((y) => 1.2 * y),
        { min: -0.2, max: 1.2 },
      ),
    },
    series: [data, ...curves],
    cursor: undefined,
    readings: lanes.map((lane) => ({
      id: lane.id,
      label: context.label(lane.id),
      text: broken(lane)
        ? messages.race.states.diverged
        : short(lane.runs[0]?.samples.at(-1)?.trainLoss ?? Number.NaN),
    })),
    note: charts.curvesNote,
  };
}

export const outputStyles = css`
  .outputs {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 12.5rem), 1fr));
    gap: 0.75rem 1.25rem;
  }
  .outputs.plane {
    align-items: end;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 8.5rem), 1fr));
  }
  @container (min-width: 42rem) {
    .outputs.plane {
      grid-template-columns: repeat(auto-fill, minmax(12.5rem, 1fr));
    }
  }
  .output {
    position: relative;
    margin: 0;
    min-width: 0;
  }
  .output figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    min-height: 1.75rem;
    font-size: 0.875rem;
  }
  .output b {
    font-weight: 600;
  }
  .output-note {
    margin-inline-start: auto;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .output p {
    margin: 0.25rem 0;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  canvas.boundary {
    display: block;
    width: 100%;
    aspect-ratio: 1;
    border: 1px solid var(--_line);
    border-radius: 6px;
  }
  .output-broken {
    position: absolute;
    inset-inline: 0.5rem;
    inset-block-end: 0.25rem;
    padding: 0.25rem 0.5rem;
    background: var(--_warning-surface);
    border-radius: 4px;
  }
  .digits {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(2.125rem, 1fr));
    gap: 0.375rem;
    margin: 0.25rem 0;
    padding: 0;
    list-style: none;
  }
  .digits li {
    text-align: center;
    font-size: 0.6875rem;
    line-height: 1.3;
    color: var(--_muted);
  }
  canvas.digit {
    display: block;
    width: 100%;
    aspect-ratio: 1;
    image-rendering: pixelated;
    border: 1px solid var(--_line);
    border-radius: 3px;
    background: #fff;
  }
`;
