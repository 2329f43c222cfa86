// From the settings of the figure to the trainings that it runs: those of `<training-race>`.

import type { ActivationId, TrainingConfig } from '../../engine/types.ts';
import type { Plan } from '../session/lanes.ts';
import { measurementInterval } from '../training-race/config.ts';
import type { PadSettings } from './settings.ts';

export const BATCH = 64;

export function trainingConfig(settings: PadSettings, id: ActivationId): TrainingConfig {
  const { seed, depth, width, learningRate } = settings;
  return {
    seed,
    dataset: { name: 'digits' },
    network: { hidden: Array.from({ length: depth }, () => width), activation: { id } },
    optimizer: { name: 'sgd', learningRate },
    batchSize: BATCH,
  };
}

export function plan(settings: PadSettings): Plan {
  return {
    ids: settings.racers,
    config: (id) => trainingConfig(settings, id),
    options: { measureEvery: measurementInterval(settings.steps) },
  };
}
