// What is exported and run: every activation in a few trainings, which between them have every
// setting that a training can have.

import { ACTIVATION_IDS } from '../../web/src/engine/catalog.ts';
import type {
  ActivationChoice,
  ActivationId,
  ActivationParams,
  DatasetConfig,
  NetworkConfig,
  OptimizerConfig,
  TrainingConfig,
} from '../../web/src/engine/types.ts';
import type { Experiment } from '../../web/src/pytorch/plan.ts';
import { deadUnitsSchema } from '../../web/src/widgets/dead-units/settings.ts';
import { padSchema } from '../../web/src/widgets/digit-pad/settings.ts';
import { flowSchema } from '../../web/src/widgets/layer-flow/settings.ts';
import { defaults, type Schema } from '../../web/src/widgets/schema.ts';
import { experimentOf } from '../../web/src/widgets/session/experiments.ts';
import { slopesSchema } from '../../web/src/widgets/slope-tracks/settings.ts';
import { raceSchema } from '../../web/src/widgets/training-race/settings.ts';

export interface Case extends Experiment {
  name: string;
}

/** Three blobs, by a rule that needs no generator. */
function ownPoints(rows: number): { inputs: number[]; labels: number[] } {
  const inputs: number[] = [];
  const labels: number[] = [];
  for (let i = 0; i < rows; i++) {
    const label = i % 3;
    inputs.push(10 + 3 * label + Math.sin(7.3 * i), 0.01 * Math.cos(2.9 * i + label), 5);
    labels.push(label);
  }
  return { inputs, labels };
}

const own = ownPoints(90);

const DATASETS: readonly DatasetConfig[] = [
  { name: 'digits', size: 150 },
  { name: 'moons' },
  { name: 'sin', noise: 0.05 },
  { name: 'circle', size: 201 },
  { name: 'xor', size: 120, testFraction: 0 },
  { name: 'abs', size: 61 },
  {
    inputs: own.inputs,
    targets: own.labels,
    inputSize: 3,
    task: 'classification',
    standardize: true,
    testFraction: 0.2,
  },
  { name: 'gauss', size: 90, seed: 5 },
  { name: 'step', size: 80, testFraction: 0.25, noise: 0.1 },
  { name: 'spiral', size: 150 },
  {
    inputs: own.inputs.map((x) => x / 10),
    targets: own.labels.flatMap((label) => [label / 2, 1 - label / 2]),
    inputSize: 3,
    task: 'regression',
    targetSize: 2,
  },
  { name: 'square', noise: 0.02 },
];

const OPTIMIZERS: readonly OptimizerConfig[] = [
  { name: 'sgd', learningRate: 0.1 },
  { name: 'adam', learningRate: 0.005, weightDecay: 0.01 },
  { name: 'momentum', learningRate: 0.02, clipNorm: 0.5 },
  { name: 'rmsprop', learningRate: 0.0005, beta2: 0.95, epsilon: 1e-3 },
  { name: 'nesterov', learningRate: 0.02, weightDecay: 0.001 },
  { name: 'sgd', learningRate: 0.05, clipNorm: 0.2, slopeRate: 3 },
  { name: 'adam', learningRate: 0.001, beta1: 0.8, beta2: 0.99, slopeRate: 0.5, clipNorm: 1 },
];

const NETWORKS: readonly Omit<NetworkConfig, 'activation'>[] = [
  { hidden: [12, 12] },
  { hidden: [10], init: 'uniform', dropout: 0.25 },
  { hidden: [8, 9, 7], batchNorm: true },
  { hidden: [16, 16], init: 'lsuv' },
  { hidden: [8, 8, 8, 8], init: 'he', initScale: 0.8 },
  { hidden: [9, 9], init: 'lsuv', initScale: 1.2, batchNorm: true, dropout: 0.1 },
  { hidden: [14], init: 'lecun' },
  { hidden: [10, 10], init: 'xavier', dropout: 0.5 },
  { hidden: [12, 6], init: 'normal' },
];

const BATCHES = [32, 20, 7, 4096, 16];

const PARAMS: Partial<Record<ActivationId, ActivationParams>> = {
  'hard-sigmoid': { slope: 0.5 },
  'leaky-relu': { slope: 0.2 },
  prelu: { slope: 0.1 },
  rrelu: { lower: 0.05, upper: 0.6 },
  elu: { alpha: 0.7 },
  swish: { beta: 1.5 },
  maxout: { pieces: 3 },
};

const at = <T>(list: readonly T[], i: number): T => list[i % list.length]!;

const STEPS = 60;

function training(choice: ActivationChoice, i: number, seed = i + 1): TrainingConfig {
  return {
    seed,
    dataset: at(DATASETS, i),
    network: { ...at(NETWORKS, i), activation: choice },
    optimizer: at(OPTIMIZERS, i),
    batchSize: at(BATCHES, i),
  };
}

function single(id: ActivationId, i: number, choice: Omit<ActivationChoice, 'id'>): Case {
  const config = training({ id, ...choice }, i);
  return { name: `${id}-${i}`, runs: [{ label: id, config }], steps: STEPS, measureEvery: 10 };
}

