// Curves that a reader expects of the race, drawn into its loss chart while the race is the one they
// are about.

import type { Point } from '../chart.ts';
import { fromQuery } from '../schema.ts';
import { type RaceSettings, raceSchema, runKey } from './settings.ts';

export interface Expectation {
  /** Loss over steps. */
  points: readonly Point[];
  /** The state of the figure that it is about, on top of what the page's author wrote. */
  query: string;
}

export class Expectations {
  private readonly byName = new Map<string, Expectation>();

  set(name: string, expectation: Expectation | undefined): void {
    if (expectation) this.byName.set(name, expectation);
    else this.byName.delete(name);
  }

  /** What is expected of a race, whatever its seeds. */
  of(race: RaceSettings, authored: RaceSettings): readonly Point[] | undefined {
    const { seed, seeds } = race;
    for (const { points, query } of this.byName.values()) {
      const { given } = fromQuery(raceSchema, query);
      if (runKey({ ...authored, ...given, seed, seeds }) === runKey(race)) return points;
    }
    return undefined;
  }
}
