// The theory of wide layers: known factors, and measured networks that keep to it.

import { loadEngine } from 'activation-lab/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import type { ActivationId, Engine } from '../../../web/src/engine/types.ts';
import { trainingConfig } from '../../../web/src/widgets/layer-flow/config.ts';
import { hiddenLayers, rms } from '../../../web/src/widgets/layer-flow/measures.ts';
import { type FlowSettings, flowSchema } from '../../../web/src/widgets/layer-flow/settings.ts';
import { moments, theoryOf } from '../../../web/src/widgets/layer-flow/theory.ts';
import { PALETTE_IDS } from '../../../web/src/widgets/palette.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const settings = (values: Partial<FlowSettings>): FlowSettings => ({
  ...(defaults(flowSchema) as FlowSettings),
  ...values,
});

const factors = (values: readonly number[]) => values.slice(1).map((v, i) => v / values[i]!);

describe('moments', () => {
  it('are exact for ReLU, leaky ReLU and the identity', () => {
    expect(moments(engine, 'relu', 3).square).toBeCloseTo(1.5, 5);
    expect(moments(engine, 'relu', 3).slopes).toBeCloseTo(0.5, 6);
    expect(moments(engine, 'leaky-relu', 2).square).toBeCloseTo(1 + 0.01 ** 2, 5);
    expect(moments(engine, 'identity', 2)).toEqual({
      square: expect.closeTo(2, 5),
      slopes: expect.closeTo(1, 6),
    });
  });

  it('have SELU’s fixed point at variance 1', () => {
    expect(moments(engine, 'selu', 1).square).toBeCloseTo(1, 3);
  });

  it('bound sigmoid’s slopes by 1/16', () => {
    for (const variance of [1e-4, 0.1, 1, 10, 100]) {
      expect(moments(engine, 'sigmoid', variance).slopes).toBeLessThanOrEqual(1 / 16 + 1e-6);
    }
  });
});

describe('theoryOf', () => {
  it('says that ReLU with He × g changes signal and gradient by g a layer', () => {
    for (const initScale of [0.5, 1, 1.5]) {
      const theory = theoryOf(engine, settings({ initScale, depth: 8 }), 'relu')!;
      for (const factor of factors(theory.rms)) expect(factor).toBeCloseTo(initScale, 4);
      for (const factor of factors(theory.gradient)) expect(factor).toBeCloseTo(1 / initScale, 4);
    }
  });

  it('says that ReLU with Xavier halves the variance in every layer', () => {
    const theory = theoryOf(engine, settings({ init: 'xavier', depth: 6 }), 'relu')!;
    for (const factor of factors(theory.rms)) expect(factor).toBeCloseTo(Math.SQRT1_2, 4);
  });

  it('is silent where the data or normalization decide', () => {
    expect(theoryOf(engine, settings({ init: 'lsuv' }), 'relu')).toBeUndefined();
    expect(theoryOf(engine, settings({ batchNorm: true }), 'relu')).toBeUndefined();
  });

  it('is kept to by wide networks of every activation, in every scheme', () => {
    const inits = ['recommended', 'xavier', 'he', 'lecun', 'uniform'] as const;
    for (const [i, id] of PALETTE_IDS.entries()) {
      const chosen = settings({ depth: 3, width: 256, init: inits[i % inits.length]!, seed: 5 });
      const training = engine.createTraining(trainingConfig(chosen, id as ActivationId));
      const layers = hiddenLayers(training.metrics());
      training.dispose();
      const theory = theoryOf(engine, chosen, id)!;
      layers.forEach((layer, l) => {
        expect(rms(layer) / theory.rms[l]!, `${id}, RMS of layer ${l + 1}`).toBeGreaterThan(0.8);
        expect(rms(layer) / theory.rms[l]!, `${id}, RMS of layer ${l + 1}`).toBeLessThan(1.25);
      });
      if (id === 'step') continue;
      const measured = layers[0]!.outputGradientNorm / layers[2]!.outputGradientNorm;
      expect(measured / theory.gradient[0]!, `${id}, gradient`).toBeGreaterThan(0.7);
      expect(measured / theory.gradient[0]!, `${id}, gradient`).toBeLessThan(1.4);
    }
  });
});
