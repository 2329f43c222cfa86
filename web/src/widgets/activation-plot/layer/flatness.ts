// How much of a layer sits where its function is flat: shares and slopes over its pre-activations.

import type { LayerMetrics } from '../../../engine/types.ts';
import { type Bin, HISTOGRAM_LIMIT, histogramBins } from '../../histogram.ts';

type Slopes = (x: Float32Array) => Float32Array;

/** Below this share of the largest slope a function counts as flat, as in the engine. */
const FLAT = 0.01;
const SAMPLES = 2001;

export interface Flatness {
  bins: Bin[];
  /** Runs of neighbouring bins in whose middle the function is flat. */
  flat: Bin[][];
  /** Share of all values where it is, as the engine counts them one by one. */
  share: number;
  /** Mean of |f′| over the values, taking each bin's by its middle. */
  meanSlope: number;
  largestSlope: number;
}

export function flatness(layer: LayerMetrics, slopes: Slopes): Flatness {
  const bins = histogramBins(layer.histogram!);
  const all = Float32Array.from(
    { length: SAMPLES },
    (_, i) => HISTOGRAM_LIMIT * ((2 * i) / (SAMPLES - 1) - 1),
  );
  const largestSlope = slopes(all).reduce((largest, s) => Math.max(largest, Math.abs(s)), 0);
  const middles = slopes(Float32Array.from(bins, ({ from, to }) => (from + to) / 2)).map(Math.abs);
  const flat: Bin[][] = [];
  for (const [i, bin] of bins.entries()) {
    if (middles[i]! > FLAT * largestSlope) continue;
    const last = flat.at(-1);
    if (last && last.at(-1)!.to === bin.from) last.push(bin);
    else flat.push([bin]);
  }
  return {
    bins,
    flat,
    share: flatShare(layer),
    meanSlope: bins.reduce((sum, { percent }, i) => sum + (percent / 100) * middles[i]!, 0),
    largestSlope,
  };
}

/** A function without any slope saturates nowhere and is flat everywhere. */
export function flatShare({ saturatedFraction, inactiveFraction }: LayerMetrics): number {
  return Math.max(saturatedFraction, inactiveFraction);
}
