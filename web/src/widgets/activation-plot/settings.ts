// The settings of `<activation-plot>`, declared once, and the sets of functions to pick from.

import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { ActivationId } from '../../engine/types.ts';
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
  text,
} from '../setting-kinds.ts';
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

export const plotSchema = defineSchema({
  name: 'activation-plot',
  version: 1,
  settings: described((m) => m.plotSettings, {
    functions: list(ACTIVATION_IDS, CLASSIC),
    view: choice(VIEWS, 'split'),
    layout: choice(LAYOUTS, 'chart'),
    axes: choice(AXES, 'shared'),
    xMin: number(-X_LIMIT, X_LIMIT, -5),
    xMax: number(-X_LIMIT, X_LIMIT, 5),
    yMin: fixed(auto('number', -X_LIMIT, X_LIMIT)),
    yMax: fixed(auto('number', -X_LIMIT, X_LIMIT)),
    params: text(1000, '', (text: string) => parseParams(ACTIVATIONS, text).problem),
    tangents: flag(true),
    autoplay: fixed(flag()),
    cursor: number(-X_LIMIT, X_LIMIT, 1),
    layer: integer(0, 64, 0),
    depth: integer(1, 64, 3),
    width: fixed(integer(1, 256, 64)),
    init: fixed(
      choice(['recommended', 'xavier', 'he', 'lecun', 'normal', 'uniform', 'lsuv'], 'recommended'),
    ),
    initScale: number(0.01, 100, 1),
    steps: integer(0, 5000, 0),
    learningRate: fixed(number(0.00001, 100, 0.1)),
    seed: fixed(seed()),
  }),
});

export type PlotSettings = Values<typeof plotSchema>;
