// What lessons state of learned slopes, on a small network.

import { loadEngine } from 'activation-lab/engine';
import { beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../web/src/engine/types.ts';
import { en } from '../../../web/src/i18n/en.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { racersOf, trainingConfig } from '../../../web/src/widgets/slope-tracks/config.ts';
import { measures } from '../../../web/src/widgets/slope-tracks/measures.ts';
import {
  runKey,
  type SlopesSettings,
  slopesSchema,
} from '../../../web/src/widgets/slope-tracks/settings.ts';
import { meanOf, slopesOf } from '../../../web/src/widgets/slope-tracks/slopes.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const base = defaults(slopesSchema) as SlopesSettings;
const small = { ...base, depth: 2, width: 16, steps: 200 };
const measure = (name: string, values: Partial<SlopesSettings> = {}, seed = 1) =>
  measures[name]!(engine, { ...small, ...values }, seed);

it('measures what the network that it trains has learned', () => {
  const training = engine.createTraining(trainingConfig(small, 'prelu', 1));
  training.step(small.steps);
  const metrics = training.metrics();
  training.dispose();
  const layers = slopesOf(metrics);
  expect(layers.map(({ length }) => length)).toEqual([16, 16]);
  expect(measure('firstSlope')).toBe(meanOf(layers[0]!));
  expect(measure('lastSlope')).toBe(meanOf(layers[1]!));
  expect(measure('trainLoss')).toBe(metrics.trainLoss);
  expect(measure('largestSlope')).toBe(Math.max(...layers[0]!, ...layers[1]!));
  expect(measure('firstAboveLast')).toBe(measure('firstSlope') > measure('lastSlope') ? 1 : 0);
});

it('slopes with a rate of 0 stay where they started, and faster ones go further', () => {
  expect(measure('smallestSlope', { slopeRate: 0, startSlope: 0.5 })).toBe(0.5);
  expect(measure('largestSlope', { slopeRate: 0, startSlope: 0.5 })).toBe(0.5);
  const range = (slopeRate: number) =>
    measure('largestSlope', { slopeRate }) - measure('smallestSlope', { slopeRate });
  expect(range(10)).toBeGreaterThan(2 * range(1));
});

it('counts one slope a unit among all that is trained', () => {
  const others = 64 * 16 + 16 + (16 * 16 + 16) + (16 * 10 + 10);
  expect(measure('slopeShare')).toBeCloseTo(32 / (others + 32), 12);
});

it('a network that diverges has learned no slopes', () => {
  expect(measure('firstSlope', { learningRate: 10 })).toBeNaN();
});

it('RReLU trains beside PReLU where its draws are shown', () => {
  expect(racersOf(base)).toEqual(['prelu', 'relu']);
  expect(racersOf({ ...base, mode: 'draws' })).toEqual(['prelu', 'rrelu', 'relu']);
  expect(racersOf({ ...base, mode: 'draws', compare: ['rrelu'] })).toEqual(['prelu', 'rrelu']);
});

it('what is only read does not start anew', () => {
  expect(runKey({ ...base, layer: 3, unit: 4 })).toBe(runKey(base));
  expect(runKey({ ...base, slopeRate: 1 })).not.toBe(runKey(base));
});

it('every measurement has its words', () => {
  for (const name of Object.keys(measures)) expect(en.site.claims.measures).toHaveProperty(name);
});
