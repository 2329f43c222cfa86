// What lessons claim of the figure, run by the engine: dead units against the rate, a start with
// every unit off, networks born dead.

import { beforeAll, describe, expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import type { Engine } from '../../../web/src/engine/types.ts';
import { en } from '../../../web/src/i18n/en.ts';
import { measures } from '../../../web/src/widgets/dead-units/measures.ts';
import {
  type DeadUnitsSettings,
  deadUnitsSchema,
} from '../../../web/src/widgets/dead-units/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const settings = (values: Partial<DeadUnitsSettings>): DeadUnitsSettings => ({
  ...defaults(deadUnitsSchema),
  ...values,
});

const median = (values: number[]) => values.sort((a, b) => a - b)[values.length >> 1]!;

describe('dead units against the learning rate', () => {
  const at = (learningRate: number) =>
    [1, 2, 3, 4, 5].map((seed) => measures.deadShare(engine, settings({ learningRate }), seed));

  test('few at 0.1, many at 1', () => {
    expect(median(at(0.1))).toBeLessThan(0.05);
    expect(median(at(1))).toBeGreaterThan(0.3);
  });

  test('a network that is no longer finite counts as neither', () => {
    const broken = settings({ activation: 'prelu', learningRate: 10, steps: 50 });
    expect(measures.deadShare(engine, broken, 1)).toBeNaN();
    expect(measures.testAccuracy(engine, broken, 1)).toBeNaN();
  });

  test('units come back in the second layer, never in the first', () => {
    const fast = settings({ learningRate: 0.5 });
    for (const seed of [1, 2, 3]) {
      expect(measures.revivedShareFirst(engine, fast, seed)).toBe(0);
    }
    expect(measures.revivedShareDeeper(engine, fast, 1)).toBeGreaterThan(0);
  });
});

describe('all units off at the start', () => {
  const off = (values: Partial<DeadUnitsSettings>) =>
    settings({
      bias: -10,
      width: 64,
      depth: 1,
      batchSize: 64,
      learningRate: 0.1,
      steps: 2000,
      ...values,
    });

  test('ReLU stays at chance, its first weights untouched', () => {
    expect(measures.firstWeightsUnchanged(engine, off({}), 1)).toBe(1);
    const loss = measures.trainLoss(engine, off({}), 1);
    expect(loss).toBeGreaterThan(2.28);
    expect(loss).toBeLessThan(2.32);
  });

  test('a learned or larger slope gets away, 0.01 hardly', () => {
    expect(measures.trainLoss(engine, off({ activation: 'prelu' }), 1)).toBeLessThan(0.1);
    const leaky = (slope: number) =>
      measures.trainLoss(engine, off({ activation: 'leaky-relu', slope }), 1);
    expect(leaky(0.01)).toBeGreaterThan(1.9);
    expect(leaky(0.2)).toBeLessThan(0.2);
    expect(measures.trainLoss(engine, off({ activation: 'maxout' }), 1)).toBeLessThan(0.1);
    expect(measures.firstWeightsUnchanged(engine, off({ activation: 'prelu' }), 1)).toBe(0);
  });
});

test('born dead', () => {
  for (const [bornWidth, bornDepth] of [
    [2, 5],
    [3, 10],
    [5, 20],
  ] as const) {
    const chosen = settings({ bornWidth, bornDepth });
    const expected = measures.bornDeadProbability(engine, chosen, 1);
    expect(Math.abs(measures.bornDeadShare(engine, chosen, 1) - expected)).toBeLessThan(0.03);
  }
});

test('the table of claims has words for every measurement', () => {
  expect(Object.keys(en.site.claims.measures)).toEqual(
    expect.arrayContaining(Object.keys(measures)),
  );
});
