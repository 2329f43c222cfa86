// The layer under the curves: its networks, how flat it is, and what lessons may claim of it.

import { describe, expect, it, test } from 'vitest';
import { ACTIVATIONS } from '../../../web/src/engine/catalog.ts';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import type { LayerMetrics } from '../../../web/src/engine/types.ts';
import { flatness } from '../../../web/src/widgets/activation-plot/layer/flatness.ts';
import {
  networksOf,
  shownLayer,
  trainingConfig,
} from '../../../web/src/widgets/activation-plot/layer/network.ts';
import { measures } from '../../../web/src/widgets/activation-plot/measures.ts';
import { completeParams } from '../../../web/src/widgets/activation-plot/parameters.ts';
import {
  type PlotSettings,
  plotSchema,
} from '../../../web/src/widgets/activation-plot/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

const engine = await loadEngine();
const infoOf = (id: string) => ACTIVATIONS.find((info) => info.id === id)!;
const settings = (values: Partial<PlotSettings> = {}): PlotSettings => ({
  ...defaults(plotSchema),
  layer: 1,
  width: 16,
  ...values,
});

describe('networks', () => {
  it('are those of the first four functions with one pre-activation', () => {
    const infos = ['maxout', 'relu', 'glu', 'tanh', 'gelu', 'mish', 'selu'].map(infoOf);
    expect(networksOf(infos).map(({ id }) => id)).toEqual(['relu', 'tanh', 'gelu', 'mish']);
  });

  it('take the parameters of the plot', () => {
    const { network } = trainingConfig(settings(), infoOf('elu'), { alpha: 2 });
    expect(network.activation).toEqual({ id: 'elu', params: { alpha: 2 } });
  });

  test.each(ACTIVATIONS.filter(({ kind }) => kind === 'elementwise'))(
    'of $id can train',
    (info) => {
      const training = engine.createTraining(
        trainingConfig(settings({ depth: 1 }), info, completeParams(info, {})),
      );
      expect(training.step(1).state).not.toBe('diverged');
      training.dispose();
    },
  );

  it('show their last layer where one beyond is asked for', () => {
    expect(shownLayer(settings({ layer: 5, depth: 3 }))).toBe(2);
    expect(shownLayer(settings({ layer: 2, depth: 3 }))).toBe(1);
  });
});

describe('flatness', () => {
  const layer = (counts: number[], flat = 0, inactive = 0) =>
    ({
      histogram: Float32Array.from(counts),
      saturatedFraction: flat,
      inactiveFraction: inactive,
    }) as LayerMetrics;
  const relu = (x: Float32Array) => x.map((z) => (z > 0 ? 1 : 0));

  it('takes the mean of the slope over the values', () => {
    const { meanSlope, largestSlope } = flatness(layer([1, 0, 2, 1]), relu);
    expect(meanSlope).toBeCloseTo(0.75);
    expect(largestSlope).toBe(1);
  });

  it('finds the bins where the function is flat, those side by side together', () => {
    const clipped = (x: Float32Array) => x.map((z) => (Math.abs(z) < 4 ? 1 : 0));
    const { flat } = flatness(layer(Array(8).fill(1)), clipped);
    expect(flat.map((bins) => [bins[0]!.from, bins.at(-1)!.to])).toEqual([
      [-8, -4],
      [4, 8],
    ]);
  });

  it('is whole for a function without any slope', () => {
    const none = (x: Float32Array) => x.map(() => 0);
    const found = flatness(layer([1, 1], 0, 1), none);
    expect(found.share).toBe(1);
    expect(found.flat).toHaveLength(1);
  });
});

describe('measures', () => {
  it('are those of the engine', () => {
    const training = engine.createTraining(
      trainingConfig(settings({ functions: ['relu'], layer: 2 }), infoOf('relu'), {}, 3),
    );
    training.step(20);
    const { saturatedFraction } = training.metrics().layers[1]!;
    training.dispose();
    const measured = settings({ functions: ['relu'], layer: 2, steps: 20 });
    expect(measures.flatShare!(engine, measured, 3)).toBe(saturatedFraction);
    // ReLU's slope is 1 where it is not flat, and 0 is an edge of a bin.
    expect(measures.meanDerivative!(engine, measured, 3)).toBeCloseTo(1 - saturatedFraction, 5);
  });

  it('need a layer', () => {
    expect(() => measures.flatShare!(engine, settings({ layer: 0 }), 1)).toThrow(/“layer” is 0/);
  });
});
