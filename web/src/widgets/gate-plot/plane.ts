// A gated unit over the plane of its value a and its gate b: readings at a point, slices along lines
// and the whole surface, all by the engine.

import type { Evaluator } from '../../engine/evaluator.ts';
import type { ActivationParams } from '../../engine/types.ts';
import { type GateSettings, LIMIT, type Quantity, type Unit } from './settings.ts';

/** a = weight · t + bias, b = gateWeight · t + gateBias. */
export type Line = Readonly<
  Required<Pick<ActivationParams, 'weight' | 'bias' | 'gateWeight' | 'gateBias'>>
>;

export const alongValue = (gate: number): Line => ({
  weight: 1,
  bias: 0,
  gateWeight: 0,
  gateBias: gate,
});
export const alongGate = (value: number): Line => ({
  weight: 0,
  bias: value,
  gateWeight: 1,
  gateBias: 0,
});
/** The gate is the value itself. */
export const DIAGONAL: Line = { weight: 1, bias: 0, gateWeight: 1, gateBias: 0 };

export interface Spot {
  value: number;
  gate: number;
}

export function spotOf({ value, gate, tied }: Pick<GateSettings, 'value' | 'gate' | 'tied'>): Spot {
  return { value, gate: tied ? value : gate };
}

export interface Reading {
  output: number;
  /** By the value, by the gate, and where both move together. */
  valueSlope: number;
  gateSlope: number;
  tiedSlope: number;
}

export function read(engine: Evaluator, unit: Unit, { value, gate }: Spot): Reading {
  const here = Float32Array.of(0);
  const towards = (weight: number, gateWeight: number) =>
    engine.derivative(unit, here, { weight, bias: value, gateWeight, gateBias: gate })[0]!;
  return {
    output: engine.evaluate(unit, here, { bias: value, gateBias: gate })[0]!,
    valueSlope: towards(1, 0),
    gateSlope: towards(0, 1),
    tiedSlope: towards(1, 1),
  };
}

/** Places of a slice. */
export const PLACES = Float32Array.from({ length: 241 }, (_, i) => -LIMIT + (2 * LIMIT * i) / 240);

export interface Slice {
  f: Float32Array;
  slope: Float32Array;
}

export function slice(
  engine: Evaluator,
  unit: Unit,
  line: Line,
  places: Float32Array = PLACES,
): Slice {
  return {
    f: engine.evaluate(unit, places, line),
    slope: engine.derivative(unit, places, line),
  };
}

/** Points a side of a surface. */
export const SIDE = 121;
export const GRID = Float32Array.from({ length: SIDE }, (_, i) => -LIMIT + (2 * LIMIT * i) / 120);

/** SIDE² values, row by row of the gate, from its smallest. */
export function surface(engine: Evaluator, unit: Unit, quantity: Quantity): Float32Array {
  const values = new Float32Array(SIDE * SIDE);
  GRID.forEach((fixed, i) => {
    if (quantity === 'gate-slope') {
      slice(engine, unit, alongGate(fixed), GRID).slope.forEach((height, j) => {
        values[j * SIDE + i] = height;
      });
    } else {
      const { f, slope } = slice(engine, unit, alongValue(fixed), GRID);
      values.set(quantity === 'output' ? f : slope, i * SIDE);
    }
  });
  return values;
}
