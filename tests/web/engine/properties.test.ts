// No input whatever makes anything but an EngineError, and whatever is accepted works.

import fc from 'fast-check';
import { beforeAll, expect, test } from 'vitest';
import { ACTIVATION_IDS, INITS, LOSSES, OPTIMIZERS } from '../../../web/src/engine/catalog.ts';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import { EngineError } from '../../../web/src/engine/errors.ts';
import type { Engine, Training } from '../../../web/src/engine/types.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

/** What the call gives, or undefined if it was refused as it should be. */
function attempt<T>(call: () => T): T | undefined {
  try {
    return call();
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    expect((error as EngineError).message).toContain((error as EngineError).field);
    return undefined;
  }
}

const anything = fc.anything({
  withBigInt: true,
  withDate: true,
  withMap: true,
  withNullPrototype: true,
  withObjectString: true,
  withSparseArray: true,
  withTypedArray: true,
});

const throws = new Proxy([], {
  get: () => {
    throw new Error('trap');
  },
  getPrototypeOf: () => {
    throw new Error('trap');
  },
});
const odd = fc.oneof(
  { weight: 4, arbitrary: anything },
  fc.constantFrom<unknown>(-0, 2 ** 31, 2 ** 32, 1e308, 5e-324, -1, 0.5, '__proto__', throws),
  fc.constant({
    get name() {
      throw new Error('getter');
    },
  }),
  fc.constant({ [Symbol.toStringTag]: 'Float32Array', length: 4 }),
  fc.constant(() => 1),
);

/** Mostly sound values, so that the odd ones get through to every part. */
const mostly = <T>(sound: fc.Arbitrary<T>) => fc.oneof({ weight: 49, arbitrary: sound }, odd);
const object = (fields: Record<string, fc.Arbitrary<unknown>>, requiredKeys: string[] = []) =>
  mostly(
    fc.record(
      Object.fromEntries(Object.entries(fields).map(([key, field]) => [key, mostly(field)])),
      { requiredKeys },
    ),
  );
const rate = fc.double({ min: 0, max: 1, noNaN: true });
const params = object({
  slope: rate,
  lower: rate,
  upper: rate,
  alpha: rate,
  beta: rate,
  pieces: fc.integer({ min: 2, max: 8 }),
  weights: fc.array(rate),
  biases: fc.array(rate),
  gateWeight: rate,
});
const id = fc.constantFrom(...ACTIVATION_IDS);
const choice = fc.oneof(
  { weight: 9, arbitrary: object({ id }, ['id']) },
  object({ id, params }, ['id', 'params']),
);
const dataset = fc.oneof(
  object(
    {
      name: fc.constantFrom('moons', 'xor', 'sin', 'digits'),
      size: fc.integer({ min: 1, max: 60 }),
      noise: rate,
      testFraction: rate,
      seed: fc.nat(),
    },
    ['name'],
  ),
  object(
    {
      inputs: fc.array(rate, { maxLength: 12 }),
      targets: fc.array(fc.nat(2), { maxLength: 6 }),
      inputSize: fc.integer({ min: 1, max: 3 }),
      task: fc.constantFrom('classification', 'regression'),
      classes: fc.nat(4),
      targetSize: fc.nat(3),
      testFraction: rate,
      standardize: fc.boolean(),
    },
    ['inputs', 'targets', 'inputSize', 'task'],
  ),
);
const config = object(
  {
    seed: fc.nat(),
    dataset: fc.oneof(
      { weight: 3, arbitrary: fc.constantFrom({ name: 'moons', size: 20 }, { name: 'sin' }) },
      dataset,
    ),
    network: object(
      {
        hidden: fc.array(mostly(fc.integer({ min: 1, max: 9 })), { maxLength: 4 }),
        activation: fc.oneof({ weight: 3, arbitrary: choice }, fc.array(choice, { maxLength: 4 })),
        init: fc.constantFrom(...INITS),
        initScale: fc.oneof(rate, fc.double()),
        batchNorm: fc.boolean(),
        dropout: rate,
        outputActivation: fc.constantFrom('identity', 'identity', 'tanh'),
      },
      ['hidden', 'activation'],
    ),
    loss: fc.constantFrom('mse', ...LOSSES),
    optimizer: object(
      {
        name: fc.constantFrom(...OPTIMIZERS),
        learningRate: fc.oneof(rate, fc.double()),
        momentum: rate,
        epsilon: rate,
        weightDecay: rate,
        clipNorm: rate,
      },
      ['name'],
    ),
    batchSize: fc.integer({ min: 1, max: 20 }),
    targetLoss: rate,
  },
  ['dataset', 'network'],
);

const odds = fc.tuple(odd, odd, odd);

test('evaluate and derivative', () => {
  const x = mostly(fc.float32Array());
  fc.assert(
    fc.property(mostly(fc.constantFrom(...ACTIVATION_IDS)), x, params, (id, values, given) => {
      for (const method of ['evaluate', 'derivative'] as const) {
        const y = attempt(() => engine[method](id as never, values as never, given as never));
        if (y) expect(y).toHaveLength((values as Float32Array).length);
      }
    }),
    { numRuns: 1000 },
  );
});

test('data sets', () => {
  fc.assert(
    fc.property(fc.oneof(dataset, odd), (given) => {
      const data = attempt(() => engine.dataset(given as never));
      if (!data) return;
      expect(data.inputs).toHaveLength(data.count * data.inputSize);
      expect(data.targets).toHaveLength(data.count * data.targetSize);
      expect(data.inputs.every(Number.isFinite)).toBe(true);
    }),
    { numRuns: 1000 },
  );
});

test('trainings, in every call', () => {
  let accepted = 0;
  const calls = (training: Training, [a, b, c]: [unknown, unknown, unknown]) => [
    () => training.step(a as never),
    () => training.metrics(a as never),
    () => training.predict(a as never),
    () => training.setParameters(a as never),
    () => training.setParameters([{ name: 'layers.0.bias', values: b }, c] as never),
    () => training.parameters(),
  ];
  fc.assert(
    fc.property(config, odds, (given, values) => {
      const training = attempt(() => engine.createTraining(given as never));
      if (!training) return;
      accepted += 1;
      const { state } = training.step(3);
      expect(['running', 'converged', 'stalled', 'dead', 'diverged']).toContain(state);
      const [n] = values;
      if (typeof n !== 'number' || n < 100)
        for (const call of calls(training, values)) attempt(call);
      training.dispose();
      expect(() => training.status()).toThrow(EngineError);
    }),
    { numRuns: 3000 },
  );
  // The generator would prove nothing if it only made what is refused at once.
  expect(accepted).toBeGreaterThan(50);
});

test('loading and preparing', async () => {
  await fc.assert(
    fc.asyncProperty(odd, async (given) => {
      for (const call of [() => loadEngine(given as never), () => engine.prepare(given as never)]) {
        const failure = await call().then(
          () => undefined,
          (error: unknown) => error,
        );
        if (failure !== undefined) expect(failure).toBeInstanceOf(EngineError);
      }
    }),
  );
});
