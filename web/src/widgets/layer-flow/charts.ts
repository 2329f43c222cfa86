// What each chart shows: its axes, its lines and the values read at one layer.

import type { ActivationId, LayerMetrics, Metrics } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import type { Axis, ChartOptions, Point, Series } from '../chart.ts';
import { formatNumber } from '../format.ts';
import { HISTOGRAM_LIMIT, histogramBins, outlineOf } from '../histogram.ts';
import { styleOf } from '../palette.ts';
import { type Theme, withAlpha } from '../theme.ts';
import { around, fromZero } from '../training-race/axes.ts';
import { percent, short } from '../training-race/charts.ts';
import { type Run, sampleAt } from '../training-race/history.ts';
import { AXIS_SIZE, decades } from './axes.ts';
import type { Flow, Lane } from './controller.ts';
import { hiddenLayers, rms } from './measures.ts';
import type { ChartName } from './settings.ts';
import type { Theory } from './theory.ts';

/** Everything a chart is made from. */
export interface ChartContext {
  flow: Flow;
  /** The step and the layer (from 1) that are read. */
  step: number;
  layer: number;
  theories: ReadonlyMap<ActivationId, Theory>;
  theme: Theme;
  messages: Messages;
  label: (id: ActivationId) => string;
}

export interface Reading {
  id: ActivationId;
  label: string;
  text: string;
}

export interface ChartSpec {
  name: ChartName;
  title: string;
  /** The quantity on the vertical axis. */
  subtitle: string;
  options: ChartOptions;
  series: Series[];
  cursor: number | undefined;
  readings: Reading[];
  note: string;
  /** Instead of the plot, where it would be empty. */
  empty?: string;
}

/** How many times its start a quantity may grow before it is cut off. */
const SHOWN_GROWTH = 1000;

const depthOf = ({ flow }: ChartContext) => flow.settings.depth;

function layerAxis(context: ChartContext): Axis {
  const depth = depthOf(context);
  const label = context.messages.layerFlow.layerAxis;
  return { min: 1, max: depth, label, step: depth > 32 ? 8 : depth > 12 ? 4 : 1 };
}

/** As measured at the step read, unless the network has become non-finite by then. */
export function sampleOf({ step }: Pick<ChartContext, 'step'>, { run }: Lane): Metrics | undefined {
  const { state, step: last } = run.status;
  return state === 'diverged' && last <= step ? undefined : sampleAt(run, step);
}

function look(context: ChartContext, id: ActivationId) {
  const { dash, marker, light, dark } = styleOf(id);
  return { color: context.theme.dark ? dark : light, dash, marker };
}

function along(depth: number, value: (layer: number) => number): Point[] {
  return Array.from({ length: depth }, (_, i) => ({ x: i + 1, y: value(i) }));
}

type Select = (layer: LayerMetrics) => number;

function points(context: ChartContext, sample: Metrics | undefined, select: Select): Point[] {
  if (!sample) return [];
  return along(depthOf(context), (i) => select(sample.layers[i]!));
}

/** The line of each network, and faintly where it began. */
function lines(context: ChartContext, select: Select): Series[] {
  return context.flow.lanes.flatMap((lane): Series[] => {
    const style = look(context, lane.id);
    const now = { ...style, id: lane.id, points: points(context, sampleOf(context, lane), select) };
    if (context.step === 0) return [now];
    const start = points(context, lane.run.samples[0], select);
    const faint = withAlpha(style.color, 0.35);
    return [
      {
        ...style,
        id: `${lane.id} start`,
        color: faint,
        marker: 'none',
        width: 1.5,
        points: start,
        cursorY: Number.NaN,
      },
      now,
    ];
  });
}

/** What theory says of each network at its start. */
function theories(context: ChartContext, pick: (theory: Theory, lane: Lane) => number[]): Series[] {
  return context.flow.lanes.flatMap((lane) => {
    const theory = context.theories.get(lane.id);
    if (!theory) return [];
    const values = pick(theory, lane);
    const { color } = look(context, lane.id);
    return [
      {
        id: `${lane.id} theory`,
        color,
        dash: [],
        width: 1,
        points: along(values.length, (i) => positive(values[i]!)),
        cursorY: Number.NaN,
      },
    ];
  });
}

function readings(context: ChartContext, text: (layer: LayerMetrics) => string): Reading[] {
  return context.flow.lanes.map((lane) => {
    const layer = sampleOf(context, lane)?.layers[context.layer - 1];
    const shown = layer ? text(layer) : context.messages.layerFlow.diverged;
    return { id: lane.id, label: context.label(lane.id), text: shown };
  });
}

/** Zero has no place on a logarithmic axis. */
const positive = (value: number) => (value > 0 && Number.isFinite(value) ? value : Number.NaN);

/** The title and subtitle of a chart by the layers, and what all of those have in common. */
function byLayer(
  context: ChartContext,
  name: ChartName,
  notes: readonly string[],
): Pick<ChartSpec, 'name' | 'title' | 'subtitle' | 'note' | 'cursor'> {
  const words = context.messages.layerFlow;
  const { title, subtitle } = words.charts[name];
  const start = context.step > 0 && name !== 'histogram' ? [words.faint] : [];
  return {
    name,
    title,
    subtitle,
    note: words.sentences([...notes, ...start]),
    cursor: context.layer,
  };
}

/** Over all finite measurements, so that the axis stands still while a step is chosen. */
function everySample({ samples, status }: Run, select: (layer: LayerMetrics) => number[]) {
  const { state, step } = status;
  return samples
    .filter((sample) => state !== 'diverged' || sample.step < step)
    .flatMap((sample) => hiddenLayers(sample).flatMap(select));
}

