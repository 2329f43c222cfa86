// What is taken away from the gate figure: planes and slices as pictures, their values as a table, and a
// PyTorch program for the point and the slices.

import type { TemplateResult } from 'lit';
import type { Evaluator } from '../../engine/evaluator.ts';
import type { ChartDrawing, DrawnTable, Picture } from '../take-away/types.ts';
import type { Theme } from '../theme.ts';
import { PLANE, paint } from './picture.ts';
import { GRID, PLACES, SIDE, type Spot, slice, surface } from './plane.ts';
import type { Quantity, Unit } from './settings.ts';
import { type ChartId, chartsShown, lineOf } from './slices.ts';

export { program } from './program.ts';

export interface Host {
  engine: Evaluator;
  units: readonly Unit[];
  spot: Spot;
  tied: boolean;
  quantity: Quantity;
  values: (unit: Unit) => Float32Array;
  titles: {
    unit: (unit: Unit) => string;
    formula: (unit: Unit) => string;
    quantity: string;
    chart: (id: ChartId) => string;
  };
  plane: (unit: Unit) => TemplateResult;
  scale: (theme: Theme) => TemplateResult;
  chart: (id: ChartId, theme: Theme) => ChartDrawing;
  legend: readonly { label: string; activation: Unit }[];
}

const WIDTH = 360;
/** In a row of its own, below the planes. */
const SCALE = { width: 744, height: 43 };
const CHART = { width: 444, height: 220 };
/** Canvas pixels a pixel of the picture. */
const FINE = 3;

export function pictures(host: Host): Picture[] {
  const { units, tied, titles } = host;
  const zoom = WIDTH / PLANE.width;
  return [
    ...units.map(
      (unit): Picture => ({
        title: titles.unit(unit),
        subtitle: `${titles.quantity}, f = ${titles.formula(unit)}`,
        width: WIDTH,
        height: PLANE.height * zoom,
        paint(context, theme, draw) {
          const bands = document.createElement('canvas');
          bands.width = bands.height = FINE * PLANE.size;
          paint(bands, host.values(unit), host.quantity, theme);
          const [x, y, side] = [PLANE.left * zoom, PLANE.top * zoom, PLANE.size * zoom];
          context.drawImage(bands, x, y, side, side);
          draw.svg(host.plane(unit));
        },
      }),
    ),
    {
      subtitle: titles.quantity,
      ...SCALE,
      paint: (_, theme, draw) => draw.svg(host.scale(theme)),
    },
    ...chartsShown(tied).map(
      (id): Picture => ({
        title: titles.chart(id),
        ...CHART,
        paint: (_, theme, draw) => draw.chart(host.chart(id, theme)),
        legend: () => host.legend,
      }),
    ),
  ];
}

const PARTS: Record<string, string> = {
  'value-output': 'along_value',
  'gate-output': 'along_gate',
  'tied-output': 'tied',
};

/** The slices with the slope along each, then the surface: of both only the values drawn. */
export function drawn(host: Host): DrawnTable {
  const { engine, units, spot, quantity } = host;
  const lines = chartsShown(host.tied)
    .filter((id) => id in PARTS)
    .flatMap((id) => {
      const line = lineOf(id, spot);
      const slices = units.map((unit) => slice(engine, unit, line));
      return Array.from(PLACES, (t, i) => [
        PARTS[id]!,
        line.weight * t + line.bias,
        line.gateWeight * t + line.gateBias,
        ...slices.flatMap(({ f, slope }) => [f[i]!, slope[i]!]),
      ]);
    });
  const surfaces = units.map((unit) => surface(engine, unit, quantity));
  const part = `surface_${quantity.replace('-', '_')}`;
  const plane = Array.from(surfaces[0] ?? [], (_, at) => [
    part,
    GRID[at % SIDE]!,
    GRID[Math.floor(at / SIDE)]!,
    ...surfaces.flatMap((values) =>
      quantity === 'output' ? [values[at]!, ''] : ['', values[at]!],
    ),
  ]);
  return {
    head: ['part', 'value', 'gate', ...units.flatMap((unit) => [`${unit}_f`, `${unit}_slope`])],
    rows: [...lines, ...plane],
  };
}
