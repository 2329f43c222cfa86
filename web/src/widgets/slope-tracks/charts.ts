// What each chart of the figure shows: its axes, its lines and the values read.

import type { ActivationId, Metrics } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import type { Axis, Dot, Point, Series } from '../chart.ts';
import { formatNumber } from '../format.ts';
import { styleOf } from '../palette.ts';
import { type Theme, withAlpha } from '../theme.ts';
import { around, logAxis } from '../training-race/axes.ts';
import type { Card } from '../training-race/cards.ts';
import { type ChartSpec, colorOf, percent, short, whole } from '../training-race/charts.ts';
import { sampleAt } from '../training-race/history.ts';
import type { Course, Lane } from './controller.ts';
import { type Draws, LOWER, ROWS, UPPER } from './draws.ts';
import { binShares, meanOf, type Spread, slopesOf, spreadOf } from './slopes.ts';

/** Everything a chart is made from. */
export interface ChartContext {
  course: Course;
  /** The step that is read, and whether the reader chose it. */
  step: number;
  chosen: boolean;
  /** From 1. */
  layer: number;
  unit: number;
  /** RReLU's latest, and the slope it tests with; in that mode, once the engine is there. */
  draws: { latest: Draws; test: number } | undefined;
  theme: Theme;
  messages: Messages;
  label: (id: ActivationId) => string;
}

/** Slopes beyond this are cut off: that network is exploding. */
const SLOPE_SHOWN = 3;

/** Line patterns of the layers, in turn. */
const DASHES: readonly (readonly number[])[] = [[], [8, 3], [2, 3], [10, 3, 2, 3], [5, 2]];

/** A slope with its sign, to three decimals at most. */
export const slopeText = (slope: number) => formatNumber(Number(slope.toFixed(3)));

export const preluOf = ({ course }: ChartContext): Lane => course.lanes[0]!;

/** As measured at the step read, unless the network has become non-finite by then. */
export function sampleOf(context: ChartContext, { run }: Lane): Metrics | undefined {
  const { state, step } = run.status;
  return state === 'diverged' && step <= context.step ? undefined : sampleAt(run, context.step);
}

/** PReLU's slopes at the step read, a layer each; none of a network that is no longer finite. */
export function learned(context: ChartContext): Float32Array[] {
  const sample = sampleOf(context, preluOf(context));
  return sample ? slopesOf(sample) : [];
}

/** Measurements of a network while it was finite. */
function finiteSamples({ run }: Lane): Metrics[] {
  return run.samples.filter(({ trainLoss }) => Number.isFinite(trainLoss));
}

function layerLook({ course, layer, theme }: ChartContext, index: number) {
  const { depth } = course.settings;
  const color = colorOf('prelu', theme);
  return {
    color: withAlpha(color, depth > 1 ? 1 - (0.5 * index) / (depth - 1) : 1),
    dash: DASHES[index % DASHES.length]!,
    width: index + 1 === layer ? 3 : 1.75,
  };
}

function stepAxis({ course, messages }: ChartContext): Axis {
  const { steps } = course.settings;
  return { min: 0, max: steps, label: messages.slopeTracks.stepAxis, format: whole };
}

const shown = (values: Iterable<number>) =>
  [...values].filter((value) => Math.abs(value) <= SLOPE_SHOWN);

/** Where all slopes began. */
function startLine({ course, theme }: ChartContext, from: number, to: number): Series {
  const y = course.settings.startSlope;
  return {
    id: 'start',
    color: theme.muted,
    dash: [1, 4],
    width: 1.25,
    points: [
      { x: from, y },
      { x: to, y },
    ],
    cursorY: Number.NaN,
  };
}

function tracksChart(context: ChartContext): ChartSpec {
  const { course, layer, step, chosen, messages } = context;
  const { depth, steps, startSlope } = course.settings;
  const words = messages.slopeTracks;
  const samples = finiteSamples(preluOf(context));
  const spreads = samples.map((sample) => ({
    step: sample.step,
    layers: slopesOf(sample).map(spreadOf),
  }));
  const along = (index: number, pick: (spread: Spread) => number): Point[] =>
    spreads.map(({ step: x, layers }) => ({ x, y: pick(layers[index]!) }));
  const lines = Array.from({ length: depth }, (_, index): Series => {
    const points = along(index, ({ mean }) => mean);
    const dots: Dot[] = points.length === 1 ? points.map((p) => ({ ...p, filled: true })) : [];
    return { id: `layer ${index + 1}`, ...layerLook(context, index), points, dots };
  });
  const quartiles = {
    lower: along(layer - 1, ({ lower }) => lower),
    upper: along(layer - 1, ({ upper }) => upper),
  };
  lines[layer - 1] = { ...lines[layer - 1]!, band: quartiles };
  const heights = [
    ...lines.flatMap(({ points }) => points),
    ...quartiles.lower,
    ...quartiles.upper,
  ];
  const now = learned(context);
  return {
    subtitle: words.charts.tracks.subtitle(formatNumber(layer)),
    options: {
      x: stepAxis(context),
      y: around(shown(heights.map(({ y }) => y)), {
        min: Math.min(0.2, startSlope - 0.05),
        max: Math.max(0.3, startSlope + 0.05),
      }),
    },
    series: [startLine(context, 0, steps), ...lines],
    cursor: chosen ? step : undefined,
    readings: lines.map(({ color, dash }, index) => ({
      id: 'prelu' as const,
      line: { color, dash },
      label: words.layer(formatNumber(index + 1)),
      text: now[index] ? slopeText(meanOf(now[index])) : words.diverged,
    })),
    note: words.notes.tracks(formatNumber(startSlope)),
  };
}

