// Defines `<training-race>`.

import { FigureElement } from '../base.ts';
import { TrainingRace } from './element.ts';
import type { RaceSettings } from './settings.ts';

FigureElement.define(TrainingRace);

export { TrainingRace };

declare global {
  interface HTMLElementTagNameMap {
    'training-race': TrainingRace & Omit<RaceSettings, 'lang' | 'dataset'>;
  }
}
