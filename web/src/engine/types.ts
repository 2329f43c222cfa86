// The public types of `activation-lab/engine`: everything a caller passes in or gets back.

import type { ActivationId } from './catalog.ts';

export type { ActivationId };

/** A parameter of an activation, as the catalogue declares it. */
export interface ParameterInfo {
  id: string;
  default: number;
  min: number;
  max: number;
  /** Trained by the optimizer (PReLU's slope), one value a unit. */
  learnable: boolean;
}

/** Accepted error: within `ulp` units in the last place, or within `absolute`. */
export interface Tolerance {
  ulp: number;
  absolute: number;
}

/** What the engine knows about one activation; generated from the C++ registry. */
export interface ActivationInfo {
  id: ActivationId;
  label: string;
  /** LaTeX of f(x) and f′(x). */
  latex: string;
  latexDerivative: string;
  /** How many pre-activations feed one unit: one, one per piece, or value and gate. */
  kind: 'elementwise' | 'maxout' | 'gated';
  parameters: readonly ParameterInfo[];
  /** Infimum and supremum of f with default parameters. */
  range: readonly [number, number];
  /** Points where f or f′ jumps, with default parameters. */
  kinks: readonly number[];
  tolerance: { value: Tolerance; derivative: Tolerance };
  /** The initialization that `init: 'auto'` picks. */
  init: 'he' | 'xavier' | 'lecun';
  /** Where the function was introduced. */
  source: string;
}

/**
 * Parameters by name. Elementwise activations take their `ParameterInfo` ids; maxout also
 * `weights` and `biases`, one per piece; GLU and GTU `weight`, `bias`, `gateWeight`, `gateBias`;
 * these scalar affine pieces are used by `evaluate` and `derivative` only.
 */
export interface ActivationParams {
  slope?: number;
  lower?: number;
  upper?: number;
  alpha?: number;
  beta?: number;
  pieces?: number;
  weights?: readonly number[];
  biases?: readonly number[];
  weight?: number;
  bias?: number;
  gateWeight?: number;
  gateBias?: number;
}

/** Two-class points in the plane, regression on a line, and images. */
export type PlaneDataset = 'circle' | 'xor' | 'gauss' | 'spiral' | 'moons';
export type CurveDataset = 'abs' | 'square' | 'sin' | 'step';
export type DatasetName = PlaneDataset | CurveDataset | 'digits';

export interface NamedDatasetConfig {
  name: DatasetName;
  /** Rows in all; for `digits`, training images taken from the fixed split (at most 1,437). */
  size?: number;
  /** Standard deviation of the noise added before standardization (targets, for curves). */
  noise?: number;
  /** Share of rows held out, 0 to 0.9; `digits` has a fixed split and takes only 0.2. */
  testFraction?: number;
  /** Seed of the streams `data` and `split`; the training's seed unless given. */
  seed?: number;
}

export interface OwnDatasetConfig {
  /** Row-major [n, inputSize]. */
  inputs: Float32Array | readonly number[];
  /** Class indices [n], or values [n, targetSize] for regression. */
  targets: Float32Array | readonly number[];
  inputSize: number;
  task: 'classification' | 'regression';
  /** Number of classes; one more than the largest target unless given. */
  classes?: number;
  /** Values a row for regression; 1 unless given. */
  targetSize?: number;
  /** 0 unless given: every row trains. */
  testFraction?: number;
  /** Scale every input column to mean 0 and variance 1 over the training rows. */
  standardize?: boolean;
  seed?: number;
}

export type DatasetConfig = NamedDatasetConfig | OwnDatasetConfig;

/** Rows are in training order: the first `trainCount` train, the rest test. */
export interface Dataset {
  readonly name: DatasetName | 'own';
  readonly task: 'classification' | 'regression';
  /** Row-major [n, inputSize]. */
  readonly inputs: Float32Array;
  /** Class indices [n], or values [n, targetSize]. */
  readonly targets: Float32Array;
  readonly count: number;
  readonly trainCount: number;
  readonly inputSize: number;
  readonly targetSize: number;
  /** 0 for regression. */
  readonly classes: number;
}

