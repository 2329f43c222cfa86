// The settings of `<divergence-map>`, declared once for attributes, links, Markdown and controls.
// Those of the training keep within the limits of the race, as every cell opens as one.

import type { Messages } from '../../i18n/index.ts';
import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';

/** All of two classes but the digits. */
export const DATASETS = ['digits', 'moons', 'spiral', 'circle', 'xor', 'gauss'] as const;

const open = { lockable: true, hideable: true } as const;
export type SettingKey = keyof Messages['divergenceMap']['settings'];
const described = (name: SettingKey) => (messages: Messages) =>
  messages.divergenceMap.settings[name].description;

export const mapSchema = defineSchema({
  name: 'divergence-map',
  version: 1,
  settings: {
    activations: {
      type: 'list',
      values: PALETTE_IDS,
      minItems: 1,
      maxItems: PALETTE_IDS.length,
      // From the one that bears the largest rates to those that bear least.
      default: [
        'sigmoid',
        'hard-sigmoid',
        'tanh',
        'hard-tanh',
        'softsign',
        'gtu',
        'softplus',
        'relu',
        'gelu',
        'glu',
        'leaky-relu',
        'rrelu',
        'swish',
        'prelu',
        'elu',
        'selu',
        'maxout',
      ],
      description: described('activations'),
      ...open,
    },
    rateFrom: {
      type: 'number',
      min: 0.00001,
      max: 100,
      default: 0.01,
      description: described('rateFrom'),
      ...open,
    },
    rateTo: {
      type: 'number',
      min: 0.00001,
      max: 100,
      default: 100,
      description: described('rateTo'),
      ...open,
    },
    perDecade: {
      type: 'integer',
      min: 1,
      max: 8,
      default: 4,
      description: described('perDecade'),
      ...open,
    },
    seeds: {
      type: 'integer',
      min: 1,
      max: 10,
      default: 5,
      description: described('seeds'),
      ...open,
    },
    dataset: {
      type: 'enum',
      values: DATASETS,
      default: 'digits',
      description: described('dataset'),
      ...open,
    },
    depth: {
      type: 'integer',
      min: 1,
      max: 20,
      default: 3,
      description: described('depth'),
      ...open,
    },
    width: {
      type: 'integer',
      min: 4,
      max: 128,
      default: 64,
      description: described('width'),
      ...open,
    },
    steps: {
      type: 'integer',
      min: 10,
      max: 5000,
      default: 400,
      description: described('steps'),
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
    pieces: {
      type: 'integer',
      min: 2,
      max: 8,
      default: 2,
      description: described('pieces'),
      ...open,
    },
    goal: {
      type: 'number',
      min: 0.001,
      max: 2,
      default: 0.3,
      description: described('goal'),
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
  },
});

export type MapSettings = Values<typeof mapSchema>;
