// The slopes of a layer's units in a few numbers.

import type { Metrics } from '../../engine/types.ts';

export interface Spread {
  mean: number;
  min: number;
  lower: number;
  median: number;
  upper: number;
  max: number;
}

/** Between the two nearest of sorted values, as R and NumPy do by default. */
function quantile(sorted: ArrayLike<number>, share: number): number {
  const at = share * (sorted.length - 1);
  const below = Math.floor(at);
  const low = sorted[below]!;
  return low + (at - below) * ((sorted[Math.min(below + 1, sorted.length - 1)] ?? low) - low);
}

export function spreadOf(values: Float32Array): Spread {
  const sorted = values.slice().sort();
  return {
    mean: meanOf(values),
    min: sorted[0]!,
    lower: quantile(sorted, 0.25),
    median: quantile(sorted, 0.5),
    upper: quantile(sorted, 0.75),
    max: sorted.at(-1)!,
  };
}

export function meanOf(values: Float32Array): number {
  return values.reduce((a, b) => a + b, 0) / values.length;
}

/** PReLU's slopes of every hidden layer, as they were measured. */
export function slopesOf({ layers }: Metrics): Float32Array[] {
  return layers.flatMap(({ slopes }) => (slopes ? [slopes] : []));
}

/** Shares in percent of the values in equal bins; what lies beyond counts in the outermost. */
export function binShares(values: Float32Array, from: number, to: number, bins: number): number[] {
  const counts = new Array<number>(bins).fill(0);
  for (const value of values) {
    const bin = Math.floor(((value - from) / (to - from)) * bins);
    counts[Math.min(bins - 1, Math.max(0, bin))]!++;
  }
  return counts.map((count) => (100 * count) / values.length);
}
