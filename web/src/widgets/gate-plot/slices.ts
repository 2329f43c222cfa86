// The charts of the slices through the point: both units along the value and along the gate, or
// along the diagonal where the gate is tied to the value.

import type { Evaluator } from '../../engine/evaluator.ts';
import type { Axis, Series } from '../chart.ts';
import { styleOf } from '../palette.ts';
import { alongGate, alongValue, DIAGONAL, type Line, PLACES, type Spot, slice } from './plane.ts';
import type { Unit } from './settings.ts';

export const CHARTS = [
  'value-output',
  'value-slope',
  'gate-output',
  'gate-slope',
  'tied-output',
  'tied-slope',
] as const;
export type ChartId = (typeof CHARTS)[number];

/** Fixed, so that a change of the point shows as one of the curves. */
const HEIGHTS: Record<ChartId, Pick<Axis, 'min' | 'max' | 'step'>> = {
  'value-output': { min: -6, max: 6, step: 3 },
  'value-slope': { min: -0.1, max: 1.1, step: 0.5 },
  'gate-output': { min: -6, max: 6, step: 3 },
  'gate-slope': { min: -1.6, max: 1.6, step: 1 },
  'tied-output': { min: -1, max: 6, step: 1 },
  'tied-slope': { min: -0.3, max: 1.2, step: 0.5 },
};
const Y_AXIS_SIZE = 40;

export function chartsShown(tied: boolean): ChartId[] {
  return CHARTS.filter((id) => id.startsWith('tied') === tied);
}

export const heightAxis = (id: ChartId): Axis => ({ ...HEIGHTS[id], size: Y_AXIS_SIZE });

export function lineOf(id: ChartId, { value, gate }: Spot): Line {
  if (id.startsWith('tied')) return DIAGONAL;
  return id.startsWith('value') ? alongValue(gate) : alongGate(value);
}

/** Where on its line a chart has the point. */
export function placeOf(id: ChartId, { value, gate }: Spot): number {
  return id.startsWith('gate') ? gate : value;
}

export function seriesOf(
  id: ChartId,
  engine: Evaluator,
  units: readonly Unit[],
  spot: Spot,
  dark: boolean,
): Series[] {
  return units.map((unit) => {
    const { light, dark: bright, dash, marker } = styleOf(unit);
    const { f, slope } = slice(engine, unit, lineOf(id, spot));
    const heights = id.endsWith('slope') ? slope : f;
    const points = Array.from(PLACES, (x, i) => ({ x, y: heights[i]! }));
    return { id: unit, color: dark ? bright : light, dash, marker, width: 2.25, points };
  });
}
