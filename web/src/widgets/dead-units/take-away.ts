// What is taken away from the figure: the cells of every layer and the charts; of the born dead, the
// running share.

import type { Messages } from '../../i18n/index.ts';
import type { DrawnTable, LegendEntry, Picture } from '../take-away/types.ts';
import type { Theme } from '../theme.ts';
import { whole } from '../training-race/charts.ts';
import type { BornRun } from './born-run.ts';
import { bornVerdict, expectedShare, networkCells } from './born-view.ts';
import { paintCells, STATE_STYLES, sizeOf, stateColor } from './cells.ts';
import {
  type ChartSpec,
  LOSS_LINES,
  lossChart,
  SHARE_LINES,
  shareChart,
  unitsChart,
} from './charts.ts';
import type { Course } from './controller.ts';
import { gridOf, layerCells, verdictText } from './training-view.ts';
import { UNIT_STATES, type UnitState } from './units.ts';

const WIDTH = 444;
const HEIGHT = 280;

export function trainingPictures(course: Course, theme: Theme, messages: Messages): Picture[] {
  const words = messages.deadUnits;
  const grid = gridOf(WIDTH, course);
  const { readings } = words;
  return [
    ...course.units.layers.map((counts, layer) => ({
      title: words.layer(String(layer + 1)),
      subtitle: words.layerCounts(whole(counts.dead), whole(course.settings.width)),
      ...sizeOf(grid),
      width: WIDTH,
      paint: (context: CanvasRenderingContext2D, colors: Theme) =>
        paintCells(context, layerCells(course, layer), grid, colors),
      legend: (colors: Theme) => statesLegend(UNIT_STATES, words.states, colors, 'box'),
    })),
    chart(words.charts.unitsTitle, (colors) => unitsChart(course, colors, messages), {
      legend: (colors) => statesLegend(UNIT_STATES, words.states, colors, 'line'),
    }),
    chart(words.charts.lossTitle, (colors) => lossChart(course, colors, messages), {
      note: verdictText(course, messages),
      legend: (colors) => [
        { label: readings.trainLoss, color: colors.text, dash: LOSS_LINES.train },
        { label: readings.testLoss, color: colors.accent, dash: LOSS_LINES.test },
      ],
    }),
  ];

  function chart(
    title: string,
    make: (colors: Theme) => ChartSpec,
    more: Pick<Picture, 'note' | 'legend'>,
  ): Picture {
    return chartPicture(title, make(theme).options.y.label ?? '', make, more);
  }
}

export function bornPictures(run: BornRun, messages: Messages): Picture[] {
  const words = messages.deadUnits;
  const { cells, grid } = networkCells(run);
  const { networks } = run.settings;
  const share = (colors: Theme) =>
    shareChart(run.points, expectedShare(run), networks, colors, messages);
  return [
    {
      title: words.born.latest,
      ...sizeOf(grid),
      width: WIDTH,
      paint: (context, colors) => paintCells(context, cells, grid, colors),
      legend: (colors) =>
        statesLegend(
          ['alive', 'inactive', 'dead'],
          { alive: words.born.on, inactive: words.born.off, dead: words.born.deadRow },
          colors,
          'box',
        ),
    },
    chartPicture(words.charts.shareTitle, words.charts.share, share, {
      note: bornVerdict(run, messages),
      legend: (colors) => [
        {
          label: `${words.readings.formula} ${words.born.formula}`,
          color: stateColor('dead', colors),
          dash: SHARE_LINES.formula,
        },
        { label: words.readings.simulated, color: colors.accent, dash: SHARE_LINES.simulated },
      ],
    }),
  ];
}

export function drawnBorn(run: BornRun): DrawnTable {
  return {
    head: ['networks', 'dead_share', 'standard_error', 'expected_share'],
    rows: run.points.map(({ count, share, error }) => [count, share, error, expectedShare(run)]),
  };
}

function chartPicture(
  title: string,
  subtitle: string,
  make: (colors: Theme) => ChartSpec,
  more: Pick<Picture, 'note' | 'legend'>,
): Picture {
  return {
    title,
    subtitle,
    width: WIDTH,
    height: HEIGHT,
    paint: (_, colors, draw) => draw.chart(make(colors)),
    ...more,
  };
}

function statesLegend(
  states: readonly UnitState[],
  labels: Partial<Record<UnitState, string>>,
  colors: Theme,
  shape: 'line' | 'box',
): LegendEntry[] {
  return states.map((state) => ({
    label: labels[state]!,
    color: stateColor(state, colors),
    dash: STATE_STYLES[state].dash,
    shape,
  }));
}
