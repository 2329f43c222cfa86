// What a race has measured so far: one lane a racer, one run a seed, and their spread by step.

import type { ActivationId, Metrics, Status } from '../../engine/types.ts';

export interface Run {
  readonly seed: number;
  /** In order of step. */
  readonly samples: Metrics[];
  status: Status;
}

export interface Lane {
  readonly id: ActivationId;
  /** Units of each hidden layer, and trainable parameters in all. */
  readonly width: number;
  readonly parameters: number;
  /** In order of seed; the first is the one shown where only one fits. */
  readonly runs: Run[];
}

/** Median and extremes over the runs that are finite at a step. */
export interface SpreadPoint {
  step: number;
  median: number;
  min: number;
  max: number;
  count: number;
}

export type Selector = (metrics: Metrics) => number;

export const AT_START: Status = { state: 'running', step: 0, epoch: 0 };

export function newRun(seed: number): Run {
  return { seed, samples: [], status: AT_START };
}

/** Keeps a measurement; one of a step already measured replaces the old one. */
export function addSample(run: Run, metrics: Metrics): void {
  const last = run.samples.at(-1);
  if (!last || metrics.step > last.step) {
    run.samples.push(metrics);
    return;
  }
  const index = run.samples.findIndex((sample) => sample.step >= metrics.step);
  const exists = run.samples[index]!.step === metrics.step;
  run.samples.splice(index, exists ? 1 : 0, metrics);
}

/** The latest measurement taken at or before a step. */
export function sampleAt(run: Run, step: number): Metrics | undefined {
  let low = 0;
  let high = run.samples.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (run.samples[middle]!.step <= step) low = middle + 1;
    else high = middle;
  }
  return run.samples[low - 1];
}

function spread(step: number, values: number[]): SpreadPoint {
  values.sort((a, b) => a - b);
  const half = values.length >> 1;
  const median = values.length % 2 === 1 ? values[half]! : (values[half - 1]! + values[half]!) / 2;
  return { step, median, min: values[0]!, max: values.at(-1)!, count: values.length };
}

/** How many runs a spread is of, where it is not all of the lane's. */
export function partOf(lane: Lane, point: SpreadPoint): [count: number, runs: number] | undefined {
  return point.count < lane.runs.length ? [point.count, lane.runs.length] : undefined;
}

/** Spread of one measurement by step; runs that are no longer finite are left out. */
export function series(lane: Lane, select: Selector): SpreadPoint[] {
  const byStep = new Map<number, number[]>();
  for (const run of lane.runs) {
    for (const sample of run.samples) {
      const value = select(sample);
      if (!Number.isFinite(value)) continue;
      const values = byStep.get(sample.step);
      if (values) values.push(value);
      else byStep.set(sample.step, [value]);
    }
  }
  return [...byStep].sort(([a], [b]) => a - b).map(([step, values]) => spread(step, values));
}

/** Runs that had not become non-finite by a step. */
export function finiteRuns(lane: Lane, step: number): Run[] {
  return lane.runs.filter(({ status }) => status.state !== 'diverged' || status.step > step);
}

/** Spread of one measurement at a step, or nothing when no run is finite there. */
export function spreadAt(lane: Lane, step: number, select: Selector): SpreadPoint | undefined {
  const values: number[] = [];
  for (const run of finiteRuns(lane, step)) {
    const sample = sampleAt(run, step);
    const value = sample ? select(sample) : Number.NaN;
    if (Number.isFinite(value)) values.push(value);
  }
  return values.length ? spread(step, values) : undefined;
}

/** Runs that have become non-finite. */
export function divergedRuns(lane: Lane): Run[] {
  return lane.runs.filter((run) => run.status.state === 'diverged');
}
