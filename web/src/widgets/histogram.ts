// The engine's histograms of pre-activations: equal bins over [−8, 8], the outermost taking all that
// lies beyond.

import type { Point } from './chart.ts';

export const HISTOGRAM_LIMIT = 8;

export interface Bin {
  from: number;
  to: number;
  /** Of all values, in percent; NaN if there are none. */
  percent: number;
}

export function histogramBins(counts: Float32Array): Bin[] {
  const total = counts.reduce((a, b) => a + b, 0);
  const width = (2 * HISTOGRAM_LIMIT) / counts.length;
  return [...counts].map((count, i) => {
    const from = -HISTOGRAM_LIMIT + i * width;
    return { from, to: from + width, percent: total > 0 ? (100 * count) / total : Number.NaN };
  });
}

/** The upper edge of bars. */
export function outlineOf(bins: readonly Bin[]): Point[] {
  return bins.flatMap(({ from, to, percent }) => [
    { x: from, y: percent },
    { x: to, y: percent },
  ]);
}