export interface ActivationChoice {
  id: ActivationId;
  params?: ActivationParams;
  /** Added to the value, −100 to 100; 0 unless given. */
  shift?: number;
}

export type InitName = 'auto' | 'xavier' | 'he' | 'lecun' | 'normal' | 'uniform' | 'zeros' | 'lsuv';
export type OutputActivation = 'identity' | 'sigmoid' | 'tanh';
export type LossName = 'mse' | 'cross-entropy' | 'binary-cross-entropy';
export type OptimizerName = 'sgd' | 'momentum' | 'nesterov' | 'rmsprop' | 'adam';

export interface NetworkConfig {
  /** Width of each hidden layer: 0 to 64 layers of 1 to 1,024 units. */
  hidden: readonly number[];
  /** One for all hidden layers, or one for each. */
  activation: ActivationChoice | readonly ActivationChoice[];
  init?: InitName;
  /** Factor on every initial weight of the hidden layers. */
  initScale?: number;
  batchNorm?: boolean;
  /** Probability of dropping a hidden activation in training, 0 to below 1. */
  dropout?: number;
  /** Applied to the outputs; only `identity` goes with the cross-entropies. */
  outputActivation?: OutputActivation;
}

export interface OptimizerConfig {
  name: OptimizerName;
  learningRate?: number;
  /** `momentum` and `nesterov`; 0.9 unless given. */
  momentum?: number;
  /** Adam's first decay; 0.9 unless given. */
  beta1?: number;
  /** Adam's second decay (0.999) and RMSProp's smoothing constant α (0.99). */
  beta2?: number;
  /** 1e-8 unless given. */
  epsilon?: number;
  /** L2 penalty added to every gradient but those of PReLU slopes; 0 unless given. */
  weightDecay?: number;
  /** Largest global gradient norm; 0 (no clipping) unless given. */
  clipNorm?: number;
  /** Factor on the learning rate of PReLU slopes; 1 unless given. */
  slopeRate?: number;
}

export interface TrainingConfig {
  /** Integer from 0 to 4,294,967,295; 1 unless given. */
  seed?: number;
  dataset: DatasetConfig;
  network: NetworkConfig;
  /** `cross-entropy` for classification and `mse` for regression unless given. */
  loss?: LossName;
  optimizer?: OptimizerConfig;
  /** 1 to 4,096; 32 unless given. More than the training rows means full batch. */
  batchSize?: number;
  /** Training loss at which the state becomes `converged`; 0 (never) unless given. */
  targetLoss?: number;
}

/** Own data with every default filled in; classes 0 for regression. */
export interface ResolvedOwnDatasetConfig extends Required<OwnDatasetConfig> {
  inputs: Float32Array;
  targets: Float32Array;
}

export type ResolvedDatasetConfig = Required<NamedDatasetConfig> | ResolvedOwnDatasetConfig;

/** A `TrainingConfig` with every default filled in. */
export interface ResolvedTrainingConfig extends Required<TrainingConfig> {
  dataset: ResolvedDatasetConfig;
  network: Required<NetworkConfig>;
  optimizer: Required<OptimizerConfig>;
}

export type TrainingState = 'running' | 'converged' | 'stalled' | 'dead' | 'diverged';

/** What became non-finite first, in the order of a training step. */
export type DivergenceReason = 'activation' | 'loss' | 'gradient' | 'parameter';

export interface Status {
  state: TrainingState;
  /** Optimizer steps taken; for `diverged`, the step in which it happened. */
  step: number;
  /** Passes over the training rows, as a fraction. */
  epoch: number;
  /** 0-based layer, counting the output layer last: the dead, stalled or first non-finite one. */
  layer?: number;
  /** 0-based unit of that layer, for `diverged`. */
  unit?: number;
  reason?: DivergenceReason;
}

