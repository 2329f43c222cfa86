// The settings of `<slope-tracks>`, declared once for attributes, links, Markdown and controls.

import type { Messages } from '../../i18n/index.ts';
import { defineSchema, type Values } from '../schema.ts';

export const MODES = ['learned', 'draws'] as const;
export const DATASETS = ['digits', 'moons', 'spiral'] as const;
/** What PReLU's loss may be compared with. */
export const OTHERS = ['relu', 'leaky-relu', 'rrelu'] as const;

const open = { lockable: true, hideable: true } as const;
const described = (name: keyof Messages['slopeTracks']['settings']) => (messages: Messages) =>
  messages.slopeTracks.settings[name].description;

export const slopesSchema = defineSchema({
  name: 'slope-tracks',
  version: 1,
  settings: {
    mode: {
      type: 'enum',
      values: MODES,
      default: 'learned',
      description: described('mode'),
      ...open,
    },
    depth: {
      type: 'integer',
      min: 1,
      max: 12,
      default: 5,
      description: described('depth'),
      ...open,
    },
    width: {
      type: 'integer',
      min: 2,
      max: 128,
      default: 64,
      description: described('width'),
      ...open,
    },
    learningRate: {
      type: 'number',
      min: 0.0001,
      max: 10,
      default: 0.03,
      description: described('learningRate'),
      ...open,
    },
    slopeRate: {
      type: 'number',
      min: 0,
      max: 100,
      default: 10,
      description: described('slopeRate'),
      ...open,
    },
    startSlope: {
      type: 'number',
      min: -1,
      max: 1,
      default: 0.25,
      description: described('startSlope'),
      ...open,
    },
    compare: {
      type: 'list',
      values: OTHERS,
      minItems: 0,
      maxItems: OTHERS.length,
      default: ['relu'],
      description: described('compare'),
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
      min: 10,
      max: 1437,
      default: 1437,
      description: described('size'),
      ...open,
    },
    init: {
      type: 'enum',
      values: ['recommended', 'xavier', 'he', 'lecun'],
      default: 'recommended',
      description: described('init'),
      ...open,
    },
    batchSize: {
      type: 'integer',
      min: 1,
      max: 1437,
      default: 64,
      description: described('batchSize'),
      ...open,
    },
    steps: {
      type: 'integer',
      min: 1,
      max: 20_000,
      default: 4000,
      description: described('steps'),
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
    layer: {
      type: 'integer',
      min: 1,
      max: 12,
      default: 1,
      description: described('layer'),
      ...open,
    },
    unit: {
      type: 'integer',
      min: 1,
      max: 128,
      default: 1,
      description: described('unit'),
      ...open,
    },
    autoplay: {
      type: 'boolean',
      default: false,
      description: described('autoplay'),
    },
  },
});

export type SlopesSettings = Values<typeof slopesSchema>;
export type SettingKey = keyof typeof slopesSchema.settings;

/** What the numbers depend on; a change of any of these starts anew. */
const RUN_SETTINGS = [
  'mode',
  'depth',
  'width',
  'learningRate',
  'slopeRate',
  'startSlope',
  'compare',
  'dataset',
  'size',
  'init',
  'batchSize',
  'steps',
  'seed',
] as const satisfies readonly SettingKey[];

export function runKey(settings: SlopesSettings): string {
  return JSON.stringify(RUN_SETTINGS.map((name) => settings[name]));
}
