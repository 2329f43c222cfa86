// What is taken away from the figure beside its numbers: its charts.

import { chartPictures } from '../take-away/charts.ts';
import { type ChartContext, makeCharts } from './charts.ts';
import type { ChartName } from './settings.ts';

export const pictures = (context: ChartContext, names: readonly ChartName[]) =>
  chartPictures(context.theme, (theme) =>
    makeCharts({ ...context, theme }, names).map((spec) => ({ title: spec.title, spec })),
  );
