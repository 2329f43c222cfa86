// From settings to rates, training configurations, and the order in which the map is filled.

import type { ActivationId, TrainingConfig } from '../../engine/types.ts';
import { defaults } from '../schema.ts';
import type { Job } from '../session/pool.ts';
import { racePlan, raceSeeds } from '../training-race/config.ts';
import { type RaceSettings, raceSchema } from '../training-race/settings.ts';
import type { MapSettings } from './settings.ts';

/** Equally far apart on a logarithmic scale, with three digits. */
export function ratesOf({ rateFrom, rateTo, perDecade }: MapSettings): number[] {
  const low = Math.min(rateFrom, rateTo);
  const high = Math.max(rateFrom, rateTo);
  const steps = Math.floor(perDecade * Math.log10(high / low) + 1e-9);
  return Array.from({ length: steps + 1 }, (_, k) =>
    Number((low * 10 ** (k / perDecade)).toPrecision(3)),
  );
}

export function seedsOf({ seed, seeds }: MapSettings): number[] {
  return raceSeeds(seed, seeds);
}

/** The race that a cell opens as, and whose runs are those of the cell. */
export function raceOf(settings: MapSettings, id: ActivationId, rate: number): RaceSettings {
  const { dataset, depth, width, batchSize, seed, seeds, steps, pieces } = settings;
  return {
    ...defaults(raceSchema),
    racers: [id],
    learningRate: rate,
    dataset,
    depth,
    width,
    batchSize,
    seed,
    seeds,
    steps,
    pieces,
  };
}

export function runConfig(
  settings: MapSettings,
  id: ActivationId,
  rate: number,
  seed: number,
): TrainingConfig {
  const { entries, config } = racePlan(raceOf(settings, id, rate));
  return config(entries[0]!, seed);
}

/** One run: everything that it depends on, as its key. */
export interface PlannedRun {
  key: string;
  seed: number;
  config: TrainingConfig;
}

export interface PlannedCell {
  id: ActivationId;
  rate: number;
  /** In the order of the seeds. */
  runs: readonly PlannedRun[];
}

export interface MapPlan {
  rates: readonly number[];
  /** A row an activation, a cell a rate. */
  rows: readonly (readonly PlannedCell[])[];
  jobs: readonly MapJob[];
}

export interface MapJob extends Job {
  readonly runs: readonly PlannedRun[];
}

/** Runs that a worker takes at once: enough to be worth the way, few enough to share fairly. */
const AT_ONCE = 4;

export function planOf(settings: MapSettings): MapPlan {
  const rates = ratesOf(settings);
  const seeds = seedsOf(settings);
  const { steps } = settings;
  const rows = settings.activations.map((id) =>
    rates.map((rate): PlannedCell => {
      const runs = seeds.map((seed) => {
        const config = runConfig(settings, id, rate, seed);
        return { key: JSON.stringify([config, steps]), seed, config };
      });
      return { id, rate, runs };
    }),
  );
  const job = (runs: readonly PlannedRun[]): MapJob => ({
    runs,
    configs: runs.map(({ config }) => config),
    steps,
  });
  const columns = coarseFirst(rates.length, settings.perDecade);
  // One seed everywhere, then cell by cell the others.
  const first = columns.flatMap((column) =>
    chunks(rows.map((cells) => cells[column]!.runs[0]!)).map(job),
  );
  const others = columns.flatMap((column) => rows.flatMap((cells) => cells[column]!.runs.slice(1)));
  return { rates, rows, jobs: [...first, ...chunks(others).map(job)] };
}

/** Whole decades, then what lies between, by halves where they come out even. */
export function coarseFirst(count: number, perDecade: number): number[] {
  const columns = new Set<number>();
  for (let stride = perDecade; ; stride = stride % 2 === 0 ? stride / 2 : 1) {
    for (let column = 0; column < count; column += stride) columns.add(column);
    if (stride === 1) return [...columns];
  }
}

function chunks<T>(items: readonly T[]): T[][] {
  const count = Math.ceil(items.length / AT_ONCE);
  return Array.from({ length: count }, (_, i) => items.slice(i * AT_ONCE, (i + 1) * AT_ONCE));
}
