// TensorFlow.js with one of its backends: tensors stay in the backend, tidied up after every step.

import * as tf from '@tensorflow/tfjs-core';
import '@tensorflow/tfjs-core/dist/register_all_gradients.js';
import '@tensorflow/tfjs-backend-cpu';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import baseline from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm.wasm?url';
import simd from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-simd.wasm?url';
import threads from '@tensorflow/tfjs-backend-wasm/dist/tfjs-backend-wasm-threaded-simd.wasm?url';
import { activationInputs, ownRows } from '../data.ts';
import {
  type ActivationTask,
  type Contestant,
  cannot,
  type Task,
  type TrainingTask,
} from '../task.ts';
import { timed } from '../timing.ts';

// A page that is not isolated from other origins gets the SIMD build with one thread.
setWasmPaths({
  'tfjs-backend-wasm.wasm': baseline,
  'tfjs-backend-wasm-simd.wasm': simd,
  'tfjs-backend-wasm-threaded-simd.wasm': threads,
});

/** A page holds one of them: the kernels of a backend are there once. */
export const BACKENDS = {
  'tfjs-wasm': { name: 'wasm', simd: true },
  'tfjs-wasm-baseline': { name: 'wasm', simd: false },
  'tfjs-cpu': { name: 'cpu', simd: false },
} as const;

export const prepareTensorFlow = async (
  backend: keyof typeof BACKENDS,
  task: Task,
): Promise<Contestant> => {
  const { name, simd } = BACKENDS[backend];
  if (!simd) tf.env().set('WASM_HAS_SIMD_SUPPORT', false);
  if (!(await tf.setBackend(name))) throw new Error(`TensorFlow.js has no backend ${name}`);
  if (task.kind === 'training') {
    const repeat = training(task);
    return (milliseconds) => timed(milliseconds, task.batch, repeat);
  }
  if (task.kind === 'activation') {
    const repeat = activation(task);
    return (milliseconds) => timed(milliseconds, task.n, repeat);
  }
  throw cannot('TensorFlow.js', task);
};

function training(task: TrainingTask): (times: number) => void {
  const { rows, inputs, hidden, classes, batch } = task;
  const activate = activationNamed(task.racers[0]!);
  const data = ownRows(task);
  const batches = Array.from({ length: rows / batch }, (_, i) => {
    const targets = data.targets.subarray(i * batch, (i + 1) * batch);
    return {
      x: tf.tensor2d(data.inputs.subarray(i * batch * inputs, (i + 1) * batch * inputs), [
        batch,
        inputs,
      ]),
      y:
        classes > 0
          ? tf.oneHot(tf.tensor1d(targets, 'int32'), classes)
          : tf.tensor2d(targets, [batch, 1]),
    };
  });
  const widths = [inputs, ...hidden, classes || 1];
  const layers = widths.slice(1).map((width, i) => ({
    weights: tf.variable(tf.randomNormal([widths[i]!, width], 0, Math.sqrt(1 / widths[i]!))),
    biases: tf.variable(tf.zeros([width])),
  }));
  const variables = layers.flatMap(({ weights, biases }) => [weights, biases]);
  const optimizer = tf.train.sgd(task.rate);
  const loss = ({ x, y }: (typeof batches)[number]) => {
    const output = layers.reduce((below, { weights, biases }, i) => {
      const z = tf.add(tf.matMul(below, weights), biases);
      return i < layers.length - 1 ? activate(z) : z;
    }, x);
    return classes > 0
      ? tf.losses.softmaxCrossEntropy(y, output)
      : tf.losses.meanSquaredError(y, output);
  };
  let next = 0;
  return (times) => {
    for (let i = 0; i < times; i++) {
      tf.tidy(() => optimizer.minimize(() => loss(batches[next]!), false, variables));
      next = (next + 1) % batches.length;
    }
  };
}

/** What each is made of before it is timed. */
const ACTIVATIONS: Record<string, () => (x: tf.Tensor) => tf.Tensor> = {
  sigmoid: () => tf.sigmoid,
  tanh: () => tf.tanh,
  // There is no operation for the exact one.
  gelu: () => (x) => tf.mul(tf.mul(x, 0.5), tf.add(tf.erf(tf.mul(x, Math.SQRT1_2)), 1)),
  relu: () => tf.relu,
  prelu: () => {
    const slope = tf.scalar(0.25);
    return (x) => tf.prelu(x, slope);
  },
};

function activationNamed(id: string): (x: tf.Tensor) => tf.Tensor {
  const make = ACTIVATIONS[id];
  if (!make) throw new Error(`TensorFlow.js has no ${id}`);
  return make();
}

function activation({ racers: [id], n }: ActivationTask): (times: number) => void {
  const activate = activationNamed(id);
  const x = tf.tensor1d(activationInputs(n));
  return (times) => {
    for (let i = 0; i < times; i++) tf.tidy(() => activate(x)).dispose();
  };
}
