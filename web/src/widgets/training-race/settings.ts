// The settings of `<training-race>`, declared once for attributes, links, Markdown and controls.

import type { Messages } from '../../i18n/index.ts';
import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';

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

const open = { lockable: true, hideable: true } as const;
const described = (name: keyof Messages['race']['settings']) => (messages: Messages) =>
  messages.race.settings[name].description;

export const raceSchema = defineSchema({
  name: 'training-race',
  version: 1,
  settings: {
    racers: {
      type: 'list',
      values: PALETTE_IDS,
      minItems: 1,
      maxItems: 6,
      default: ['sigmoid', 'relu', 'prelu', 'maxout'],
      description: described('racers'),
      ...open,
    },
    dataset: {
      type: 'enum',
      values: DATASETS,
      default: 'digits',
      description: described('dataset'),
      ...open,
    },
    size: {
      type: 'integer',
      min: 20,
      max: 5000,
      auto: true,
      default: 'auto',
      description: described('size'),
      ...open,
    },
    noise: {
      type: 'number',
      min: 0,
      max: 1,
      auto: true,
      default: 'auto',
      description: described('noise'),
      ...open,
    },
    depth: {
      type: 'integer',
      min: 1,
      max: 20,
      default: 6,
      description: described('depth'),
      ...open,
    },
    width: {
      type: 'integer',
      min: 4,
      max: 128,
      default: 32,
      description: described('width'),
      ...open,
    },
    init: {
      type: 'enum',
      values: ['recommended', 'xavier', 'he', 'lecun', 'normal', 'uniform', 'zeros', 'lsuv'],
      default: 'recommended',
      description: described('init'),
      ...open,
    },
    initScale: {
      type: 'number',
      min: 0.01,
      max: 100,
      default: 1,
      description: described('initScale'),
      ...open,
    },
    optimizer: {
      type: 'enum',
      values: ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'],
      default: 'sgd',
      description: described('optimizer'),
      ...open,
    },
    learningRate: {
      type: 'number',
      min: 0.00001,
      max: 100,
      default: 0.1,
      description: described('learningRate'),
      ...open,
    },
    batchSize: {
      type: 'integer',
      min: 1,
      max: 4096,
      default: 64,
      description: described('batchSize'),
      ...open,
    },
    seed: {
      type: 'integer',
      min: 0,
      max: 4_294_967_295,
      default: 1,
      description: described('seed'),
      ...open,
    },
    seeds: {
      type: 'integer',
      min: 1,
      max: 10,
      default: 1,
      description: described('seeds'),
      ...open,
    },
    steps: {
      type: 'integer',
      min: 1,
      max: 20_000,
      default: 1000,
      description: described('steps'),
      ...open,
    },
    pieces: {
      type: 'integer',
      min: 2,
      max: 8,
      default: 2,
      description: described('pieces'),
      ...open,
    },
    budget: {
      type: 'enum',
      values: ['width', 'parameters'],
      default: 'width',
      description: described('budget'),
      ...open,
    },
    batchNorm: {
      type: 'boolean',
      default: false,
      description: described('batchNorm'),
      ...open,
    },
    dropout: {
      type: 'number',
      min: 0,
      max: 0.9,
      default: 0,
      description: described('dropout'),
      ...open,
    },
    weightDecay: {
      type: 'number',
      min: 0,
      max: 1,
      default: 0,
      description: described('weightDecay'),
      ...open,
    },
    clipNorm: {
      type: 'number',
      min: 0,
      max: 1000,
      default: 0,
      description: described('clipNorm'),
      ...open,
    },
    shift: {
      type: 'number',
      min: -10,
      max: 10,
      default: 0,
      description: described('shift'),
      ...open,
    },
    slopeRate: {
      type: 'number',
      min: 0,
      max: 100,
      default: 1,
      description: described('slopeRate'),
      ...open,
    },
    lossScale: {
      type: 'enum',
      values: ['log', 'linear'],
      default: 'log',
      description: described('lossScale'),
      ...open,
    },
    speed: {
      type: 'enum',
      values: ['5', '20', '100', 'max'],
      default: 'max',
      description: described('speed'),
      ...open,
    },
    charts: {
      type: 'list',
      values: CHARTS,
      minItems: 1,
      maxItems: CHARTS.length,
      default: CHARTS,
      description: described('charts'),
    },
    autoplay: {
      type: 'boolean',
      default: false,
      description: described('autoplay'),
    },
  },
});

export type RaceSettings = Values<typeof raceSchema>;
export type SettingKey = keyof typeof raceSchema.settings;

/** Settings that only change the view; a change of any other starts the race anew. */
const VIEW_ONLY: readonly string[] = [
  'lossScale',
  'speed',
  'charts',
  'autoplay',
  'theme',
  'lang',
  'lock',
  'hide',
  'hideControls',
  'link',
];

/** Everything the numbers of a race depend on, as one comparable text. */
export function runKey(settings: RaceSettings): string {
  const entries = Object.entries(settings);
  return JSON.stringify(entries.filter(([name]) => !VIEW_ONLY.includes(name)));
}
