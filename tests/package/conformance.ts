// The elements are what the package's types say they are; checked by the compiler alone.

import type { TrainingRaceSettings } from 'activation-lab/training-race';
import type { Figure, TrainingFigure } from '../../web/src/package/figure.ts';
import type { ActivationPlot } from '../../web/src/widgets/activation-plot/activation-plot.ts';
import type { PlotSettings } from '../../web/src/widgets/activation-plot/settings.ts';
import type { TrainingRace } from '../../web/src/widgets/training-race/element.ts';
import type { RaceSettings } from '../../web/src/widgets/training-race/settings.ts';

type Listening = 'addEventListener' | 'removeEventListener';
type Mutable<T> = { -readonly [K in keyof T]: T[K] };

declare const race: TrainingRace;
declare const plot: ActivationPlot;
declare const settings: RaceSettings;

export const conforms: [
  Omit<TrainingFigure<RaceSettings>, Listening>,
  Omit<Figure<PlotSettings>, Listening>,
  Omit<TrainingRaceSettings, 'lock' | 'hide'>,
  Mutable<RaceSettings>,
] = [race, plot, settings, {} as TrainingRaceSettings];
