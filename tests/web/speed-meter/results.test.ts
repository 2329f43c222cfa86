// What the times of several rounds come to.

import { describe, expect, it } from 'vitest';
import type { Timed } from '../../../web/src/engine/speed/spec.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { SpeedResults, spreadOf } from '../../../web/src/widgets/speed-meter/results.ts';
import { specOf, speedSchema } from '../../../web/src/widgets/speed-meter/settings.ts';

const timed: Timed[] = [
  { variant: 'simd', id: 'relu', work: 'value' },
  { variant: 'simd', id: 'sigmoid', work: 'value' },
  { variant: 'simd', id: 'sigmoid', work: 'both' },
  { variant: 'simd', id: 'sigmoid', work: 'step' },
  { variant: 'baseline', id: 'sigmoid', work: 'value' },
];

describe('a spread', () => {
  it('is the median and the quartiles, in proportion between two values', () => {
    expect(spreadOf([4, 1, 3, 2])).toEqual({ median: 2.5, low: 1.75, high: 3.25 });
    expect(spreadOf([7])).toEqual({ median: 7, low: 7, high: 7 });
  });
});

describe('results', () => {
  const results = new SpeedResults(timed);

  it('are none before the first round', () => {
    expect(results.time('simd', 'relu', 'value')).toBeUndefined();
    expect(results.ratio('simd', 'sigmoid', 'value')).toBeUndefined();
    expect(results.noise).toBeUndefined();
  });

  it('have ratios within a round: one that is slow as a whole changes none', () => {
    for (const speed of [1, 1.1, 9]) {
      results.add([0.1, 1.4, 2, 1e6, 5.6].map((ns) => ns * speed));
    }
    expect(results.ratio('simd', 'sigmoid', 'value')).toBeCloseTo(14);
    expect(results.gain('sigmoid', 'value')).toBeCloseTo(4);
    expect(results.shareOfStep('simd', 'sigmoid', 50_000)).toBeCloseTo(0.1);
    expect(results.time('simd', 'sigmoid', 'value')!.median).toBeCloseTo(1.54);
  });

  it('say how far apart the times are', () => {
    const [quiet, busy] = [new SpeedResults(timed), new SpeedResults(timed)];
    for (let round = 0; round < 9; round++) {
      quiet.add(timed.map(() => 1 + 0.001 * round));
      busy.add(timed.map(() => 1 + 0.2 * round));
    }
    expect(quiet.noise).toBeLessThan(0.01);
    expect(busy.noise).toBeGreaterThan(0.3);
  });

  it('have none of what is not timed', () => {
    expect(results.ratio('simd', 'gelu', 'value')).toBeUndefined();
    expect(results.ratio('baseline', 'sigmoid', 'value')).toBeUndefined();
  });
});

describe('what is timed', () => {
  it('always has ReLU, and no elements of maxout and the gates', () => {
    const { timed } = specOf({ ...defaults(speedSchema), activations: ['maxout', 'tanh'] });
    const of = (id: string) => timed.filter((t) => t.id === id).map((t) => t.work);
    expect(of('relu')).toEqual(['value', 'both', 'step', 'value', 'both', 'step']);
    expect(of('tanh')).toHaveLength(6);
    expect(of('maxout')).toEqual(['step', 'step']);
  });

  it('is one module where only that is asked for', () => {
    const { timed } = specOf({ ...defaults(speedSchema), variants: ['baseline'] });
    expect(new Set(timed.map(({ variant }) => variant))).toEqual(new Set(['baseline']));
  });
});
