// What the hidden layers give out for the images, and how far it keeps them apart.

import { loadEngine } from 'activation-lab/engine';
import { beforeAll, describe, expect, it } from 'vitest';
import type { Engine, NetworkConfig, Training } from '../../../web/src/engine/types.ts';
import { hiddenOutputs, imageSpread } from '../../../web/src/widgets/layer-flow/image-spread.ts';
import { measures } from '../../../web/src/widgets/layer-flow/measures.ts';
import { type FlowSettings, flowSchema } from '../../../web/src/widgets/layer-flow/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

function withNetwork<T>(network: NetworkConfig, use: (training: Training) => T): T {
  const training = engine.createTraining({ dataset: { name: 'digits' }, network });
  try {
    return use(training);
  } finally {
    training.dispose();
  }
}

describe('hiddenOutputs', () => {
  it('gives the output layer what the engine’s own forward pass gives it', () => {
    withNetwork({ hidden: [7, 5], activation: { id: 'sigmoid' }, initScale: 4 }, (training) => {
      training.step(20);
      const [, last] = hiddenOutputs(engine, training);
      const { inputs } = engine.dataset({ name: 'digits' });
      const expected = training.predict(inputs.slice(0, 64 * 10));
      const named = (name: string) => training.parameters().find((p) => p.name === name)!.values;
      const weight = named('layers.2.weight');
      const bias = named('layers.2.bias');
      for (let row = 0; row < 10; row++) {
        for (let k = 0; k < 10; k++) {
          let sum = bias[k]!;
          for (let i = 0; i < 5; i++) sum += last!.values[row * 5 + i]! * weight[i * 10 + k]!;
          expect(sum).toBeCloseTo(expected[row * 10 + k]!, 4);
        }
      }
    });
  });

  it('refuses layers with more than a matrix and a bias', () => {
    for (const id of ['maxout', 'glu', 'prelu'] as const) {
      withNetwork({ hidden: [4], activation: { id } }, (training) => {
        expect(() => hiddenOutputs(engine, training)).toThrow(/one weight matrix/);
      });
    }
  });
});

describe('imageSpread', () => {
  it('is the standard deviation over rows, without what differs from unit to unit', () => {
    expect(imageSpread({ units: 2, values: Float32Array.of(1, 5, 3, 5) })).toBeCloseTo(
      Math.SQRT1_2,
      6,
    );
  });
});

it('images come together on the way up as the gradient fades on the way back', () => {
  const settings = { ...defaults(flowSchema), activations: ['sigmoid'], depth: 10 };
  const measure = (name: string) => measures[name]!(engine, settings as FlowSettings, 1);
  expect(measure('startSaturation')).toBe(0);
  expect(measure('imageSpreadFactor') / measure('outputGradientFactor')).toBeCloseTo(1, 1);
  const grown = measure('lastImageSpread') / measure('firstImageSpread');
  expect(grown / measure('imageSpreadFactor') ** 9).toBeCloseTo(1, 6);
});
