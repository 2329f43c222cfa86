// Gated units over the plane of value and gate: against their formulas in double precision, and the
// bands and lines drawn from them.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import type { Engine } from '../../../web/src/engine/types.ts';
import {
  bandCount,
  bandOf,
  contour,
  heightAt,
  levelsOf,
} from '../../../web/src/widgets/gate-plot/contours.ts';
import { measures } from '../../../web/src/widgets/gate-plot/measures.ts';
import { bandColor, spotAt } from '../../../web/src/widgets/gate-plot/picture.ts';
import {
  alongGate,
  alongValue,
  DIAGONAL,
  GRID,
  PLACES,
  read,
  SIDE,
  slice,
  spotOf,
  surface,
} from '../../../web/src/widgets/gate-plot/plane.ts';
import { gateSchema, QUANTITIES, UNITS } from '../../../web/src/widgets/gate-plot/settings.ts';
import { contrast } from '../../../web/src/widgets/palette.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine({ data: 'on-demand' });
});

const sigmoid = (x: number) => 1 / (1 + Math.exp(-x));
const sigmoidSlope = (x: number) => sigmoid(x) * (1 - sigmoid(x));

/** Output and partial derivatives in double precision. */
const FORMULAS = {
  glu: (a: number, b: number) => [a * sigmoid(b), sigmoid(b), a * sigmoidSlope(b)],
  gtu: (a: number, b: number) => [
    Math.tanh(a) * sigmoid(b),
    (1 - Math.tanh(a) ** 2) * sigmoid(b),
    Math.tanh(a) * sigmoidSlope(b),
  ],
} as const;

describe.each(UNITS)('%s', (unit) => {
  const spots = [-6, -2.3, -0.4, 0, 1, 4.75, 6].flatMap((value) =>
    [-6, -1.2, 0, 0.7, 5].map((gate) => ({ value, gate })),
  );

  it('reads what its formulas give', () => {
    for (const spot of spots) {
      const [output, valueSlope, gateSlope] = FORMULAS[unit](spot.value, spot.gate);
      const found = read(engine, unit, spot);
      expect(found.output).toBeCloseTo(output!, 5);
      expect(found.valueSlope).toBeCloseTo(valueSlope!, 5);
      expect(found.gateSlope).toBeCloseTo(gateSlope!, 5);
      expect(found.tiedSlope).toBeCloseTo(valueSlope! + gateSlope!, 5);
    }
  });

  it('has slices through the point, and their slopes', () => {
    const at = (t: number) => PLACES.indexOf(t);
    const spot = { value: 1.5, gate: -0.5 };
    const found = read(engine, unit, spot);
    const byValue = slice(engine, unit, alongValue(spot.gate));
    const byGate = slice(engine, unit, alongGate(spot.value));
    expect(byValue.f[at(spot.value)]).toBe(found.output);
    expect(byValue.slope[at(spot.value)]).toBe(found.valueSlope);
    expect(byGate.f[at(spot.gate)]).toBe(found.output);
    expect(byGate.slope[at(spot.gate)]).toBe(found.gateSlope);
  });

  it.each(QUANTITIES)('has a surface of %s, row by row of the gate', (quantity) => {
    const values = surface(engine, unit, quantity);
    for (const [i, j] of [
      [0, 0],
      [37, 90],
      [120, 5],
    ] as const) {
      const exact = FORMULAS[unit](GRID[i]!, GRID[j]!)[QUANTITIES.indexOf(quantity)]!;
      expect(values[j * SIDE + i]).toBeCloseTo(exact, 5);
      expect(heightAt(values, i, j)).toBeCloseTo(exact, 5);
    }
  });
});

it('GLU with its gate tied to its value is swish', () => {
  const tied = slice(engine, 'glu', DIAGONAL);
  const swish = engine.evaluate('swish', PLACES);
  const swishSlope = engine.derivative('swish', PLACES);
  PLACES.forEach((_, i) => {
    expect(tied.f[i]).toBeCloseTo(swish[i]!, 5);
    expect(tied.slope[i]).toBeCloseTo(swishSlope[i]!, 5);
  });
});

it('a line between bands lies where the surface has that height', () => {
  const values = surface(engine, 'glu', 'output');
  const segments = contour(values, 2);
  expect(segments.length).toBeGreaterThan(50);
  const coordinate = (i: number) => -6 + i / 10;
  for (const [x1, y1, x2, y2] of segments) {
    for (const [i, j] of [
      [x1, y1],
      [x2, y2],
    ] as const) {
      expect(FORMULAS.glu(coordinate(i), coordinate(j))[0]).toBeCloseTo(2, 1);
    }
    // A segment crosses one cell.
    expect(Math.hypot(x2 - x1, y2 - y1)).toBeLessThan(Math.SQRT2 + 1e-9);
  }
});

describe('bands', () => {
  it.each(QUANTITIES)('of %s change at the levels', (quantity) => {
    const bands = bandCount(quantity);
    const levels = levelsOf(quantity);
    expect(levels).toEqual([...levels].sort((a, b) => a - b));
    expect(bandOf(0, quantity)).toBe(0);
    expect(bandOf(100, quantity)).toBe(bands);
    for (const level of levels.filter((l) => l > 0)) {
      expect(bandOf(level + 1e-6, quantity) - bandOf(level - 1e-6, quantity)).toBe(1);
      expect(bandOf(-level, quantity)).toBe(-bandOf(level, quantity));
    }
  });

  it('keep the point and its lines visible, in light and dark', () => {
    const surfaces = [
      { dark: false, surface: '#ffffff', text: '#1c2230' },
      { dark: true, surface: '#16191f', text: '#e8ebf0' },
    ];
    for (const theme of surfaces) {
      const hex = (rgb: number[]) => `#${rgb.map((c) => c.toString(16).padStart(2, '0')).join('')}`;
      for (const band of [-5, 0, 5]) {
        const color = hex(bandColor(band, 'output', theme));
        // Text or its halo of the surface stands out.
        const best = Math.max(contrast(color, theme.text), contrast(color, theme.surface));
        expect(best).toBeGreaterThan(3);
      }
    }
  });
});

it('a place of the picture is a value and a gate within the plane', () => {
  const middle = spotAt((38 + 132) / 320, (8 + 132) / 308);
  expect(middle).toEqual({ value: 0, gate: 0 });
  expect(spotAt(0, 0)).toEqual({ value: -6, gate: 6 });
  expect(spotAt(1, 1)).toEqual({ value: 6, gate: -6 });
});

it('measures the first unit at the point of the settings', () => {
  const settings = { ...defaults(gateSchema), value: 3, gate: 0 };
  expect(measures.valueSlope!(engine, settings, 1)).toBe(0.5);
  const gtu = { ...settings, units: ['gtu'] as const };
  expect(measures.valueSlope!(engine, gtu, 1)).toBeCloseTo(0.00493, 5);
  expect(spotOf({ ...settings, tied: true })).toEqual({ value: 3, gate: 3 });
});
