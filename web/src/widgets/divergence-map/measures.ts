// What lessons state about `<divergence-map>`. Each value is of one seed; a claim takes it across
// the seeds: the mean of a share, the smallest of `highestConverged` for the rates at which all
// converge, the median of `divergedFrom` for the rate from which most diverge. Shares are of all
// cells of the settings; the boundaries are those of the first activation.

import type { ActivationId, Engine } from '../../engine/types.ts';
import { type Outcome, outcomeOf, type RunResult, resultOf, scaleOf } from './outcome.ts';
import { ratesOf, runConfig } from './plan.ts';
import type { MapSettings } from './settings.ts';

type Measure = (engine: Engine, settings: MapSettings, seed: number) => number;

const known = new WeakMap<Engine, Map<string, RunResult>>();

/** The same run is wanted by several measures. */
function runOf(
  engine: Engine,
  settings: MapSettings,
  id: ActivationId,
  rate: number,
  seed: number,
): RunResult {
  const config = runConfig(settings, id, rate, seed);
  const key = JSON.stringify([config, settings.steps]);
  const results = known.get(engine) ?? new Map<string, RunResult>();
  known.set(engine, results);
  const before = results.get(key);
  if (before) return before;
  const training = engine.createTraining(config);
  try {
    const result = resultOf(seed, training.step(settings.steps), training.metrics());
    results.set(key, result);
    return result;
  } finally {
    training.dispose();
  }
}

function ended(
  engine: Engine,
  settings: MapSettings,
  id: ActivationId,
  rate: number,
  seed: number,
): Outcome {
  return outcomeOf(runOf(engine, settings, id, rate, seed), scaleOf(settings));
}

const shareOf =
  (outcome: Outcome): Measure =>
  (engine, settings, seed) => {
    const outcomes = settings.activations.flatMap((id) =>
      ratesOf(settings).map((rate) => ended(engine, settings, id, rate, seed)),
    );
    return outcomes.filter((other) => other === outcome).length / outcomes.length;
  };

/** Whether the run of the first activation at a rate ended so. */
const at = (engine: Engine, settings: MapSettings, seed: number, outcome: Outcome) => {
  const id = settings.activations[0]!;
  return (rate: number) => ended(engine, settings, id, rate, seed) === outcome;
};

export const measures: Readonly<Record<string, Measure>> = {
  convergedShare: shareOf('converged'),
  divergedShare: shareOf('diverged'),
  diedShare: shareOf('dead'),
  /** NaN where it converges at none. */
  lowestConverged: (engine, settings, seed) =>
    ratesOf(settings).find(at(engine, settings, seed, 'converged')) ?? Number.NaN,
  /** Up to where it converges at every rate from the lowest one on. */
  highestConverged: (engine, settings, seed) => {
    const rates = ratesOf(settings);
    const converged = at(engine, settings, seed, 'converged');
    const first = rates.findIndex(converged);
    const beyond = rates.findIndex((rate, i) => i > first && !converged(rate));
    if (first < 0) return Number.NaN;
    return rates.at(beyond < 0 ? -1 : beyond - 1)!;
  },
  /** The lowest rate from which on it diverges at all; infinite if it doesn't at the highest. */
  divergedFrom: (engine, settings, seed) => {
    const rates = ratesOf(settings);
    const diverged = at(engine, settings, seed, 'diverged');
    const tame = rates.findLastIndex((rate) => !diverged(rate));
    return rates[tame + 1] ?? Number.POSITIVE_INFINITY;
  },
};
