// The plan of the map: its rates, its order, and runs that are those of the race of a cell.

import { describe, expect, it } from 'vitest';
import {
  coarseFirst,
  planOf,
  raceOf,
  ratesOf,
} from '../../../web/src/widgets/divergence-map/plan.ts';
import { type MapSettings, mapSchema } from '../../../web/src/widgets/divergence-map/settings.ts';
import { defaults, fromValues } from '../../../web/src/widgets/schema.ts';
import { racePlan } from '../../../web/src/widgets/training-race/config.ts';
import { raceSchema } from '../../../web/src/widgets/training-race/settings.ts';

const settings: MapSettings = defaults(mapSchema);

describe('rates', () => {
  it('are quarter decades from 0.01 to 100 by default', () => {
    const rates = ratesOf(settings);
    expect(rates).toHaveLength(17);
    expect(rates.slice(0, 5)).toEqual([0.01, 0.0178, 0.0316, 0.0562, 0.1]);
    expect(rates.at(-1)).toBe(100);
  });

  it('end below the highest where that is no whole step away', () => {
    expect(ratesOf({ ...settings, rateFrom: 0.1, rateTo: 5, perDecade: 1 })).toEqual([0.1, 1]);
  });

  it('may be a single one, and may be given the wrong way round', () => {
    expect(ratesOf({ ...settings, rateFrom: 1, rateTo: 1 })).toEqual([1]);
    expect(ratesOf({ ...settings, rateFrom: 10, rateTo: 0.1, perDecade: 1 })).toEqual([0.1, 1, 10]);
  });
});

describe('the order', () => {
  it('takes whole decades first, then halves and quarters', () => {
    expect(coarseFirst(9, 4)).toEqual([0, 4, 8, 2, 6, 1, 3, 5, 7]);
    expect(coarseFirst(4, 3)).toEqual([0, 3, 1, 2]);
    expect(coarseFirst(1, 1)).toEqual([0]);
  });

  it('has one seed everywhere before any second one, and every run once', () => {
    const { jobs, rows } = planOf(settings);
    const runs = jobs.flatMap((job) => job.runs);
    const cells = settings.activations.length * 17;
    expect(runs.slice(0, cells).every(({ seed }) => seed === 1)).toBe(true);
    expect(runs.slice(cells).every(({ seed }) => seed > 1)).toBe(true);
    expect(new Set(runs.map(({ key }) => key)).size).toBe(5 * cells);
    expect(rows.flat().flatMap((cell) => cell.runs)).toHaveLength(5 * cells);
  });
});

describe('a cell', () => {
  it('opens as a race that the race allows, and that has the same runs', () => {
    for (const limit of [
      {},
      { depth: 20, width: 128, steps: 5000, seeds: 10, batchSize: 4096, pieces: 8 },
      { depth: 1, width: 4, steps: 10, seeds: 1, rateFrom: 0.00001, rateTo: 0.00001 },
    ]) {
      const chosen = { ...settings, ...limit };
      const { rows } = planOf(chosen);
      const cell = rows[0]![0]!;
      const race = raceOf(chosen, cell.id, cell.rate);
      expect(fromValues(raceSchema, race).problems).toEqual([]);
      const plan = racePlan(race);
      expect(plan.seeds.map((seed) => plan.config(plan.entries[0]!, seed))).toEqual(
        cell.runs.map(({ config }) => config),
      );
    }
  });
});
