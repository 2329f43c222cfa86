// Defines `<slope-tracks>`.

import { FigureElement } from '../base.ts';
import { SlopeTracks } from './element.ts';
import type { SlopesSettings } from './settings.ts';

FigureElement.define(SlopeTracks);

export { SlopeTracks };

declare global {
  interface HTMLElementTagNameMap {
    'slope-tracks': SlopeTracks & Omit<SlopesSettings, 'lang' | 'dataset'>;
  }
}
