// Defines `<layer-flow>`.

import { FigureElement } from '../base.ts';
import { LayerFlow } from './element.ts';
import type { FlowSettings } from './settings.ts';

FigureElement.define(LayerFlow);

export { LayerFlow };

declare global {
  interface HTMLElementTagNameMap {
    'layer-flow': LayerFlow & Omit<FlowSettings, 'lang'>;
  }
}
