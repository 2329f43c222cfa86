// What the golden file pins: every activation as a curve, and trainings that between them have every
// kind of layer, every setting and awkward sizes.
// @ts-check

/**
 * @typedef {import('activation-lab/engine').ActivationInfo} ActivationInfo
 * @typedef {import('activation-lab/engine').DatasetConfig} DatasetConfig
 * @typedef {import('activation-lab/engine').TrainingConfig} TrainingConfig
 * @typedef {import('activation-lab/engine').InitName} InitName
 * @typedef {import('activation-lab/engine').LossName} LossName
 * @typedef {import('activation-lab/engine').OptimizerName} OptimizerName
 * @typedef {import('activation-lab/engine').OutputActivation} OutputActivation
 * @typedef {import('./bits.mjs').Curve} Curve
 */

/** @type {Curve[]} */
const otherCurves = [
  { id: 'hard-sigmoid', params: { slope: 0.2 } },
  { id: 'leaky-relu', params: { slope: 0.3 } },
  { id: 'prelu', params: { slope: -0.7 } },
  { id: 'rrelu', params: { lower: 0.1, upper: 0.6 } },
  { id: 'elu', params: { alpha: 0.3 } },
  { id: 'swish', params: { beta: 1.7 } },
  { id: 'maxout', params: { weights: [-0.4, 0.1, 1.3], biases: [0.2, 0.5, -1.1] } },
  { id: 'glu', params: { weight: -1.3, bias: 0.4, gateWeight: 0.6, gateBias: -0.9 } },
  { id: 'gtu', params: { weight: 0.7, bias: -0.2, gateWeight: -2.1, gateBias: 0.3 } },
];

/**
 * With every parameter, so that a reader needs no defaults.
 * @param {ActivationInfo} info
 * @returns {Curve}
 */
function defaultCurve({ id, kind, parameters }) {
  if (kind === 'maxout') return { id, params: { weights: [1, -1], biases: [0, 0] } };
  if (kind === 'gated') return { id, params: { weight: 1, bias: 0, gateWeight: 1, gateBias: 0 } };
  return { id, params: Object.fromEntries(parameters.map((p) => [p.id, p.default])) };
}

/** @param {readonly ActivationInfo[]} activations */
export const curveCases = (activations) => [...activations.map(defaultCurve), ...otherCurves];

/** Short binary fractions in [-2, 2), scattered. */
const scattered = (/** @type {number} */ count) =>
  Array.from({ length: count }, (_, i) => (((i * 37 + (i >> 3) * 11) % 64) - 32) / 16);

/** @type {DatasetConfig} */
const threeClasses = {
  inputs: scattered(61 * 3),
  targets: Array.from({ length: 61 }, (_, i) => (i * i) % 3),
  inputSize: 3,
  task: 'classification',
  classes: 3,
  testFraction: 0.25,
};

/** @type {DatasetConfig} */
const twoTargets = {
  inputs: scattered(43 * 5),
  targets: scattered(43 * 5).filter((_, i) => i % 5 < 2),
  inputSize: 5,
  targetSize: 2,
  task: 'regression',
  standardize: true,
};

/** @type {DatasetConfig[]} */
const datasets = [
  { name: 'circle', size: 90 },
  threeClasses,
  { name: 'sin', size: 51, noise: 0.1 },
  { name: 'xor', size: 130 },
  { name: 'digits', size: 150 },
  { name: 'gauss', size: 77 },
  { name: 'abs', size: 40 },
  { name: 'spiral', size: 200, noise: 0.02 },
  twoTargets,
  { name: 'moons', size: 111, testFraction: 0 },
  { name: 'square', size: 33, testFraction: 0.3 },
  { name: 'step', size: 64 },
];

const hidden = [[7, 6], [5, 9, 3], [13], [10, 4]];
/** @type {InitName[]} */
const inits = ['auto', 'xavier', 'he', 'lecun', 'normal', 'uniform', 'lsuv'];
/** @type {LossName[]} */
const losses = ['cross-entropy', 'mse', 'binary-cross-entropy'];
/** @type {OptimizerName[]} */
const optimizers = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'];
/** @type {OutputActivation[]} */
const outputs = ['identity', 'sigmoid', 'tanh'];

/**
 * @template T
 * @param {readonly T[]} list
 * @param {number} index
 */
const cyclic = (list, index) => /** @type {T} */ (list[index % list.length]);

const isRegression = (/** @type {DatasetConfig} */ data) =>
  'name' in data
    ? ['abs', 'square', 'sin', 'step'].includes(data.name)
    : data.task === 'regression';

/**
 * Each activation once, all else in turn.
 * @param {ActivationInfo} info
 * @param {number} i
 * @returns {TrainingConfig}
 */
function ordinary({ id }, i) {
  const dataset = cyclic(datasets, i);
  const loss = isRegression(dataset) ? 'mse' : cyclic(losses, i);
  return {
    seed: 100 + i,
    dataset,
    network: {
      hidden: cyclic(hidden, i),
      activation: { id },
      init: cyclic(inits, i),
      batchNorm: i % 2 === 1,
      dropout: i % 5 === 2 ? 0.25 : 0,
      outputActivation: loss === 'mse' ? cyclic(outputs, i) : 'identity',
    },
    loss,
    optimizer: {
      name: cyclic(optimizers, i),
      learningRate: 0.02,
      weightDecay: i % 4 === 1 ? 0.01 : 0,
      clipNorm: i % 3 === 0 ? 0.5 : 0,
    },
    batchSize: cyclic([16, 7, 33, 50, 5], i),
  };
}

