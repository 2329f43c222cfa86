// Runs the networks of the figure.

import { type Lanes, LanesController, type Plan } from '../session/lanes.ts';
import { measurementInterval } from '../training-race/config.ts';
import { racersOf, trainingConfig } from './config.ts';
import type { SlopesSettings } from './settings.ts';

export type { Lane } from '../session/lanes.ts';
export type Course = Lanes<SlopesSettings>;

function planOf(settings: SlopesSettings): Plan {
  return {
    ids: racersOf(settings),
    config: (id) => trainingConfig(settings, id),
    options: { measureEvery: measurementInterval(settings.steps) },
  };
}

export class SlopesController extends LanesController<SlopesSettings> {
  constructor(changed: () => void) {
    super(changed, planOf);
  }
}
