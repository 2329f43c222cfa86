// The settings of `<speed-meter>`, and what is timed by them.

import { hasElements, type SpeedSpec, type Timed, WORKS } from '../../engine/speed/spec.ts';
import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';

export const VARIANTS = ['simd', 'baseline'] as const;

const open = { lockable: true, hideable: true } as const;
export type SettingKey = keyof Messages['speedMeter']['settings'];
const described = (name: SettingKey) => (messages: Messages) =>
  messages.speedMeter.settings[name].description;

export const speedSchema = defineSchema({
  name: 'speed-meter',
  version: 1,
  settings: {
    activations: {
      type: 'list',
      values: PALETTE_IDS,
      minItems: 1,
      maxItems: PALETTE_IDS.length,
      default: [
        'relu',
        'leaky-relu',
        'prelu',
        'sigmoid',
        'tanh',
        'softplus',
        'elu',
        'swish',
        'gelu',
        'mish',
        'maxout',
      ],
      description: described('activations'),
      ...open,
    },
    variants: {
      type: 'list',
      values: VARIANTS,
      minItems: 1,
      maxItems: VARIANTS.length,
      default: VARIANTS,
      description: described('variants'),
      ...open,
    },
    work: {
      type: 'enum',
      values: WORKS,
      default: 'value',
      description: described('work'),
      ...open,
    },
    scale: {
      type: 'enum',
      values: ['linear', 'log'],
      default: 'log',
      description: described('scale'),
      ...open,
    },
    rounds: {
      type: 'integer',
      min: 5,
      max: 200,
      default: 25,
      description: described('rounds'),
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
      max: 256,
      default: 64,
      description: described('width'),
      ...open,
    },
    batchSize: {
      type: 'integer',
      min: 1,
      max: 1024,
      default: 64,
      description: described('batchSize'),
      ...open,
    },
  },
});

export type SpeedSettings = Values<typeof speedSchema>;

/** What all others are compared with, and hence always timed. */
export const REFERENCE: ActivationId = 'relu';

export function idsOf({ activations }: Pick<SpeedSettings, 'activations'>): ActivationId[] {
  return activations.includes(REFERENCE) ? [...activations] : [REFERENCE, ...activations];
}

export function specOf(settings: SpeedSettings): SpeedSpec {
  const { depth, width, batchSize } = settings;
  const timed = VARIANTS.filter((variant) => settings.variants.includes(variant)).flatMap(
    (variant) =>
      idsOf(settings).flatMap((id) =>
        WORKS.filter((work) => work === 'step' || hasElements(id)).map(
          (work): Timed => ({ variant, id, work }),
        ),
      ),
  );
  return { timed, depth, width, batchSize };
}

/** Everything that the times depend on, as one comparable text. */
export function specKey(settings: SpeedSettings): string {
  return JSON.stringify([specOf(settings), settings.rounds]);
}
