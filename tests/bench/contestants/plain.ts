// Plain JavaScript loops, as one would write them for speed: typed arrays, no allocation in a step,
// products in the order of memory.

import { activationInputs, ownRows } from '../data.ts';
import {
  type ActivationTask,
  type Contestant,
  cannot,
  type Prepare,
  type TrainingTask,
} from '../task.ts';
import { timed } from '../timing.ts';

export const preparePlain: Prepare = async (task) => {
  if (task.kind === 'training') return trainer(task);
  if (task.kind === 'activation') return activator(task);
  throw cannot('plain loops', task);
};

interface Dense {
  inputs: number;
  outputs: number;
  /** [outputs][inputs], as its gradient. */
  weights: Float64Array;
  biases: Float64Array;
  weightGradient: Float64Array;
  biasGradient: Float64Array;
  /** Of one sample: output, and the loss's gradient by the pre-activation. */
  output: Float64Array;
  delta: Float64Array;
}

function dense(inputs: number, outputs: number): Dense {
  const scale = Math.sqrt(3 / inputs);
  return {
    inputs,
    outputs,
    weights: Float64Array.from({ length: inputs * outputs }, () => scale * (2 * Math.random() - 1)),
    biases: new Float64Array(outputs),
    weightGradient: new Float64Array(inputs * outputs),
    biasGradient: new Float64Array(outputs),
    output: new Float64Array(outputs),
    delta: new Float64Array(outputs),
  };
}

type Elementwise = (values: Float64Array) => void;
/** Multiplies the gradient by the derivative, told from the output. */
type Slope = (delta: Float64Array, output: Float64Array) => void;

const HIDDEN: Record<string, { apply: Elementwise; slope: Slope }> = {
  tanh: {
    apply: (values) => {
      for (let i = 0; i < values.length; i++) values[i] = Math.tanh(values[i]!);
    },
    slope: (delta, output) => {
      for (let i = 0; i < delta.length; i++) delta[i]! *= 1 - output[i]! * output[i]!;
    },
  },
  relu: {
    apply: (values) => {
      for (let i = 0; i < values.length; i++) if (values[i]! < 0) values[i] = 0;
    },
    slope: (delta, output) => {
      for (let i = 0; i < delta.length; i++) if (output[i] === 0) delta[i] = 0;
    },
  },
};

function affine({ inputs, outputs, weights, biases, output }: Dense, x: Float64Array): void {
  for (let j = 0, at = 0; j < outputs; j++) {
    let sum = biases[j]!;
    for (let i = 0; i < inputs; i++, at++) sum += weights[at]! * x[i]!;
    output[j] = sum;
  }
}

/** Adds the gradient of one sample; fills that of the input if there is one to fill. */
function collect(layer: Dense, x: Float64Array, inputDelta: Float64Array | undefined): void {
  const { inputs, outputs, weights, weightGradient, biasGradient, delta } = layer;
  inputDelta?.fill(0);
  for (let j = 0; j < outputs; j++) {
    const d = delta[j]!;
    if (d === 0) continue;
    const row = j * inputs;
    biasGradient[j]! += d;
    for (let i = 0; i < inputs; i++) weightGradient[row + i]! += d * x[i]!;
    if (inputDelta) for (let i = 0; i < inputs; i++) inputDelta[i]! += d * weights[row + i]!;
  }
}

function descend(values: Float64Array, gradient: Float64Array, rate: number): void {
  for (let i = 0; i < values.length; i++) {
    values[i]! -= rate * gradient[i]!;
    gradient[i] = 0;
  }
}

/** The gradient of the loss by the output, in place. */
function softmaxGradient(output: Float64Array, target: number, delta: Float64Array): void {
  let largest = output[0]!;
  for (let j = 1; j < output.length; j++) if (output[j]! > largest) largest = output[j]!;
  let sum = 0;
  for (let j = 0; j < output.length; j++) {
    delta[j] = Math.exp(output[j]! - largest);
    sum += delta[j]!;
  }
  for (let j = 0; j < output.length; j++) delta[j]! /= sum;
  delta[target]! -= 1;
}