/** Two trainings of each activation, with its default parameters and with others. */
const EACH = ACTIVATION_IDS.flatMap((id, i) => [
  single(id, i, {}),
  single(id, i + 39, { params: PARAMS[id] ?? {}, ...(i % 3 === 0 ? { shift: -0.25 } : {}) }),
]);

const run = (config: TrainingConfig, label = 'net') => ({ label, config });
const some = { steps: STEPS, measureEvery: 25 };
const sgd = (learningRate: number): OptimizerConfig => ({ name: 'sgd', learningRate });

const OTHERS: readonly Case[] = [
  {
    name: 'several racers and seeds',
    runs: (['relu', 'tanh', 'glu'] as const).flatMap((id, i) =>
      [4294967295, 0, 8].map((seed) => {
        const { network, ...rest } = training({ id }, 1, seed);
        return run({ ...rest, network: { ...network, hidden: [10 - i] } }, id);
      }),
    ),
    ...some,
  },
  {
    name: 'another activation in each layer',
    runs: [
      run({
        dataset: { name: 'moons', size: 100 },
        network: {
          hidden: [7, 8, 9, 5],
          activation: [{ id: 'maxout' }, { id: 'rrelu' }, { id: 'gtu' }, { id: 'prelu', shift: 1 }],
          batchNorm: true,
          dropout: 0.2,
        },
        batchSize: 9,
      }),
    ],
    ...some,
  },
  {
    name: 'classes by squared error of sigmoids',
    runs: [
      run({
        dataset: { name: 'digits', size: 60 },
        network: { hidden: [10], activation: { id: 'elu' }, outputActivation: 'sigmoid' },
        loss: 'mse',
      }),
    ],
    ...some,
  },
  {
    name: 'two classes by one logit',
    runs: [
      run({
        dataset: { name: 'xor', size: 60 },
        network: { hidden: [10], activation: { id: 'tanh' } },
        loss: 'binary-cross-entropy',
        optimizer: { name: 'nesterov', learningRate: 0.1, momentum: 0 },
      }),
    ],
    ...some,
  },
  {
    name: 'two classes by one tanh',
    runs: [
      run({
        dataset: { name: 'gauss', size: 60 },
        network: { hidden: [5], activation: { id: 'mish' }, outputActivation: 'tanh' },
        loss: 'mse',
      }),
    ],
    ...some,
  },
  {
    name: 'batch norm of a batch of one row',
    runs: [
      run({
        dataset: { name: 'spiral', size: 50, testFraction: 0 },
        network: { hidden: [8, 8], activation: { id: 'relu' }, batchNorm: true },
        optimizer: { name: 'adam', weightDecay: 0.01 },
        batchSize: 7,
      }),
    ],
    ...some,
  },
  {
    name: 'no hidden layer, and weights of zero',
    runs: [
      run({
        dataset: { name: 'circle', size: 50 },
        network: { hidden: [], activation: { id: 'relu' }, init: 'zeros' },
      }),
    ],
    ...some,
  },
  {
    name: 'hidden units that start off',
    runs: [
      run({
        dataset: { name: 'digits', size: 100 },
        network: { hidden: [8, 8], activation: { id: 'leaky-relu' } },
        optimizer: sgd(0.05),
      }),
    ],
    hiddenBias: -2,
    ...some,
  },
  {
    name: 'a network that diverges',
    runs: [
      run({
        dataset: { name: 'square' },
        network: { hidden: [16, 16], activation: { id: 'relu' } },
        optimizer: sgd(20),
      }),
    ],
    ...some,
  },
  {
    name: 'gradients whose squares leave float32, clipped',
    runs: [
      run({
        dataset: { name: 'sin', size: 50 },
        network: { hidden: [16, 16, 16], activation: { id: 'identity' }, initScale: 1e4 },
        optimizer: { name: 'sgd', learningRate: 1e-3, clipNorm: 1 },
      }),
    ],
    ...some,
  },
];

/** What a figure trains with its defaults but for these settings. */
function figure(schema: Schema, settings: Record<string, unknown>, name = schema.name): Case {
  const experiment = experimentOf(schema.name, { ...defaults(schema), ...settings })!;
  return { name, ...experiment };
}

const FIGURES: readonly Case[] = [
  figure(raceSchema, {
    racers: ['gelu', 'prelu', 'maxout', 'rrelu'],
    dataset: 'moons',
    size: 200,
    depth: 2,
    width: 9,
    seeds: 2,
    steps: STEPS,
    budget: 'parameters',
    pieces: 4,
    weightDecay: 0.01,
    slopeRate: 2,
    shift: 0.1,
    dropout: 0.1,
    clipNorm: 2,
  }),
  // Rounding in another order shows after a hundred steps.
  figure(raceSchema, { racers: ['relu'], steps: 200 }, 'the race as it stands'),
  figure(flowSchema, { depth: 6, width: 12, steps: 30 }),
  figure(slopesSchema, { mode: 'draws', depth: 2, width: 10, steps: 30 }),
  figure(deadUnitsSchema, { depth: 2, width: 10, steps: 30, bias: -1, learningRate: 0.2 }),
  figure(padSchema, { width: 12, steps: 30 }),
];

export const CASES: readonly Case[] = [...EACH, ...OTHERS, ...FIGURES];
