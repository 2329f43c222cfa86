// Tables of every setting of a training: type, range and default; and the rules between settings.

import { activationIdCheck, readParams } from './activation.ts';
import { DATASETS, INITS, LIMITS, LOSSES, OPTIMIZERS, OUTPUT_ACTIVATIONS } from './catalog.ts';
import {
  boolean,
  type Check,
  type Fields,
  floats,
  integer,
  isNumbers,
  number,
  object,
  oneOf,
  reading,
  record,
} from './check.ts';
import { EngineError } from './errors.ts';
import type {
  ActivationChoice,
  ActivationParams,
  DatasetConfig,
  DatasetName,
  NamedDatasetConfig,
  NetworkConfig,
  OptimizerConfig,
  OptimizerName,
  ResolvedDatasetConfig,
  ResolvedOwnDatasetConfig,
  ResolvedTrainingConfig,
  TrainingConfig,
} from './types.ts';

const LARGEST_SEED = 0xffffffff;
const LARGEST_STEP = 1_000_000_000;
const DIGITS = { smallest: 10, training: 1437, testFraction: 0.2 };

export const seedCheck = integer(0, LARGEST_SEED);
export const stepsCheck = integer(0, LARGEST_STEP);
export const datasetNameCheck = oneOf<DatasetName>(DATASETS);

// Activations.

function readChoice(value: unknown, field: string): Required<ActivationChoice> {
  const source = object(value, field, 'an activation such as { id: "relu" }');
  const known = record<ActivationChoice>({
    id: [activationIdCheck],
    params: [{ expects: 'an object', read: (given) => given as ActivationParams }, {}],
    shift: [number(-100, 100), 0],
  }).read(source, field);
  const { id, shift } = known;
  return { id, params: readParams(id, known.params, `${field}.params`), shift };
}

const activationCheck: Check<NetworkConfig['activation']> = {
  expects: 'an activation such as { id: "relu" }, or a list with one for each hidden layer',
  read: (value, field) =>
    Array.isArray(value)
      ? Array.from(value, (choice, i) => readChoice(choice, `${field}[${i}]`))
      : readChoice(value, field),
};

// Network, optimizer, training.

const hiddenCheck: Check<readonly number[]> = {
  expects: 'a list of layer widths',
  read(value, field) {
    if (!Array.isArray(value)) throw new EngineError('wrong-type', field, value, this.expects);
    if (value.length > LIMITS.hiddenLayers) {
      throw new EngineError('too-large', `${field}.length`, value.length, LIMITS.hiddenLayers);
    }
    const width = integer(1, LIMITS.units);
    return Array.from(value, (units, i) => width.read(units, `${field}[${i}]`));
  },
};

const networkCheck = record<NetworkConfig>({
  hidden: [hiddenCheck],
  activation: [activationCheck],
  init: [oneOf(INITS), 'auto'],
  initScale: [number(0, 1e6), 1],
  batchNorm: [boolean, false],
  dropout: [number(0, 0.99), 0],
  outputActivation: [oneOf(OUTPUT_ACTIVATIONS), 'identity'],
});

const LEARNING_RATES: Record<OptimizerName, number> = {
  sgd: 0.1,
  momentum: 0.01,
  nesterov: 0.01,
  rmsprop: 0.01,
  adam: 0.001,
};

const optimizerCheck: Check<Required<OptimizerConfig>> = {
  expects: 'an optimizer such as { name: "sgd", learningRate: 0.1 }',
  read(value, field) {
    const source = object(value, field, this.expects);
    const nameCheck = oneOf<OptimizerName>(OPTIMIZERS);
    const name = source.name === undefined ? 'sgd' : nameCheck.read(source.name, `${field}.name`);
    return record<OptimizerConfig>({
      name: [nameCheck],
      learningRate: [number(0, 1e6), LEARNING_RATES[name]],
      momentum: [number(0, 0.9999), 0.9],
      beta1: [number(0, 0.99999), 0.9],
      beta2: [number(0, 0.999999), name === 'rmsprop' ? 0.99 : 0.999],
      epsilon: [number(1e-30, 1), 1e-8],
      weightDecay: [number(0, 1e3), 0],
      clipNorm: [number(0, 1e30), 0],
      slopeRate: [number(0, 1e6), 1],
    }).read(source, field);
  },
};

