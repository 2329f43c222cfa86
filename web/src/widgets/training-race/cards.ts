// The cards that hold the charts: a title, a choice of views, the chart and the values read.

import { css, html, nothing, type TemplateResult } from 'lit';
import { LineChart, type Series } from '../chart.ts';
import { swatch } from '../swatch.ts';
import type { Theme } from '../theme.ts';
import type { ChartSpec, Reading } from './charts.ts';

export interface Card {
  name: string;
  title: string;
  /** How much of a row it takes where there is room. */
  size: 'half' | 'third' | 'full';
  tabs?: unknown;
  spec?: ChartSpec;
  /** Instead of a chart. */
  body?: unknown;
}

/** Reads the charts over steps at a pointer; undefined when it leaves. */
export type ReadStep = (x: number | undefined, keep: boolean) => void;

export function renderCard(card: Card, board: ChartBoard, read: ReadStep): TemplateResult {
  const { name, title, size, tabs = nothing, spec, body } = card;
  const overSteps = name !== 'outputs' && spec !== undefined && !spec.options.x.step;
  const at = (event: PointerEvent) => board.valueAt(name, event);
  return html`<section role="group" class="card ${size}" data-chart=${name} aria-labelledby="title-${name}">
    <header>
      <p class="card-title" id="title-${name}">${title}</p>
      ${tabs === nothing ? nothing : html`<div class="tabs">${tabs}</div>`}
    </header>
    ${
      spec
        ? html`<p class="subtitle">${spec.subtitle}</p>
            ${
              spec.empty
                ? html`<p class="status">${spec.empty}</p>`
                : html`<div
              class="plot ${overSteps ? 'over-steps' : ''}"
              @pointermove=${overSteps ? (event: PointerEvent) => read(at(event), false) : nothing}
              @pointerdown=${overSteps ? (event: PointerEvent) => read(at(event), true) : nothing}
              @pointerleave=${overSteps ? () => read(undefined, false) : nothing}
            >
              <canvas data-plot=${name} role="img" aria-label="${title}: ${spec.subtitle}"></canvas>
            </div>`
            }
            <ul class="readings">
              ${spec.readings.map(
                (reading) => html`<li>
                  ${mark(reading)}<span>${reading.label}</span> <b>${reading.text}</b>
                </li>`,
              )}
            </ul>
            ${spec.note ? html`<p class="note">${spec.note}</p>` : nothing}`
        : body
    }
  </section>`;
}

/** Whether two values of plain data are equal. */
function same(a: unknown, b: unknown): boolean {
  if (Object.is(a, b)) return true;
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false;
  const keys = Object.keys(a) as (keyof typeof a)[];
  return keys.length === Object.keys(b).length && keys.every((key) => same(a[key], b[key]));
}

/** What a reader chooses to see on a chart, whatever has been measured. */
const viewOf = ({ subtitle, options, series, cursor }: ChartSpec) =>
  [subtitle, options.x.label, cursor, ...series.map(({ id }) => id)].join();

function mark({ id, line }: Reading): TemplateResult {
  if (!line) return swatch(id);
  return html`<svg class="swatch" viewBox="0 0 30 12" width="22" height="12" aria-hidden="true">
    <line
      x2="30"
      y1="6"
      y2="6"
      .style=${`stroke:${line.color}`}
      stroke-dasharray=${line.dash.join(' ') || 'none'}
    />
  </svg>`;
}

interface LiveChart {
  chart: LineChart;
  view: string;
  options: string;
  series: readonly Series[];
}

interface Drawing {
  canvas: HTMLCanvasElement;
  spec: ChartSpec;
  theme: Theme;
}

/** Which charts to draw: also those out of view; now, or, if a chart only has more to show, when its
 * turn comes in one of the next frames. */
export interface Manner {
  all: boolean;
  spread: boolean;
}

/** Drawing may take so much of an animation frame; one chart may take more. */
const DRAWING_MILLISECONDS = 5;

/** The live charts on the cards' canvases. */
export class ChartBoard {
  private readonly charts = new Map<string, LiveChart>();
  /** In their turn for the next frames. */
  private readonly waiting = new Map<string, Drawing>();
  private nextFrame: number | undefined;
  private readonly seen = new WeakSet<Element>();
  private readonly watch: IntersectionObserver;

  /** `appeared` is called when a chart that was not drawn comes into view. */
  constructor(appeared: () => void) {
    this.watch = new IntersectionObserver(
      (entries) => {
        for (const { target, isIntersecting } of entries) {
          if (isIntersecting) this.seen.add(target);
          else this.seen.delete(target);
        }
        appeared();
      },
      { rootMargin: '50px' },
    );
  }

