// Defines `<dead-units>`.

import { FigureElement } from '../base.ts';
import { DeadUnits } from './element.ts';
import type { DeadUnitsSettings } from './settings.ts';

FigureElement.define(DeadUnits);

export { DeadUnits };

declare global {
  interface HTMLElementTagNameMap {
    'dead-units': DeadUnits & Omit<DeadUnitsSettings, 'lang'>;
  }
}