/** Checks a training's configuration and fills in every default. */
export function resolveConfig(config: TrainingConfig): ResolvedTrainingConfig {
  return reading('config', () => {
    const source = object(config, 'config', 'a training configuration');
    const seed = source.seed === undefined ? 1 : seedCheck.read(source.seed, 'seed');
    const dataset = readDataset(source.dataset, seed);
    const resolved = record<ResolvedTrainingConfig>({
      seed: [seedCheck, seed],
      dataset: [{ expects: 'a data set', read: () => dataset }],
      network: [networkCheck],
      loss: [oneOf(LOSSES), taskOf(dataset) === 'regression' ? 'mse' : 'cross-entropy'],
      optimizer: [optimizerCheck, optimizerCheck.read({ name: 'sgd' }, 'optimizer')],
      batchSize: [integer(1, LIMITS.batch), 32],
      targetLoss: [number(0, 1e30), 0],
    }).read(source, '') as ResolvedTrainingConfig;
    checkRules(resolved);
    return resolved;
  });
}

/** What no single setting can tell. */
function checkRules({ dataset, network, loss, batchSize }: ResolvedTrainingConfig): void {
  const { activation, hidden, outputActivation, batchNorm } = network;
  if (Array.isArray(activation) && activation.length !== hidden.length) {
    const expected = `${hidden.length}, one for each hidden layer`;
    throw new EngineError('wrong-length', 'network.activation', activation.length, expected);
  }
  if (loss !== 'mse' && taskOf(dataset) === 'regression') {
    throw new EngineError('not-allowed', 'loss', loss, 'regression takes only mse');
  }
  if (loss !== 'mse' && outputActivation !== 'identity') {
    const rule = `${loss} takes only identity`;
    throw new EngineError('not-allowed', 'network.outputActivation', outputActivation, rule);
  }
  if (batchNorm && batchSize < 2) throw new EngineError('too-small', 'batchSize', batchSize, 2);
}

/** One choice for each hidden layer. */
export function activationsOf(network: NetworkConfig): readonly ActivationChoice[] {
  const { activation, hidden } = network;
  return Array.isArray(activation) ? activation : hidden.map(() => activation as ActivationChoice);
}

// Data sets.

type NamedFields = Fields<NamedDatasetConfig>;

function plane(noise: number): Omit<NamedFields, 'name' | 'seed'> {
  return {
    size: [integer(2, LIMITS.rows), 512],
    noise: [number(0, 10), noise],
    testFraction: [number(0, 0.9), 0.2],
  };
}

const CURVE: Omit<NamedFields, 'name' | 'seed'> = {
  size: [integer(2, LIMITS.rows), 201],
  noise: [number(0, 10), 0],
  testFraction: [number(0, 0.9), 0],
};

const NAMED: Record<DatasetName, Omit<NamedFields, 'name' | 'seed'>> = {
  circle: plane(0.1),
  xor: plane(0.1),
  gauss: plane(0.5),
  spiral: plane(0.05),
  moons: plane(0.15),
  abs: CURVE,
  square: CURVE,
  sin: CURVE,
  step: CURVE,
  digits: {
    size: [integer(DIGITS.smallest, DIGITS.training), DIGITS.training],
    noise: [number(0, 0), 0],
    testFraction: [number(DIGITS.testFraction, DIGITS.testFraction), DIGITS.testFraction],
  },
};

/** Checks a data set's configuration and fills in every default. */
export function resolveDataset(config: DatasetConfig, seed = 1): ResolvedDatasetConfig {
  return reading('dataset', () => readDataset(config, seed));
}

