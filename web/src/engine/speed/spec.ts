// What can be timed, as plain data.

import { activationInfo } from '../activation.ts';
import type { Variant } from '../loader.ts';
import type { ActivationId } from '../types.ts';

export type { Variant };

export const WORKS = ['value', 'both', 'step'] as const;
export type Work = (typeof WORKS)[number];

/** One piece of work; its times are for an element or for a step. */
export interface Timed {
  variant: Variant;
  id: ActivationId;
  work: Work;
}

export interface SpeedSpec {
  timed: readonly Timed[];
  depth: number;
  width: number;
  batchSize: number;
}

/** As many as a layer of 256 units has for a batch of 64; they fit into a core's own cache. */
export const ELEMENTS = 16_384;

/** Maxout and the gates take several inputs to an output: only their steps can be compared. */
export function hasElements(id: ActivationId): boolean {
  return activationInfo(id).kind === 'elementwise';
}
