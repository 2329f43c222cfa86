// What lessons state about `<gate-plot>`: each measures the first of the settings' units at their
// point.

import type { Engine } from '../../engine/types.ts';
import { type Reading, read, spotOf } from './plane.ts';
import type { GateSettings } from './settings.ts';

type Measure = (engine: Engine, settings: GateSettings, seed: number) => number;

const measure =
  (name: keyof Reading): Measure =>
  (engine, settings) =>
    read(engine, settings.units[0]!, spotOf(settings))[name];

export const measures: Record<string, Measure> = {
  gatedOutput: measure('output'),
  valueSlope: measure('valueSlope'),
  gateSlope: measure('gateSlope'),
  tiedSlope: measure('tiedSlope'),
};
