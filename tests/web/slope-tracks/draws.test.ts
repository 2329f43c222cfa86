// RReLU's slopes as the engine draws them, and slopes in a few numbers.

import { loadEngine } from 'activation-lab/engine';
import { beforeAll, expect, it } from 'vitest';
import type { Engine } from '../../../web/src/engine/types.ts';
import {
  LOWER,
  ROWS,
  SlopeDraws,
  testSlope,
  UPPER,
} from '../../../web/src/widgets/slope-tracks/draws.ts';
import { binShares, meanOf, spreadOf } from '../../../web/src/widgets/slope-tracks/slopes.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

function drawn(width: number, seed: number, steps = 1) {
  const source = new SlopeDraws(engine, width, seed);
  const all = Array.from({ length: steps }, () => source.next());
  source.dispose();
  return all;
}

it('draws lie between the limits, evenly', () => {
  expect([LOWER, UPPER]).toEqual([1 / 8, 1 / 3]);
  const { slopes } = drawn(64, 1)[0]!;
  expect(slopes).toHaveLength(ROWS * 64);
  expect(Math.min(...slopes)).toBeGreaterThanOrEqual(Math.fround(LOWER));
  expect(Math.max(...slopes)).toBeLessThanOrEqual(Math.fround(UPPER));
  // Kolmogorov and Smirnov's distance from the uniform distribution, at a level of one in a thousand.
  const sorted = slopes.slice().sort();
  const distance = Math.max(
    ...sorted.map((a, i) => Math.abs((a - LOWER) / (UPPER - LOWER) - (i + 0.5) / sorted.length)),
  );
  expect(distance).toBeLessThan(1.95 / Math.sqrt(sorted.length));
});

it('every step draws anew, every seed its own, and the same seed the same', () => {
  const [first, second] = drawn(8, 3, 2);
  expect([first!.step, second!.step]).toEqual([1, 2]);
  expect(second!.slopes).not.toEqual(first!.slopes);
  expect(drawn(8, 3)[0]).toEqual(first);
  expect(drawn(8, 4)[0]!.slopes).not.toEqual(first!.slopes);
});

it('reads what the network multiplied by', () => {
  // The first row of a network whose batch is that one row: the loss tells the slope.
  const training = engine.createTraining({
    seed: 5,
    dataset: {
      inputs: [1],
      targets: [0],
      inputSize: 1,
      targetSize: 1,
      task: 'regression',
    },
    network: { hidden: [1], activation: { id: 'rrelu' } },
    loss: 'mse',
    optimizer: { name: 'sgd', learningRate: 1 },
    batchSize: 1,
  });
  training.setParameters([
    { name: 'layers.0.weight', values: Float32Array.of(-2) },
    { name: 'layers.0.bias', values: Float32Array.of(0) },
    { name: 'layers.1.weight', values: Float32Array.of(1) },
    { name: 'layers.1.bias', values: Float32Array.of(0) },
  ]);
  training.step(1);
  const bias = training.parameters().find(({ name }) => name === 'layers.1.bias')!.values[0]!;
  training.dispose();
  // The output is −2a, the gradient of its bias twice that, and the step minus that: 4a.
  const slopes = [...drawn(1, 5)[0]!.slopes];
  expect(slopes.map((a) => Math.abs(4 * a - bias) < 1e-6)).toContain(true);
});

it('tests with the mean of the limits', () => {
  expect(testSlope(engine)).toBeCloseTo((1 / 8 + 1 / 3) / 2, 6);
});

it('takes quartiles between the nearest values', () => {
  const spread = spreadOf(Float32Array.of(4, 1, 3, 2));
  expect(spread).toEqual({ mean: 2.5, min: 1, lower: 1.75, median: 2.5, upper: 3.25, max: 4 });
  expect(spreadOf(Float32Array.of(7))).toMatchObject({ min: 7, lower: 7, median: 7, max: 7 });
  expect(meanOf(Float32Array.of(1, 2))).toBe(1.5);
});

it('counts what lies beyond in the outermost bins', () => {
  expect(binShares(Float32Array.of(-5, 0.1, 0.6, 9), 0, 1, 2)).toEqual([50, 50]);
});
