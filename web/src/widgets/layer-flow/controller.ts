// Runs the networks of a flow.

import { type Lanes, LanesController, type Plan } from '../session/lanes.ts';
import { measurementInterval } from '../training-race/config.ts';
import { trainingConfig } from './config.ts';
import type { FlowSettings } from './settings.ts';

export type { Lane } from '../session/lanes.ts';
export type Flow = Lanes<FlowSettings>;

/** Measuring many layers takes as long as many steps: it is done this much less often than in a race. */
const SLOWER = 2;

function planOf(settings: FlowSettings): Plan {
  return {
    ids: settings.activations,
    config: (id) => trainingConfig(settings, id),
    options: { measureEvery: measurementInterval(SLOWER * settings.steps), histograms: true },
  };
}

export class FlowController extends LanesController<FlowSettings> {
  constructor(changed: () => void) {
    super(changed, planOf);
  }
}