/** Faint, so that many dots on one another still tell where most are. */
const DOT_ALPHA = 0.5;
/** Units stand side by side over so much of the way from one layer to the next. */
const UNITS_WIDTH = 0.6;

function layersChart(context: ChartContext): ChartSpec {
  const { course, messages, theme } = context;
  const { depth } = course.settings;
  const words = messages.slopeTracks;
  const now = learned(context);
  const color = colorOf('prelu', theme);
  const dots = now.flatMap((slopes, index) =>
    [...slopes].map(
      (y, unit): Dot => ({
        x: index + 1 + UNITS_WIDTH * ((unit + 0.5) / slopes.length - 0.5),
        y,
        filled: true,
      }),
    ),
  );
  const means = now.map((slopes, index) => ({ x: index + 1, y: meanOf(slopes) }));
  const everything = finiteSamples(preluOf(context)).flatMap((sample) =>
    slopesOf(sample).flatMap((slopes) => shown(slopes)),
  );
  const all = now.flatMap((slopes) => [...slopes]);
  const below = all.filter((slope) => slope < 0).length;
  const empty = now.length === 0 ? { empty: words.allDiverged } : {};
  return {
    subtitle: words.charts.layers.subtitle,
    options: {
      x: {
        min: 0,
        max: depth + 1,
        step: 1,
        label: words.layerAxis,
        format: (x) => (x >= 1 && x <= depth ? formatNumber(x) : ''),
      },
      y: around(everything, { min: 0, max: 0.5 }),
    },
    series: [
      {
        id: 'units',
        color: withAlpha(color, DOT_ALPHA),
        dash: [],
        points: [],
        dots,
        dotSize: 2.5,
      },
      startLine(context, 0, depth + 1),
      {
        id: 'means',
        color,
        dash: [],
        width: 2.5,
        points: means,
        dots: means.map((p) => ({ ...p, filled: true })),
        dotSize: 4.5,
      },
    ],
    cursor: undefined,
    readings: [
      { id: 'prelu', label: words.meanOfAll, text: slopeText(meanOf(Float32Array.from(all))) },
      {
        id: 'prelu',
        label: words.negative,
        text: words.countOf(whole(below), whole(all.length)),
      },
    ],
    note: words.notes.layers,
    ...empty,
  };
}

/** What guessing costs. */
const CHANCE = { digits: Math.log(10), moons: Math.LN2, spiral: Math.LN2 } as const;

function lossChart(context: ChartContext): ChartSpec {
  const { course, step, chosen, messages, theme } = context;
  const words = messages.slopeTracks;
  const { steps, dataset } = course.settings;
  const chance = CHANCE[dataset];
  const lines = course.lanes.map((lane): Series => {
    const { dash, marker } = styleOf(lane.id);
    const points = finiteSamples(lane).map((s) => ({ x: s.step, y: s.trainLoss }));
    const broken = lane.run.status.state === 'diverged' ? points.slice(-1) : [];
    const first = points.length === 1 ? points : [];
    return {
      id: lane.id,
      color: colorOf(lane.id, theme),
      dash,
      marker,
      points,
      dots: [
        ...first.map((p) => ({ ...p, filled: true })),
        ...broken.map((p) => ({ ...p, filled: false })),
      ],
    };
  });
  const guess: Series = {
    id: 'chance',
    color: theme.muted,
    dash: [1, 4],
    width: 1.25,
    points: [
      { x: 0, y: chance },
      { x: steps, y: chance },
    ],
    cursorY: Number.NaN,
  };
  const values = lines.flatMap(({ points }) => points.map(({ y }) => y));
  return {
    subtitle: words.charts.loss.subtitle,
    options: { x: stepAxis(context), y: logAxis([...values, chance], 100 * chance) },
    series: [guess, ...lines],
    cursor: chosen ? step : undefined,
    readings: course.lanes.map((lane) => {
      const sample = sampleOf(context, lane);
      return {
        id: lane.id,
        label: context.label(lane.id),
        text: sample
          ? words.lossAndAccuracy(short(sample.trainLoss), percent(sample.testAccuracy))
          : words.diverged,
      };
    }),
    note: words.notes.loss(formatNumber(chance, 3)),
  };
}

