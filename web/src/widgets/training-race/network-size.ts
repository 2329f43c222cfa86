// How many numbers a racer's network learns, and the width that matches a given count.

import type { ActivationId } from '../../engine/types.ts';

/** Everything the count depends on. */
export interface NetworkShape {
  activation: ActivationId;
  inputs: number;
  outputs: number;
  depth: number;
  width: number;
  pieces: number;
  batchNorm: boolean;
}

/** Pre-activations that feed one unit: pieces for maxout, value and gate for GLU and GTU. */
export function feedsPerUnit(activation: ActivationId, pieces: number): number {
  if (activation === 'maxout') return pieces;
  return activation === 'glu' || activation === 'gtu' ? 2 : 1;
}

/** Trainable parameters of the whole network, output layer included. */
export function parameterCount(shape: NetworkShape): number {
  const { activation, inputs, outputs, depth, width, pieces, batchNorm } = shape;
  const feeds = feedsPerUnit(activation, pieces);
  let count = 0;
  let fanIn = inputs;
  for (let layer = 0; layer < depth; layer++) {
    count += (fanIn + 1) * width * feeds;
    if (activation === 'prelu') count += width;
    if (batchNorm) count += 2 * width * feeds;
    fanIn = width;
  }
  return count + (fanIn + 1) * outputs;
}

/** Width between 1 and `limit` whose parameter count comes closest to `target`. */
export function closestWidth(shape: NetworkShape, target: number, limit = 1024): number {
  const count = (width: number) => parameterCount({ ...shape, width });
  let low = 1;
  let high = limit;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (count(middle) < target) low = middle + 1;
    else high = middle;
  }
  const below = Math.max(1, low - 1);
  return target - count(below) <= count(low) - target ? below : low;
}
