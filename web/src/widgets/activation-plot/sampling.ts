// Turns an activation into points to draw: evenly spaced ones, and exact ones where f or f′ jumps,
// so that a jump is drawn as one. Everything comes from the engine's own values.

import type { Evaluator } from '../../engine/evaluator.ts';
import type { ActivationId, ActivationParams } from '../../engine/types.ts';
import type { Dot, Point } from '../chart.ts';
import { formatFloat32 } from '../format.ts';

export type Which = 'f' | 'derivative';

export interface Curve {
  points: Point[];
  dots: Dot[];
}

export interface SampledActivation {
  f: Curve;
  derivative: Curve;
  /** Where f or f′ jumps inside the window. */
  kinks: number[];
}

/** Halvings that narrow a candidate down to neighbouring floats, wherever it lies but at 0. */
const BISECTIONS = 48;
/** Jumps smaller than this share of the curve's height are not shown. */
const JUMP = 1e-3;
/** Nor are jumps that the rounding of float32 might feign. */
const SMALLEST_JUMP = 1e-5;

export function evaluateAt(
  engine: Evaluator,
  which: Which,
  id: ActivationId,
  x: Float32Array,
  params: ActivationParams,
): Float32Array {
  return which === 'f' ? engine.evaluate(id, x, params) : engine.derivative(id, x, params);
}

/** `count` evenly spaced float32 values from min to max. */
export function spread(min: number, max: number, count: number): Float32Array {
  const x = new Float32Array(count);
  for (let i = 0; i < count; i++) x[i] = min + ((max - min) * i) / (count - 1);
  return x;
}

/** Where a function jumps, given samples of it: bisects wherever neighbours differ suspiciously. */
export function findJumps(
  f: (x: Float32Array) => Float32Array,
  x: Float32Array,
  y: Float32Array,
): number[] {
  let low = Infinity;
  let high = -Infinity;
  for (const value of y) {
    low = Math.min(low, value);
    high = Math.max(high, value);
  }
  const threshold = Math.max(JUMP * (high - low), SMALLEST_JUMP * Math.max(1, high, -low));
  let intervals: { a: number; b: number }[] = [];
  let before = 0;
  let rise = Math.abs(y[1]! - y[0]!);
  for (let i = 0; i + 1 < x.length; i++) {
    // A jump stands out from its neighbours.
    const after = i + 2 < x.length ? Math.abs(y[i + 2]! - y[i + 1]!) : 0;
    if (rise > threshold && rise >= before && rise >= after) {
      intervals.push({ a: x[i]!, b: x[i + 1]! });
    }
    before = rise;
    rise = after;
  }
  for (let round = 0; round < BISECTIONS && intervals.length > 0; round++) {
    const middles = intervals.map(({ a, b }) => Math.fround((a + b) / 2));
    const atA = f(Float32Array.from(intervals, ({ a }) => a));
    const atMiddle = f(Float32Array.from(middles));
    const atB = f(Float32Array.from(intervals, ({ b }) => b));
    intervals = intervals
      .map(({ a, b }, i) => {
        const onLeft = Math.abs(atMiddle[i]! - atA[i]!);
        const onRight = Math.abs(atB[i]! - atMiddle[i]!);
        return onLeft > onRight
          ? { a, b: middles[i]!, rise: onLeft }
          : { a: middles[i]!, b, rise: onRight };
      })
      .filter((interval) => interval.rise > threshold);
  }
  return [...new Set(intervals.map(({ a, b }) => roundest(a, b)))];
}

/** The number of an interval that is shortest to write. */
function roundest(a: number, b: number): number {
  if (a <= 0 && b >= 0) return 0;
  const tiny = 1e-7;
  if (Math.max(Math.abs(a), Math.abs(b)) < tiny) return 0;
  return formatFloat32(a).length < formatFloat32(b).length ? a : b;
}

/** Samples f and f′ at `count` points of [min, max], and beside and at each jump. */
export function sampleActivation(
  engine: Evaluator,
  id: ActivationId,
  params: ActivationParams,
  window: { min: number; max: number; count: number },
): SampledActivation {
  const x = spread(window.min, window.max, window.count);
  const of = (which: Which) => (values: Float32Array) =>
    evaluateAt(engine, which, id, values, params);
  const y = { f: of('f')(x), derivative: of('derivative')(x) };
  const jumps = {
    f: findJumps(of('f'), x, y.f),
    derivative: findJumps(of('derivative'), x, y.derivative),
  };
  return {
    f: curve(of('f'), x, y.f, jumps.f),
    derivative: curve(of('derivative'), x, y.derivative, jumps.derivative),
    kinks: [...new Set([...jumps.f, ...jumps.derivative])].sort((a, b) => a - b),
  };
}

function curve(
  f: (x: Float32Array) => Float32Array,
  x: Float32Array,
  y: Float32Array,
  jumps: readonly number[],
): Curve {
  const at = Float32Array.from(jumps);
  const beside = (side: -1 | 1) => f(at.map((k) => k + side * Math.max(1e-6, Math.abs(k) * 1e-6)));
  const [before, exactly, after] = [beside(-1), f(at), beside(1)];
  const breaks = jumps.map((k, i) => ({
    x: k,
    before: before[i]!,
    exactly: exactly[i]!,
    after: after[i]!,
  }));
  breaks.sort((a, b) => a.x - b.x);

  const points: Point[] = [];
  let next = 0;
  for (let i = 0; i < x.length; i++) {
    while (next < breaks.length && breaks[next]!.x <= x[i]!) {
      const b = breaks[next++]!;
      points.push({ x: b.x, y: b.before }, { x: b.x, y: Number.NaN }, { x: b.x, y: b.after });
    }
    if (breaks[next - 1]?.x !== x[i]) points.push({ x: x[i]!, y: y[i]! });
  }
  const dots = breaks.flatMap((b) => {
    const same = (a: number) => Math.abs(a - b.exactly) <= 1e-5 * Math.max(1, Math.abs(a));
    const open = [b.before, b.after].filter((value) => !same(value));
    return [
      ...open.map((value) => ({ x: b.x, y: value, filled: false })),
      { x: b.x, y: b.exactly, filled: true },
    ];
  });
  return { points, dots };
}

/** The heights that curves need: all of them, 0, and a margin; fixed ends stay as they are. */
export function fitHeight(
  curves: readonly Curve[],
  fixed: { min: number | 'auto'; max: number | 'auto' },
): { min: number; max: number } {
  let low = 0;
  let high = 0;
  for (const { points } of curves) {
    for (const { y } of points) {
      if (y < low) low = y;
      if (y > high) high = y;
    }
  }
  if (low === high) high = low + 1;
  const margin = 0.06 * (high - low);
  const min = fixed.min === 'auto' ? low - margin : fixed.min;
  const max = fixed.max === 'auto' ? high + margin : fixed.max;
  return max > min ? { min, max } : { min: low - margin, max: high + margin };
}
