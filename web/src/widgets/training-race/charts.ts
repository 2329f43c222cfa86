// What each chart of the race shows: its axes, its lines and the values read at one step.

import type { ActivationId, Dataset, LayerMetrics, Metrics } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import type { Axis, ChartOptions, Point, Series } from '../chart.ts';
import { formatNumber } from '../format.ts';
import { styleOf } from '../palette.ts';
import { type Theme, withAlpha } from '../theme.ts';
import { around, fromZero, logAxis } from './axes.ts';
import { extremesOf } from './extremes.ts';
import {
  finiteRuns,
  type Lane,
  partOf,
  type Selector,
  type SpreadPoint,
  sampleAt,
  series,
  spreadAt,
} from './history.ts';
import type { RaceSettings } from './settings.ts';

/** Which of a card's views is chosen. */
export interface Tabs {
  accuracy: 'test' | 'train';
  gradients: 'layer' | 'time';
  units: 'dead' | 'saturated';
  unitsBy: 'layer' | 'time';
  learned: 'slopes' | 'shares';
}

export const FIRST_TABS: Tabs = {
  accuracy: 'test',
  gradients: 'layer',
  units: 'saturated',
  unitsBy: 'time',
  learned: 'slopes',
};

/** Everything a chart is made from. */
export interface ChartContext {
  /** The racers not hidden by the reader. */
  lanes: readonly Lane[];
  settings: RaceSettings;
  dataset: Dataset;
  /** Loss of a constant guess. */
  chance: number;
  /** Steps taken. */
  latest: number;
  /** The step read, and whether the reader chose it. */
  step: number;
  chosen: boolean;
  tabs: Tabs;
  /** The loss curve that the reader predicted. */
  expected?: readonly Point[];
  theme: Theme;
  messages: Messages;
  label: (id: ActivationId) => string;
}

export interface Reading {
  id: ActivationId;
  label: string;
  text: string;
  /** How its line is drawn, where that is not the activation's way. */
  line?: { color: string; dash: readonly number[] };
}

export interface ChartSpec {
  /** The quantity on the vertical axis. */
  subtitle: string;
  options: ChartOptions;
  series: Series[];
  /** Where the shared cursor stands; only on charts over steps. */
  cursor: number | undefined;
  readings: Reading[];
  note?: string;
  /** Instead of the plot, where it would be empty. */
  empty?: string;
}

export const percent = (share: number) =>
  Number.isFinite(share) ? `${formatNumber(100 * share, 3)} %` : '–';
/** Three significant digits, and all of them. */
export const short = (value: number) =>
  Math.abs(value) >= 1e-4 && Math.abs(value) < 1000 ? value.toPrecision(3) : formatNumber(value, 3);
const grouped = new Intl.NumberFormat('en');
/** A count, with its thousands apart. */
export const whole = (value: number) => grouped.format(value);

export function colorOf(id: ActivationId, theme: Theme): string {
  return styleOf(id)[theme.dark ? 'dark' : 'light'];
}

export function line(context: ChartContext, id: ActivationId, points: Point[]): Series {
  const { dash, marker } = styleOf(id);
  return { id, color: colorOf(id, context.theme), dash, marker, points };
}

/** Medians over steps with their band; an open dot where the last run broke off. */
function overTime(context: ChartContext, lane: Lane, select: Selector, scale = 1): Series {
  const points = series(lane, select);
  const along = (value: (p: SpreadPoint) => number) =>
    points.map((p) => ({ x: p.step, y: scale * value(p) }));
  const medians = along((p) => p.median);
  const end = medians.at(-1);
  const broken = lane.runs.every((run) => run.status.state === 'diverged');
  const dots = broken && end ? [{ ...end, filled: false }] : [];
  return {
    ...line(context, lane.id, medians),
    ...(lane.runs.length > 1
      ? { band: { lower: along((p) => p.min), upper: along((p) => p.max) } }
      : {}),
    dots: medians.length === 1 ? medians.map((p) => ({ ...p, filled: true })) : dots,
  };
}

function stepAxis({ settings, messages }: ChartContext): Axis {
  return { min: 0, max: settings.steps, label: messages.race.charts.stepAxis, format: whole };
}