  /** Draws the charts that changed; makes and drops them as their canvases come and go. */
  sync(root: ParentNode, cards: readonly Card[], theme: Theme, { all, spread }: Manner): void {
    const specs = new Map(cards.map(({ name, spec }) => [name as string, spec]));
    const canvases = new Map(
      [...root.querySelectorAll<HTMLCanvasElement>('canvas[data-plot]')].map((canvas) => [
        canvas.dataset.plot!,
        canvas,
      ]),
    );
    for (const [name, { chart }] of this.charts) {
      if (canvases.get(name) === chart.canvas && specs.get(name)) continue;
      this.watch.unobserve(chart.canvas);
      chart.dispose();
      this.charts.delete(name);
    }
    for (const name of this.waiting.keys()) {
      if (!canvases.has(name) || !specs.get(name)) this.waiting.delete(name);
    }
    for (const [name, canvas] of canvases) {
      const spec = specs.get(name);
      if (!spec) continue;
      // Making a chart takes as long as drawing it.
      this.watch.observe(canvas);
      if (!all && !this.seen.has(canvas)) this.waiting.delete(name);
      else this.waiting.set(name, { canvas, spec, theme });
    }
    for (const [name, drawing] of this.waiting) {
      const chosen = this.charts.get(name)?.view !== viewOf(drawing.spec);
      if (!spread || (chosen && this.seen.has(drawing.canvas))) this.draw(name, drawing);
    }
    this.drawSoon();
  }

  private drawSoon(): void {
    if (this.nextFrame !== undefined || this.waiting.size === 0) return;
    this.nextFrame = requestAnimationFrame(() => {
      this.nextFrame = undefined;
      this.drawFor(DRAWING_MILLISECONDS);
      this.drawSoon();
    });
  }

  private drawFor(milliseconds: number): void {
    const end = performance.now() + milliseconds;
    for (const [name, drawing] of this.waiting) {
      this.draw(name, drawing);
      if (performance.now() >= end) return;
    }
  }

  private draw(name: string, { canvas, spec, theme }: Drawing): void {
    this.waiting.delete(name);
    const view = viewOf(spec);
    const options = JSON.stringify(spec.options);
    let live = this.charts.get(name);
    if (!live) {
      live = { chart: new LineChart(canvas, spec.options, theme), view, options, series: [] };
      this.charts.set(name, live);
    }
    const changed = live.options !== options || !same(live.series, spec.series);
    if (live.options !== options) live.chart.setOptions(spec.options);
    if (changed) live.chart.setSeries(spec.series);
    Object.assign(live, { view, options, series: spec.series });
    live.chart.setCursor(spec.cursor);
  }

  setTheme(theme: Theme): void {
    for (const { chart } of this.charts.values()) chart.setTheme(theme);
  }

  /** The horizontal value below a pointer. */
  valueAt(name: string, event: PointerEvent): number | undefined {
    const chart = this.charts.get(name)?.chart;
    return chart?.xAt(chart.pixelUnder(event));
  }

  dispose(): void {
    this.watch.disconnect();
    this.waiting.clear();
    for (const { chart } of this.charts.values()) chart.dispose();
    this.charts.clear();
  }
}

export const cardStyles = css`
  .cards {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1.25rem 1.75rem;
  }
  .card {
    min-width: 0;
  }
  .card header {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    justify-content: space-between;
    gap: 0.25rem 0.75rem;
    min-height: 2rem;
  }
  .card p {
    margin: 0;
  }
  .card-title {
    font-weight: 600;
  }
  .card .tabs {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .card .tabs legend {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  .card .tabs .segments label > span {
    min-height: 1.5rem;
    padding: 0 0.5rem;
    font-size: 0.75rem;
  }
  .subtitle,
  .note {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .card .subtitle {
    margin-block-start: 0.25rem;
  }
  .card .status {
    margin-block: 0.5rem;
  }
  .plot {
    position: relative;
    height: 13.5rem;
  }
  .third .plot {
    height: 11.5rem;
  }
  .full .plot {
    height: 18rem;
  }
  .plot.over-steps {
    cursor: crosshair;
    touch-action: pan-y;
  }
  .plot canvas {
    position: absolute;
    inset: 0;
    max-width: 100%;
  }
  .readings {
    display: flex;
    flex-wrap: wrap;
    gap: 0.125rem 0.75rem;
    margin: 0.25rem 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }
  .readings li {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .readings .swatch {
    width: 22px;
  }
  .readings span {
    color: var(--_muted);
  }
  .readings b {
    font-weight: 600;
  }
  @container (min-width: 42rem) {
    .cards {
      grid-template-columns: repeat(6, minmax(0, 1fr));
    }
    .card,
    .card.third {
      grid-column: span 3;
    }
    .card.full,
    .card[data-chart='learned'] {
      grid-column: 1 / -1;
    }
    .third header {
      display: grid;
      align-content: start;
      justify-content: start;
      min-height: 3.875rem;
    }
  }
  @container (min-width: 58rem) {
    .card.third,
    .card.third[data-chart='learned'] {
      grid-column: span 2;
    }
  }
  @media (pointer: coarse) {
    .card .tabs .segments label > span {
      min-height: 2.5rem;
      padding: 0 0.75rem;
    }
  }
`;
