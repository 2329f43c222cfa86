// What is taken away from the figure beside its numbers: its charts.

import { chartPictures } from '../take-away/charts.ts';
import { type ChartContext, makeCards } from './charts.ts';

export const pictures = (context: ChartContext) =>
  chartPictures(context.theme, (theme) =>
    makeCards({ ...context, theme }).flatMap(({ title, spec, size }) =>
      spec ? [{ title, spec, full: size === 'full' }] : [],
    ),
  );