function layerAxis({ settings, messages }: ChartContext, output: boolean): Axis {
  const { charts } = messages.race;
  const last = settings.depth + (output ? 1 : 0);
  return {
    min: 1,
    max: Math.max(2, last),
    label: charts.layerAxis(output),
    step: last > 12 ? 2 : 1,
    format: (layer) =>
      layer > last ? '' : layer > settings.depth ? charts.out : formatNumber(layer),
  };
}

/** Instead of a value: the run broke off, or there is nothing to measure. */
export function missing({ messages }: ChartContext, { runs }: Lane): string {
  return runs[0]?.status.state === 'diverged' ? messages.race.states.diverged : '–';
}

/** The value read, and of how many seeds where some have broken off. */
function reading(context: ChartContext, lane: Lane, point: SpreadPoint, text: string): string {
  const part = partOf(lane, point);
  return part ? `${text} (${context.messages.race.results.partOf(...part)})` : text;
}

function readings(context: ChartContext, select: Selector, format: (value: number) => string) {
  return context.lanes.map((lane) => {
    const point = spreadAt(lane, context.step, select);
    return {
      id: lane.id,
      label: context.label(lane.id),
      text: point ? reading(context, lane, point, format(point.median)) : missing(context, lane),
    };
  });
}

const values = (lines: readonly Series[]) =>
  lines.flatMap(({ points, band }) =>
    [...points, ...(band?.lower ?? []), ...(band?.upper ?? [])].map((p) => p.y),
  );

function lossSpec(
  context: ChartContext,
  select: Selector,
  log: boolean,
  others: readonly Series[] = [],
): Omit<ChartSpec, 'subtitle'> {
  const { chance, settings, theme } = context;
  const lines = [...others, ...context.lanes.map((lane) => overTime(context, lane, select))];
  const starts = lines.map(({ points }) => points[0]?.y ?? 0).filter(Number.isFinite);
  const usual = Math.max(chance, ...starts);
  const y = log
    ? logAxis([...values(lines), chance], 100 * usual)
    : fromZero(values(lines), chance, 2 * usual);
  const guess: Series = {
    id: 'chance',
    color: theme.muted,
    dash: [1, 4],
    width: 1.25,
    points: [
      { x: 0, y: chance },
      { x: settings.steps, y: chance },
    ],
  };
  return {
    options: { x: stepAxis(context), y },
    series: [guess, ...lines],
    cursor: context.chosen ? context.step : undefined,
    readings: readings(context, select, short),
  };
}

export function lossChart(context: ChartContext): ChartSpec {
  const { charts } = context.messages.race;
  const log = context.settings.lossScale === 'log';
  const { expected, theme } = context;
  const drawn: Series[] = expected
    ? [
        {
          id: 'expected',
          color: theme.text,
          dash: [2, 4],
          points: [...expected],
          dots: expected.map((point) => ({ ...point, filled: false })),
          dotSize: 3,
        },
      ]
    : [];
  return {
    subtitle: log ? charts.lossLog : charts.lossLinear,
    ...lossSpec(context, (m) => m.trainLoss, log, drawn),
    ...(expected ? { note: charts.expected } : {}),
  };
}

/** Accuracy, or for a regression the test loss. */
export function accuracyChart(context: ChartContext): ChartSpec {
  const { charts } = context.messages.race;
  if (context.dataset.classes === 0) {
    const log = context.settings.lossScale === 'log';
    return {
      subtitle: log ? charts.testLossLog : charts.testLossLinear,
      ...lossSpec(context, (m) => m.testLoss, log),
      note: charts.noAccuracy,
    };
  }
  const test =
    context.tabs.accuracy === 'test' && context.dataset.trainCount < context.dataset.count;
  const select: Selector = test ? (m) => m.testAccuracy : (m) => m.trainAccuracy;
  return {
    subtitle: test ? charts.testAccuracy : charts.trainAccuracy,
    options: { x: stepAxis(context), y: { min: 0, max: 100, step: 20 } },
    series: context.lanes.map((lane) => overTime(context, lane, select, 100)),
    cursor: context.chosen ? context.step : undefined,
    readings: readings(context, select, percent),
  };
}

/** What to say where no run of these lanes is finite any more at the step read. */
function whenAllDiverged({ step, messages }: ChartContext, lanes: readonly Lane[]) {
  const finite = lanes.some((lane) => finiteRuns(lane, step).length > 0);
  return finite ? {} : { empty: messages.race.charts.allDiverged };
}

