// Configurations: every default, and the words of the main mistakes.

import { describe, expect, test } from 'vitest';
import { resolveConfig, resolveDataset } from '../../../web/src/engine/config.ts';
import { EngineError } from '../../../web/src/engine/errors.ts';
import type { TrainingConfig } from '../../../web/src/engine/types.ts';

const minimal: TrainingConfig = {
  dataset: { name: 'moons' },
  network: { hidden: [8], activation: { id: 'relu' } },
};

function refusal(work: () => unknown): EngineError {
  try {
    work();
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    return error as EngineError;
  }
  throw new Error('nothing was refused');
}

const broken = (change: object) => refusal(() => resolveConfig({ ...minimal, ...change } as never));
const message = (change: object) => broken(change).message;
const network = (change: object) => message({ network: { ...minimal.network, ...change } });
const dataset = (config: object) => message({ dataset: config });
const own = (change: object) =>
  dataset({
    inputs: [0, 0, 1, 1],
    targets: [0, 1],
    inputSize: 2,
    task: 'classification',
    ...change,
  });

describe('defaults', () => {
  test('of a training', () => {
    expect(resolveConfig(minimal)).toEqual({
      seed: 1,
      dataset: { name: 'moons', size: 512, noise: 0.15, testFraction: 0.2, seed: 1 },
      network: {
        hidden: [8],
        activation: { id: 'relu', params: {}, shift: 0 },
        init: 'auto',
        initScale: 1,
        batchNorm: false,
        dropout: 0,
        outputActivation: 'identity',
      },
      loss: 'cross-entropy',
      optimizer: {
        name: 'sgd',
        learningRate: 0.1,
        momentum: 0.9,
        beta1: 0.9,
        beta2: 0.999,
        epsilon: 1e-8,
        weightDecay: 0,
        clipNorm: 0,
        slopeRate: 1,
      },
      batchSize: 32,
      targetLoss: 0,
    });
  });

  test.each([
    ['circle', 512, 0.1, 0.2],
    ['xor', 512, 0.1, 0.2],
    ['gauss', 512, 0.5, 0.2],
    ['spiral', 512, 0.05, 0.2],
    ['moons', 512, 0.15, 0.2],
    ['abs', 201, 0, 0],
    ['square', 201, 0, 0],
    ['sin', 201, 0, 0],
    ['step', 201, 0, 0],
    ['digits', 1437, 0, 0.2],
  ] as const)('of the data set %s', (name, size, noise, testFraction) => {
    expect(resolveDataset({ name }, 7)).toEqual({ name, size, noise, testFraction, seed: 7 });
  });

  test('of own data', () => {
    const config = { inputs: [1, 2, 3], targets: [2, 0, 1], inputSize: 1 };
    expect(resolveDataset({ ...config, task: 'classification' })).toEqual({
      inputs: Float32Array.of(1, 2, 3),
      targets: Float32Array.of(2, 0, 1),
      inputSize: 1,
      task: 'classification',
      classes: 3,
      targetSize: 1,
      testFraction: 0,
      standardize: false,
      seed: 1,
    });
    expect(resolveDataset({ ...config, task: 'regression' })).toMatchObject({ classes: 0 });
  });

  test.each([
    ['sgd', 0.1, 0.999],
    ['momentum', 0.01, 0.999],
    ['nesterov', 0.01, 0.999],
    ['rmsprop', 0.01, 0.99],
    ['adam', 0.001, 0.999],
  ] as const)('of %s', (name, learningRate, beta2) => {
    expect(resolveConfig({ ...minimal, optimizer: { name } }).optimizer).toMatchObject({
      name,
      learningRate,
      beta2,
    });
  });

  test('depend on the task, on the seed and on the activation', () => {
    const curve = resolveConfig({ ...minimal, seed: 5, dataset: { name: 'sin' } });
    expect(curve.loss).toBe('mse');
    expect(curve.dataset.seed).toBe(5);
    const { activation } = resolveConfig({
      ...minimal,
      network: { hidden: [4, 4], activation: [{ id: 'rrelu' }, { id: 'maxout' }] },
    }).network;
    expect(activation).toEqual([
      { id: 'rrelu', params: { lower: 0.125, upper: 1 / 3 }, shift: 0 },
      { id: 'maxout', params: { pieces: 2 }, shift: 0 },
    ]);
  });

  test('are complete: a resolved configuration resolves to itself', () => {
    for (const dataset of [
      { name: 'digits' } as const,
      { name: 'abs' } as const,
      { inputs: [1, 2], targets: [0.5, 1], inputSize: 1, task: 'regression' } as const,
      { inputs: [1, 2], targets: [0, 1], inputSize: 1, task: 'classification' } as const,
    ]) {
      const once = resolveConfig({ ...minimal, dataset });
      expect(resolveConfig(once)).toEqual(once);
    }
  });

  test('an undefined setting is one that was left out', () => {
    expect(resolveConfig({ ...minimal, seed: undefined, other: undefined } as never).seed).toBe(1);
  });
});

