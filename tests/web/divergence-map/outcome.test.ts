// What becomes of a run, a cell and a row.

import { describe, expect, it } from 'vitest';
import {
  outcomeOf,
  type RunResult,
  rangeOf,
  scaleOf,
  tally,
} from '../../../web/src/widgets/divergence-map/outcome.ts';

const scale = scaleOf({ goal: 0.3, dataset: 'digits' });
const run = (trainLoss: number, deadShare = 0): RunResult => ({
  seed: 1,
  diverged: false,
  step: 400,
  trainLoss,
  testAccuracy: 0.5,
  deadShare,
});
const nan: RunResult = { ...run(Number.NaN), diverged: true, step: 7, deadShare: Number.NaN };

describe('a run', () => {
  it.each([
    ['converged', run(0.299)],
    ['slow', run(0.3)],
    ['slow', run(2.07)],
    ['stalled', run(2.08)],
    ['stalled', run(Math.LN10)],
    ['dead', run(Math.LN10, 0.51)],
    ['dead', run(900, 0.9)],
    ['erratic', run(2.54)],
    ['diverged', nan],
  ] as const)('is %s', (outcome, result) => {
    expect(outcomeOf(result, scale)).toBe(outcome);
  });

  it('with most units dead has still converged, or learns, if its loss says so', () => {
    expect(outcomeOf(run(0.1, 0.7), scale)).toBe('converged');
    expect(outcomeOf(run(1.2, 1), scale)).toBe('slow');
  });

  it('is held against the chance of its own data', () => {
    const two = scaleOf({ goal: 0.3, dataset: 'moons' });
    expect(outcomeOf(run(0.69), two)).toBe('stalled');
    expect(outcomeOf(run(0.6), two)).toBe('slow');
  });
});

describe('a cell', () => {
  it('is counted from best to worst', () => {
    expect(tally([nan, run(0.1), nan, run(2.3)], scale)).toEqual([
      { outcome: 'converged', count: 1 },
      { outcome: 'stalled', count: 1 },
      { outcome: 'diverged', count: 2 },
    ]);
  });
});

describe('a row', () => {
  const good = [run(0.1), run(0.2)];
  const half = [run(0.1), nan];
  const gone = [nan, nan];
  const slow = [run(1), run(0.1)];

  it('converges on its longest stretch, and diverges from where most do to the end', () => {
    expect(rangeOf([slow, good, good, half, gone, gone], scale)).toEqual({
      converged: [1, 2],
      divergedFrom: 4,
    });
    expect(rangeOf([good, slow, good, good, gone, half], scale)).toEqual({
      converged: [2, 3],
      divergedFrom: undefined,
    });
  });

  it('may do neither', () => {
    expect(rangeOf([slow, slow], scale)).toEqual({ converged: undefined, divergedFrom: undefined });
    expect(rangeOf([gone], scale)).toEqual({ converged: undefined, divergedFrom: 0 });
  });
});
