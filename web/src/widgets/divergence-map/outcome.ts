// What becomes of a run, and of the runs of a cell and of a row.

import type { Metrics, Status } from '../../engine/types.ts';
import type { MapSettings } from './settings.ts';

/** From best to worst; the order in which a mixed cell is split. */
export const OUTCOMES = ['converged', 'slow', 'stalled', 'dead', 'erratic', 'diverged'] as const;
export type Outcome = (typeof OUTCOMES)[number];

export interface RunResult {
  seed: number;
  diverged: boolean;
  /** Steps taken; of a diverged run, the step in which it happened. */
  step: number;
  /** After the last step; not finite where it diverged. */
  trainLoss: number;
  testAccuracy: number;
  /** Share of hidden units whose derivative is zero on every training row. */
  deadShare: number;
}

/** What a loss is held against. */
export interface Scale {
  /** Below it, a run has converged. */
  goal: number;
  /** Loss of guessing: all classes equally likely. */
  chance: number;
}

/** Between these shares of chance, a loss is that of guessing. */
export const LEARNED = 0.9;
export const THROWN = 1.1;
/** More than this share is most. */
const MOST = 0.5;

export function scaleOf({ goal, dataset }: Pick<MapSettings, 'goal' | 'dataset'>): Scale {
  return { goal, chance: Math.log(dataset === 'digits' ? 10 : 2) };
}

export function resultOf(seed: number, status: Status, metrics: Metrics): RunResult {
  const hidden = metrics.layers.slice(0, -1);
  const diverged = status.state === 'diverged';
  return {
    seed,
    diverged,
    step: status.step,
    trainLoss: metrics.trainLoss,
    testAccuracy: diverged ? Number.NaN : metrics.testAccuracy,
    deadShare: diverged
      ? Number.NaN
      : hidden.reduce((sum, layer) => sum + layer.deadFraction, 0) / hidden.length,
  };
}

export function outcomeOf({ diverged, trainLoss, deadShare }: RunResult, scale: Scale): Outcome {
  if (diverged) return 'diverged';
  if (trainLoss < scale.goal) return 'converged';
  if (trainLoss < LEARNED * scale.chance) return 'slow';
  if (deadShare > MOST) return 'dead';
  return trainLoss > THROWN * scale.chance ? 'erratic' : 'stalled';
}

export interface Part {
  outcome: Outcome;
  count: number;
}

/** How many runs of each outcome there are, without those that nobody had. */
export function tally(results: readonly RunResult[], scale: Scale): Part[] {
  const outcomes = results.map((result) => outcomeOf(result, scale));
  return OUTCOMES.map((outcome) => ({
    outcome,
    count: outcomes.filter((other) => other === outcome).length,
  })).filter(({ count }) => count > 0);
}

/** Columns of a row, as indices of its rates. */
export interface RowRange {
  /** The longest stretch on which every run converged. */
  converged: readonly [first: number, last: number] | undefined;
  /** From here on, most runs of every cell diverged. */
  divergedFrom: number | undefined;
}

export function rangeOf(cells: readonly (readonly RunResult[])[], scale: Scale): RowRange {
  const shareOf = (cell: readonly RunResult[], outcome: Outcome) =>
    cell.filter((result) => outcomeOf(result, scale) === outcome).length / cell.length;
  let converged: [number, number] | undefined;
  let first = 0;
  cells.forEach((cell, column) => {
    if (shareOf(cell, 'converged') < 1) first = column + 1;
    else if (!converged || column - first > converged[1] - converged[0])
      converged = [first, column];
  });
  const tame = cells.findLastIndex((cell) => shareOf(cell, 'diverged') <= MOST);
  return { converged, divergedFrom: tame + 1 < cells.length ? tame + 1 : undefined };
}
