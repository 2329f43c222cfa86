// Runs the networks of the figure.

import { type Lanes, LanesController } from '../session/lanes.ts';
import { plan } from './plan.ts';
import type { SlopesSettings } from './settings.ts';

export type { Lane } from '../session/lanes.ts';
export type Course = Lanes<SlopesSettings>;

export class SlopesController extends LanesController<SlopesSettings> {
  constructor(changed: () => void) {
    super(changed, plan);
  }
}