/** Median of one layer's measurement at the step read, along the layers. */
function byLayer(
  context: ChartContext,
  lane: Lane,
  layers: number,
  select: (layer: LayerMetrics) => number,
): Series {
  const points = Array.from({ length: layers }, (_, layer) => ({
    x: layer + 1,
    y: spreadAt(lane, context.step, (m) => pick(m, layer, select))?.median ?? Number.NaN,
  }));
  const dots = points.filter((p) => Number.isFinite(p.y)).map((p) => ({ ...p, filled: true }));
  return { ...line(context, lane.id, points), dots };
}

function pick(m: Metrics, layer: number, select: (layer: LayerMetrics) => number): number {
  const measured = m.layers[layer];
  return measured ? select(measured) : Number.NaN;
}

const gradient = (layer: LayerMetrics) =>
  layer.gradientNorm > 0 ? layer.gradientNorm : Number.NaN;

const gradientExtremes = extremesOf((layer) => [gradient(layer)]);

export function gradientChart(context: ChartContext): ChartSpec {
  const { lanes, settings, tabs, messages } = context;
  const { charts } = messages.race;
  const layers = settings.depth + 1;
  const everything = lanes.flatMap(({ runs }) => runs.slice(0, 1).flatMap(gradientExtremes));
  // Beyond this a network is exploding, and the others have to stay readable.
  const y = logAxis(everything, 1e7);
  const first = (m: Metrics) => pick(m, 0, gradient);
  const last = (m: Metrics) => pick(m, settings.depth - 1, gradient);
  const spec = {
    subtitle: charts.gradientAxis,
    readings: lanes.map((lane) => {
      const ends = [first, last].map((select) => spreadAt(lane, context.step, select));
      const shown = ends.map((point) => (point ? formatNumber(point.median, 2) : '–')).join(' → ');
      const point = ends.find((end) => end !== undefined);
      return {
        id: lane.id,
        label: context.label(lane.id),
        text: point ? reading(context, lane, point, shown) : missing(context, lane),
      };
    }),
  };
  if (tabs.gradients === 'layer') {
    return {
      ...spec,
      options: { x: layerAxis(context, true), y },
      series: lanes.map((lane) => byLayer(context, lane, layers, gradient)),
      ...whenAllDiverged(context, lanes),
      cursor: undefined,
      note: charts.firstToLast,
    };
  }
  const faint = (s: Series): Series => ({
    ...s,
    id: `${s.id} last`,
    color: withAlpha(s.color, 0.4),
    width: 1.5,
  });
  return {
    ...spec,
    options: { x: stepAxis(context), y },
    series: lanes.flatMap((lane) => [
      faint({ ...overTime(context, lane, last), band: undefined }),
      overTime(context, lane, first),
    ]),
    cursor: context.chosen ? context.step : undefined,
    note: charts.firstLastHint,
  };
}

/** Dead or saturated share: the mean over hidden layers by step, or each layer at a step. */
export function unitsChart(context: ChartContext): ChartSpec {
  const { lanes, settings, tabs, messages } = context;
  const { charts } = messages.race;
  const share = (layer: LayerMetrics) =>
    tabs.units === 'dead' ? layer.deadFraction : layer.saturatedFraction;
  const mean: Selector = (m) => {
    let sum = 0;
    for (let layer = 0; layer < settings.depth; layer++) sum += pick(m, layer, share);
    return sum / settings.depth;
  };
  const spec = {
    subtitle: tabs.units === 'dead' ? charts.dead : charts.saturated,
    readings: readings(context, mean, percent),
    note: tabs.units === 'dead' ? charts.deadMeaning : charts.saturatedMeaning,
  };
  if (tabs.unitsBy === 'layer') {
    const lines = lanes.map((lane) =>
      byLayer(context, lane, settings.depth, (layer) => 100 * share(layer)),
    );
    return {
      ...spec,
      options: { x: layerAxis(context, false), y: { min: 0, max: 100, step: 25 } },
      series: lines,
      cursor: undefined,
      ...whenAllDiverged(context, lanes),
    };
  }
  const lines = lanes.map((lane) => overTime(context, lane, mean, 100));
  return {
    ...spec,
    options: { x: stepAxis(context), y: fromZero(values(lines), 10, 100) },
    series: lines,
    cursor: context.chosen ? context.step : undefined,
  };
}

