// Defines `<gate-plot>`.

import { FigureElement } from '../base.ts';
import { GatePlot } from './element.ts';
import type { GateSettings } from './settings.ts';

FigureElement.define(GatePlot);

export { GatePlot };

declare global {
  interface HTMLElementTagNameMap {
    'gate-plot': GatePlot & Omit<GateSettings, 'lang'>;
  }
}
