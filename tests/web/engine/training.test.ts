// Trainings in Node: reproducible to the bit, and nothing left behind.

import { beforeAll, describe, expect, test } from 'vitest';
import { ACTIVATION_IDS, OPTIMIZERS } from '../../../web/src/engine/catalog.ts';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import { EngineError } from '../../../web/src/engine/errors.ts';
import type {
  ActivationId,
  Engine,
  Training,
  TrainingConfig,
} from '../../../web/src/engine/types.ts';

let engine: Engine;
let baseline: Engine;
beforeAll(async () => {
  [engine, baseline] = await Promise.all([
    loadEngine({ variant: 'simd' }),
    loadEngine({ variant: 'baseline' }),
  ]);
});

const moons = (id: ActivationId, change: Partial<TrainingConfig> = {}): TrainingConfig => ({
  dataset: { name: 'moons', size: 100 },
  network: { hidden: [6, 5], activation: { id } },
  ...change,
});

/** Everything that a training can say of itself. */
function state(training: Training) {
  return {
    status: training.status(),
    metrics: training.metrics({ histograms: true }),
    parameters: training.parameters(),
    outputs: training.predict(Float32Array.of(0.5, -0.5, 1, 2)),
  };
}

function run(config: TrainingConfig, steps: number, on = engine) {
  const training = on.createTraining(config);
  training.step(steps);
  const result = state(training);
  training.dispose();
  return result;
}

describe('a race on digits', () => {
  // D1 of the course: six hidden layers of 32, rate 0.1, 1,000 steps.
  const config = (id: ActivationId): TrainingConfig => ({
    dataset: { name: 'digits' },
    network: { hidden: Array(6).fill(32), activation: { id } },
    optimizer: { name: 'sgd', learningRate: 0.1 },
    batchSize: 64,
  });

  test('sigmoid never leaves the start, its gradients have vanished', () => {
    const training = engine.createTraining(config('sigmoid'));
    const [first, , , , , last] = training.metrics().layers;
    expect(first!.gradientNorm / last!.gradientNorm).toBeLessThan(0.01);
    expect(training.step(1000)).toMatchObject({ state: 'stalled', step: 1000 });
    expect(training.metrics().trainLoss).toBeGreaterThan(2.25);
    training.dispose();
  });

  test.each(['relu', 'prelu', 'maxout'] as const)('%s arrives', (id) => {
    const training = engine.createTraining(config(id));
    expect(training.step(1000)).toMatchObject({ state: 'running', step: 1000 });
    const { trainLoss, trainAccuracy, testAccuracy } = training.metrics();
    expect(trainLoss).toBeLessThan(0.03);
    expect(trainAccuracy).toBe(1);
    expect(testAccuracy).toBeGreaterThan(0.93);
    training.dispose();
  });
});

describe('the same bits', () => {
  test.each(ACTIVATION_IDS)('%s, with and without SIMD', (id) => {
    const config = moons(id, { network: { hidden: [6, 5], activation: { id }, dropout: 0.1 } });
    expect(run(config, 30, baseline)).toEqual(run(config, 30));
  });

  test.each(OPTIMIZERS)('%s, with batch norm, with and without SIMD', (name) => {
    const network = { hidden: [7], activation: { id: 'gelu' }, batchNorm: true } as const;
    const config = moons('gelu', { network, optimizer: { name } });
    expect(run(config, 30, baseline)).toEqual(run(config, 30));
  });

  test('step(1) n times is step(n), measured on the way or not', () => {
    for (const id of ['rrelu', 'prelu', 'gtu'] as const) {
      const network = { hidden: [6], activation: { id }, dropout: 0.2 };
      const training = engine.createTraining(moons(id, { network }));
      for (let i = 0; i < 40; ++i) {
        training.step(1);
        if (i % 7 === 0) training.metrics({ histograms: true });
      }
      expect(state(training)).toEqual(run(moons(id, { network }), 40));
      training.dispose();
    }
  });

  test('whatever else was created, in whichever order', () => {
    const ids = ['relu', 'maxout', 'sigmoid'] as const;
    const alone = ids.map((id) => run(moons(id), 25));
    const all = [...ids].reverse().map((id) => engine.createTraining(moons(id)));
    for (let i = 0; i < 25; ++i) for (const training of all) training.step(1);
    expect(all.reverse().map(state)).toEqual(alone);
    for (const training of all) training.dispose();
  });

  test('racers start from the same draws, up to the scale of their scheme', () => {
    const [relu, tanh] = (['relu', 'tanh'] as const).map((id) => run(moons(id), 0).parameters);
    const ratio = relu!.map(({ kind, values }, i) =>
      kind === 'weight' ? values[0]! / tanh![i]!.values[0]! : 1,
    );
    for (const [i, { values, kind }] of relu!.entries()) {
      if (kind !== 'weight') continue;
      for (const [j, value] of values.entries()) {
        expect(value / tanh![i]!.values[j]!).toBeCloseTo(ratio[i]!, 4);
      }
    }
  });

  test('the seed decides', () => {
    const same = run(moons('relu', { seed: 4 }), 5);
    expect(run(moons('relu', { seed: 4 }), 5)).toEqual(same);
    expect(run(moons('relu', { seed: 5 }), 5).parameters).not.toEqual(same.parameters);
  });
});

