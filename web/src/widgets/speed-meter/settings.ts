// The settings of `<speed-meter>`, and what is timed by them.

import { hasElements, type SpeedSpec, type Timed, WORKS } from '../../engine/speed/spec.ts';
import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';
import { choice, described, integer, list } from '../setting-kinds.ts';

export const VARIANTS = ['simd', 'baseline'] as const;

export type SettingKey = keyof Messages['speedMeter']['settings'];

export const speedSchema = defineSchema({
  name: 'speed-meter',
  version: 1,
  settings: described((m) => m.speedMeter.settings, {
    activations: list(PALETTE_IDS, [
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
    ]),
    variants: list(VARIANTS, VARIANTS),
    work: choice(WORKS, 'value'),
    scale: choice(['linear', 'log'], 'log'),
    rounds: integer(5, 200, 25),
    depth: integer(1, 20, 3),
    width: integer(4, 256, 64),
    batchSize: integer(1, 1024, 64),
  }),
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
