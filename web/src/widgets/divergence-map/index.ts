// Defines `<divergence-map>`.

import { FigureElement } from '../base.ts';
import { DivergenceMap } from './element.ts';
import type { MapSettings } from './settings.ts';

FigureElement.define(DivergenceMap);

export { DivergenceMap };

declare global {
  interface HTMLElementTagNameMap {
    'divergence-map': DivergenceMap & Omit<MapSettings, 'lang' | 'dataset'>;
  }
}