describe('mistakes are named', () => {
  test('whole configuration', () => {
    expect(refusal(() => resolveConfig(undefined as never)).message).toMatchInlineSnapshot(
      `"config: a value is needed; expected a training configuration"`,
    );
    expect(refusal(() => resolveConfig('moons' as never)).message).toMatchInlineSnapshot(
      `"config: 'moons' is not a training configuration"`,
    );
    expect(message({ network: undefined })).toMatchInlineSnapshot(
      `"network: a value is needed; expected an object with hidden, activation, init, initScale, batchNorm, dropout, outputActivation"`,
    );
    expect(message({ learningRate: 0.1 })).toMatchInlineSnapshot(
      `"learningRate: there is no setting of this name; allowed: seed, dataset, network, loss, optimizer, batchSize, targetLoss"`,
    );
  });

  test('single values', () => {
    expect(message({ seed: -1 })).toMatchInlineSnapshot(`"seed: -1 is too small; at least 0"`);
    expect(message({ seed: 1.5 })).toMatchInlineSnapshot(`"seed: 1.5 is not an integer"`);
    expect(message({ seed: '1' })).toMatchInlineSnapshot(
      `"seed: '1' is not an integer from 0 to 4294967295"`,
    );
    expect(message({ batchSize: 4097 })).toMatchInlineSnapshot(
      `"batchSize: 4097 is too large; at most 4096"`,
    );
    expect(message({ batchSize: 0 })).toMatchInlineSnapshot(
      `"batchSize: 0 is too small; at least 1"`,
    );
    expect(message({ targetLoss: Number.NaN })).toMatchInlineSnapshot(
      `"targetLoss: NaN is not a finite number"`,
    );
    expect(message({ loss: 'hinge' })).toMatchInlineSnapshot(
      `"loss: 'hinge' is not known; allowed: mse, cross-entropy, binary-cross-entropy"`,
    );
    expect(message({ optimizer: { name: 'lion' } })).toMatchInlineSnapshot(
      `"optimizer.name: 'lion' is not known; allowed: sgd, momentum, nesterov, rmsprop, adam"`,
    );
    expect(message({ optimizer: { name: 'sgd', rate: 1 } })).toMatchInlineSnapshot(
      `"optimizer.rate: there is no setting of this name; allowed: name, learningRate, momentum, beta1, beta2, epsilon, weightDecay, clipNorm, slopeRate"`,
    );
    expect(
      message({ optimizer: { name: 'sgd', learningRate: Number.POSITIVE_INFINITY } }),
    ).toMatchInlineSnapshot(`"optimizer.learningRate: Infinity is not a finite number"`);
    expect(message({ optimizer: { name: 'adam', beta1: 1 } })).toMatchInlineSnapshot(
      `"optimizer.beta1: 1 is too large; at most 0.99999"`,
    );
  });

  test('networks', () => {
    expect(network({ hidden: [8, 0] })).toMatchInlineSnapshot(
      `"network.hidden[1]: 0 is too small; at least 1"`,
    );
    expect(network({ hidden: [1025] })).toMatchInlineSnapshot(
      `"network.hidden[0]: 1025 is too large; at most 1024"`,
    );
    expect(network({ hidden: new Array(65).fill(1) })).toMatchInlineSnapshot(
      `"network.hidden.length: 65 is too large; at most 64"`,
    );
    expect(network({ hidden: 8 })).toMatchInlineSnapshot(
      `"network.hidden: 8 is not a list of layer widths"`,
    );
    expect(network({ activation: { id: 'relu6' } })).toMatchInlineSnapshot(
      `"network.activation.id: 'relu6' is not known; allowed: identity, step, sigmoid, tanh, hard-sigmoid, hard-tanh, softsign, relu, leaky-relu, prelu, rrelu, elu, selu, softplus, swish, gelu, mish, maxout, glu, gtu"`,
    );
    expect(network({ activation: 'relu' })).toMatchInlineSnapshot(
      `"network.activation: 'relu' is not an activation such as { id: "relu" }"`,
    );
    expect(network({ activation: [] })).toMatchInlineSnapshot(
      `"network.activation: length 0 does not fit; expected 1, one for each hidden layer"`,
    );
    expect(network({ activation: { id: 'maxout', params: { pieces: 9 } } })).toMatchInlineSnapshot(
      `"network.activation.params.pieces: 9 is too large; at most 8"`,
    );
    expect(
      network({ activation: { id: 'maxout', params: { weights: [1] } } }),
    ).toMatchInlineSnapshot(
      `"network.activation.params.weights: there is no setting of this name; allowed: pieces"`,
    );
    expect(network({ activation: { id: 'relu', params: { slope: 1 } } })).toMatchInlineSnapshot(
      `"network.activation.params.slope: there is no setting of this name; allowed: none"`,
    );
    expect(
      network({ activation: { id: 'rrelu', params: { lower: 0.5, upper: 0.25 } } }),
    ).toMatchInlineSnapshot(
      `"network.activation.params.lower: 0.5 is too large; at most upper (0.25)"`,
    );
    expect(network({ dropout: 1 })).toMatchInlineSnapshot(
      `"network.dropout: 1 is too large; at most 0.99"`,
    );
    expect(network({ batchNorm: 'yes' })).toMatchInlineSnapshot(
      `"network.batchNorm: 'yes' is not true or false"`,
    );
    expect(network({ outputActivation: 'tanh' })).toMatchInlineSnapshot(
      `"network.outputActivation: 'tanh' is not allowed here; cross-entropy takes only identity"`,
    );
    expect(
      message({ batchSize: 1, network: { ...minimal.network, batchNorm: true } }),
    ).toMatchInlineSnapshot(`"batchSize: 1 is too small; at least 2"`);
  });

  test('data sets', () => {
    expect(dataset({})).toMatchInlineSnapshot(
      `"dataset.name: a value is needed; expected one of circle, xor, gauss, spiral, moons, abs, square, sin, step, digits"`,
    );
    expect(dataset({ name: 'mnist' })).toMatchInlineSnapshot(
      `"dataset.name: 'mnist' is not known; allowed: circle, xor, gauss, spiral, moons, abs, square, sin, step, digits"`,
    );
    expect(dataset({ name: 'moons', size: -5 })).toMatchInlineSnapshot(
      `"dataset.size: -5 is too small; at least 2"`,
    );
    expect(dataset({ name: 'moons', inputs: [1] })).toMatchInlineSnapshot(
      `"dataset.inputs: there is no setting of this name; allowed: name, size, noise, testFraction, seed"`,
    );
    expect(dataset({ name: 'digits', testFraction: 0.5 })).toMatchInlineSnapshot(
      `"dataset.testFraction: 0.5 is too large; at most 0.2"`,
    );
    expect(dataset({ name: 'digits', size: 2000 })).toMatchInlineSnapshot(
      `"dataset.size: 2000 is too large; at most 1437"`,
    );
    expect(message({ dataset: { name: 'abs' }, loss: 'cross-entropy' })).toMatchInlineSnapshot(
      `"loss: 'cross-entropy' is not allowed here; regression takes only mse"`,
    );
  });

  test('own data', () => {
    expect(own({ inputs: [0, 0, 1] })).toMatchInlineSnapshot(
      `"dataset.inputs: length 3 does not fit; expected a multiple of inputSize (2), at least one row"`,
    );
    expect(own({ inputs: [] })).toMatchInlineSnapshot(
      `"dataset.inputs: length 0 does not fit; expected a multiple of inputSize (2), at least one row"`,
    );
    expect(own({ inputs: 'text' })).toMatchInlineSnapshot(
      `"dataset.inputs: 'text' is not an array of numbers"`,
    );
    expect(own({ inputs: [0, 0, 1, Number.NaN] })).toMatchInlineSnapshot(
      `"dataset.inputs[row 1, column 1]: NaN is not a finite number"`,
    );
    expect(own({ inputs: [0, 0, '1', 2] })).toMatchInlineSnapshot(
      `"dataset.inputs[row 1, column 0]: '1' is not a number"`,
    );
    expect(own({ inputs: [0, 0, 1e300, 2] })).toMatchInlineSnapshot(
      `"dataset.inputs[row 1, column 0]: 1e+300 is not a finite number"`,
    );
    expect(own({ targets: [0] })).toMatchInlineSnapshot(
      `"dataset.targets: length 1 does not fit; expected 2"`,
    );
    expect(own({ targets: [0, 0.5] })).toMatchInlineSnapshot(
      `"dataset.targets[row 1]: 0.5 is not an integer"`,
    );
    expect(own({ targets: [0, -1] })).toMatchInlineSnapshot(
      `"dataset.targets[row 1]: -1 is too small; at least 0"`,
    );
    expect(own({ targets: [0, 3], classes: 3 })).toMatchInlineSnapshot(
      `"dataset.targets[row 1]: 3 is too large; at most 2"`,
    );
    expect(own({ targets: [0, 0] })).toMatchInlineSnapshot(
      `"dataset.classes: 1 is too small; at least 2"`,
    );
    expect(own({ inputSize: 0 })).toMatchInlineSnapshot(
      `"dataset.inputSize: 0 is too small; at least 1"`,
    );
    expect(own({ task: 'ranking' })).toMatchInlineSnapshot(
      `"dataset.task: 'ranking' is not known; allowed: classification, regression"`,
    );
    expect(own({ task: 'regression', classes: 2 })).toMatchInlineSnapshot(
      `"dataset.classes: 2 is too large; at most 0"`,
    );
  });

  test('with code, field, value and limit', () => {
    expect(broken({ batchSize: 5000 })).toMatchObject({
      name: 'EngineError',
      code: 'too-large',
      field: 'batchSize',
      value: 5000,
      limit: 4096,
    });
  });

  test('an error survives the way between threads', () => {
    const error = broken({ seed: Symbol('odd') });
    const copy = EngineError.fromRecord(structuredClone(error.toRecord()));
    expect(copy).toMatchObject(error.toRecord());
    expect(copy).toBeInstanceOf(EngineError);
  });
});
