// Where the cells of a layer lie, and what is said of a run.

import { describe, expect, test } from 'vitest';
import type { Metrics, Status } from '../../../web/src/engine/types.ts';
import { gridFor, unitAt } from '../../../web/src/widgets/dead-units/cells.ts';
import type { Course } from '../../../web/src/widgets/dead-units/controller.ts';
import { deadUnitsSchema } from '../../../web/src/widgets/dead-units/settings.ts';
import { UnitHistory } from '../../../web/src/widgets/dead-units/units.ts';
import { verdictOf } from '../../../web/src/widgets/dead-units/verdict.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

describe('cells', () => {
  test.each([
    [600, 128, 2],
    [290, 256, 6],
    [320, 1, 1],
    [80, 64, 3],
  ])('in %i pixels, %i units in %i layers fit side by side', (width, units, layers) => {
    const { columns, rows, side, pitch } = gridFor(width, units, layers, 300);
    expect(columns * pitch - (pitch - side)).toBeLessThanOrEqual(width);
    expect(columns * rows).toBeGreaterThanOrEqual(units);
    expect(columns * (rows - 1)).toBeLessThan(units);
    expect(side).toBeGreaterThanOrEqual(8);
  });

  test('a place names its unit, and no unit beyond the last', () => {
    const grid = { columns: 4, rows: 2, side: 10, pitch: 12 };
    expect(unitAt(grid, 6, 0, 0)).toBe(0);
    expect(unitAt(grid, 6, 13, 13)).toBe(5);
    expect(unitAt(grid, 6, 25, 13)).toBeUndefined();
    expect(unitAt(grid, 6, 49, 0)).toBeUndefined();
    expect(unitAt(grid, 6, -1, 0)).toBeUndefined();
  });
});

describe('verdicts', () => {
  const layer = { saturatedFraction: 0.9, inactiveFraction: 0.5 };
  const metrics = { step: 10, trainLoss: 2.3, testAccuracy: 0.1, layers: [layer, layer] };
  const course = (train: number[], status: Partial<Status> = {}): Course => {
    const settings = { ...defaults(deadUnitsSchema), width: 2, depth: 1 };
    const units = new UnitHistory();
    const shares = [Float32Array.from(train)];
    units.add({ step: 10, train: shares, batch: shares });
    const run = {
      seed: 1,
      samples: [metrics as unknown as Metrics],
      status: { state: 'running', step: 10, epoch: 1, ...status } as Status,
    };
    return { settings, units, run, step: 10 };
  };

  test('counts, a layer cut off, a divergence', () => {
    expect(verdictOf(course([0.5, 0]))).toMatchObject({
      kind: 'units',
      counts: { alive: 1, dead: 1 },
      units: 2,
      accuracy: 0.1,
    });
    expect(verdictOf(course([0.5, 0]))).toHaveProperty('faint', expect.closeTo(0.4));
    expect(verdictOf(course([0, 0]))).toEqual({ kind: 'cut', layer: 1, loss: 2.3 });
    const diverged = {
      state: 'diverged',
      step: 12,
      layer: 1,
      unit: 3,
      reason: 'gradient',
    } as const;
    expect(verdictOf(course([0.5, 0.5], diverged))).toEqual({
      kind: 'diverged',
      step: 12,
      layer: 2,
      output: true,
      unit: 4,
      reason: 'gradient',
    });
  });
});
