// As much of the other libraries as the benchmark uses, so that types can be checked where they are
// not installed.

declare module 'convnetjs' {
  interface Vol {
    w: Float64Array;
  }
  interface Net {
    makeLayers(definitions: object[]): void;
  }
  const convnetjs: {
    Vol: new (width: number, height: number, depth: number, fill: number) => Vol;
    Net: new () => Net;
    SGDTrainer: new (
      net: Net,
      options: object,
    ) => { train(x: Vol, target: number | number[]): object };
  };
  export default convnetjs;
}

declare module 'brain.js/dist/neural-network.js' {
  class NeuralNetwork {
    constructor(options: { hiddenLayers: number[]; activation: string });
    train(data: { input: number[]; output: number[] }[], options: object): object;
  }
  /** A CommonJS module with a default of its own. */
  const module: { default: typeof NeuralNetwork };
  export default module;
}

declare module '@tensorflow/tfjs-core' {
  export interface Tensor {
    dispose(): void;
  }
  export interface Variable extends Tensor {
    readonly name: string;
  }
  export function setBackend(name: string): Promise<boolean>;
  export function env(): { set(flag: string, value: boolean): void };
  export function tidy<T>(work: () => T): T;
  export function tensor1d(values: Float32Array, type?: 'float32' | 'int32'): Tensor;
  export function tensor2d(values: Float32Array, shape: [number, number]): Tensor;
  export function scalar(value: number): Tensor;
  export function zeros(shape: number[]): Tensor;
  export function randomNormal(shape: number[], mean: number, deviation: number): Tensor;
  export function oneHot(indices: Tensor, depth: number): Tensor;
  export function variable(initial: Tensor): Variable;
  export function matMul(a: Tensor, b: Tensor): Tensor;
  export function add(a: Tensor, b: Tensor | number): Tensor;
  export function mul(a: Tensor, b: Tensor | number): Tensor;
  export function sigmoid(x: Tensor): Tensor;
  export function tanh(x: Tensor): Tensor;
  export function erf(x: Tensor): Tensor;
  export function relu(x: Tensor): Tensor;
  export function prelu(x: Tensor, slope: Tensor): Tensor;
  export const losses: {
    softmaxCrossEntropy(labels: Tensor, logits: Tensor): Tensor;
    meanSquaredError(labels: Tensor, predictions: Tensor): Tensor;
  };
  export const train: {
    sgd(rate: number): {
      minimize(loss: () => Tensor, returnCost: boolean, variables: Variable[]): Tensor | null;
    };
  };
}

declare module '@tensorflow/tfjs-core/dist/register_all_gradients.js';

declare module '@tensorflow/tfjs-backend-cpu';

declare module '@tensorflow/tfjs-backend-wasm' {
  export function setWasmPaths(paths: Record<string, string>): void;
}
