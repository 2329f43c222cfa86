// From the settings of the figure to the session that it runs.

import type { Plan } from '../session/lanes.ts';
import { measurementInterval } from '../training-race/config.ts';
import { trainingConfig } from './config.ts';
import type { FlowSettings } from './settings.ts';

/** Measuring many layers takes as long as many steps: it is done this much less often than in a race. */
const SLOWER = 2;

export function plan(settings: FlowSettings): Plan {
  return {
    ids: settings.activations,
    config: (id) => trainingConfig(settings, id),
    options: { measureEvery: measurementInterval(SLOWER * settings.steps), histograms: true },
  };
}
