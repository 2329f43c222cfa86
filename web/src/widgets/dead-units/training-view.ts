// The training mode: the cells of every layer, what they mean, the charts and the unit read.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import type { DataTable } from '../data-table.ts';
import type { Theme } from '../theme.ts';
import { percent, short, whole } from '../training-race/charts.ts';
import { type Cell, drawCells, drawLegend, type Grid, gridFor, MARGIN, unitAt } from './cells.ts';
import { LOSS_LINES } from './charts.ts';
import type { Course, TrainingController } from './controller.ts';
import { renderPlot, renderReading } from './parts.ts';
import { type Counts, sum, UNIT_STATES } from './units.ts';
import { verdictOf } from './verdict.ts';

export interface Chosen {
  layer: number;
  unit: number;
}

export interface TrainingHost {
  course: Course;
  messages: Messages;
  theme: Theme;
  chosen: Chosen | undefined;
  choose: (chosen: Chosen | undefined) => void;
}

/** All layers together are no higher, where their cells need not be the smallest. */
const HEIGHT = 300;

/** From the width of the layers' column. */
export function gridOf(width: number, { settings }: Course): Grid {
  return gridFor(Math.max(80, width - 2 * MARGIN), settings.width, settings.depth, HEIGHT);
}

export function renderTraining(host: TrainingHost): TemplateResult {
  const { course, messages, theme } = host;
  const words = messages.deadUnits;
  const verdict = verdictText(course, messages);
  return html`<div class="columns">
      <section role="group" class="cells" aria-label=${words.tagline}>
        ${renderLegend(sum(course.units.layers), course, messages)}
        ${course.units.layers.map((counts, layer) => renderLayer(host, layer, counts))}
        <p class="reading">${chosenText(host) || words.unitHint}</p>
      </section>
      <section role="group" class="plots" aria-label=${words.charts.unitsTitle}>
        ${renderPlot('units', words.charts.unitsTitle, words.charts.units)}
        ${renderPlot('loss', words.charts.lossTitle, words.charts.loss)}
        ${renderReadings(course, messages, theme)}
      </section>
    </div>
    ${verdict ? html`<p class="verdict" data-verdict>${verdict}</p>` : nothing}`;
}

function renderLegend(counts: Counts, { settings }: Course, { deadUnits }: Messages) {
  const all = settings.width * settings.depth;
  return html`<ul class="legend" aria-label=${deadUnits.legend}>
    ${UNIT_STATES.map(
      (state) => html`<li title=${deadUnits.stateNotes[state]} data-state=${state}>
        <canvas data-sign=${state} aria-hidden="true"></canvas>
        <span>${deadUnits.states[state]}</span>
        <b data-count=${counts[state]}>${whole(counts[state])}</b>
        <span class="muted">${percent(counts[state] / all)}</span>
      </li>`,
    )}
  </ul>`;
}

function renderLayer(host: TrainingHost, layer: number, counts: Counts): TemplateResult {
  const { course, messages, chosen, choose } = host;
  const words = messages.deadUnits;
  const units = course.settings.width;
  const unit = chosen?.layer === layer ? chosen.unit : 0;
  const grid = (event: Event) => gridOf(columnWidth(event.currentTarget as Element), course);
  const point = (event: PointerEvent) => {
    const at = unitAt(grid(event), units, event.offsetX - MARGIN, event.offsetY - MARGIN);
    choose(at === undefined ? undefined : { layer, unit: at });
  };
  // What a finger has touched stays to be read.
  const leave = ({ pointerType }: PointerEvent) => {
    if (pointerType === 'mouse') choose(undefined);
  };
  const move = (event: KeyboardEvent) => {
    const { columns } = grid(event);
    const moves: Record<string, number> = {
      ArrowLeft: unit - 1,
      ArrowRight: unit + 1,
      ArrowUp: unit - columns,
      ArrowDown: unit + columns,
      Home: 0,
      End: units - 1,
    };
    const to = moves[event.key];
    if (to === undefined) return;
    event.preventDefault();
    choose({ layer, unit: Math.min(units - 1, Math.max(0, to)) });
  };
  return html`<div class="layer">
    <p class="layer-name">
      ${words.layer(String(layer + 1))}
      <span class="muted">${words.layerCounts(whole(counts.dead), whole(units))}</span>
    </p>
    <canvas
      data-layer=${layer}
      tabindex="0"
      role="slider"
      aria-label=${words.pickUnit(String(layer + 1))}
      aria-valuemin="1"
      aria-valuemax=${units}
      aria-valuenow=${unit + 1}
      aria-valuetext=${unitText(host, { layer, unit })}
      @pointermove=${point}
      @pointerdown=${point}
      @pointerleave=${leave}
      @focus=${() => choose({ layer, unit })}
      @blur=${() => choose(undefined)}
      @keydown=${move}
    ></canvas>
  </div>`;
}

