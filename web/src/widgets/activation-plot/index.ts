// Defines `<activation-plot>`.

import { FigureElement } from '../base.ts';
import { ActivationPlot } from './activation-plot.ts';
import type { PlotSettings } from './settings.ts';

FigureElement.define(ActivationPlot);

export { ActivationPlot };

declare global {
  interface HTMLElementTagNameMap {
    'activation-plot': ActivationPlot & Omit<PlotSettings, 'lang'>;
  }
}