export const learnsSlopes = (lanes: readonly Lane[]) => lanes.some(({ id }) => id === 'prelu');
export const learnsPieces = (lanes: readonly Lane[]) => lanes.some(({ id }) => id === 'maxout');

const meanOf = (numbers: Float32Array) => numbers.reduce((a, b) => a + b, 0) / numbers.length;

/** Slopes beyond this are cut off: that network is exploding. */
const SLOPE_SHOWN = 3;
const slopeExtremes = extremesOf(({ slopes }) =>
  (slopes ?? new Float32Array()).filter((a) => Math.abs(a) <= SLOPE_SHOWN),
);

function slopesChart(context: ChartContext, lane: Lane): ChartSpec {
  const { settings, step } = context;
  const slopes = (layer: LayerMetrics) => (layer.slopes ? meanOf(layer.slopes) : Number.NaN);
  const medians = byLayer(context, lane, settings.depth, slopes);
  const edge = (fold: (...numbers: number[]) => number): Point[] =>
    medians.points.map(({ x }) => {
      const all = finiteRuns(lane, step).flatMap((run) => [
        ...(sampleAt(run, step)?.layers[x - 1]?.slopes ?? []),
      ]);
      return { x, y: fold(...all.filter(Number.isFinite)) };
    });
  const band = { lower: edge(Math.min), upper: edge(Math.max) };
  const finite = band.lower.every((p) => Number.isFinite(p.y));
  const overall: Selector = (m) => {
    const hidden = m.layers.slice(0, settings.depth).map(slopes);
    return hidden.reduce((a, b) => a + b, 0) / hidden.length;
  };
  return {
    subtitle: context.messages.race.charts.slopes,
    options: {
      x: layerAxis(context, false),
      y: around(lane.runs.flatMap(slopeExtremes), { min: 0, max: 0.5 }),
    },
    series: [{ ...medians, ...(finite ? { band } : {}) }],
    cursor: undefined,
    readings: readings({ ...context, lanes: [lane] }, overall, short),
    note: context.messages.race.charts.slopesMeaning,
    ...whenAllDiverged(context, [lane]),
  };
}

/** Line patterns of maxout's pieces, in turn. */
const PIECE_DASHES: readonly (readonly number[])[] = [[], [8, 3], [2, 3], [10, 3, 2, 3]];

function sharesChart(context: ChartContext, lane: Lane): ChartSpec {
  const { settings, messages } = context;
  const share = (piece: number) => (layer: LayerMetrics) =>
    layer.pieceShares?.[piece] ?? Number.NaN;
  const pieces = Array.from({ length: settings.pieces }, (_, piece) => piece);
  const color = colorOf(lane.id, context.theme);
  const mean =
    (piece: number): Selector =>
    (m) => {
      const hidden = m.layers.slice(0, settings.depth).map(share(piece));
      return hidden.reduce((a, b) => a + b, 0) / hidden.length;
    };
  const look = (piece: number) => ({
    color: withAlpha(color, 1 - (0.6 * piece) / settings.pieces),
    dash: PIECE_DASHES[piece % PIECE_DASHES.length]!,
  });
  return {
    subtitle: messages.race.charts.shares,
    options: { x: layerAxis(context, false), y: { min: 0, max: 100, step: 25 } },
    series: pieces.map((piece) => ({
      ...byLayer(context, lane, settings.depth, (layer) => 100 * share(piece)(layer)),
      id: `piece ${piece}`,
      ...look(piece),
      marker: 'none' as const,
    })),
    cursor: undefined,
    readings: pieces.map((piece) => {
      const point = spreadAt(lane, context.step, mean(piece));
      return {
        id: lane.id,
        line: look(piece),
        label: messages.race.charts.piece(formatNumber(piece + 1)),
        text: point ? reading(context, lane, point, percent(point.median)) : missing(context, lane),
      };
    }),
    note: messages.race.charts.sharesMeaning,
    ...whenAllDiverged(context, [lane]),
  };
}

/** Learned slopes or piece shares; undefined when nobody shown learns either. */
export function learnedChart(context: ChartContext): ChartSpec | undefined {
  const prelu = context.lanes.find(({ id }) => id === 'prelu');
  const maxout = context.lanes.find(({ id }) => id === 'maxout');
  if (prelu && (context.tabs.learned === 'slopes' || !maxout)) return slopesChart(context, prelu);
  return maxout && sharesChart(context, maxout);
}