/** The width that a layer's cells have; the canvas itself is as wide as its cells. */
export function columnWidth(canvas: Element): number {
  return canvas.closest('.cells')?.clientWidth ?? 0;
}

function chosenText(host: TrainingHost): string {
  const { chosen, course } = host;
  const fits =
    chosen && chosen.layer < course.settings.depth && chosen.unit < course.settings.width;
  return fits ? unitText(host, chosen) : '';
}

function unitText({ course, messages }: TrainingHost, { layer, unit }: Chosen): string {
  const words = messages.deadUnits;
  const { state, train, batch, diedAt, revivedAt } = course.units.life(layer, unit);
  return [
    words.unit(
      String(layer + 1),
      String(unit + 1),
      words.states[state],
      percent(train),
      percent(batch),
    ),
    diedAt === undefined ? '' : words.unitDied(whole(diedAt)),
    revivedAt === undefined ? '' : words.unitRevived(whole(revivedAt)),
  ]
    .filter(Boolean)
    .join(' ');
}

function renderReadings({ run }: Course, { deadUnits }: Messages, theme: Theme) {
  const latest = run.samples.at(-1);
  if (!latest) return nothing;
  const { readings } = deadUnits;
  const accuracy = percent(run.status.state === 'diverged' ? Number.NaN : latest.testAccuracy);
  const { train, test } = LOSS_LINES;
  return html`<ul class="readings">
    ${renderReading(readings.trainLoss, short(latest.trainLoss), 'train-loss', theme.text, train)}
    ${renderReading(readings.testLoss, short(latest.testLoss), 'test-loss', theme.accent, test)}
    ${renderReading(readings.testAccuracy, accuracy, 'test-accuracy')}
  </ul>`;
}

/** A share of derivatives next to zero that is worth a word. */
const MANY_FAINT = 0.25;

export function verdictText(course: Course, { deadUnits }: Messages): string {
  const { verdicts } = deadUnits;
  const verdict = verdictOf(course);
  if (!verdict) return '';
  switch (verdict.kind) {
    case 'diverged': {
      const { step, layer, output, unit, reason } = verdict;
      const unitName = unit === undefined ? '' : String(unit);
      const place = verdicts.layer(String(layer), output);
      return verdicts.diverged(whole(step), place, unitName, verdicts.reasons[reason]);
    }
    case 'cut':
      return verdicts.cut(String(verdict.layer), verdict.loss.toFixed(3));
    case 'units': {
      const { counts, units, accuracy, faint } = verdict;
      const { dead, revived } = counts;
      const share = percent(dead / units);
      const text = verdicts.units(dead, whole(dead), whole(units), share, percent(accuracy));
      return [
        text,
        revived > 0 ? verdicts.revived(revived, whole(revived)) : '',
        faint > MANY_FAINT ? verdicts.faint(percent(faint)) : '',
      ].join('');
    }
  }
}

export function layerCells({ settings, units }: Course, layer: number): Cell[] {
  return Array.from({ length: settings.width }, (_, unit) => {
    const { state, train } = units.life(layer, unit);
    return { state, strength: train };
  });
}

/** Draws the cells of every layer and the legend's signs. */
export function drawTraining(root: ParentNode, host: TrainingHost): void {
  const { course, chosen, theme } = host;
  drawLegend(root, theme);
  for (const canvas of root.querySelectorAll<HTMLCanvasElement>('canvas[data-layer]')) {
    const layer = Number(canvas.dataset.layer);
    const unit = chosen?.layer === layer ? chosen.unit : undefined;
    const grid = gridOf(columnWidth(canvas), course);
    drawCells(canvas, layerCells(course, layer), grid, theme, unit);
  }
}

export function trainingTable(course: Course, { deadUnits }: Messages): DataTable {
  const { layers } = course.units;
  const row = (name: string, counts: Counts) => [
    name,
    ...UNIT_STATES.map((state) => String(counts[state])),
  ];
  return {
    caption: deadUnits.table.caption(whole(course.step)),
    columns: [deadUnits.table.layer, ...UNIT_STATES.map((state) => deadUnits.states[state])],
    rows: [
      ...layers.map((counts, layer) => row(String(layer + 1), counts)),
      row(deadUnits.table.all, sum(layers)),
    ],
  };
}

export function trainingProgress(training: TrainingController, { deadUnits }: Messages): string {
  if (training.steps === 0 || training.phase === 'preparing') return deadUnits.preparing;
  return deadUnits.progress(whole(training.step), whole(training.steps));
}
