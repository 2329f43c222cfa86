// What somebody writes with the package; checked as it stands against the packed types.

import { type FigureState, loadFigure, version } from 'activation-lab';
import { loadEngine, type TrainingConfig } from 'activation-lab/engine';
import { TrainingRace, type TrainingRaceSettings } from 'activation-lab/training-race';

const settings: Partial<TrainingRaceSettings> = {
  racers: ['relu', 'gelu'],
  depth: 4,
  size: 'auto',
};
const race = document.createElement('training-race');
race.assign(settings);
race.learningRate = 0.1;
const state: FigureState = race.state;
new TrainingRace().state = state;
race.addEventListener('settings-change', ({ detail }) => console.log(detail.settings));
race.addEventListener('click', ({ clientX }) => console.log(clientX));
race.play();
race.step(10);
const names: string[] = (await race.weights()).map(({ activation, seed }) => activation + seed);

const plot = document.querySelector('activation-plot');
plot?.assign({ functions: ['swish'] });
await loadFigure('gate-plot');

const engine = await loadEngine();
const config: TrainingConfig = {
  dataset: { name: 'moons' },
  network: { hidden: [8], activation: { id: 'prelu' } },
};
export const losses: number = engine.createTraining(config).metrics().trainLoss;
export const texts: string[] = [...names, version, race.lang];

// @ts-expect-error: no setting is called so
race.assign({ racer: ['relu'] });
// @ts-expect-error: no such activation
race.racers = ['rleu'];
// @ts-expect-error: a plot has no weights
plot?.weights();
// @ts-expect-error: no such figure
await loadFigure('pie-chart');
