// What a race draws, as a table.

import { drawnRuns } from '../session/drawn.ts';
import { measurementInterval } from './config.ts';
import type { Heat } from './controller.ts';

export function drawnRace({ lanes, settings: { steps } }: Heat) {
  const runs = lanes.flatMap((lane) => lane.runs.map((run) => ({ id: lane.id, run })));
  return drawnRuns(runs, measurementInterval(steps));
}
