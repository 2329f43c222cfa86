// What the charts of the figure show, and the live charts on their canvases.

import type { Messages } from '../../i18n/index.ts';
import { type ChartOptions, LineChart, type Point, type Series } from '../chart.ts';
import type { Theme } from '../theme.ts';
import { logAxis } from '../training-race/axes.ts';
import { percent, whole } from '../training-race/charts.ts';
import type { SharePoint } from './born-run.ts';
import { STATE_STYLES, stateColor } from './cells.ts';
import type { Course } from './controller.ts';
import { UNIT_STATES } from './units.ts';

export type ChartName = 'units' | 'loss' | 'share';

export interface ChartSpec {
  options: ChartOptions;
  series: Series[];
}

/** So that the charts below each other line up. */
const AXIS_WIDTH = 62;

const SHARE_AXIS = {
  min: 0,
  max: 1,
  step: 0.25,
  size: AXIS_WIDTH,
  format: percent,
} as const;

/** The share of units in each state over the steps. */
export function unitsChart(course: Course, theme: Theme, { deadUnits }: Messages): ChartSpec {
  const { past } = course.units;
  const { width, depth, steps } = course.settings;
  return {
    options: {
      x: { min: 0, max: steps, label: deadUnits.charts.step, format: whole },
      y: { ...SHARE_AXIS, label: deadUnits.charts.units },
    },
    series: UNIT_STATES.map((state) =>
      line(
        state,
        stateColor(state, theme),
        STATE_STYLES[state].dash,
        past.map(({ step, counts }) => ({ x: step, y: counts[state] / (width * depth) })),
      ),
    ),
  };
}

/** How the training and the test loss are drawn. */
export const LOSS_LINES = { train: [], test: [5, 4] } as const;

export function lossChart(course: Course, theme: Theme, { deadUnits }: Messages): ChartSpec {
  const { samples } = course.run;
  // A network that is no longer finite has no loss to draw.
  const finite = samples.filter(({ trainLoss }) => Number.isFinite(trainLoss));
  const losses = finite.flatMap(({ trainLoss, testLoss }) => [trainLoss, testLoss]);
  const over = (select: (sample: (typeof samples)[number]) => number) =>
    finite.map((sample) => ({ x: sample.step, y: select(sample) }));
  return {
    options: {
      x: { min: 0, max: course.settings.steps, label: deadUnits.charts.step, format: whole },
      y: { ...logAxis(losses, 1000), size: AXIS_WIDTH, label: deadUnits.charts.loss },
    },
    series: [
      line(
        'train',
        theme.text,
        LOSS_LINES.train,
        over((s) => s.trainLoss),
      ),
      line(
        'test',
        theme.accent,
        LOSS_LINES.test,
        over((s) => s.testLoss),
      ),
    ],
  };
}

/** How the simulated share and the formula are drawn. */
export const SHARE_LINES = { simulated: [], formula: [9, 4] } as const;

/** The running share with a band of one standard error, and the formula. */
export function shareChart(
  points: readonly SharePoint[],
  expected: number,
  networks: number,
  theme: Theme,
  { deadUnits }: Messages,
): ChartSpec {
  const along = (select: (point: SharePoint) => number): Point[] =>
    points.map((point) => ({ x: point.count, y: select(point) }));
  const formula = [1, networks].map((x) => ({ x, y: expected }));
  return {
    options: {
      x: {
        min: 1,
        max: networks,
        logarithmic: true,
        label: deadUnits.charts.networks,
        format: whole,
      },
      y: { ...SHARE_AXIS, label: deadUnits.charts.share },
    },
    series: [
      line('formula', stateColor('dead', theme), SHARE_LINES.formula, formula),
      {
        ...line(
          'simulated',
          theme.accent,
          SHARE_LINES.simulated,
          along(({ share }) => share),
        ),
        band: {
          lower: along(({ share, error }) => Math.max(0, share - error)),
          upper: along(({ share, error }) => Math.min(1, share + error)),
        },
      },
    ],
  };
}

function line(id: string, color: string, dash: readonly number[], points: Point[]): Series {
  const [only] = points;
  return {
    id,
    color,
    dash,
    points,
    // A line of one point would not be seen.
    dots: points.length === 1 && only ? [{ ...only, filled: true }] : [],
  };
}

/** The charts on the canvases `data-plot` of a root. */
export class Plots {
  private readonly charts = new Map<string, { chart: LineChart; options: string }>();

  /** Makes, draws and drops charts as their canvases come, change and go. */
  sync(root: ParentNode, specs: Partial<Record<ChartName, ChartSpec>>, theme: Theme): void {
    const canvases = new Map(
      [...root.querySelectorAll<HTMLCanvasElement>('canvas[data-plot]')].map((canvas) => [
        canvas.dataset.plot as ChartName,
        canvas,
      ]),
    );
    for (const [name, { chart }] of this.charts) {
      if (canvases.get(name as ChartName) === chart.canvas) continue;
      chart.dispose();
      this.charts.delete(name);
    }
    for (const [name, canvas] of canvases) {
      const spec = specs[name];
      if (spec) this.draw(name, canvas, spec, theme);
    }
  }

  setTheme(theme: Theme): void {
    for (const { chart } of this.charts.values()) chart.setTheme(theme);
  }

  dispose(): void {
    for (const { chart } of this.charts.values()) chart.dispose();
    this.charts.clear();
  }

  private draw(name: string, canvas: HTMLCanvasElement, spec: ChartSpec, theme: Theme): void {
    const options = JSON.stringify(spec.options);
    let live = this.charts.get(name);
    if (!live) {
      live = { chart: new LineChart(canvas, spec.options, theme), options };
      this.charts.set(name, live);
    }
    if (live.options !== options) live.chart.setOptions(spec.options);
    live.options = options;
    live.chart.setSeries(spec.series);
  }
}
