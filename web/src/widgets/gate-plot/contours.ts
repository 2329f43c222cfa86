// Bands of equal height and the lines between them, over a square grid of values.

import { SIDE } from './plane.ts';
import type { Quantity } from './settings.ts';

/** Heights at which one band ends and the next begins, on either side of 0. */
const STEPS: Record<Quantity, readonly number[]> = {
  output: [0.1, 0.4, 0.8, 2, 4],
  'value-slope': [0.01, 0.1, 0.25, 0.5, 0.75],
  'gate-slope': [0.05, 0.15, 0.5, 1],
};

/** Borders of the bands, ascending; a quantity that is never negative has none below 0. */
export function levelsOf(quantity: Quantity): number[] {
  const up = STEPS[quantity];
  if (quantity === 'value-slope') return [...up];
  return [...[...up].reverse().map((level) => -level), ...up];
}

/** The band of a value: 0 around zero, ±1 from the first level on, and so forth. */
export function bandOf(value: number, quantity: Quantity): number {
  const size = Math.abs(value);
  const band = STEPS[quantity].filter((level) => size >= level).length;
  return value < 0 ? 0 - band : band;
}

/** How far the outermost bands of a quantity lie from 0. */
export function bandCount(quantity: Quantity): number {
  return STEPS[quantity].length;
}

/** Bilinear between the points of the grid; x and y from 0 to SIDE − 1. */
export function heightAt(values: Float32Array, x: number, y: number): number {
  const i = Math.min(SIDE - 2, Math.floor(x));
  const j = Math.min(SIDE - 2, Math.floor(y));
  const [u, v] = [x - i, y - j];
  const at = j * SIDE + i;
  const low = values[at]! * (1 - u) + values[at + 1]! * u;
  const high = values[at + SIDE]! * (1 - u) + values[at + SIDE + 1]! * u;
  return low * (1 - v) + high * v;
}

export type Segment = readonly [x1: number, y1: number, x2: number, y2: number];

/** Where the surface crosses a level, cell by cell, in units of the grid (marching squares). */
export function contour(values: Float32Array, level: number): Segment[] {
  const segments: Segment[] = [];
  for (let j = 0; j < SIDE - 1; j++) {
    for (let i = 0; i < SIDE - 1; i++) {
      const at = j * SIDE + i;
      const corners = [values[at]!, values[at + 1]!, values[at + SIDE + 1]!, values[at + SIDE]!];
      const crossings = crossingsOf(corners.map((height) => height - level));
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const [a, b] = [crossings[k]!, crossings[k + 1]!];
        segments.push([i + a[0], j + a[1], i + b[0], j + b[1]]);
      }
    }
  }
  return segments;
}

/** Places on the sides of a cell, anticlockwise from the lower one, where the sign changes. */
function crossingsOf(heights: readonly number[]): (readonly [number, number])[] {
  const found: (readonly [number, number])[] = [];
  heights.forEach((from, side) => {
    const to = heights[(side + 1) % 4]!;
    if (from >= 0 === to >= 0) return;
    const share = from / (from - to);
    const places = [
      [share, 0],
      [1, share],
      [1 - share, 1],
      [0, 1 - share],
    ] as const;
    found.push(places[side]!);
  });
  return found;
}
