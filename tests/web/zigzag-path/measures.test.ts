// What the lessons state of the zig-zag, over several seeds: D7 of the course.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import type { Engine } from '../../../web/src/engine/types.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { measures } from '../../../web/src/widgets/zigzag-path/measures.ts';
import {
  type InputKind,
  type ZigzagSettings,
  zigzagSchema,
} from '../../../web/src/widgets/zigzag-path/settings.ts';

const SEEDS = [1, 2, 3, 4, 5];
let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine({ data: 'on-demand' });
});

const all = (name: string, kind: InputKind, set: Partial<ZigzagSettings>) =>
  SEEDS.map((seed) =>
    measures[name]!(engine, { ...defaults(zigzagSchema), inputs: [kind], ...set }, seed),
  );
const whole = { batch: 'all', rateShare: 0.5, steps: 400 } as const;

describe('one-signed inputs', () => {
  it.each([
    [2, 6, 9, 22, 40],
    [10, 30, 50, 100, 200],
  ])('%i weights: the condition number, and the steps to 1 %', (weights, c0, c1, s0, s1) => {
    for (const condition of all('conditionNumber', 'positive', { ...whole, weights })) {
      expect(condition).toBeGreaterThan(c0);
      expect(condition).toBeLessThan(c1);
    }
    for (const steps of all('stepsToOnePercent', 'positive', { ...whole, weights })) {
      expect(steps).toBeGreaterThan(s0);
      expect(steps).toBeLessThan(s1);
    }
  });

  it.each([2, 10])('%i weights: one point an update moves all weights one way', (weights) => {
    expect(all('sameSignShare', 'positive', { batch: '1', weights })).toEqual(SEEDS.map(() => 1));
  });

  it('mixes the signs in batches', () => {
    for (const share of all('sameSignShare', 'positive', { batch: '16' })) {
      expect(share).toBeLessThan(1);
    }
  });
});

describe('centred inputs', () => {
  it.each([
    [2, 1.3],
    [10, 2.2],
  ])('%i weights: well conditioned, and fast', (weights, condition) => {
    const set = { ...whole, weights };
    for (const c of all('conditionNumber', 'centred', set)) expect(c).toBeLessThan(condition);
    const slow = all('stepsToOnePercent', 'positive', set);
    all('stepsToOnePercent', 'centred', set).forEach((fast, i) => {
      expect(slow[i]! / fast).toBeGreaterThan(5);
    });
  });

  it('updates both weights one way about half of the time', () => {
    const shares = all('sameSignShare', 'centred', { batch: '1' });
    const mean = shares.reduce((sum, share) => sum + share, 0) / shares.length;
    expect(mean).toBeGreaterThan(0.4);
    expect(mean).toBeLessThan(0.6);
  });

  it('allows larger rates', () => {
    const before = all('limitRate', 'positive', {});
    all('limitRate', 'centred', {}).forEach((limit, i) => {
      expect(limit / before[i]!).toBeGreaterThan(5);
    });
  });
});

describe.each(['positive', 'centred'] as const)('the limit, %s inputs', (kind) => {
  it('diverges above and arrives below', () => {
    const set = { batch: 'all', steps: 5000 } as const;
    expect(all('diverges', kind, { ...set, rateShare: 1.01 })).toEqual(SEEDS.map(() => 1));
    expect(all('diverges', kind, { ...set, rateShare: 0.99 })).toEqual(SEEDS.map(() => 0));
    for (const distance of all('finalDistance', kind, { ...set, rateShare: 0.99 })) {
      expect(distance).toBeLessThan(0.01);
    }
  });
});
