// The curve that a reader draws: heights at a few steps, on a logarithmic axis.
import { beforeEach, describe, expect, test } from 'vitest';
import { ExpectedCurve, PLACES } from '../../../web/src/widgets/predict-run/curve.ts';

const SPEC = { from: 0.001, to: 10, steps: 1000, start: 2.3 };
let curve: ExpectedCurve;
beforeEach(() => {
  curve = new ExpectedCurve(SPEC);
});

test('lies flat until it is drawn', () => {
  expect(curve.losses).toEqual(Array(PLACES).fill(2.3));
  expect(curve.touched).toBe(false);
  expect(curve.places.map(({ step }) => step)).toEqual([
    0, 100, 200, 300, 400, 500, 600, 700, 800, 900, 1000,
  ]);
});

test('what has not been moved follows what has', () => {
  curve.move(8, 0.1);
  curve.move(3, 1);
  expect(curve.losses).toEqual([2.3, 2.3, 2.3, 1, 1, 1, 1, 1, 0.1, 0.1, 0.1]);
  curve.move(10, 0.01);
  expect(curve.losses.at(-2)).toBe(0.1);
  expect(curve.touched).toBe(true);
  curve.clear();
  expect(curve.losses).toEqual(Array(PLACES).fill(2.3));
  expect(curve.touched).toBe(false);
});

test('keeps to its axis and to three digits', () => {
  curve.move(0, 1e9);
  curve.move(1, 1e-9);
  curve.move(2, 0.123456);
  expect(curve.losses.slice(0, 3)).toEqual([10, 0.001, 0.123]);
});

test('keys move a place by parts of a factor of ten', () => {
  curve.move(4, 1);
  curve.nudge(4, -0.5);
  expect(curve.losses[4]).toBe(0.316);
  curve.nudge(4, 0.5);
  expect(curve.losses[4]).toBeCloseTo(1, 2);
});

describe('a line drawn across', () => {
  test('gives every place that it passes its height', () => {
    curve.sweep({ along: 0, up: 1 }, { along: 1, up: 0 });
    expect(curve.losses[0]).toBe(10);
    expect(curve.losses[5]).toBe(0.1);
    expect(curve.losses[10]).toBe(0.001);
  });

  test('works backwards, and beyond the axes', () => {
    curve.sweep({ along: 1.2, up: -0.5 }, { along: 0.5, up: 0.5 });
    expect(curve.losses[5]).toBe(0.1);
    expect(curve.losses[10]).toBe(0.001);
    expect(curve.losses[4]).toBe(2.3);
  });

  test('within one place takes its end', () => {
    curve.sweep({ along: 0.5, up: 0.2 }, { along: 0.51, up: 0.5 });
    expect(curve.losses[5]).toBe(0.1);
  });
});

test('its axis has the powers of ten', () => {
  expect(curve.ticks).toEqual([0.001, 0.01, 0.1, 1, 10]);
  expect(new ExpectedCurve({ ...SPEC, from: 0.02, to: 4 }).ticks).toEqual([0.1, 1]);
  expect(curve.heightOf(0.1)).toBeCloseTo(0.5, 12);
});

test('takes a curve that was kept with however many places', () => {
  curve.take([10, 1, 0.1]);
  expect(curve.losses).toHaveLength(PLACES);
  expect([curve.losses[0], curve.losses[5], curve.losses[10]]).toEqual([10, 1, 0.1]);
});