/** What the turns leave out. @type {{ name: string, steps?: number, config: TrainingConfig }[]} */
const special = [
  {
    name: 'every kind of layer, batch norm and dropout',
    config: {
      seed: 4_294_967_295,
      dataset: { name: 'moons', size: 150 },
      network: {
        hidden: [9, 6, 7, 5, 3],
        activation: [
          { id: 'maxout', params: { pieces: 3 } },
          { id: 'prelu', params: { slope: 0.1 } },
          { id: 'glu' },
          { id: 'rrelu', params: { lower: 0.05, upper: 0.5 } },
          { id: 'gtu' },
        ],
        batchNorm: true,
        dropout: 0.1,
      },
      optimizer: { name: 'adam', learningRate: 0.01, weightDecay: 0.001, clipNorm: 1 },
      batchSize: 22,
    },
  },
  {
    name: 'every kind of layer, bare',
    config: {
      seed: 0,
      dataset: threeClasses,
      network: {
        hidden: [6, 5, 11, 6, 3],
        activation: [
          { id: 'gtu' },
          { id: 'maxout', params: { pieces: 5 } },
          { id: 'rrelu' },
          { id: 'glu' },
          { id: 'prelu' },
        ],
        initScale: 1.5,
      },
      optimizer: { name: 'momentum', learningRate: 0.03, momentum: 0.8, clipNorm: 0.7 },
      batchSize: 46,
    },
  },
  {
    name: 'shifted outputs, and slopes that learn faster',
    config: {
      seed: 12,
      dataset: { name: 'gauss', size: 120 },
      network: {
        hidden: [6, 9, 5],
        activation: [
          { id: 'tanh', shift: 1 },
          { id: 'prelu', shift: -0.25 },
          { id: 'sigmoid', shift: -0.5 },
        ],
        dropout: 0.1,
      },
      optimizer: { name: 'adam', learningRate: 0.01, slopeRate: 10 },
      batchSize: 24,
    },
  },
  {
    name: 'other parameters',
    config: {
      seed: 7,
      dataset: { name: 'circle', size: 80, seed: 5 },
      network: {
        hidden: [5, 6, 7, 6, 5],
        activation: [
          { id: 'swish', params: { beta: 1.7 } },
          { id: 'hard-sigmoid', params: { slope: 0.2 } },
          { id: 'elu', params: { alpha: 0.3 } },
          { id: 'leaky-relu', params: { slope: 0.3 } },
          { id: 'softplus' },
        ],
        init: 'lsuv',
      },
      loss: 'binary-cross-entropy',
      optimizer: { name: 'rmsprop', learningRate: 0.003, beta2: 0.95, epsilon: 1e-6 },
      batchSize: 13,
    },
  },
  {
    name: 'wide layers on digits',
    steps: 100,
    config: {
      seed: 3,
      dataset: { name: 'digits', size: 400 },
      network: { hidden: [130, 67, 16], activation: { id: 'relu' } },
      optimizer: { name: 'sgd', learningRate: 0.1 },
      batchSize: 37,
    },
  },
  {
    name: 'eight narrow layers, one row a batch',
    config: {
      seed: 4,
      dataset: { name: 'spiral', size: 60 },
      network: { hidden: [1, 2, 3, 4, 4, 3, 2, 1], activation: { id: 'tanh' } },
      optimizer: { name: 'nesterov', learningRate: 0.01 },
      batchSize: 1,
    },
  },
  {
    name: 'no hidden layer, a batch of all rows',
    config: {
      seed: 5,
      dataset: { name: 'digits', size: 99 },
      network: { hidden: [], activation: { id: 'relu' } },
      batchSize: 4096,
    },
  },
  {
    name: 'a start of zeros',
    config: {
      seed: 6,
      dataset: { name: 'xor', size: 50 },
      network: { hidden: [6], activation: { id: 'sigmoid' }, init: 'zeros' },
      optimizer: { name: 'momentum' },
      batchSize: 9,
    },
  },
  {
    name: 'dead',
    config: {
      seed: 8,
      dataset: { name: 'gauss', size: 60 },
      network: { hidden: [6, 6], activation: { id: 'step' } },
      targetLoss: 0,
    },
  },
  {
    name: 'converged',
    config: {
      seed: 9,
      dataset: { name: 'gauss', size: 60, noise: 0.2 },
      network: { hidden: [6], activation: { id: 'mish' } },
      targetLoss: 0.1,
    },
  },
  {
    name: 'stalled',
    config: {
      seed: 10,
      dataset: { name: 'moons', size: 100 },
      network: { hidden: [6, 6, 6, 6, 6, 6], activation: { id: 'sigmoid' } },
      optimizer: { name: 'sgd', learningRate: 0.03 },
    },
  },
  {
    name: 'diverged',
    config: {
      seed: 11,
      dataset: { name: 'moons', size: 100 },
      network: { hidden: [6, 6], activation: { id: 'leaky-relu' } },
      optimizer: { name: 'sgd', learningRate: 300 },
      batchSize: 8,
    },
  },
];

const STEPS = 1000;

/** @param {readonly ActivationInfo[]} activations */
export const trainingCases = (activations) => [
  ...activations.map((info, i) => ({ name: info.id, steps: STEPS, config: ordinary(info, i) })),
  ...special.map((run) => ({ steps: STEPS, ...run })),
];
