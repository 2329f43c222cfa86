// What mean-field theory predicts at the start: in infinitely wide layers pre-activations are
// normal, so their variance and the gradient's change from layer to layer by Gaussian integrals
// (Poole et al. 2016; Schoenholz et al. 2017).

import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { Evaluator } from '../../engine/evaluator.ts';
import type { ActivationId, InitName } from '../../engine/types.ts';
import type { FlowSettings } from './settings.ts';

export interface Theory {
  /** RMS of each hidden layer's outputs. */
  rms: number[];
  /** Norm of the gradient by each hidden layer's outputs, over that of the last. */
  gradient: number[];
}

/** Pixels, and their mean square: the images are standardized. */
const INPUTS = 64;
const INPUT_SQUARE = 1;

/** The midpoint rule over ±8 standard deviations: no node lies on a kink at 0. */
const POINTS = 1600;
const NODES = Float64Array.from({ length: POINTS }, (_, i) => (16 * (i + 0.5)) / POINTS - 8);
const WEIGHTS = NODES.map((z) => Math.exp(-0.5 * z * z));
const TOTAL = WEIGHTS.reduce((a, b) => a + b, 0);

/** Mean square of a function of a normal variable with this variance. */
function meanSquare(of: (x: Float32Array) => Float32Array, variance: number): number {
  const spread = Math.sqrt(variance);
  const values = of(Float32Array.from(NODES, (z) => spread * z));
  let sum = 0;
  for (let i = 0; i < values.length; i++) sum += WEIGHTS[i]! * values[i]! ** 2;
  return sum / TOTAL;
}

interface Moments {
  /** Mean square of a unit's output. */
  square: number;
  /** Sum over what feeds a unit of the mean squares of its derivatives. */
  slopes: number;
}

function gated(curves: Evaluator, value: 'identity' | 'tanh', variance: number): Moments {
  const f = (id: ActivationId) => meanSquare((x) => curves.evaluate(id, x), variance);
  const df = (id: ActivationId) => meanSquare((x) => curves.derivative(id, x), variance);
  return {
    square: f(value) * f('sigmoid'),
    slopes: df(value) * f('sigmoid') + f(value) * df('sigmoid'),
  };
}

/** For pre-activations of mean 0 and this variance. */
export function moments(curves: Evaluator, id: ActivationId, variance: number): Moments {
  // The larger of two independent normal variables has their mean square.
  if (id === 'maxout') return { square: variance, slopes: 1 };
  if (id === 'glu') return gated(curves, 'identity', variance);
  if (id === 'gtu') return gated(curves, 'tanh', variance);
  return {
    square: meanSquare((x) => curves.evaluate(id, x), variance),
    slopes: meanSquare((x) => curves.derivative(id, x), variance),
  };
}

/** The slope on the negative side that He's variance allows for. */
function negativeSlope(curves: Evaluator, id: ActivationId): number {
  const rectifier = id === 'leaky-relu' || id === 'prelu' || id === 'rrelu';
  return rectifier ? -curves.evaluate(id, Float32Array.of(-1))[0]! : 0;
}

/** Variance of a weight; undefined where it depends on the data. */
function weightVariance(
  init: InitName,
  curves: Evaluator,
  id: ActivationId,
  inputs: number,
  outputs: number,
): number | undefined {
  switch (init) {
    case 'auto':
      return weightVariance(schemeOf(id), curves, id, inputs, outputs);
    case 'xavier':
      return 2 / (inputs + outputs);
    case 'he':
      return 2 / ((1 + negativeSlope(curves, id) ** 2) * inputs);
    case 'lecun':
      return 1 / inputs;
    case 'uniform':
      return 1 / (3 * inputs);
    case 'normal':
      return 0.01 ** 2;
    default:
      return undefined;
  }
}

const schemeOf = (id: ActivationId) => ACTIVATIONS.find((info) => info.id === id)!.init;

/** Undefined where normalization or the data decide instead. */
export function theoryOf(
  curves: Evaluator,
  settings: Pick<FlowSettings, 'init' | 'initScale' | 'depth' | 'width' | 'batchNorm'>,
  id: ActivationId,
): Theory | undefined {
  const { depth, width, initScale, batchNorm } = settings;
  const init = settings.init === 'recommended' ? 'auto' : settings.init;
  const first = weightVariance(init, curves, id, INPUTS, width);
  const later = weightVariance(init, curves, id, width, width);
  if (batchNorm || first === undefined || later === undefined) return undefined;
  const rms: number[] = [];
  const gradient = new Array<number>(depth).fill(1);
  let square = INPUT_SQUARE;
  /** By how much the squared gradient grows from a layer's outputs to its inputs. */
  const passed: number[] = [];
  for (let layer = 0; layer < depth; layer++) {
    const [inputs, weight] = layer === 0 ? [INPUTS, first] : [width, later];
    const found = moments(curves, id, inputs * weight * initScale ** 2 * square);
    square = found.square;
    rms.push(Math.sqrt(square));
    passed.push(width * later * initScale ** 2 * found.slopes);
  }
  for (let layer = depth - 2; layer >= 0; layer--) {
    gradient[layer] = gradient[layer + 1]! * Math.sqrt(passed[layer + 1]!);
  }
  return { rms, gradient };
}
