// What the training of the figure draws, as a table.

import { drawnRuns } from '../session/drawn.ts';
import { sessionOptions } from './config.ts';
import type { Course } from './controller.ts';
import { type Counts, sum, UNIT_STATES } from './units.ts';

/** With how many hidden units are in each state. */
export function drawnTraining({ run, settings, units }: Course) {
  const { past, latest, layers } = units;
  const counts = new Map<number | undefined, Counts>(past.map((at) => [at.step, at.counts]));
  if (latest) counts.set(latest.step, sum(layers));
  const { measureEvery = 1 } = sessionOptions(settings);
  return drawnRuns([{ id: settings.activation, run }], measureEvery, (step) => {
    const at = counts.get(step);
    return Object.fromEntries(at ? UNIT_STATES.map((state) => [`${state}_units`, at[state]]) : []);
  });
}
