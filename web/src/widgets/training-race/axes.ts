// Axis ranges that hold the data, on round numbers.

import type { Axis } from '../chart.ts';
import { formatNumber } from '../format.ts';

const STEPS = [1, 2, 5, 10];

function roundUp(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return STEPS.map((step) => step * power).find((step) => step >= value * (1 - 1e-9)) ?? value;
}

function roundDown(value: number): number {
  const power = 10 ** Math.floor(Math.log10(value));
  return STEPS.map((step) => step * power).findLast((step) => step <= value * (1 + 1e-9)) ?? value;
}

/** Extremes of the finite values; undefined without any. */
function extremes(values: Iterable<number>): { min: number; max: number } | undefined {
  let min = Number.POSITIVE_INFINITY;
  let max = Number.NEGATIVE_INFINITY;
  for (const value of values) {
    if (!Number.isFinite(value)) continue;
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return max >= min ? { min, max } : undefined;
}

const format = (value: number) =>
  value < 1e5
    ? formatNumber(value, 6)
    : formatNumber(value, 6).replace(/^10*$/, (ten) => `1e${ten.length - 1}`);

/** Logarithmic, at least a decade high; what is beyond twelve decades or above `cap` is cut off. */
export function logAxis(values: Iterable<number>, cap = Number.POSITIVE_INFINITY): Axis {
  const positive = [...values].filter((value) => value > 0);
  const found = extremes(positive) ?? { min: 0.1, max: 1 };
  const max = roundUp(Math.max(Math.min(found.max, cap), 1e-30));
  const min = roundDown(Math.min(Math.max(found.min, max * 1e-12), max));
  return { logarithmic: true, min: Math.min(min, max / 10), max, format };
}

/** Linear from 0; what is above `cap` is cut off, and `least` is always shown. */
export function fromZero(values: Iterable<number>, least: number, cap = Infinity): Axis {
  const max = Math.max(least, Math.min(cap, extremes(values)?.max ?? least));
  const top = roundUp(max);
  return { min: 0, max: top, step: top / 4 };
}

/** Linear around the data, on multiples of a tenth of the rounded span. */
export function around(values: Iterable<number>, least: { min: number; max: number }): Axis {
  const found = extremes(values) ?? least;
  const min = Math.min(found.min, least.min);
  const max = Math.max(found.max, least.max);
  const unit = roundUp(max - min) / 10;
  return { min: Math.floor(min / unit) * unit, max: Math.ceil(max / unit) * unit };
}
