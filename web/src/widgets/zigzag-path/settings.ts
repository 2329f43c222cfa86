// The settings of `<zigzag-path>`, declared once, and the run that they describe.

import type { Messages } from '../../i18n/index.ts';
import { defineSchema, type Values } from '../schema.ts';

export const INPUTS = ['positive', 'centred'] as const;
export type InputKind = (typeof INPUTS)[number];

export const BATCHES = ['1', '4', '16', '64', 'all'] as const;

const open = { lockable: true, hideable: true } as const;
const describe = (name: keyof Messages['zigzagPath']['settings']) => (messages: Messages) =>
  messages.zigzagPath.settings[name];

export const zigzagSchema = defineSchema({
  name: 'zigzag-path',
  version: 1,
  settings: {
    inputs: {
      type: 'list',
      values: INPUTS,
      minItems: 1,
      maxItems: INPUTS.length,
      default: INPUTS,
      description: describe('inputs'),
      ...open,
    },
    batch: {
      type: 'enum',
      values: BATCHES,
      default: '1',
      description: describe('batch'),
      ...open,
    },
    rateUnit: {
      type: 'enum',
      values: ['limit', 'absolute'],
      default: 'limit',
      description: describe('rateUnit'),
      ...open,
    },
    rateShare: {
      type: 'number',
      min: 0.01,
      max: 1.5,
      default: 0.2,
      description: describe('rateShare'),
      ...open,
    },
    learningRate: {
      type: 'number',
      min: 0.01,
      max: 50,
      default: 1,
      description: describe('learningRate'),
      ...open,
    },
    weights: {
      type: 'integer',
      min: 2,
      max: 10,
      default: 2,
      description: describe('weights'),
      ...open,
    },
    steps: {
      type: 'integer',
      min: 10,
      max: 5000,
      default: 100,
      description: describe('steps'),
      ...open,
    },
    seed: {
      type: 'integer',
      min: 0,
      max: 4_294_967_295,
      default: 1,
      description: describe('seed'),
      ...open,
    },
    autoplay: { type: 'boolean', default: false, description: describe('autoplay') },
  },
});

export type ZigzagSettings = Values<typeof zigzagSchema>;
