// What to say about each racer, as data: who broke or stalled, in which layer, unit and step.

import type { ActivationId, Dataset, DivergenceReason } from '../../engine/types.ts';
import { divergedRuns, type Lane, sampleAt, spreadAt } from './history.ts';

/** `count` runs have stopped learning; where and at which loss the first of them has. */
type Stop = { count: number; seed: number; layer: number; step: number; loss: number };

/** The accuracy is that on test data where `tested`; NaN for a regression. */
type Learning = { loss: number; accuracy: number; tested: boolean };

/** Layers and units are counted from 1, for readers; `layers` is the number of hidden ones. */
export type Verdict = { id: ActivationId; runs: number } & (
  | { kind: 'ready' }
  | {
      kind: 'diverged';
      count: number;
      seed: number;
      layer: number;
      output: boolean;
      unit?: number;
      step: number;
      reason: DivergenceReason;
    }
  | ({ kind: 'dead' } & Stop)
  /** `factor`: how many times smaller the first layer's gradient is than the last hidden one's. */
  | ({ kind: 'stalled'; factor: number } & Stop)
  | { kind: 'early'; step: number; loss: number; chance: number }
  | { kind: 'chance'; step: number; loss: number; chance: number; factor: number }
  | ({ kind: 'dying'; share: number; layer: number } & Learning)
  /** Better than a constant guess on the training rows, but not on the others. */
  | { kind: 'memorises'; step: number; train: number; test: number; guess: number }
  | ({ kind: 'learns'; step: number } & Learning)
);

/** Verdicts that a reader should not miss. */
export function isTrouble(verdict: Verdict): boolean {
  return !['ready', 'early', 'learns'].includes(verdict.kind);
}

/** Training loss of the best constant guess: the entropy of the classes, or the variance. */
export function chanceLoss(dataset: Dataset): number {
  const { classes, trainCount, targetSize } = dataset;
  if (classes > 0) {
    const counts = new Array<number>(classes).fill(0);
    for (let i = 0; i < trainCount; i++) counts[dataset.targets[i]!]!++;
    return counts.reduce(
      (sum, n) => (n ? sum - (n / trainCount) * Math.log(n / trainCount) : sum),
      0,
    );
  }
  let sum = 0;
  for (let k = 0; k < targetSize; k++) {
    let mean = 0;
    let square = 0;
    for (let i = 0; i < trainCount; i++) {
      const value = dataset.targets[i * targetSize + k]!;
      mean += value / trainCount;
      square += (value * value) / trainCount;
    }
    sum += square - mean * mean;
  }
  return sum / targetSize;
}

/** Accuracy of always naming the most frequent class of the training and of the test rows. */
export interface Majority {
  train: number;
  test: number;
}

/** Undefined where there is no test accuracy. */
export function majorityOf(dataset: Dataset): Majority | undefined {
  const { classes, count, targets, trainCount } = dataset;
  if (classes === 0 || trainCount === count) return undefined;
  const share = (from: number, to: number) => {
    const counts = new Array<number>(classes).fill(0);
    for (let i = from; i < to; i++) counts[targets[i]!]!++;
    return Math.max(...counts) / (to - from);
  };
  return { train: share(0, trainCount), test: share(trainCount, count) };
}

/** Below this many steps nobody can be said to stand still. */
const PATIENCE = 100;
/** A loss this close to chance has learned nothing. */
const NEAR_CHANCE = 0.97;
/** A share of dead units worth a word. */
const MANY_DEAD = 0.25;

/** The verdict on one racer at its latest step; `chance` is the loss of a constant guess. */
export function verdictOf(
  lane: Lane,
  hiddenLayers: number,
  chance: number,
  majority?: Majority,
): Verdict {
  const base = { id: lane.id, runs: lane.runs.length };
  const diverged = divergedRuns(lane);
  const first = diverged[0];
  if (first) {
    const { step, layer = hiddenLayers, unit, reason = 'loss' } = first.status;
    return {
      ...base,
      kind: 'diverged',
      count: diverged.length,
      seed: first.seed,
      layer: layer + 1,
      output: layer >= hiddenLayers,
      ...(unit === undefined ? {} : { unit: unit + 1 }),
      step,
      reason,
    };
  }
  const step = Math.max(...lane.runs.map((run) => run.status.step));
  if (step === 0) return { ...base, kind: 'ready' };
  const loss = spreadAt(lane, step, (m) => m.trainLoss)?.median ?? Number.NaN;
  for (const kind of ['dead', 'stalled'] as const) {
    const runs = lane.runs.filter((run) => run.status.state === kind);
    const [run] = runs;
    if (!run) continue;
    const { seed, status } = run;
    const measured = sampleAt(run, step);
    const stop = {
      count: runs.length,
      seed,
      layer: (status.layer ?? 0) + 1,
      step: status.step,
      loss: measured?.trainLoss ?? Number.NaN,
    };
    if (kind === 'dead') return { ...base, kind, ...stop };
    const norm = (layer: number) => measured?.layers[layer]?.gradientNorm ?? Number.NaN;
    return { ...base, kind, ...stop, factor: norm(hiddenLayers - 1) / norm(0) };
  }
  if (loss > NEAR_CHANCE * chance) {
    if (step < PATIENCE) return { ...base, kind: 'early', step, loss, chance };
    const norm = (layer: number) =>
      spreadAt(lane, step, (m) => m.layers[layer]?.gradientNorm ?? Number.NaN)?.median ??
      Number.NaN;
    const factor = norm(hiddenLayers - 1) / norm(0);
    return { ...base, kind: 'chance', step, loss, chance, factor };
  }
  const test = spreadAt(lane, step, (m) => m.testAccuracy)?.median;
  const train = spreadAt(lane, step, (m) => m.trainAccuracy)?.median ?? Number.NaN;
  if (majority && test !== undefined && train > majority.train && test <= majority.test) {
    return { ...base, kind: 'memorises', step, train, test, guess: majority.test };
  }
  const learning = { loss, accuracy: test ?? train, tested: test !== undefined };
  let worst = { layer: 0, share: 0 };
  for (let layer = 0; layer < hiddenLayers; layer++) {
    const share = spreadAt(lane, step, (m) => m.layers[layer]?.deadFraction ?? 0)?.median ?? 0;
    if (share > worst.share) worst = { layer, share };
  }
  if (worst.share >= MANY_DEAD) {
    return { ...base, kind: 'dying', share: worst.share, layer: worst.layer + 1, ...learning };
  }
  return { ...base, kind: 'learns', step, ...learning };
}
