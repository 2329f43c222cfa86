// The functions to fit: given ones, and one drawn by its heights at a few places.

import type { Messages } from '../../i18n/index.ts';

/** 201 points of [−1, 1]. */
export const XS: Float64Array = Float64Array.from({ length: 201 }, (_, i) => (i - 100) / 100);

export const TARGETS = ['abs', 'square', 'quartic', 'negative-square', 'cubic', 'drawn'] as const;
export type Target = (typeof TARGETS)[number];

/** A drawing has heights at 11 places, and straight lines between them. */
export const PLACES: readonly number[] = Array.from({ length: 11 }, (_, i) => (i - 5) / 5);
export const HIGHEST = 1.5;
export const FIRST_DRAWING = '0.9 0.5 0.2 0 0.1 0.3 0.1 0 0.2 0.5 0.9';

const FORMULAS: Record<Exclude<Target, 'drawn'>, (x: number) => number> = {
  abs: Math.abs,
  square: (x) => x * x,
  quartic: (x) => x * x * x * x,
  'negative-square': (x) => -x * x,
  cubic: (x) => x * x * x,
};

export function formatDrawing(heights: readonly number[]): string {
  return heights.map((height) => String(Number(height.toFixed(2)))).join(' ');
}

export function parseDrawing(text: string): {
  heights: number[];
  problem?: (messages: Messages) => string;
} {
  const heights = text
    .trim()
    .split(/[\s,]+/)
    .map(Number);
  const fine =
    heights.length === PLACES.length &&
    heights.every((height) => Number.isFinite(height) && Math.abs(height) <= HIGHEST);
  return fine
    ? { heights }
    : {
        heights: FIRST_DRAWING.split(' ').map(Number),
        problem: ({ maxoutFit }) => maxoutFit.badDrawing(PLACES.length, String(HIGHEST)),
      };
}

/** The heights to fit, one for each of `XS`. */
export function targetValues(target: Target, drawing: string): Float64Array {
  if (target !== 'drawn') return XS.map(FORMULAS[target]);
  const { heights } = parseDrawing(drawing);
  const last = PLACES.length - 2;
  return XS.map((x) => {
    const at = (x + 1) * 5;
    const i = Math.min(last, Math.floor(at));
    return heights[i]! + (at - i) * (heights[i + 1]! - heights[i]!);
  });
}

/** The least error of k pieces on x² over [−1, 1]: each is best on an interval of width 2/k. */
export function squareTheory(pieces: number): number {
  return (2 / pieces) ** 4 / 180;
}
