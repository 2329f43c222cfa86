// What lessons state about `<zigzag-path>`: each measures the first of the settings' kinds of inputs.

import type { Engine } from '../../engine/types.ts';
import { sameSignShare } from './descent.ts';
import { type Run, runOf } from './runs.ts';
import type { ZigzagSettings } from './settings.ts';

type Measure = (engine: Engine, settings: ZigzagSettings, seed: number) => number;

const measure =
  (value: (run: Run) => number): Measure =>
  (_engine, settings, seed) =>
    value(runOf(settings.inputs[0]!, { ...settings, seed }));

export const measures: Record<string, Measure> = {
  conditionNumber: measure(({ problem }) => problem.condition),
  /** 2/λmax. */
  limitRate: measure(({ problem }) => problem.limit),
  /** Infinite if it is not reached within the settings' steps. */
  stepsToOnePercent: measure(({ descent }) => descent.reached ?? Number.POSITIVE_INFINITY),
  sameSignShare: measure(({ descent }) => sameSignShare(descent, descent.steps)),
  /** Relative to the start. */
  finalDistance: measure(({ descent }) => descent.distances.at(-1)!),
  /** 1 where it diverged within the settings' steps, else 0. */
  diverges: measure(({ descent }) => (descent.diverged ? 1 : 0)),
};
