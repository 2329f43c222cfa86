// What is taken away from the zig-zag figure: surfaces and distances as pictures, every step as a table,
// and a PyTorch program that takes the same steps.

import type { TemplateResult } from 'lit';
import type { ChartDrawing, DrawnTable, Picture } from '../take-away/types.ts';
import type { Theme } from '../theme.ts';
import type { Run } from './runs.ts';

export { program } from './program.ts';

export interface Host {
  runs: readonly Run[];
  titles: { kind: (run: Run) => string; distance: string };
  surface: (run: Run) => TemplateResult;
  distances: (theme: Theme) => ChartDrawing;
  legend: { label: string; mark: TemplateResult }[];
  lines: (theme: Theme) => { label: string; color: string; dash: readonly number[] }[];
}

const SIDE = 360;
const BELOW = { width: 744, height: 260 };
const BESIDE = { width: 444, height: SIDE };

export function pictures({ runs, titles, surface, distances, legend, lines }: Host): Picture[] {
  return [
    ...runs.map((run) => ({
      title: titles.kind(run),
      width: SIDE,
      height: SIDE,
      paint: (...[, , draw]: Parameters<Picture['paint']>) => draw.svg(surface(run)),
      legend: () => legend,
    })),
    {
      title: titles.distance,
      ...(runs.length > 1 ? BELOW : BESIDE),
      paint: (_, theme, draw) => draw.chart(distances(theme)),
      legend: (theme) => (runs.length > 1 ? lines(theme) : []),
    },
  ];
}

/** Every step of both paths, whatever has been shown of them. */
export function drawn({ runs }: Host): DrawnTable {
  const count = runs[0]?.problem.weightCount ?? 0;
  const weights = Array.from({ length: count }, (_, j) => `w_${j + 1}`);
  return {
    head: ['inputs', 'step', ...weights, 'distance', 'gradient_signs'],
    rows: runs.flatMap(({ kind, descent, problem }) =>
      Array.from(descent.distances, (distance, step) => [
        kind,
        step,
        ...descent.weights.subarray(step * problem.weightCount, (step + 1) * problem.weightCount),
        distance,
        // Of the update that led here.
        descent.signs[step - 1] ?? '',
      ]),
    ),
  };
}
