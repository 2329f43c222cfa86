// Axis ranges along the layers, which may span more decades than any other chart's.

import type { Axis } from '../chart.ts';
import { formatNumber } from '../format.ts';

/** The smallest positive float32. */
const LEAST = 1e-45;

const SUPERSCRIPTS = '⁰¹²³⁴⁵⁶⁷⁸⁹';

/** `10⁻⁸`, or the number itself where that is short. */
export function formatPower(value: number): string {
  const power = Math.round(Math.log10(value));
  if (Math.abs(power) <= 2 || Math.abs(value / 10 ** power - 1) > 1e-6)
    return formatNumber(value, 2);
  const digits = [...String(Math.abs(power))].map((digit) => SUPERSCRIPTS[Number(digit)]!);
  return `10${power < 0 ? '⁻' : ''}${digits.join('')}`;
}

/** Pixels for the numbers of a vertical axis, so that charts above each other line up. */
export const AXIS_SIZE = 44;

/** Whole decades around the positive values, two of them at least; above `cap` is cut off. */
export function decades(values: Iterable<number>, cap: number): Axis {
  const look = { logarithmic: true, size: AXIS_SIZE, format: formatPower };
  let low = Number.POSITIVE_INFINITY;
  let high = 0;
  for (const value of values) {
    if (!(value > 0 && Number.isFinite(value))) continue;
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  if (high === 0) return { min: 0.1, max: 10, ...look };
  high = Math.min(high, cap);
  low = Math.max(LEAST, Math.min(low, high));
  let bottom = Math.floor(Math.log10(low) + 1e-9);
  let top = Math.ceil(Math.log10(high) - 1e-9);
  if (top === bottom) top++;
  if (top - bottom === 1) {
    // The middle of the values decides on which side the second decade lies.
    if (Math.log10(low) + Math.log10(high) < top + bottom) bottom--;
    else top++;
  }
  return { min: 10 ** bottom, max: 10 ** top, ...look };
}
