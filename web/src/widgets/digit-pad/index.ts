// Defines `<digit-pad>`.

import { FigureElement } from '../base.ts';
import { DigitPad } from './element.ts';
import type { PadSettings } from './settings.ts';

FigureElement.define(DigitPad);

export { DigitPad };

declare global {
  interface HTMLElementTagNameMap {
    'digit-pad': DigitPad & Omit<PadSettings, 'lang'>;
  }
}