/** A network with its rows; `step` takes the next batch of them. */
export class PlainNetwork {
  readonly layers: readonly Dense[];
  private readonly samples: readonly Float64Array[];
  private readonly targets: Float32Array;
  private readonly activation: { apply: Elementwise; slope: Slope };
  private next = 0;

  constructor(private readonly task: TrainingTask) {
    const { inputs, hidden, classes, racers } = task;
    const activation = HIDDEN[racers[0]!];
    if (!activation || racers.length > 1) throw cannot('plain loops', task);
    this.activation = activation;
    const rows = ownRows(task);
    this.samples = Array.from({ length: task.rows }, (_, i) =>
      Float64Array.from(rows.inputs.subarray(i * inputs, (i + 1) * inputs)),
    );
    this.targets = rows.targets;
    const widths = [inputs, ...hidden, classes || 1];
    this.layers = widths.slice(1).map((width, i) => dense(widths[i]!, width));
  }

  step(): void {
    const { rows, batch, rate } = this.task;
    for (let i = 0; i < batch; i++) {
      this.sample(this.next);
      this.next = this.next + 1 === rows ? 0 : this.next + 1;
    }
    for (const layer of this.layers) {
      descend(layer.weights, layer.weightGradient, rate / batch);
      descend(layer.biases, layer.biasGradient, rate / batch);
    }
  }

  /** Adds one row's gradients. */
  private sample(index: number): void {
    const { layers, activation } = this;
    const last = layers.length - 1;
    const input = this.samples[index]!;
    let x = input;
    for (let k = 0; k <= last; k++) {
      affine(layers[k]!, x);
      x = layers[k]!.output;
      if (k < last) activation.apply(x);
    }
    const { output, delta } = layers[last]!;
    const target = this.targets[index]!;
    if (this.task.classes > 0) softmaxGradient(output, target, delta);
    else delta[0] = 2 * (output[0]! - target);
    for (let k = last; k > 0; k--) {
      const below = layers[k - 1]!;
      collect(layers[k]!, below.output, below.delta);
      activation.slope(below.delta, below.output);
    }
    collect(layers[0]!, input, undefined);
  }
}

function trainer(task: TrainingTask): Contestant {
  const network = new PlainNetwork(task);
  return (milliseconds) =>
    timed(milliseconds, task.samplesPerStep, (times) => {
      for (let i = 0; i < times; i++) network.step();
    });
}

type Loop = (x: Float32Array, y: Float32Array) => void;

/** Abramowitz and Stegun 7.1.26, within 1.5e-7: enough for float32. */
function erf(x: number): number {
  const t = 1 / (1 + 0.3275911 * Math.abs(x));
  const poly =
    t *
    (0.254829592 + t * (-0.284496736 + t * (1.421413741 + t * (-1.453152027 + t * 1.061405429))));
  const y = 1 - poly * Math.exp(-x * x);
  return x < 0 ? -y : y;
}

const LOOPS: Record<string, Loop> = {
  sigmoid: (x, y) => {
    for (let i = 0; i < x.length; i++) y[i] = 1 / (1 + Math.exp(-x[i]!));
  },
  tanh: (x, y) => {
    for (let i = 0; i < x.length; i++) y[i] = Math.tanh(x[i]!);
  },
  gelu: (x, y) => {
    for (let i = 0; i < x.length; i++) y[i] = 0.5 * x[i]! * (1 + erf(x[i]! * Math.SQRT1_2));
  },
  relu: (x, y) => {
    for (let i = 0; i < x.length; i++) y[i] = Math.max(x[i]!, 0);
  },
  prelu: (x, y) => {
    for (let i = 0; i < x.length; i++) y[i] = Math.max(x[i]!, 0) + 0.25 * Math.min(x[i]!, 0);
  },
};

function activator(task: ActivationTask): Contestant {
  const loop = LOOPS[task.racers[0]];
  if (!loop) throw cannot('plain loops', task);
  const x = activationInputs(task.n);
  const y = new Float32Array(task.n);
  return (milliseconds) =>
    timed(milliseconds, task.n, (times) => {
      for (let i = 0; i < times; i++) loop(x, y);
    });
}
