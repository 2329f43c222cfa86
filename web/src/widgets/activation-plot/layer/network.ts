// The networks whose layer is shown: one for each function that has a single pre-activation.

import type { ActivationInfo, ActivationParams, TrainingConfig } from '../../../engine/types.ts';
import type { PlotSettings } from '../settings.ts';

/** More histograms over each other could not be told apart. */
export const MOST_NETWORKS = 4;

const BATCH_SIZE = 64;

/** Maxout and the gates have several pre-activations a unit: none of them is the x of the plot. */
export function networksOf(infos: readonly ActivationInfo[]): ActivationInfo[] {
  return infos.filter(({ kind }) => kind === 'elementwise').slice(0, MOST_NETWORKS);
}

/** The layer shown, from 0. */
export function shownLayer({ layer, depth }: PlotSettings): number {
  return Math.min(layer, depth) - 1;
}

export function trainingConfig(
  settings: PlotSettings,
  info: ActivationInfo,
  params: ActivationParams,
  seed: number = settings.seed,
): TrainingConfig {
  const { depth, width, init, initScale, learningRate } = settings;
  return {
    seed,
    dataset: { name: 'digits' },
    network: {
      hidden: Array.from({ length: depth }, () => width),
      activation: { id: info.id, params },
      init: init === 'recommended' ? 'auto' : init,
      initScale,
    },
    optimizer: { name: 'sgd', learningRate },
    batchSize: BATCH_SIZE,
  };
}
