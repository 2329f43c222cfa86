// One training run of a race as claims see it: what is recorded of it, and what can be measured.

import type { Training } from '../../src/engine/types.ts';

/** What one run leaves behind; everything a claim can state about it. */
export interface RunRecord {
  firstGradient: number;
  lastGradient: number;
  trainLoss: number;
  testLoss: number;
  trainAccuracy: number;
  testAccuracy: number;
  deadShare: number;
  saturatedShare: number;
  diverged: boolean;
  step: number;
  /** Steps to the accuracy or loss asked for; infinite if it was never reached. */
  stepsToGoal: number;
}

type RunMeasure = (run: RunRecord) => number;

export const RUN_MEASURES: Record<string, RunMeasure> = {
  firstGradient: (run) => run.firstGradient,
  lastGradient: (run) => run.lastGradient,
  gradientRatio: (run) => run.firstGradient / run.lastGradient,
  trainLoss: (run) => run.trainLoss,
  testLoss: (run) => run.testLoss,
  trainAccuracy: (run) => run.trainAccuracy,
  testAccuracy: (run) => run.testAccuracy,
  deadShare: (run) => run.deadShare,
  saturatedShare: (run) => run.saturatedShare,
  divergedShare: (run) => (run.diverged ? 1 : 0),
  divergedStep: (run) => (run.diverged ? run.step : Number.POSITIVE_INFINITY),
  stepsToAccuracy: (run) => run.stepsToGoal,
  stepsToLoss: (run) => run.stepsToGoal,
};

/** What a run waits for. */
export interface Goal {
  accuracy?: number | undefined;
  loss?: number | undefined;
}

/** Trains to the goal, or to the last step. */
export function runTraining(training: Training, steps: number, goal: Goal): RunRecord {
  const before = training.metrics().layers.slice(0, -1);
  const stepsToGoal = trainToGoal(training, steps, goal);
  const { state, step } = training.status();
  const metrics = training.metrics();
  const hidden = metrics.layers.slice(0, -1);
  const share = (of: (layer: (typeof hidden)[number]) => number) =>
    hidden.reduce((sum, layer) => sum + of(layer), 0) / hidden.length;
  return {
    firstGradient: before[0]?.gradientNorm ?? Number.NaN,
    lastGradient: before.at(-1)?.gradientNorm ?? Number.NaN,
    trainLoss: metrics.trainLoss,
    testLoss: metrics.testLoss,
    trainAccuracy: metrics.trainAccuracy,
    testAccuracy: metrics.testAccuracy,
    deadShare: share((layer) => layer.deadFraction),
    saturatedShare: share((layer) => layer.saturatedFraction),
    diverged: state === 'diverged',
    step,
    stepsToGoal,
  };
}

/** Steps to the goal, which ends the training; infinite without one. */
function trainToGoal(training: Training, steps: number, goal: Goal): number {
  const { accuracy, loss } = goal;
  if (accuracy === undefined && loss === undefined) {
    training.step(steps);
    return Number.POSITIVE_INFINITY;
  }
  const interval = loss === undefined ? 10 : 2;
  for (let done = 0; done < steps; done += interval) {
    const { state, step } = training.step(interval);
    if (state === 'diverged') break;
    const { testAccuracy, trainLoss } = training.metrics();
    if (loss === undefined ? testAccuracy >= accuracy! : trainLoss < loss) return step;
  }
  return Number.POSITIVE_INFINITY;
}
