// The settings of `<divergence-map>`, declared once for attributes, links, Markdown and controls.
// Those of the training keep within the limits of the race, as every cell opens as one.

import type { Messages } from '../../i18n/index.ts';
import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';
import { choice, described, integer, list, number, seed } from '../setting-kinds.ts';

/** All of two classes but the digits. */
export const DATASETS = ['digits', 'moons', 'spiral', 'circle', 'xor', 'gauss'] as const;

export type SettingKey = keyof Messages['divergenceMap']['settings'];

export const mapSchema = defineSchema({
  name: 'divergence-map',
  version: 1,
  settings: described((m) => m.divergenceMap.settings, {
    // From the one that bears the largest rates to those that bear least.
    activations: list(PALETTE_IDS, [
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
    ]),
    rateFrom: number(0.00001, 100, 0.01),
    rateTo: number(0.00001, 100, 100),
    perDecade: integer(1, 8, 4),
    seeds: integer(1, 10, 5),
    dataset: choice(DATASETS, 'digits'),
    depth: integer(1, 20, 3),
    width: integer(4, 128, 64),
    steps: integer(10, 5000, 400),
    batchSize: integer(1, 4096, 64),
    pieces: integer(2, 8, 2),
    goal: number(0.001, 2, 0.3),
    seed: seed(),
  }),
});

export type MapSettings = Values<typeof mapSchema>;
