// What the lessons state of the map: D10 of the course, in a few cells.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import type { ActivationId, Engine } from '../../../web/src/engine/types.ts';
import { measures } from '../../../web/src/widgets/divergence-map/measures.ts';
import { type MapSettings, mapSchema } from '../../../web/src/widgets/divergence-map/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

const SEEDS = [1, 2, 3];
let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const all = (name: string, activations: ActivationId[], set: Partial<MapSettings> = {}) =>
  SEEDS.map((seed) =>
    measures[name]!(engine, { ...defaults(mapSchema), activations, ...set }, seed),
  );
const one = { rateFrom: 1, rateTo: 1 };

describe('rate 1', () => {
  it('breaks PReLU, maxout and SELU; ReLU rather dies', () => {
    expect(all('divergedShare', ['prelu', 'maxout', 'selu'], one)).toEqual([1, 1, 1]);
    expect(all('convergedShare', ['relu'], one)).toEqual([0, 0, 0]);
    expect(all('diedShare', ['relu'], one)).toContain(1);
    expect(all('convergedShare', ['sigmoid'], one)).toEqual([1, 1, 1]);
  });
});

describe('boundaries', () => {
  it('PReLU converges up to about 0.32 and diverges from the next rates on', () => {
    for (const rate of all('highestConverged', ['prelu'])) {
      expect(rate).toBeGreaterThanOrEqual(0.178);
      expect(rate).toBeLessThanOrEqual(0.562);
    }
    for (const rate of all('divergedFrom', ['prelu'])) {
      expect(rate).toBeGreaterThanOrEqual(0.316);
      expect(rate).toBeLessThanOrEqual(1);
    }
  });

  it('sigmoid needs large rates, and never diverges', () => {
    const set = { rateFrom: 0.1, rateTo: 10, perDecade: 1 };
    expect(all('lowestConverged', ['sigmoid'], set)).toEqual([1, 1, 1]);
    const finite = SEEDS.map(() => Number.POSITIVE_INFINITY);
    expect(all('divergedFrom', ['sigmoid'], set)).toEqual(finite);
  });

  it('what converges at the highest rate of all has that as its boundary', () => {
    const set = { rateFrom: 0.1, rateTo: 0.2 };
    expect(all('highestConverged', ['relu'], set)).toEqual([0.178, 0.178, 0.178]);
  });

  it('are NaN where nothing converges', () => {
    const set = { rateFrom: 100, rateTo: 100 };
    expect(all('highestConverged', ['maxout'], set)).toEqual(SEEDS.map(() => Number.NaN));
    expect(all('lowestConverged', ['maxout'], set)).toEqual(SEEDS.map(() => Number.NaN));
  });
});