/** One unit: RReLU's slope for each row, and the one that PReLU has for all. */
function unitChart(context: ChartContext): ChartSpec {
  const { draws, unit, messages, theme } = context;
  const words = messages.slopeTracks;
  const prelu = learned(context)[0]?.[unit - 1];
  const color = colorOf('rrelu', theme);
  const flat = (y: number): Point[] => [
    { x: 0, y },
    { x: ROWS + 1, y },
  ];
  const rows = draws
    ? Array.from({ length: ROWS }, (_, row) => ({
        x: row + 1,
        y: draws.latest.slopes[row * draws.latest.width + unit - 1]!,
        filled: true,
      }))
    : [];
  const series: Series[] = [
    {
      id: 'band',
      color,
      dash: [],
      width: 1,
      points: [],
      band: { lower: flat(LOWER), upper: flat(UPPER) },
    },
    { id: 'draws', color, dash: [], points: [], dots: rows, dotSize: 3.5 },
    ...(draws
      ? [{ id: 'test', color, dash: styleOf('rrelu').dash, points: flat(draws.test) }]
      : []),
    ...(prelu === undefined
      ? []
      : [{ id: 'prelu', ...look(context, 'prelu'), points: flat(prelu) }]),
  ];
  return {
    subtitle: words.charts.unit.subtitle(formatNumber(unit), formatNumber(ROWS)),
    options: {
      x: { min: 0, max: ROWS + 1, step: 8, label: words.rowAxis },
      y: around(prelu === undefined ? [] : shown([prelu]), { min: 0, max: 0.5 }),
    },
    series,
    cursor: undefined,
    readings: [
      {
        id: 'rrelu',
        label: words.rreluMean,
        text: draws ? slopeText(meanOf(Float32Array.from(rows, ({ y }) => y))) : '–',
      },
      { id: 'rrelu', label: words.rreluTest, text: draws ? draws.test.toFixed(4) : '–' },
      {
        id: 'prelu',
        label: words.preluUnit,
        text: prelu === undefined ? words.diverged : slopeText(prelu),
      },
    ],
    note: words.notes.unit,
  };
}

function look({ theme }: ChartContext, id: ActivationId) {
  const { dash } = styleOf(id);
  return { color: colorOf(id, theme), dash };
}

/** The histogram's bins: a twenty-fourth each, so that 1/8 and 1/3 are edges. */
const BIN = 1 / 24;
const FROM = -12 * BIN;
const TO = 30 * BIN;
const BINS = 42;

function outline(values: Float32Array): Point[] {
  return binShares(values, FROM, TO, BINS).flatMap((y, i) => [
    { x: FROM + i * BIN, y },
    { x: FROM + (i + 1) * BIN, y },
  ]);
}

function histogramChart(context: ChartContext): ChartSpec {
  const { draws, messages } = context;
  const words = messages.slopeTracks;
  const slopes = Float32Array.from(learned(context).flatMap((layer) => [...layer]));
  const series: Series[] = [];
  const readings: ChartSpec['readings'] = [];
  const add = (id: 'rrelu' | 'prelu', values: Float32Array) => {
    series.push({ id, ...look(context, id), width: 1.75, points: outline(values) });
    const { min, max } = spreadOf(values);
    readings.push({
      id,
      label: words.range(context.label(id)),
      text: words.fromTo(slopeText(min), slopeText(max)),
    });
  };
  if (draws) add('rrelu', draws.latest.slopes);
  if (slopes.length > 0) add('prelu', slopes);
  const heights = series.flatMap(({ points }) => points.map(({ y }) => y));
  return {
    subtitle: words.charts.histogram.subtitle,
    options: {
      x: { min: FROM, max: TO, step: 0.25, label: words.slopeAxis },
      y: { min: 0, max: 10 * Math.ceil(Math.max(10, ...heights) / 10), step: 10 },
    },
    series,
    cursor: undefined,
    readings,
    note: words.notes.histogram(
      draws ? whole(draws.latest.slopes.length) : '–',
      whole(slopes.length),
    ),
  };
}

type Name = 'tracks' | 'layers' | 'loss' | 'unit' | 'histogram';

const CHARTS: Readonly<Record<Name, (context: ChartContext) => ChartSpec>> = {
  tracks: tracksChart,
  layers: layersChart,
  loss: lossChart,
  unit: unitChart,
  histogram: histogramChart,
};

const CARDS: Readonly<Record<'learned' | 'draws', readonly [Name, Card['size']][]>> = {
  learned: [
    ['tracks', 'full'],
    ['layers', 'half'],
    ['loss', 'half'],
  ],
  draws: [
    ['unit', 'half'],
    ['histogram', 'half'],
    ['loss', 'full'],
  ],
};

export function makeCards(context: ChartContext): Card[] {
  return CARDS[context.course.settings.mode].map(([name, size]) => ({
    name,
    size,
    title: context.messages.slopeTracks.charts[name].title,
    spec: CHARTS[name](context),
  }));
}
