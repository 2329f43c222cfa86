// Runs the networks of a flow.

import { type Lanes, LanesController } from '../session/lanes.ts';
import { plan } from './plan.ts';
import type { FlowSettings } from './settings.ts';

export type { Lane } from '../session/lanes.ts';
export type Flow = Lanes<FlowSettings>;

export class FlowController extends LanesController<FlowSettings> {
  constructor(changed: () => void) {
    super(changed, plan);
  }
}
