// Smallest and largest values over all measurements of a race; each measurement is searched once.

import type { LayerMetrics, Metrics } from '../../engine/types.ts';
import type { Run } from './history.ts';

type Values = (layer: LayerMetrics) => Iterable<number>;

/** For the values that `select` gives of each layer: the extremes of every measurement of a run,
 * which have the extremes of all. Values that are not finite don't count. */
export function extremesOf(select: Values): (run: Run) => number[] {
  const known = new WeakMap<Metrics, readonly number[]>();
  const search = ({ layers }: Metrics): readonly number[] => {
    let low = Number.POSITIVE_INFINITY;
    let high = Number.NEGATIVE_INFINITY;
    for (const layer of layers) {
      for (const value of select(layer)) {
        if (!Number.isFinite(value)) continue;
        low = Math.min(low, value);
        high = Math.max(high, value);
      }
    }
    return low <= high ? [low, high] : [];
  };
  return ({ samples }) =>
    samples.flatMap((sample) => {
      let found = known.get(sample);
      if (!found) {
        found = search(sample);
        known.set(sample, found);
      }
      return found;
    });
}
