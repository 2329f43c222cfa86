// The memory of a race: samples in order, reading at a step, medians and bands.

import { describe, expect, it } from 'vitest';
import {
  addSample,
  newRun,
  partOf,
  sampleAt,
  series,
  spreadAt,
} from '../../../web/src/widgets/training-race/history.ts';
import { lane, metrics } from './fixtures.ts';

const loss = (m: { trainLoss: number }) => m.trainLoss;

describe('samples', () => {
  it('keeps them in order and replaces one measured twice', () => {
    const run = newRun(1);
    for (const [step, value] of [
      [0, 3],
      [10, 2],
      [5, 9],
      [10, 1],
    ] as const) {
      addSample(run, metrics(step, value));
    }
    expect(run.samples.map((m) => [m.step, m.trainLoss])).toEqual([
      [0, 3],
      [5, 9],
      [10, 1],
    ]);
  });

  it('reads the latest one at or before a step', () => {
    const [run] = lane([
      [
        [0, 3],
        [10, 2],
        [20, 1],
      ],
    ]).runs;
    expect(sampleAt(run!, 19)?.step).toBe(10);
    expect(sampleAt(run!, 20)?.step).toBe(20);
    expect(sampleAt(run!, 1e9)?.step).toBe(20);
    expect(sampleAt(newRun(1), 5)).toBeUndefined();
  });
});

describe('spread', () => {
  it('gives median and extremes over the seeds', () => {
    const three = lane([
      [
        [0, 1],
        [10, 5],
      ],
      [
        [0, 2],
        [10, 1],
      ],
      [
        [0, 9],
        [10, 2],
      ],
    ]);
    expect(series(three, loss)).toEqual([
      { step: 0, median: 2, min: 1, max: 9, count: 3 },
      { step: 10, median: 2, min: 1, max: 5, count: 3 },
    ]);
  });

  it('leaves out runs that are not finite', () => {
    const two = lane([
      [
        [0, 1],
        [10, Number.NaN],
      ],
      [
        [0, 3],
        [10, 2],
      ],
    ]);
    two.runs[0]!.status = { state: 'diverged', step: 7, epoch: 0 };
    expect(series(two, loss)[1]).toEqual({ step: 10, median: 2, min: 2, max: 2, count: 1 });
    expect(partOf(two, series(two, loss)[0]!)).toBeUndefined();
    expect(partOf(two, series(two, loss)[1]!)).toEqual([1, 2]);
    expect(spreadAt(two, 5, loss)?.count).toBe(2);
    expect(spreadAt(two, 10, loss)).toMatchObject({ median: 2, count: 1 });
    expect(spreadAt(lane([[]]), 10, loss)).toBeUndefined();
  });
});
