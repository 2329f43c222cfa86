// Defines `<speed-meter>`.

import { FigureElement } from '../base.ts';
import { SpeedMeter } from './element.ts';
import type { SpeedSettings } from './settings.ts';

FigureElement.define(SpeedMeter);

export { SpeedMeter };

declare global {
  interface HTMLElementTagNameMap {
    'speed-meter': SpeedMeter & Omit<SpeedSettings, 'lang'>;
  }
}
