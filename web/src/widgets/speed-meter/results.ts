// The times of all rounds, and what they come to.

import type { Timed, Variant, Work } from '../../engine/speed/spec.ts';
import type { ActivationId } from '../../engine/types.ts';
import { REFERENCE } from './settings.ts';

/** Nanoseconds: the median, and the quarters around it. */
export interface Spread {
  median: number;
  low: number;
  high: number;
}

/** A machine on which the middle half of the times is wider than this share is too busy. */
export const NOISY = 0.15;

export class SpeedResults {
  private readonly rounds: (readonly number[])[] = [];

  constructor(private readonly timed: readonly Timed[]) {}

  get count(): number {
    return this.rounds.length;
  }

  /** The times of a round, in the order of what is timed. */
  add(values: readonly number[]): void {
    this.rounds.push(values);
  }

  /** Undefined for what is not timed, and before the first round. */
  time(variant: Variant, id: ActivationId, work: Work): Spread | undefined {
    const index = this.indexOf(variant, id, work);
    if (index < 0 || this.count === 0) return undefined;
    return spreadOf(this.rounds.map((values) => values[index]!));
  }

  /** How many times as long as ReLU: the median of the ratios within a round. */
  ratio(variant: Variant, id: ActivationId, work: Work): number | undefined {
    return this.medianRatio(
      this.indexOf(variant, id, work),
      this.indexOf(variant, REFERENCE, work),
    );
  }

  /** How many times as long without SIMD as with it. */
  gain(id: ActivationId, work: Work): number | undefined {
    return this.medianRatio(this.indexOf('baseline', id, work), this.indexOf('simd', id, work));
  }

  /** The time of so many values with their derivatives, as a share of that of a step. */
  shareOfStep(variant: Variant, id: ActivationId, elements: number): number | undefined {
    const share = this.medianRatio(
      this.indexOf(variant, id, 'both'),
      this.indexOf(variant, id, 'step'),
    );
    return share === undefined ? undefined : share * elements;
  }

  /** Width of the middle half of the times over their median: the median over all that is timed. */
  get noise(): number | undefined {
    if (this.count < 4) return undefined;
    const widths = this.timed.map((_, i) => {
      const { median, low, high } = spreadOf(this.rounds.map((values) => values[i]!));
      return (high - low) / median;
    });
    return spreadOf(widths).median;
  }

  private indexOf(variant: Variant, id: ActivationId, work: Work): number {
    return this.timed.findIndex(
      (timed) => timed.variant === variant && timed.id === id && timed.work === work,
    );
  }

  private medianRatio(over: number, under: number): number | undefined {
    if (over < 0 || under < 0 || this.count === 0) return undefined;
    return spreadOf(this.rounds.map((values) => values[over]! / values[under]!)).median;
  }
}

export function spreadOf(values: readonly number[]): Spread {
  const sorted = [...values].sort((a, b) => a - b);
  /** Between two values, in proportion. */
  const at = (share: number) => {
    const place = share * (sorted.length - 1);
    const below = sorted[Math.floor(place)]!;
    return below + (place % 1) * (sorted[Math.ceil(place)]! - below);
  };
  return { median: at(0.5), low: at(0.25), high: at(0.75) };
}
