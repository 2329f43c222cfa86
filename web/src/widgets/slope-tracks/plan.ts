// From the settings of the figure to the session that it runs.

import type { Plan } from '../session/lanes.ts';
import { measurementInterval } from '../training-race/config.ts';
import { racersOf, trainingConfig } from './config.ts';
import type { SlopesSettings } from './settings.ts';

export function plan(settings: SlopesSettings): Plan {
  return {
    ids: racersOf(settings),
    config: (id) => trainingConfig(settings, id),
    options: { measureEvery: measurementInterval(settings.steps) },
  };
}