function readDataset(config: unknown, seed: number): ResolvedDatasetConfig {
  const source = object(config, 'dataset', 'a data set: its name, or inputs and targets');
  if (source.name === undefined && source.inputs !== undefined) return readOwn(source, seed);
  const name = datasetNameCheck;
  if (source.name === undefined) {
    throw new EngineError('missing', 'dataset.name', undefined, name.expects);
  }
  return record<NamedDatasetConfig>({
    name: [name],
    ...NAMED[name.read(source.name, 'dataset.name')],
    seed: [seedCheck, seed],
  }).read(source, 'dataset');
}

function readOwn(source: Record<string, unknown>, seed: number): ResolvedOwnDatasetConfig {
  const given: Check<ArrayLike<unknown>> = {
    expects: 'an array of numbers',
    read(value, field) {
      if (!isNumbers(value)) throw new EngineError('wrong-type', field, value, this.expects);
      if (value.length > LIMITS.bytes / Float32Array.BYTES_PER_ELEMENT) {
        const bytes = value.length * Float32Array.BYTES_PER_ELEMENT;
        throw new EngineError('out-of-memory', field, bytes, LIMITS.bytes);
      }
      return value;
    },
  };
  const task = oneOf(['classification', 'regression'] as const);
  const regression = source.task === 'regression';
  const { inputs, targets, ...rest } = record<OwnFields>({
    inputs: [given],
    targets: [given],
    inputSize: [integer(1, LIMITS.inputs)],
    task: [task],
    classes: [regression ? integer(0, 0) : integer(2, LIMITS.classes), regression ? 0 : NaN],
    targetSize: [regression ? integer(1, LIMITS.units) : integer(1, 1), 1],
    testFraction: [number(0, 0.9), 0],
    standardize: [boolean, false],
    seed: [seedCheck, seed],
  }).read(source, 'dataset');
  const count = rowsOf(inputs.length, rest.inputSize);
  const own = {
    ...rest,
    inputs: matrix(inputs, 'dataset.inputs', count, rest.inputSize),
    targets: matrix(targets, 'dataset.targets', count, rest.targetSize),
  };
  return regression ? own : { ...own, classes: readClasses(own.targets, rest.classes) };
}

type OwnFields = Omit<ResolvedOwnDatasetConfig, 'inputs' | 'targets'> & {
  inputs: ArrayLike<unknown>;
  targets: ArrayLike<unknown>;
};

function rowsOf(length: number, inputSize: number): number {
  const count = length / inputSize;
  if (length === 0 || !Number.isInteger(count)) {
    const expected = `a multiple of inputSize (${inputSize}), at least one row`;
    throw new EngineError('wrong-length', 'dataset.inputs', length, expected);
  }
  if (count > LIMITS.rows) {
    throw new EngineError('too-large', 'dataset.inputs rows', count, LIMITS.rows);
  }
  return count;
}

function matrix(value: ArrayLike<unknown>, field: string, rows: number, columns: number) {
  if (value.length !== rows * columns) {
    const expected = columns === 1 ? `${rows}` : `${rows * columns} (${rows} rows of ${columns})`;
    throw new EngineError('wrong-length', field, value.length, expected);
  }
  return floats(
    value,
    field,
    (i) => `${field}[row ${Math.floor(i / columns)}, column ${i % columns}]`,
  );
}

/** The number of classes: given (not NaN), or one more than the largest target. */
function readClasses(targets: Float32Array, given: number): number {
  const largest = (Number.isNaN(given) ? LIMITS.classes : given) - 1;
  const label = integer(0, largest);
  let top = 0;
  targets.forEach((target, row) => {
    top = Math.max(top, label.read(target, `dataset.targets[row ${row}]`));
  });
  if (!Number.isNaN(given)) return given;
  return integer(2, LIMITS.classes).read(top + 1, 'dataset.classes');
}

export function isOwn(dataset: ResolvedDatasetConfig): dataset is ResolvedOwnDatasetConfig {
  return 'inputs' in dataset;
}

function taskOf(dataset: ResolvedDatasetConfig): 'classification' | 'regression' {
  if (isOwn(dataset)) return dataset.task;
  return NAMED[dataset.name] === CURVE ? 'regression' : 'classification';
}
