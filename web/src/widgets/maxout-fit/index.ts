// Defines `<maxout-fit>`.

import { FigureElement } from '../base.ts';
import { MaxoutFit } from './element.ts';
import type { FitSettings } from './settings.ts';

FigureElement.define(MaxoutFit);

export { MaxoutFit };

declare global {
  interface HTMLElementTagNameMap {
    'maxout-fit': MaxoutFit & Omit<FitSettings, 'lang'>;
  }
}
