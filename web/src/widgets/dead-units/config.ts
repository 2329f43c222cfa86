// From the settings of the figure to the training that it runs.

import type { SessionOptions } from '../../engine/protocol.ts';
import type { TrainingConfig } from '../../engine/types.ts';
import { measurementInterval } from '../training-race/config.ts';
import type { DeadUnitsSettings } from './settings.ts';

export function trainingConfig(settings: DeadUnitsSettings, seed: number): TrainingConfig {
  const { activation: id, slope, depth, width, learningRate, batchSize } = settings;
  return {
    seed,
    dataset: { name: 'digits' },
    network: {
      hidden: Array.from({ length: depth }, () => width),
      activation: id === 'leaky-relu' ? { id, params: { slope } } : { id },
    },
    optimizer: { name: 'sgd', learningRate },
    batchSize,
  };
}

/** About a hundred measurements a run. */
export function sessionOptions({ steps, bias }: DeadUnitsSettings): SessionOptions {
  return { measureEvery: measurementInterval(steps), activity: true, hiddenBias: bias };
}
