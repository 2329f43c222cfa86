// Defines `<zigzag-path>`.

import { FigureElement } from '../base.ts';
import { ZigzagPath } from './element.ts';
import type { ZigzagSettings } from './settings.ts';

FigureElement.define(ZigzagPath);

export { ZigzagPath };

declare global {
  interface HTMLElementTagNameMap {
    'zigzag-path': ZigzagPath & Omit<ZigzagSettings, 'lang'>;
  }
}