describe('what a training tells', () => {
  test('its configuration with every default', () => {
    const training = engine.createTraining(moons('prelu'));
    expect(training.config).toMatchObject({
      seed: 1,
      batchSize: 32,
      loss: 'cross-entropy',
      network: { activation: { id: 'prelu', params: { slope: 0.25 } } },
    });
    training.dispose();
  });

  test('status, metrics and outputs', () => {
    const training = engine.createTraining(moons('prelu'));
    expect(training.status()).toEqual({ state: 'running', step: 0, epoch: 0 });
    expect(training.step(0).step).toBe(0);
    expect(training.step(3)).toMatchObject({ step: 3, epoch: 1 });
    const metrics = training.metrics({ histograms: true });
    expect(metrics).toMatchObject({ step: 3, epoch: 1 });
    expect(metrics.layers).toHaveLength(3);
    const [hidden, , output] = metrics.layers;
    // 80 training rows, 6 units.
    expect(hidden!.histogram!.reduce((sum, count) => sum + count)).toBe(480);
    expect(hidden!.slopes).toHaveLength(6);
    expect(hidden!.pieceShares).toBeUndefined();
    expect(output!.slopes).toBeUndefined();
    expect(training.metrics().layers[0]!.histogram).toBeUndefined();
    expect(training.predict(new Float32Array(10))).toHaveLength(10);
    expect(training.predict(new Float32Array(0))).toHaveLength(0);
    training.dispose();
  });

  test('in which share of the rows each unit is active', () => {
    const training = engine.createTraining(moons('relu'));
    const [first, second, ...none] = training.activity('train');
    expect(none).toEqual([]);
    expect(first).toHaveLength(6);
    const all = [...first!, ...second!];
    expect(all.every((share) => share >= 0 && share <= 1)).toBe(true);
    const [layer] = training.metrics().layers;
    const mean = first!.reduce((sum, share) => sum + share, 0) / first!.length;
    expect(layer!.inactiveFraction).toBeCloseTo(1 - mean, 5);
    // The coming batch is another part of the data, of 32 rows.
    const [batch] = training.activity('batch');
    expect([...batch!].every((share) => Number.isInteger(share * 32))).toBe(true);
    expect(() => training.activity('test' as 'train')).toThrowErrorMatchingInlineSnapshot(
      `[EngineError: rows: 'test' is not known; allowed: train, batch]`,
    );
    training.dispose();
  });

  test('the share of samples that each maxout piece wins', () => {
    const shares = run(moons('maxout'), 3).metrics.layers[0]!.pieceShares!;
    expect(shares).toHaveLength(2);
    expect(shares[0]! + shares[1]!).toBeCloseTo(1, 6);
  });

  test('parameters by name and shape', () => {
    const network = {
      hidden: [4, 3, 2],
      activation: [{ id: 'maxout', params: { pieces: 3 } }, { id: 'prelu' }, { id: 'glu' }],
      batchNorm: true,
    } as const;
    const training = engine.createTraining(moons('relu', { network }));
    const shapes = training.parameters().map(({ name, shape, values }) => {
      expect(values).toHaveLength(shape.reduce((size, n) => size * n, 1));
      return `${name} ${shape.join('x')}`;
    });
    expect(shapes).toMatchInlineSnapshot(`
      [
        "layers.0.weight 2x4x3",
        "layers.0.bias 4x3",
        "layers.0.gamma 4x3",
        "layers.0.beta 4x3",
        "layers.0.runningMean 4x3",
        "layers.0.runningVar 4x3",
        "layers.1.weight 4x3",
        "layers.1.bias 3",
        "layers.1.slope 3",
        "layers.1.gamma 3",
        "layers.1.beta 3",
        "layers.1.runningMean 3",
        "layers.1.runningVar 3",
        "layers.2.weight 3x2",
        "layers.2.bias 2",
        "layers.2.gateWeight 3x2",
        "layers.2.gateBias 2",
        "layers.2.gamma 2x2",
        "layers.2.beta 2x2",
        "layers.2.runningMean 2x2",
        "layers.2.runningVar 2x2",
        "layers.3.weight 2x2",
        "layers.3.bias 2",
      ]
    `);
    training.dispose();
  });

  test('a target loss and a divergence', () => {
    expect(run(moons('tanh', { targetLoss: 10 }), 1).status.state).toBe('converged');
    const wild = moons('leaky-relu', { optimizer: { name: 'sgd', learningRate: 1e6 } });
    const training = engine.createTraining(wild);
    const status = training.step(1000);
    expect(status).toMatchObject({ state: 'diverged', reason: expect.any(String) });
    expect(status.step).toBeLessThan(1000);
    expect(status.layer).toBeTypeOf('number');
    expect(training.step(1000)).toEqual(status);
    training.dispose();
  });
});

