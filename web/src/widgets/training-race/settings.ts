// The settings of `<training-race>`, declared once for attributes, links, Markdown and controls.

import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';
import {
  auto,
  choice,
  described,
  fixed,
  flag,
  integer,
  list,
  number,
  seed,
} from '../setting-kinds.ts';

export const CHARTS = ['loss', 'accuracy', 'gradients', 'units', 'learned', 'outputs'] as const;
export type ChartName = (typeof CHARTS)[number];

export const DATASETS = [
  'digits',
  'moons',
  'spiral',
  'circle',
  'xor',
  'gauss',
  'abs',
  'square',
  'sin',
  'step',
  'own',
] as const;

const own = described((m) => m.race.settings, {
  racers: list(PALETTE_IDS, ['sigmoid', 'relu', 'prelu', 'maxout'], { maxItems: 6 }),
  dataset: choice(DATASETS, 'digits'),
  size: auto('integer', 20, 5000),
  noise: auto('number', 0, 1),
  depth: integer(1, 20, 6),
  width: integer(4, 128, 32),
  init: choice(
    ['recommended', 'xavier', 'he', 'lecun', 'normal', 'uniform', 'zeros', 'lsuv'],
    'recommended',
  ),
  initScale: number(0.01, 100, 1),
  optimizer: choice(['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'], 'sgd'),
  learningRate: number(0.00001, 100, 0.1),
  batchSize: integer(1, 4096, 64),
  seed: seed(),
  seeds: integer(1, 10, 1),
  steps: integer(1, 20_000, 1000),
  pieces: integer(2, 8, 2),
  budget: choice(['width', 'parameters'], 'width'),
  batchNorm: flag(),
  dropout: number(0, 0.9, 0),
  weightDecay: number(0, 1, 0),
  clipNorm: number(0, 1000, 0),
  shift: number(-10, 10, 0),
  slopeRate: number(0, 100, 1),
  lossScale: choice(['log', 'linear'], 'log'),
  speed: choice(['5', '20', '100', 'max'], 'max'),
  charts: fixed(list(CHARTS, CHARTS)),
  autoplay: fixed(flag()),
});

export const raceSchema = defineSchema({ name: 'training-race', version: 1, settings: own });

export type RaceSettings = Values<typeof raceSchema>;
export type SettingKey = keyof typeof raceSchema.settings;

/** What only changes the view; a change of any other of its own settings starts the race anew. */
const VIEW_ONLY: readonly string[] = ['lossScale', 'speed', 'charts', 'autoplay'];
const RUN_SETTINGS = Object.keys(own).filter((name) => !VIEW_ONLY.includes(name));

/** Everything the numbers of a race depend on, as one comparable text. */
export function runKey(settings: RaceSettings): string {
  return JSON.stringify(RUN_SETTINGS.map((name) => settings[name as SettingKey]));
}
