// What lessons state of signals and gradients through many layers.

import { loadEngine } from 'activation-lab/engine';
import { beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../web/src/engine/types.ts';
import { en } from '../../../web/src/i18n/en.ts';
import { measures } from '../../../web/src/widgets/layer-flow/measures.ts';
import {
  type FlowSettings,
  flowSchema,
  runKey,
} from '../../../web/src/widgets/layer-flow/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const base = defaults(flowSchema) as FlowSettings;
const measure = (name: string, values: Partial<FlowSettings>, seeds = [1, 2, 3]) =>
  seeds.map((seed) => measures[name]!(engine, { ...base, ...values }, seed));

function expectBetween(values: readonly number[], low: number, high: number): void {
  for (const value of values) {
    expect(value).toBeGreaterThan(low);
    expect(value).toBeLessThan(high);
  }
}

it('sigmoid’s gradient fades in six layers, ReLU’s does not', () => {
  const six = { depth: 6, width: 32 };
  for (const name of ['gradientRatio', 'outputGradientRatio']) {
    expectBetween(measure(name, { ...six, activations: ['sigmoid'] }), 0, 0.01);
    expectBetween(measure(name, { ...six, activations: ['relu'] }), 0.3, 4);
  }
});

it('ReLU’s gradient changes by the gain in every layer', () => {
  for (const initScale of [0.5, 1, 1.5, 2]) {
    const factors = measure('outputGradientFactor', { activations: ['relu'], initScale });
    expectBetween(factors, 0.95 * initScale, 1.05 * initScale);
    const [ratio] = measure('outputGradientRatio', { activations: ['relu'], initScale });
    expect(ratio! / factors[0]! ** (base.depth - 1)).toBeCloseTo(1, 6);
  }
});

it('Xavier lets ReLU’s signal fade, He keeps it', () => {
  const deep = { activations: ['relu'], depth: 30, width: 64 } as const;
  expectBetween(measure('rmsFactor', { ...deep, init: 'he' }), 0.9, 1.1);
  expectBetween(measure('rmsFactor', { ...deep, init: 'xavier' }), 0.64, 0.75);
  const [first] = measure('firstRms', deep);
  const [last] = measure('lastRms', deep);
  const [ratio] = measure('rmsRatio', deep);
  expect(ratio).toBeCloseTo(last! / first!, 12);
});

it('SELU keeps its variance with LeCun’s draws, and loses it with He’s', () => {
  const deep = { activations: ['selu'], depth: 32, width: 64 } as const;
  expectBetween(measure('smallestVariance', deep), 0.7, 1.4);
  expectBetween(measure('largestVariance', deep), 0.7, 1.4);
  expectBetween(measure('largestMean', deep), 0, 0.4);
  expectBetween(measure('largestVariance', { ...deep, init: 'he' }), 10, Infinity);
});

it('reads the layer that is chosen, and the last one for those beyond', () => {
  const of = (layer: number) => measure('layerRms', { depth: 4, layer }, [1])[0]!;
  expect(of(1)).toBe(measure('firstRms', { depth: 4 }, [1])[0]);
  expect(of(4)).toBe(measure('lastRms', { depth: 4 }, [1])[0]);
  expect(of(64)).toBe(of(4));
});

it('an exploding network diverges, and with clipped gradients learns', () => {
  const exploding = {
    activations: ['relu'],
    depth: 10,
    initScale: 1.5,
    learningRate: 0.03,
  } as const;
  expect(measure('divergedShare', exploding)).toEqual([1, 1, 1]);
  expectBetween(measure('trainLoss', { ...exploding, clipNorm: 1 }), 0, 1);
});

it('sigmoid’s top layer saturates at 0 while the first stays at one half', () => {
  const glorot = {
    activations: ['sigmoid'],
    depth: 4,
    init: 'uniform',
    batchSize: 10,
    learningRate: 1,
    steps: 1500,
  } as const;
  expectBetween(measure('smallestTopMean', glorot), 0, 0.1);
  expectBetween(measure('firstMeanThen', glorot), 0.45, 0.55);
});

it('ReLU’s outputs for two images become alike with depth, those of SELU do not', () => {
  const deep = { depth: 32, width: 64 };
  expectBetween(measure('outputCosine', { ...deep, activations: ['relu'] }), 0.8, 1);
  expectBetween(measure('outputCosine', { ...deep, activations: ['selu'] }), 0, 0.5);
});

it('only what the numbers depend on starts a run anew', () => {
  const key = runKey(base);
  expect(runKey({ ...base, layer: 7, charts: ['rms'], theory: false, theme: 'dark' })).toBe(key);
  expect(runKey({ ...base, initScale: 1.1 })).not.toBe(key);
  expect(runKey({ ...base, activations: ['relu'] })).not.toBe(key);
});

it('every measure has its words, for the tables of claims', () => {
  expect(Object.keys(en.site.claims.measures)).toEqual(
    expect.arrayContaining(Object.keys(measures)),
  );
});