/** How many times its largest value at the start the mean and spread are shown. */
const SPREAD_GROWTH = 2;

function spreadChart(context: ChartContext): ChartSpec {
  const { flow, messages } = context;
  const edges = ({ activationMean: mean, activationStd: std }: LayerMetrics) => [
    mean - std,
    mean + std,
  ];
  const starts = flow.lanes.flatMap(({ run }) =>
    run.samples.slice(0, 1).flatMap((sample) => hiddenLayers(sample).flatMap(edges)),
  );
  const limit = SPREAD_GROWTH * Math.max(1, ...starts.filter(Number.isFinite).map(Math.abs));
  const extremes = flow.lanes
    .flatMap(({ run }) => everySample(run, edges))
    .map((value) => Math.min(limit, Math.max(-limit, value)));
  const series = lines(context, ({ activationMean }) => activationMean).map((line) => {
    const lane = flow.lanes.find(({ id }) => id === line.id);
    const sample = lane && sampleOf(context, lane);
    if (!sample) return line;
    const edge = (sign: number) =>
      points(context, sample, (l) => l.activationMean + sign * l.activationStd);
    return { ...line, band: { lower: edge(-1), upper: edge(1) } };
  });
  return {
    ...byLayer(context, 'spread', [messages.layerFlow.notes.spread]),
    options: {
      x: layerAxis(context),
      y: { ...around(extremes, { min: -0.5, max: 1 }), size: AXIS_SIZE },
      zeroLines: true,
    },
    series,
    readings: readings(
      context,
      (l) => `${short(l.activationMean).replace('-', '−')} ± ${short(l.activationStd)}`,
    ),
  };
}

function logChart(
  context: ChartContext,
  name: ChartName,
  select: Select,
  theory: Series[],
  note: string[],
): ChartSpec {
  const { flow, messages } = context;
  const starts = flow.lanes.flatMap(({ run }) =>
    run.samples.slice(0, 1).flatMap((sample) => hiddenLayers(sample).map(select)),
  );
  const expected = theory.flatMap(({ points }) => points.map(({ y }) => y));
  const measured = flow.lanes.flatMap(({ run }) => everySample(run, (layer) => [select(layer)]));
  const notes = theory.length > 0 ? [...note, messages.layerFlow.thin] : note;
  return {
    ...byLayer(context, name, notes),
    options: {
      x: layerAxis(context),
      y: decades(
        [...measured, ...expected],
        SHOWN_GROWTH * Math.max(...starts.filter(Number.isFinite)),
      ),
    },
    series: [...theory, ...lines(context, (layer) => positive(select(layer)))],
    readings: readings(context, (layer) => formatNumber(select(layer), 3)),
  };
}

const outputGradient: Select = (layer) => layer.outputGradientNorm;
const weightGradient: Select = (layer) => layer.gradientNorm;

function rmsChart(context: ChartContext): ChartSpec {
  const theory = theories(context, ({ rms: values }) => values);
  const { notes } = context.messages.layerFlow;
  return logChart(context, 'rms', rms, theory, [notes.rms]);
}

/** Theory gives the gradient's ratios; its size is that measured at the last layer. */
function outputGradientChart(context: ChartContext): ChartSpec {
  const depth = depthOf(context);
  const theory = theories(context, ({ gradient }, { run }) => {
    const last = run.samples[0]?.layers[depth - 1]?.outputGradientNorm ?? Number.NaN;
    return gradient.map((ratio) => ratio * last);
  });
  const { notes } = context.messages.layerFlow;
  return logChart(context, 'output-gradient', outputGradient, theory, [notes.outputGradient]);
}

function weightGradientChart(context: ChartContext): ChartSpec {
  return logChart(context, 'weight-gradient', weightGradient, [], []);
}

function saturationChart(context: ChartContext): ChartSpec {
  const { notes } = context.messages.layerFlow;
  const share: Select = ({ saturatedFraction }) => saturatedFraction;
  return {
    ...byLayer(context, 'saturation', [notes.saturation]),
    options: { x: layerAxis(context), y: { min: 0, max: 100, step: 25, size: AXIS_SIZE } },
    series: lines(context, (layer) => 100 * share(layer)),
    readings: readings(context, (layer) => percent(share(layer))),
  };
}

function histogramChart(context: ChartContext): ChartSpec {
  const { flow, layer, messages } = context;
  const words = messages.layerFlow;
  const series = flow.lanes.map((lane): Series => {
    const counts = sampleOf(context, lane)?.layers[layer - 1]?.histogram;
    const points = counts ? outlineOf(histogramBins(counts)) : [];
    return { ...look(context, lane.id), marker: 'none', id: lane.id, width: 1.75, points };
  });
  const heights = series.flatMap(({ points }) => points.map(({ y }) => y));
  return {
    ...byLayer(context, 'histogram', [words.notes.histogram]),
    subtitle: words.histogramOf(formatNumber(layer)),
    options: {
      x: { min: -HISTOGRAM_LIMIT, max: HISTOGRAM_LIMIT, step: 2, label: words.preActivationAxis },
      y: { ...fromZero(heights, 10, 100), size: AXIS_SIZE },
    },
    series,
    cursor: undefined,
    readings: readings(context, () => ''),
    ...(heights.length > 0 ? {} : { empty: words.allDiverged }),
  };
}

const CHARTS: Readonly<Record<ChartName, (context: ChartContext) => ChartSpec>> = {
  spread: spreadChart,
  rms: rmsChart,
  'output-gradient': outputGradientChart,
  'weight-gradient': weightGradientChart,
  saturation: saturationChart,
  histogram: histogramChart,
};

export function makeCharts(context: ChartContext, names: readonly ChartName[]): ChartSpec[] {
  return names.map((name) => CHARTS[name](context));
}
