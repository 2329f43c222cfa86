// The maxout fit: its targets, gradients and start, and its Adam against the engine's.

import { describe, expect, it } from 'vitest';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import { Adam } from '../../../web/src/widgets/maxout-fit/adam.ts';
import {
  errorAndGradient,
  outputAt,
  type Pieces,
  shares,
  train,
  unitsAt,
  winnerAt,
} from '../../../web/src/widgets/maxout-fit/fit.ts';
import { stretches } from '../../../web/src/widgets/maxout-fit/picture.ts';
import { fitSchema } from '../../../web/src/widgets/maxout-fit/settings.ts';
import {
  FIRST_DRAWING,
  formatDrawing,
  parseDrawing,
  targetValues,
  XS,
} from '../../../web/src/widgets/maxout-fit/targets.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

const pieces = (weights: number[], biases: number[]): Pieces => ({
  weights: Float64Array.from(weights),
  biases: Float64Array.from(biases),
});

describe('a drawing', () => {
  it('is read and written, and joined by straight lines', () => {
    const { heights } = parseDrawing(FIRST_DRAWING);
    expect(formatDrawing(heights)).toBe(FIRST_DRAWING);
    const values = targetValues('drawn', FIRST_DRAWING);
    expect(values[0]).toBeCloseTo(0.9, 12);
    expect(values[10]).toBeCloseTo(0.7, 12);
    expect(values[200]).toBeCloseTo(0.9, 12);
  });

  it.each(['', '1 2 3', '0 0 0 0 0 0 0 0 0 0 9', '0 0 0 0 0 0 0 0 0 0 x'])(
    'refuses “%s”',
    (text) => {
      expect(parseDrawing(text).problem).toBeDefined();
    },
  );
});

describe('a unit', () => {
  const unit = pieces([-1, 0, 1, 0], [0, 0.25, 0, -5]);

  it('gives the largest of its pieces', () => {
    for (const x of XS) expect(outputAt([unit], x)).toBe(Math.max(-x, 0.25, x));
  });

  it('counts what each piece wins', () => {
    const won = shares(unit);
    expect(won.reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 12);
    expect(won[3]).toBe(0);
    expect(stretches(unit).map(({ piece }) => piece)).toEqual([0, 1, 2]);
  });

  it('is subtracted as the second', () => {
    expect(outputAt([unit, unit], 0.3)).toBe(0);
  });
});

it('the gradient is that of finite differences', () => {
  const units = [pieces([-1, 0.1, 0.9], [0.1, 0.2, -0.3]), pieces([0.5, -0.4, 0], [0, 0.1, 0.05])];
  const gradients = units.map(() => pieces([0, 0, 0], [0, 0, 0]));
  const scratch = units.map(() => pieces([0, 0, 0], [0, 0, 0]));
  const targets = targetValues('cubic', '');
  errorAndGradient(units, gradients, targets);
  const h = 1e-6;
  units.forEach((unit, u) => {
    for (const kind of ['weights', 'biases'] as const) {
      for (let i = 0; i < 3; i++) {
        const error = (step: number) => {
          unit[kind][i]! += step;
          const value = errorAndGradient(units, scratch, targets);
          unit[kind][i]! -= step;
          return value;
        };
        expect((error(h) - error(-h)) / (2 * h)).toBeCloseTo(gradients[u]![kind][i]!, 5);
      }
    }
  });
});

describe('training', () => {
  const settings = { ...defaults(fitSchema), steps: 200 };

  it('starts at tangents of x², the same for the same seed', () => {
    const run = train({ ...settings, jitter: 0 });
    const [start] = unitsAt(run, 0);
    expect([...start!.weights]).toEqual([-1, 0, 1]);
    expect([...start!.biases]).toEqual([-0.25, -0, -0.25]);
    expect(train(settings).history).toEqual(train(settings).history);
    expect(train(settings).history).not.toEqual(train({ ...settings, seed: 2 }).history);
  });

  it('leaves a piece that wins nothing where it is', () => {
    const run = train({ ...settings, init: 'random', pieces: 5, steps: 1 });
    const [before] = unitsAt(run, 0);
    const [after] = unitsAt(run, 1);
    const idle = shares(before!).flatMap((share, i) => (share === 0 ? [i] : []));
    expect(idle.length).toBeGreaterThan(0);
    for (const i of idle) {
      expect(after!.weights[i]).toBe(before!.weights[i]);
      expect(after!.biases[i]).toBe(before!.biases[i]);
    }
  });
});

it('Adam is that of the engine', async () => {
  const engine = await loadEngine({ data: 'on-demand' });
  const inputs = Float32Array.from(XS);
  const targets = Float32Array.from(targetValues('square', ''));
  const learningRate = 0.02;
  // A hidden maxout unit and, as every network of the engine, a layer of outputs after it.
  const training = engine.createTraining({
    seed: 3,
    dataset: { inputs, targets, inputSize: 1, task: 'regression', testFraction: 0 },
    network: { hidden: [1], activation: { id: 'maxout', params: { pieces: 3 } } },
    loss: 'mse',
    optimizer: { name: 'adam', learningRate },
    batchSize: inputs.length,
  });
  const read = () => {
    const of = (name: string) => [
      ...training.parameters().find((parameter) => parameter.name === name)!.values,
    ];
    return ['layers.0.weight', 'layers.0.bias', 'layers.1.weight', 'layers.1.bias'].flatMap(of);
  };
  const own = Float64Array.from(read());
  const gradient = new Float64Array(own.length);
  const adam = new Adam(own.length, learningRate);
  const unit = { weights: own.subarray(0, 3), biases: own.subarray(3, 6) };
  for (let step = 0; step < 50; step++) {
    gradient.fill(0);
    inputs.forEach((x, n) => {
      const winner = winnerAt(unit, x);
      const hidden = unit.weights[winner]! * x + unit.biases[winner]!;
      const slope = (2 * (own[6]! * hidden + own[7]! - targets[n]!)) / inputs.length;
      gradient[winner]! += slope * own[6]! * x;
      gradient[3 + winner]! += slope * own[6]!;
      gradient[6]! += slope * hidden;
      gradient[7]! += slope;
    });
    adam.step(own, gradient);
  }
  training.step(50);
  read().forEach((value, i) => {
    expect(value).toBeCloseTo(own[i]!, 4);
  });
  training.dispose();
});
