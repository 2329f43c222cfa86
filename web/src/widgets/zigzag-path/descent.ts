// A linear neuron without bias, ŷ = w·x, that learns by gradient descent from 500 points of
// y = w*·x: its loss ½·mean (ŷ − y)² is a quadratic with the Hessian H = mean x·xᵀ.

import { uniform } from '../random.ts';
import { type Eigen, symmetricEigen } from './eigen.ts';
import type { InputKind } from './settings.ts';

export const POINTS = 500;
/** Of the distance between w and w*, relative to the start. */
export const GOAL = 0.01;
/** Farther away than this, a descent counts as diverged and ends. */
const LOST = 1000;
/** Nearer than this, it has arrived and ends: what follows would be rounding. */
const ARRIVED = 1e-9;

const DATA = 1;
const ORDER = 2;

export interface Problem {
  weightCount: number;
  /** One point a row. */
  inputs: Float64Array;
  /** w*: +1, −1, +1, … */
  target: number[];
  hessian: number[][];
  eigen: Eigen;
  /** λmax / λmin. */
  condition: number;
  /** 2/λmax: gradient descent on the whole set diverges above. */
  limit: number;
}

export type Sign = 'same' | 'mixed' | 'none';

export interface Descent {
  /** Updates made: fewer than asked for once it has arrived or diverged. */
  steps: number;
  /** One row of weights a step, from w₀ = 0 on. */
  weights: Float64Array;
  /** ‖w − w*‖ / ‖w₀ − w*‖ at each step. */
  distances: Float64Array;
  /** Whether all components of an update have the same sign. */
  signs: Sign[];
  diverged: boolean;
  /** The first step within 1 % of the distance; undefined if there is none. */
  reached: number | undefined;
}

/** U(0, 1) draws, and for `centred` the same ones less the mean of each input. */
function drawInputs(kind: InputKind, weightCount: number, seed: number): Float64Array {
  const next = uniform(seed, DATA);
  const inputs = Float64Array.from({ length: POINTS * weightCount }, next);
  if (kind === 'positive') return inputs;
  for (let j = 0; j < weightCount; j++) {
    let sum = 0;
    for (let i = j; i < inputs.length; i += weightCount) sum += inputs[i]!;
    for (let i = j; i < inputs.length; i += weightCount) inputs[i]! -= sum / POINTS;
  }
  return inputs;
}

export function makeProblem(kind: InputKind, weightCount: number, seed: number): Problem {
  const inputs = drawInputs(kind, weightCount, seed);
  const indices = Array.from({ length: weightCount }, (_, j) => j);
  const hessian = indices.map((j) =>
    indices.map((k) => {
      let sum = 0;
      for (let i = 0; i < inputs.length; i += weightCount) sum += inputs[i + j]! * inputs[i + k]!;
      return sum / POINTS;
    }),
  );
  const eigen = symmetricEigen(hessian);
  const largest = eigen.values.at(-1)!;
  return {
    weightCount,
    inputs,
    target: indices.map((j) => (j % 2 === 0 ? 1 : -1)),
    hessian,
    eigen,
    condition: largest / eigen.values[0]!,
    limit: 2 / largest,
  };
}

/** Adds up the gradient of ½·mean (ŷ − y)² over a batch, given the error w − w*. */
type Gradient = (error: readonly number[], gradient: number[]) => void;

function wholeSet({ hessian }: Problem): Gradient {
  return (error, gradient) => {
    hessian.forEach((row, j) => {
      gradient[j] = row.reduce((sum, h, k) => sum + h * error[k]!, 0);
    });
  };
}

/** Batches in an order drawn anew for each pass; the last one of a pass takes what is left. */
function batches({ inputs, weightCount }: Problem, size: number, seed: number): Gradient {
  const next = uniform(seed, ORDER);
  const order = Array.from({ length: POINTS }, (_, i) => i);
  let position = POINTS;
  return (error, gradient) => {
    if (position >= POINTS) {
      shuffle(order, next);
      position = 0;
    }
    const batch = order.slice(position, position + size);
    position += size;
    gradient.fill(0);
    for (const i of batch) {
      const row = i * weightCount;
      let residual = 0;
      for (let j = 0; j < weightCount; j++) residual += error[j]! * inputs[row + j]!;
      for (let j = 0; j < weightCount; j++) {
        gradient[j]! += (residual * inputs[row + j]!) / batch.length;
      }
    }
  };
}

/** Fisher and Yates. */
function shuffle(order: number[], next: () => number): void {
  for (let i = order.length - 1; i > 0; i--) {
    const j = Math.floor(next() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
}

function signOf(gradient: readonly number[]): Sign {
  if (gradient.every((g) => g === 0)) return 'none';
  return gradient.every((g) => g > 0) || gradient.every((g) => g < 0) ? 'same' : 'mixed';
}

// Math.hypot may round differently from browser to browser.
const norm = (vector: readonly number[]) =>
  Math.sqrt(vector.reduce((sum, component) => sum + component * component, 0));

export interface DescentOptions {
  learningRate: number;
  batchSize: number;
  steps: number;
  /** Of the order of the batches. */
  seed: number;
}

export function descend(problem: Problem, options: DescentOptions): Descent {
  const { weightCount, target } = problem;
  const { learningRate, batchSize, steps, seed } = options;
  const gradientOf = batchSize >= POINTS ? wholeSet(problem) : batches(problem, batchSize, seed);
  const error = target.map((w) => -w);
  const gradient = target.map(() => 0);
  const start = norm(error);
  const weights = new Float64Array((steps + 1) * weightCount);
  const distances = new Float64Array(steps + 1);
  distances[0] = 1;
  const signs: Sign[] = [];
  let taken = 0;
  while (taken < steps && distances[taken]! <= LOST && distances[taken]! > ARRIVED) {
    gradientOf(error, gradient);
    signs.push(signOf(gradient));
    taken++;
    for (let j = 0; j < weightCount; j++) {
      error[j]! -= learningRate * gradient[j]!;
      weights[taken * weightCount + j] = target[j]! + error[j]!;
    }
    distances[taken] = norm(error) / start;
  }
  const reached = distances.subarray(0, taken + 1).findIndex((distance) => distance <= GOAL);
  return {
    steps: taken,
    weights: weights.subarray(0, (taken + 1) * weightCount),
    distances: distances.subarray(0, taken + 1),
    signs,
    diverged: distances[taken]! > LOST,
    reached: reached < 0 ? undefined : reached,
  };
}

/** Of the first `count` updates that moved anything; NaN if none did. */
export function sameSignShare({ signs }: Descent, count: number): number {
  const moved = signs.slice(0, count).filter((sign) => sign !== 'none');
  return moved.filter((sign) => sign === 'same').length / moved.length;
}
