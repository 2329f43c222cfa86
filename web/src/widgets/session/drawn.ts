// Everything that trainings draw, as one table: a row for each network and measurement, with all
// digits, in columns whose names stay. The page's CSV and the command line's are made of it.

import type { ActivationId, LayerMetrics, Metrics } from '../../engine/types.ts';
import type { Run } from '../training-race/history.ts';
import type { Lanes, Plan } from './lanes.ts';

export interface TrainedRun {
  readonly id: ActivationId;
  readonly run: Run;
}

type Numbers = Record<string, number>;

/** Pausing measures once more: what is kept is the same for every way to get there. */
function regularSamples({ samples }: Run, measureEvery: number): Metrics[] {
  const last = samples.at(-1);
  return samples.filter((sample) => sample === last || sample.step % measureEvery === 0);
}

/** `more` gives further columns of a step. A column without any number, such as the accuracy of a
 * regression, is left out. */
export function drawnRuns(
  runs: readonly TrainedRun[],
  measureEvery: number,
  more: (step: number) => Numbers = () => ({}),
) {
  const measured = runs.flatMap(({ id, run }) =>
    regularSamples(run, measureEvery).map((sample) => ({
      names: [id, run.seed] as (string | number)[],
      numbers: { ...numbersOf(sample), ...more(sample.step) } as Numbers,
    })),
  );
  const known = measured.flatMap(({ numbers }) =>
    Object.keys(numbers).filter((name) => !Number.isNaN(numbers[name])),
  );
  const columns = [...new Set(known)];
  return {
    head: ['activation', 'seed', ...columns],
    rows: measured.map(({ names, numbers }) => [
      ...names,
      ...columns.map((column) => numbers[column] ?? ''),
    ]),
  };
}

/** Before there is anything. */
export const NOTHING_DRAWN = { head: [], rows: [] };

export function drawnLanes<S>(shown: Lanes<S> | undefined, plan: (settings: S) => Plan) {
  if (!shown) return NOTHING_DRAWN;
  const { lanes, settings } = shown;
  return drawnRuns(lanes, plan(settings).options.measureEvery ?? 1);
}

function numbersOf({ layers, ...metrics }: Metrics): Numbers {
  const numbers = snakeNames('', metrics);
  layers.forEach((layer, i) => {
    const prefix = i < layers.length - 1 ? `layer_${i + 1}_` : 'output_';
    Object.assign(numbers, ofLayer(prefix, layer));
  });
  return numbers;
}

/** Without histograms, which would be most of the table. */
function ofLayer(prefix: string, layer: LayerMetrics): Numbers {
  const { histogram: _, slopes = [], pieceShares = [], ...numbers } = layer;
  const each = (name: string, values: ArrayLike<number>) =>
    Object.fromEntries(Array.from(values, (value, i) => [`${prefix}${name}_${i + 1}`, value]));
  return {
    ...snakeNames(prefix, numbers),
    ...each('slope', slopes),
    ...each('piece_share', pieceShares),
  };
}

/** `trainLoss` → `train_loss`. */
function snakeNames(prefix: string, numbers: Numbers | object): Numbers {
  const snake = (name: string) => name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
  return Object.fromEntries(
    Object.entries(numbers).map(([name, value]) => [`${prefix}${snake(name)}`, value]),
  );
}
