// The born-dead experiment: the formula, and networks drawn against it.

import { describe, expect, test } from 'vitest';
import {
  BornDeadSimulation,
  bornDeadProbability,
  standardError,
} from '../../../web/src/widgets/dead-units/born-dead.ts';

test('the formula', () => {
  expect(bornDeadProbability(1, 1)).toBe(0.5);
  expect(bornDeadProbability(2, 5)).toBeCloseTo(0.763, 3);
  expect(bornDeadProbability(3, 10)).toBeCloseTo(0.737, 3);
  expect(bornDeadProbability(5, 20)).toBeCloseTo(0.47, 3);
  expect(standardError(0.5, 100)).toBe(0.05);
});

describe.each([
  [2, 5],
  [3, 10],
  [5, 20],
  [1, 3],
  [10, 50],
])('networks of width %i and %i layers', (width, depth) => {
  test('are born dead as often as the formula says', () => {
    const expected = bornDeadProbability(width, depth);
    for (const seed of [1, 2, 3]) {
      const simulation = new BornDeadSimulation(width, depth, seed);
      simulation.run(4000);
      const error = standardError(expected, 4000);
      expect(Math.abs(simulation.share - expected)).toBeLessThan(4 * error);
    }
  });
});

test('the same seed draws the same networks, however they are cut', () => {
  const whole = new BornDeadSimulation(3, 10, 7);
  whole.run(500);
  const cut = new BornDeadSimulation(3, 10, 7);
  for (let i = 0; i < 50; i++) cut.run(10);
  expect(cut).toMatchObject({ count: 500, dead: whole.dead, deadLayer: whole.deadLayer });
  expect(cut.on).toEqual(whole.on);
  const other = new BornDeadSimulation(3, 10, 8);
  other.run(500);
  expect(other.dead).not.toBe(whole.dead);
});

test('a network is dead where a layer is off as a whole, and everything after it is', () => {
  const simulation = new BornDeadSimulation(2, 6, 3);
  for (let n = 0; n < 200; n++) {
    const before = simulation.dead;
    simulation.run(1);
    const rows = Array.from({ length: 6 }, (_, layer) =>
      simulation.on.subarray(2 * layer, 2 * layer + 2).some((on) => on === 1),
    );
    expect(simulation.deadLayer).toBe(rows.indexOf(false));
    expect(simulation.dead - before).toBe(simulation.deadLayer < 0 ? 0 : 1);
    if (simulation.deadLayer >= 0) {
      expect(rows.slice(simulation.deadLayer).every((any) => !any)).toBe(true);
    }
  }
});