export interface LayerMetrics {
  /** Euclidean norm of the weight gradient of the latest step (before the first step: of the
   * first batch), and of the weights. */
  gradientNorm: number;
  weightNorm: number;
  /** Norm of the latest weight update over the norm of the weights. */
  updateRatio: number;
  /** Euclidean norm of the loss gradient by the outputs of a hidden layer, over the latest batch
   * (before the first step: the first batch); NaN for the output layer. */
  outputGradientNorm: number;
  /** Over all units and training rows. */
  activationMean: number;
  activationStd: number;
  /** Share of units with zero derivative on every training row. */
  deadFraction: number;
  /** Share of (unit, row) pairs with zero derivative. */
  inactiveFraction: number;
  /** Share of (unit, row) pairs with |f′| below 1 % of its largest value. */
  saturatedFraction: number;
  /** Pre-activations over the training rows: counts in equal bins over [-8, 8], the outermost
   * bins taking everything beyond; present when asked for. */
  histogram?: Float32Array;
  /** PReLU's learned slope of each unit. */
  slopes?: Float32Array;
  /** Share of (unit, row) pairs that each maxout piece wins. */
  pieceShares?: Float32Array;
}

export interface Metrics {
  step: number;
  epoch: number;
  /** Mean loss in evaluation mode over the training and test rows; NaN without such rows. */
  trainLoss: number;
  testLoss: number;
  /** Share classified correctly; NaN for regression. */
  trainAccuracy: number;
  testAccuracy: number;
  /** One a hidden layer, then one for the output layer. */
  layers: LayerMetrics[];
}

export interface MetricsOptions {
  /** Also count pre-activation histograms. */
  histograms?: boolean;
}

export type ParameterKind =
  | 'weight'
  | 'bias'
  | 'slope'
  | 'gateWeight'
  | 'gateBias'
  | 'gamma'
  | 'beta'
  | 'runningMean'
  | 'runningVar';

export interface Parameter {
  /** `layers.<i>.<kind>`; the output layer has the last index. */
  name: string;
  layer: number;
  kind: ParameterKind;
  /** [in, out] for weights, [in, out, pieces] for maxout. */
  shape: number[];
  /** A copy, row-major. */
  values: Float32Array;
}

/** The parameters of one of several networks. */
export interface NamedParameters {
  activation: ActivationId;
  seed: number;
  /** Optimizer steps it has taken. */
  step: number;
  parameters: Parameter[];
}

export interface Training {
  readonly config: ResolvedTrainingConfig;
  /** Takes up to n optimizer steps; stops early at the first non-finite value. */
  step(n: number): Status;
  status(): Status;
  metrics(options?: MetricsOptions): Metrics;
  /** For each unit of each hidden layer, the share of rows in which its derivative is not zero: of
   * all training rows, or of the coming step's batch. */
  activity(rows: 'train' | 'batch'): Float32Array[];
  /** Row-major [n, outputs], before softmax or the logistic of the loss. */
  predict(inputs: Float32Array): Float32Array;
  parameters(): Parameter[];
  /** Replaces the named parameters; optimizer state is kept. */
  setParameters(parameters: readonly Pick<Parameter, 'name' | 'values'>[]): void;
  /** Frees the memory; idempotent. Later calls throw an `EngineError`. */
  dispose(): void;
}

export interface LoadOptions {
  variant?: 'auto' | 'simd' | 'baseline';
  wasmBinary?: ArrayBuffer;
  /** `eager` (the default) loads the image set with the engine; `on-demand` leaves it to
   * `prepare`. */
  data?: 'eager' | 'on-demand';
}

export interface Engine {
  readonly version: string;
  readonly variant: 'simd' | 'baseline';
  readonly activations: readonly ActivationInfo[];
  /** f at every x. */
  evaluate(id: ActivationId, x: Float32Array, params?: ActivationParams): Float32Array;
  /** f′ at every x; at a kink, the value PyTorch gives. */
  derivative(id: ActivationId, x: Float32Array, params?: ActivationParams): Float32Array;
  dataset(config: DatasetConfig): Dataset;
  createTraining(config: TrainingConfig): Training;
  /** Loads what a data set needs before `dataset` or `createTraining` may name it. */
  prepare(name: DatasetName): Promise<void>;
}
