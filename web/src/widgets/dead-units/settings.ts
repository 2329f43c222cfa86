// The settings of `<dead-units>`, declared once for attributes, links, Markdown and controls.

import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { defineSchema, type Values } from '../schema.ts';
import { choice, described, integer, number, seed } from '../setting-kinds.ts';

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

export type SettingKey = keyof Messages['deadUnits']['settings'];

export const deadUnitsSchema = defineSchema({
  name: 'dead-units',
  version: 1,
  settings: described((m) => m.deadUnits.settings, {
    mode: choice(MODES, 'training'),
    activation: choice(CHOICES, 'relu'),
    slope: number(0, 1, 0.01),
    learningRate: number(0.001, 10, 0.8),
    bias: number(-20, 20, 0),
    width: integer(1, 256, 128),
    depth: integer(1, 6, 2),
    batchSize: integer(1, 1437, 32),
    steps: integer(1, 5000, 500),
    bornWidth: integer(1, 10, 3),
    bornDepth: integer(1, 50, 10),
    networks: integer(100, 20_000, 4000),
    seed: seed(),
  }),
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
