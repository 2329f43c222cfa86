// The rows that every contestant trains on, and the inputs of activations.

import type { TrainingTask } from './task.ts';

/** Numbers in [-1, 1), the same in every run. */
export function uniform(): () => number {
  let state = 1;
  return () => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return (state >>> 8) / 8388608 - 1;
  };
}

export interface Rows {
  /** Row-major [rows, inputs]. */
  inputs: Float32Array;
  /** Classes, or values. */
  targets: Float32Array;
}

export function ownRows({ rows, inputs, classes }: Omit<TrainingTask, 'kind'>): Rows {
  const next = uniform();
  return {
    inputs: Float32Array.from({ length: rows * inputs }, next),
    targets: Float32Array.from({ length: rows }, (_, i) => (classes > 0 ? i % classes : next())),
  };
}

export function activationInputs(n: number): Float32Array {
  const next = uniform();
  return Float32Array.from({ length: n }, () => 4 * next());
}