describe('setting parameters', () => {
  test('a training goes on from what it was given', () => {
    const [a, b] = [1, 2].map((seed) =>
      engine.createTraining(
        moons('prelu', { seed, dataset: { name: 'moons', size: 40, seed: 3 } }),
      ),
    );
    b!.setParameters(a!.parameters());
    expect(b!.parameters()).toEqual(a!.parameters());
    const x = Float32Array.of(1, -1);
    expect(b!.predict(x)).toEqual(a!.predict(x));
    expect(b!.metrics().trainLoss).toBe(a!.metrics().trainLoss);
    a!.dispose();
    b!.dispose();
  });

  test('is all or nothing', () => {
    const training = engine.createTraining(moons('prelu'));
    const before = training.parameters();
    const good = { name: 'layers.0.bias', values: new Float32Array(6).fill(9) };
    const bad: [unknown, RegExp][] = [
      ['all', /^parameters: 'all' is not a list of/],
      [[good, 5], /^parameters\[1\]: 5 is not an object with name, values/],
      [
        [good, { name: 'layers.9.bias', values: [] }],
        /name: 'layers.9.bias' is not known; allowed/,
      ],
      [[good, { name: 'layers.1.bias', values: new Float32Array(4) }], /length 4 .* expected 5$/],
      [[good, { name: 'layers.1.bias', values: [0, 0, Number.NaN, 0, 0] }], /values\[2\]: NaN/],
      [[good, { name: 'layers.1.bias' }], /layers.1.bias.values: undefined is not an array/],
      [[good, good], /^parameters\[1\].name: 'layers.0.bias' is not allowed here; each name only/],
    ];
    for (const [parameters, message] of bad) {
      expect(() => training.setParameters(parameters as never)).toThrow(message);
      expect(training.parameters()).toEqual(before);
    }
    training.setParameters([good]);
    expect(training.parameters()).not.toEqual(before);
    training.dispose();
  });
});

describe('refusals', () => {
  test('of calls', () => {
    const training = engine.createTraining(moons('relu'));
    expect(() => training.step(-1)).toThrow('n: -1 is too small; at least 0');
    expect(() => training.step(1.5)).toThrow('n: 1.5 is not an integer');
    expect(() => training.step('5' as never)).toThrow("n: '5' is not an integer from 0 to");
    expect(() => training.predict(new Float32Array(3))).toThrow(
      'inputs: length 3 does not fit; expected a multiple of the input size (2)',
    );
    expect(() => training.predict([1, 2] as never)).toThrow('an array is not a Float32Array');
    expect(() => training.predict(Float32Array.of(0, 0, 0, Number.NaN))).toThrow(
      'inputs[row 1, column 1]: NaN is not a finite number',
    );
    expect(() => training.metrics({ all: true } as never)).toThrow('options.all: there is no');
    training.dispose();
  });

  test('of networks that need too much memory; what fits still fits afterwards', () => {
    const network = {
      hidden: Array(64).fill(1024),
      activation: { id: 'maxout', params: { pieces: 8 } },
    } as const;
    for (let i = 0; i < 3; ++i) {
      const call = () => engine.createTraining(moons('maxout', { network }));
      expect(call).toThrow(EngineError);
      expect(call).toThrow(/bytes are needed; at most 268435456 bytes in all$/);
    }
    expect(run(moons('maxout'), 1).status.step).toBe(1);
  });

  test('of everything after dispose, which may be called again', () => {
    const training = engine.createTraining(moons('relu'));
    training.dispose();
    training.dispose();
    for (const call of [
      () => training.step(1),
      () => training.status(),
      () => training.metrics(),
      () => training.predict(new Float32Array(2)),
      () => training.parameters(),
      () => training.setParameters([]),
    ]) {
      expect(call).toThrow(EngineError);
      expect(call).toThrow('training: it was disposed of and can no longer be used');
    }
    expect(training.config.seed).toBe(1);
  });
});

test('the configuration of a training cannot be changed, the caller’s own can', () => {
  const config = moons('relu', {
    dataset: {
      inputs: Float32Array.of(0, 0, 1, 1),
      targets: Float32Array.of(0, 1),
      inputSize: 2,
      task: 'classification',
    },
  });
  const training = engine.createTraining(config);
  const { network, optimizer, dataset } = training.config;
  for (const part of [training.config, network, network.hidden, network.activation, optimizer]) {
    expect(Object.isFrozen(part)).toBe(true);
  }
  expect(Object.isFrozen(dataset)).toBe(true);
  expect(() => Object.assign(optimizer, { learningRate: 5 })).toThrow(TypeError);
  expect(Object.isFrozen(config) || Object.isFrozen(config.network)).toBe(false);
  training.dispose();
});

test('two hundred trainings, one after the other, leave memory as it was', () => {
  const { module } = engine as unknown as { module: { HEAPU8: Uint8Array } };
  const network = { hidden: [256, 256], activation: { id: 'relu' } } as const;
  const cycle = () => run(moons('relu', { network, optimizer: { name: 'adam' } }), 1);
  for (let i = 0; i < 5; ++i) cycle();
  const bytes = module.HEAPU8.length;
  for (let i = 0; i < 200; ++i) cycle();
  expect(module.HEAPU8.length).toBe(bytes);
});
