// The face of the Emscripten module, as wasm/src/bindings.cpp declares it. Pointers are byte
// offsets into the module's memory; nothing outside web/src/engine/ may import this file.

export interface Failure {
  /** Index into ERRORS of the catalogue; 0 means none. */
  code: number;
  /** Dotted path of the configuration field at fault. */
  field: string;
  value: number;
  limit: number;
}

export interface EmbindVector<T> {
  push_back(value: T): void;
  delete(): void;
}

export interface LayerSpec {
  width: number;
  activation: number;
  /** Elementwise parameters in the catalogue's order, unused ones 0; pieces for maxout in a. */
  a: number;
  b: number;
  shift: number;
}

export interface TrainingSpec {
  seed: number;
  loss: number;
  batchSize: number;
  targetLoss: number;
  init: number;
  initScale: number;
  batchNorm: boolean;
  dropout: number;
  outputActivation: number;
  optimizer: number;
  learningRate: number;
  momentum: number;
  beta1: number;
  beta2: number;
  epsilon: number;
  weightDecay: number;
  clipNorm: number;
  slopeRate: number;
}

export interface LayerMeasurement {
  gradientNorm: number;
  weightNorm: number;
  updateRatio: number;
  outputGradientNorm: number;
  activationMean: number;
  activationStd: number;
  deadFraction: number;
  inactiveFraction: number;
  saturatedFraction: number;
}

export interface LossMeasurement {
  trainLoss: number;
  testLoss: number;
  trainAccuracy: number;
  testAccuracy: number;
}

export interface StatusRecord {
  /** Index into STATES of the catalogue. */
  state: number;
  step: number;
  epoch: number;
  /** -1 where it does not apply. */
  layer: number;
  unit: number;
  /** Index into DIVERGENCE_REASONS, or -1. */
  reason: number;
}

export interface ParameterRecord {
  layer: number;
  /** Index into PARAMETER_KINDS. */
  kind: number;
  dims: number;
  shape0: number;
  shape1: number;
  shape2: number;
  size: number;
}

export interface WasmDataset {
  count(): number;
  trainCount(): number;
  inputSize(): number;
  targetSize(): number;
  classes(): number;
  /** Copies to memory at the pointer: count × inputSize and count × targetSize floats. */
  readInputs(pointer: number): void;
  readTargets(pointer: number): void;
  delete(): void;
}

export interface WasmTraining {
  step(n: number): StatusRecord;
  status(): StatusRecord;
  /** Measures everything the calls below read. */
  measure(histograms: boolean): LossMeasurement;
  layerCount(): number;
  layer(index: number): LayerMeasurement;
  /** Of the training rows or the coming batch, by unit; returns the number of rows. */
  measureActivity(ofBatch: boolean): number;
  /** Each returns its length and, with a pointer other than 0, copies that many floats. */
  readActivity(layer: number, pointer: number): number;
  readHistogram(layer: number, pointer: number): number;
  readSlopes(layer: number, pointer: number): number;
  readPieceShares(layer: number, pointer: number): number;
  inputSize(): number;
  outputSize(): number;
  /** Floats: n × inputSize in, n × outputSize out. */
  predict(inputs: number, n: number, outputs: number): void;
  parameterCount(): number;
  parameter(index: number): ParameterRecord;
  readParameter(index: number, pointer: number): void;
  writeParameter(index: number, pointer: number): void;
  delete(): void;
}

export interface WasmModule {
  readonly HEAPF32: Float32Array;
  readonly HEAPU8: Uint8Array;
  LayerSpecs: new () => EmbindVector<LayerSpec>;
  version(): string;
  /** 0 when there is no memory left. */
  allocate(bytes: number): number;
  release(pointer: number): void;
  lastFailure(): Failure;
  /** Floats in, floats out, parameters as floats: elementwise ones in the catalogue's order;
   * maxout: every weight, then every bias; gates: weight, bias, gateWeight, gateBias.
   * False leaves a failure. */
  evaluate(
    activation: number,
    derivative: boolean,
    x: number,
    y: number,
    n: number,
    params: number,
    paramCount: number,
  ): boolean;
  /** Hands over wasm/data/digits/digits.bin; false leaves a failure. */
  loadDigits(pointer: number, bytes: number): boolean;
  /** Index into DATASETS of the catalogue; null leaves a failure. */
  createDataset(
    name: number,
    size: number,
    noise: number,
    testFraction: number,
    seed: number,
  ): WasmDataset | null;
  /** classes 0 means regression. */
  createOwnDataset(
    inputs: number,
    targets: number,
    count: number,
    inputSize: number,
    targetSize: number,
    classes: number,
    testFraction: number,
    standardize: boolean,
    seed: number,
  ): WasmDataset | null;
  createTraining(
    dataset: WasmDataset,
    spec: TrainingSpec,
    layers: EmbindVector<LayerSpec>,
  ): WasmTraining | null;
}

export type WasmFactory = (options: {
  /** Instantiates the module itself and hands it over. */
  instantiateWasm: (
    imports: WebAssembly.Imports,
    receive: (instance: WebAssembly.Instance, module: WebAssembly.Module) => void,
  ) => object;
  print?: (text: string) => void;
  printErr?: (text: string) => void;
}) => Promise<WasmModule>;
