// One work: its contestants in turn, round after round.

import { median, medianRatio, rate } from './statistics.ts';
import type { Task, Timing } from './task.ts';
import { type Entry, measuringCost, OURS, type Target, type Work } from './works.ts';

/** Does an entry's task for so many milliseconds. */
export type Measure = (entry: Entry, task: Task, milliseconds: number) => Promise<Timing>;

/** A contestant that this machine lacks; its message says how to get it. */
export class Absent extends Error {}

export interface EntryResult {
  id: string;
  label: string;
  /** Units of the work a second, one a round; empty if it did not run. */
  rates: number[];
  median?: number;
  /** Floating-point operations a second, by the median. */
  operations?: number;
  /** The median over the rounds of the engine's rate over this one's. */
  ratio?: number;
  /** `measuring`: share of the time. */
  cost?: number;
  target?: Target;
  met?: boolean;
  /** Why it did not run. */
  absent?: string;
  error?: string;
}

export interface WorkResult {
  id: string;
  title: string;
  unit: Work['unit'];
  entries: EntryResult[];
}

export interface Rounds {
  rounds: number;
  milliseconds: number;
}

/** Runs a round that is not counted, then the others; who fails once takes no further part. */
export async function contest(
  work: Work,
  { rounds, milliseconds }: Rounds,
  measure: Measure,
  progress: (entry: Entry, round: number) => void,
): Promise<WorkResult> {
  const rates = new Map(work.entries.map((entry) => [entry, [] as number[]]));
  const failures = new Map<Entry, unknown>();
  for (let round = 0; round <= rounds; round++) {
    for (const entry of work.entries) {
      if (failures.has(entry)) continue;
      progress(entry, round);
      try {
        const timing = await measure(entry, entry.task ?? work.task, milliseconds);
        const unit = entry.operations ? work.operations! : 1;
        if (round > 0) rates.get(entry)!.push(rate(timing) / unit);
      } catch (error) {
        failures.set(entry, error);
      }
    }
  }
  const ours = rates.get(work.entries[0]!)!;
  const entries = work.entries.map((entry) => {
    if (!failures.has(entry)) return resultOf(work, entry, rates.get(entry)!, ours);
    const { id, label } = entry;
    const error = failures.get(entry);
    const message = error instanceof Error ? error.message : String(error);
    return { id, label, rates: [], [error instanceof Absent ? 'absent' : 'error']: message };
  });
  return { id: work.id, title: work.title, unit: work.unit, entries };
}

function resultOf(work: Work, entry: Entry, rates: number[], ours: number[]): EntryResult {
  const { id, label, target } = entry;
  const middle = median(rates);
  const result: EntryResult = { id, label, rates, median: middle };
  if (work.operations) result.operations = middle * work.operations;
  if (work.unit === 'measurements') result.cost = measuringCost(middle);
  if (id !== OURS && ours.length === rates.length) result.ratio = medianRatio(ours, rates);
  if (target) {
    result.target = target;
    if (target.kind === 'cost') result.met = result.cost! <= target.value;
    else if (result.ratio !== undefined) result.met = result.ratio >= target.value;
  }
  return result;
}
