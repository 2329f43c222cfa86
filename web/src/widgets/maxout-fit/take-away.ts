// What is taken away from the maxout figure: the fit and its error as pictures, the values and pieces as
// a table, and a PyTorch program that fits the same.

import type { TemplateResult } from 'lit';
import type { ChartDrawing, DrawnTable, Picture } from '../take-away/types.ts';
import type { Theme } from '../theme.ts';
import { type Fit, heightOf, outputAt, type Pieces } from './fit.ts';
import { XS } from './targets.ts';

export { program } from './program.ts';

export interface Host {
  fit: Fit;
  units: readonly Pieces[];
  step: number;
  titles: { fit: string; error: string; theory: string };
  picture: { width: number; height: number; template: TemplateResult };
  errors: (theme: Theme) => ChartDrawing;
  legend: { label: string; mark: TemplateResult }[];
}

/** As wide as a sheet. */
export const WIDTH = 912;

export function pictures({ titles, picture, errors, legend }: Host): Picture[] {
  return [
    {
      title: titles.fit,
      width: picture.width,
      height: picture.height,
      paint: (_context, _theme, draw) => draw.svg(picture.template),
      legend: () => legend,
    },
    {
      title: titles.error,
      subtitle: titles.theory,
      width: WIDTH,
      height: 240,
      paint: (_, theme, draw) => draw.chart(errors(theme)),
    },
  ];
}

/** The function, the model and its pieces at the step shown; then the error at every step. */
export function drawn({ fit, units, step }: Host): DrawnTable {
  const pieces = units.flatMap((unit, u) =>
    Array.from(unit.weights, (_, i) => ({
      name: `${u === 0 ? '' : 'second_'}piece_${i + 1}`,
      at: (x: number) => heightOf(unit, i, x),
    })),
  );
  return {
    head: ['part', 'step', 'mse', 'x', 'target', 'output', ...pieces.map(({ name }) => name)],
    rows: [
      ...Array.from(XS, (x, i) => [
        'fit',
        step,
        fit.errors[step]!,
        x,
        fit.targets[i]!,
        outputAt(units, x),
        ...pieces.map(({ at }) => at(x)),
      ]),
      ...Array.from(fit.errors, (mse, at) => [
        'error',
        at,
        mse,
        '',
        '',
        '',
        ...pieces.map(() => ''),
      ]),
    ],
  };
}
