// From the settings of the figure to the training configuration of one activation.

import type { ActivationId, TrainingConfig } from '../../engine/types.ts';
import type { FlowSettings } from './settings.ts';

export function trainingConfig(
  settings: FlowSettings,
  id: ActivationId,
  seed: number = settings.seed,
): TrainingConfig {
  const { depth, width, init, initScale, batchNorm, learningRate, batchSize, clipNorm } = settings;
  return {
    seed,
    dataset: { name: 'digits' },
    network: {
      hidden: Array.from({ length: depth }, () => width),
      activation: { id },
      init: init === 'recommended' ? 'auto' : init,
      initScale,
      batchNorm,
    },
    optimizer: { name: 'sgd', learningRate, clipNorm },
    batchSize,
  };
}
