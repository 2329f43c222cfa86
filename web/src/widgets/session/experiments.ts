// What the settings of a figure train, from the first step to the last, for whoever repeats it
// without the page.

import type { OwnDatasetConfig } from '../../engine/types.ts';
import type { Experiment } from '../../pytorch/plan.ts';
import { trainingConfig as deadUnitsConfig, sessionOptions } from '../dead-units/config.ts';
import { type DeadUnitsSettings, deadUnitsSchema } from '../dead-units/settings.ts';
import { plan as padPlan } from '../digit-pad/config.ts';
import { type PadSettings, padSchema } from '../digit-pad/settings.ts';
import { plan as flowPlan } from '../layer-flow/plan.ts';
import { type FlowSettings, flowSchema } from '../layer-flow/settings.ts';
import { plan as slopesPlan } from '../slope-tracks/plan.ts';
import { type SlopesSettings, slopesSchema } from '../slope-tracks/settings.ts';
import { racePlan } from '../training-race/config.ts';
import { type RaceSettings, raceSchema } from '../training-race/settings.ts';
import type { Plan } from './lanes.ts';

type ExperimentOf<S> = (settings: S, own?: OwnDatasetConfig) => Experiment | undefined;

function ofLanes({ ids, config, options }: Plan, steps: number): Experiment {
  const runs = ids.map((id) => ({ label: id, config: config(id) }));
  return { runs, steps, measureEvery: options.measureEvery! };
}

const race: ExperimentOf<RaceSettings> = (settings, own) => {
  const { entries, seeds, interval, config } = racePlan(settings, own);
  const runs = entries.flatMap((entry) =>
    seeds.map((seed) => ({ label: entry.id, config: config(entry, seed) })),
  );
  return { runs, steps: settings.steps, measureEvery: interval };
};

const deadUnits: ExperimentOf<DeadUnitsSettings> = (settings) => {
  if (settings.mode !== 'training') return undefined;
  const { measureEvery, hiddenBias } = sessionOptions(settings);
  const { activation, seed, steps } = settings;
  const runs = [{ label: activation, config: deadUnitsConfig(settings, seed) }];
  return { runs, steps, measureEvery: measureEvery!, hiddenBias };
};

const flow: ExperimentOf<FlowSettings> = (s) => ofLanes(flowPlan(s), s.steps);
const slopes: ExperimentOf<SlopesSettings> = (s) => ofLanes(slopesPlan(s), s.steps);
const pad: ExperimentOf<PadSettings> = (s) => ofLanes(padPlan(s), s.steps);

const EXPERIMENTS = {
  [raceSchema.name]: race,
  [flowSchema.name]: flow,
  [slopesSchema.name]: slopes,
  [deadUnitsSchema.name]: deadUnits,
  [padSchema.name]: pad,
} as Record<string, ExperimentOf<unknown>>;

/** The figures that train in a session. */
export const TRAINING_FIGURES: readonly string[] = Object.keys(EXPERIMENTS);

/** Undefined for a figure, or a mode of one, that trains nothing; `own` is needed by a race of own
 * data. */
export function experimentOf(
  figure: string,
  settings: unknown,
  own?: OwnDatasetConfig,
): Experiment | undefined {
  return EXPERIMENTS[figure]?.(settings, own);
}
