// What has become of every hidden unit: which are alive, inactive on a batch, dead or revived.

import type { Activity } from '../../engine/protocol.ts';

/** In the order in which they are listed. */
export const UNIT_STATES = ['alive', 'inactive', 'dead', 'revived'] as const;

/**
 * `dead`: zero derivative on every training row. `revived`: was dead in an earlier measurement.
 * `inactive`: zero derivative on every row of the coming batch only.
 */
export type UnitState = (typeof UNIT_STATES)[number];

export type Counts = Record<UnitState, number>;

/** The counts over all hidden layers at a measurement. */
export interface CountsAt {
  step: number;
  counts: Counts;
}

export function noCounts(): Counts {
  return { alive: 0, inactive: 0, dead: 0, revived: 0 };
}

export function sum(all: readonly Counts[]): Counts {
  const total = noCounts();
  for (const counts of all) for (const state of UNIT_STATES) total[state] += counts[state];
  return total;
}

/** The life of one unit as the measurements saw it. */
export interface Life {
  state: UnitState;
  /** Share of training rows and of batch rows on which its derivative is not zero. */
  train: number;
  batch: number;
  /** The measurements that first found its latest death, and its latest revival. */
  diedAt?: number;
  revivedAt?: number;
}

interface Track {
  diedAt: Int32Array;
  revivedAt: Int32Array;
}

export class UnitHistory {
  /** Of the regular measurements, in order of step. */
  readonly past: CountsAt[] = [];
  latest: Activity | undefined;
  private records: Track[] = [];

  /** A regular measurement, of which all histories of a run have the same. */
  add(activity: Activity): void {
    const last = this.past.at(-1);
    if (last && activity.step <= last.step) return;
    this.records = activity.train.map(
      (shares, layer) =>
        this.records[layer] ?? {
          diedAt: new Int32Array(shares.length).fill(-1),
          revivedAt: new Int32Array(shares.length).fill(-1),
        },
    );
    activity.train.forEach((shares, layer) => {
      const { diedAt, revivedAt } = this.records[layer]!;
      shares.forEach((share, unit) => {
        const wasDead = diedAt[unit]! > revivedAt[unit]!;
        if (share === 0 && !wasDead) diedAt[unit] = activity.step;
        if (share > 0 && wasDead) revivedAt[unit] = activity.step;
      });
    });
    this.latest = activity;
    this.past.push({ step: activity.step, counts: sum(this.layers) });
  }

  /** What there is now, between two regular measurements. */
  show(activity: Activity): void {
    if (activity.step >= (this.latest?.step ?? 0)) this.latest = activity;
  }

  /** Counts of each hidden layer now. */
  get layers(): Counts[] {
    return (this.latest?.train ?? []).map((shares, layer) => {
      const counts = noCounts();
      for (let unit = 0; unit < shares.length; unit++) counts[this.state(layer, unit)]++;
      return counts;
    });
  }

  state(layer: number, unit: number): UnitState {
    const { latest } = this;
    if (!latest || latest.train[layer]![unit] === 0) return 'dead';
    if ((this.records[layer]?.diedAt[unit] ?? -1) >= 0) return 'revived';
    return latest.batch[layer]![unit] === 0 ? 'inactive' : 'alive';
  }

  life(layer: number, unit: number): Life {
    const state = this.state(layer, unit);
    const record = this.records[layer];
    const life: Life = {
      state,
      train: this.latest?.train[layer]?.[unit] ?? Number.NaN,
      batch: this.latest?.batch[layer]?.[unit] ?? Number.NaN,
    };
    const diedAt = record?.diedAt[unit] ?? -1;
    const revivedAt = record?.revivedAt[unit] ?? -1;
    if (diedAt >= 0) life.diedAt = diedAt;
    if (revivedAt >= 0) life.revivedAt = revivedAt;
    return life;
  }
}
