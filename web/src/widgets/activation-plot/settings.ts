// The settings of `<activation-plot>`, declared once, and the sets of functions to pick from.

import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { defineSchema, type Values } from '../schema.ts';
import { parseParams } from './parameters.ts';

export const VIEWS = ['both', 'f', 'derivative', 'split'] as const;
export type View = (typeof VIEWS)[number];

export const LAYOUTS = ['chart', 'panels'] as const;

export const AXES = ['shared', 'own'] as const;

export const ACTIVATION_IDS: readonly ActivationId[] = ACTIVATIONS.map(({ id }) => id);

/** The picture that opens every course: ReLU, sigmoid, tanh and softplus. */
export const CLASSIC: readonly ActivationId[] = ['relu', 'sigmoid', 'tanh', 'softplus'];

export const FAMILIES = {
  classic: CLASSIC,
  sigmoidal: ['sigmoid', 'tanh', 'softsign', 'hard-sigmoid', 'hard-tanh'],
  rectifiers: ['relu', 'leaky-relu', 'prelu', 'rrelu', 'elu', 'selu'],
  smooth: ['softplus', 'swish', 'gelu', 'mish'],
  learned: ['prelu', 'maxout', 'glu', 'gtu'],
  all: ACTIVATION_IDS,
} as const satisfies Record<string, readonly ActivationId[]>;
export type Family = keyof typeof FAMILIES;

/** The widest window, and the narrowest one in which float32 still has points to show. */
export const X_LIMIT = 1000;
export const MIN_SPAN = 1e-4;

const open = { lockable: true, hideable: true } as const;
const describe = (name: keyof Messages['plotSettings']) => (messages: Messages) =>
  messages.plotSettings[name];
const whole = { type: 'integer' } as const;
const range = { type: 'number', min: -X_LIMIT, max: X_LIMIT } as const;

export const plotSchema = defineSchema({
  name: 'activation-plot',
  version: 1,
  settings: {
    functions: {
      type: 'list',
      values: ACTIVATION_IDS,
      minItems: 1,
      maxItems: ACTIVATION_IDS.length,
      default: CLASSIC,
      description: describe('functions'),
      ...open,
    },
    view: {
      type: 'enum',
      values: VIEWS,
      default: 'split',
      description: describe('view'),
      ...open,
    },
    layout: {
      type: 'enum',
      values: LAYOUTS,
      default: 'chart',
      description: describe('layout'),
      ...open,
    },
    axes: {
      type: 'enum',
      values: AXES,
      default: 'shared',
      description: describe('axes'),
      ...open,
    },
    xMin: { ...range, default: -5, description: describe('xMin'), ...open },
    xMax: { ...range, default: 5, description: describe('xMax'), ...open },
    yMin: { ...range, auto: true, default: 'auto', description: describe('yMin') },
    yMax: { ...range, auto: true, default: 'auto', description: describe('yMax') },
    params: {
      type: 'string',
      maxLength: 1000,
      default: '',
      check: (text: string) => parseParams(ACTIVATIONS, text).problem,
      description: describe('params'),
      ...open,
    },
    tangents: { type: 'boolean', default: true, description: describe('tangents'), ...open },
    autoplay: { type: 'boolean', default: false, description: describe('autoplay') },
    cursor: { ...range, default: 1, description: describe('cursor'), ...open },
    layer: { ...whole, min: 0, max: 64, default: 0, description: describe('layer'), ...open },
    depth: { ...whole, min: 1, max: 64, default: 3, description: describe('depth'), ...open },
    width: { ...whole, min: 1, max: 256, default: 64, description: describe('width') },
    init: {
      type: 'enum',
      values: ['recommended', 'xavier', 'he', 'lecun', 'normal', 'uniform', 'lsuv'],
      default: 'recommended',
      description: describe('init'),
    },
    initScale: {
      type: 'number',
      min: 0.01,
      max: 100,
      default: 1,
      description: describe('initScale'),
      ...open,
    },
    steps: { ...whole, min: 0, max: 5000, default: 0, description: describe('steps'), ...open },
    learningRate: {
      type: 'number',
      min: 0.00001,
      max: 100,
      default: 0.1,
      description: describe('learningRate'),
    },
    seed: { ...whole, min: 0, max: 4_294_967_295, default: 1, description: describe('seed') },
  },
});

export type PlotSettings = Values<typeof plotSchema>;
