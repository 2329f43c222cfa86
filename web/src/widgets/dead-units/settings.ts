// The settings of `<dead-units>`, declared once for attributes, links, Markdown and controls.

import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { defineSchema, type Values } from '../schema.ts';

export const MODES = ['training', 'born'] as const;

/** In the order in which they are offered. */
export const CHOICES = [
  'relu',
  'leaky-relu',
  'prelu',
  'elu',
  'selu',
  'softplus',
  'swish',
  'gelu',
  'mish',
  'maxout',
  'hard-tanh',
  'hard-sigmoid',
  'tanh',
  'sigmoid',
] as const satisfies readonly ActivationId[];

const open = { lockable: true, hideable: true } as const;
export type SettingKey = keyof Messages['deadUnits']['settings'];
const described = (name: SettingKey) => (messages: Messages) =>
  messages.deadUnits.settings[name].description;

export const deadUnitsSchema = defineSchema({
  name: 'dead-units',
  version: 1,
  settings: {
    mode: {
      type: 'enum',
      values: MODES,
      default: 'training',
      description: described('mode'),
      ...open,
    },
    activation: {
      type: 'enum',
      values: CHOICES,
      default: 'relu',
      description: described('activation'),
      ...open,
    },
    slope: {
      type: 'number',
      min: 0,
      max: 1,
      default: 0.01,
      description: described('slope'),
      ...open,
    },
    learningRate: {
      type: 'number',
      min: 0.001,
      max: 10,
      default: 0.8,
      description: described('learningRate'),
      ...open,
    },
    bias: {
      type: 'number',
      min: -20,
      max: 20,
      default: 0,
      description: described('bias'),
      ...open,
    },
    width: {
      type: 'integer',
      min: 1,
      max: 256,
      default: 128,
      description: described('width'),
      ...open,
    },
    depth: {
      type: 'integer',
      min: 1,
      max: 6,
      default: 2,
      description: described('depth'),
      ...open,
    },
    batchSize: {
      type: 'integer',
      min: 1,
      max: 1437,
      default: 32,
      description: described('batchSize'),
      ...open,
    },
    steps: {
      type: 'integer',
      min: 1,
      max: 5000,
      default: 500,
      description: described('steps'),
      ...open,
    },
    bornWidth: {
      type: 'integer',
      min: 1,
      max: 10,
      default: 3,
      description: described('bornWidth'),
      ...open,
    },
    bornDepth: {
      type: 'integer',
      min: 1,
      max: 50,
      default: 10,
      description: described('bornDepth'),
      ...open,
    },
    networks: {
      type: 'integer',
      min: 100,
      max: 20_000,
      default: 4000,
      description: described('networks'),
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

export type DeadUnitsSettings = Values<typeof deadUnitsSchema>;

const TRAINING: readonly SettingKey[] = [
  'activation',
  'slope',
  'learningRate',
  'bias',
  'width',
  'depth',
  'batchSize',
  'steps',
  'seed',
];
const BORN: readonly SettingKey[] = ['bornWidth', 'bornDepth', 'networks', 'seed'];

/** Everything that the numbers of the mode in force depend on, as one comparable text. */
export function runKey(settings: DeadUnitsSettings): string {
  const names = settings.mode === 'training' ? TRAINING : BORN;
  return JSON.stringify([settings.mode, ...names.map((name) => settings[name])]);
}
