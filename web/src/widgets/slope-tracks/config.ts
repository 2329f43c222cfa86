// From the settings of the figure to the training configuration of one activation.

import type { ActivationId, TrainingConfig } from '../../engine/types.ts';
import type { SlopesSettings } from './settings.ts';

/** PReLU, and what it is compared with; RReLU's draws belong to a network that trains beside it. */
export function racersOf({ mode, compare }: SlopesSettings): ActivationId[] {
  return ['prelu', ...new Set([...(mode === 'draws' ? (['rrelu'] as const) : []), ...compare])];
}

export function trainingConfig(
  settings: SlopesSettings,
  id: ActivationId,
  seed: number = settings.seed,
): TrainingConfig {
  const { dataset, size, depth, width, init, startSlope } = settings;
  const { learningRate, slopeRate, batchSize } = settings;
  return {
    seed,
    dataset: { name: dataset, size },
    network: {
      hidden: Array.from({ length: depth }, () => width),
      activation: id === 'prelu' ? { id, params: { slope: startSlope } } : { id },
      init: init === 'recommended' ? 'auto' : init,
    },
    optimizer: { name: 'sgd', learningRate, slopeRate },
    batchSize,
  };
}
