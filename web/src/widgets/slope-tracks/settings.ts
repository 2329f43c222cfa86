// The settings of `<slope-tracks>`, declared once for attributes, links, Markdown and controls.

import { defineSchema, type Values } from '../schema.ts';
import { choice, described, fixed, flag, integer, list, number, seed } from '../setting-kinds.ts';

export const MODES = ['learned', 'draws'] as const;
export const DATASETS = ['digits', 'moons', 'spiral'] as const;
/** What PReLU's loss may be compared with. */
export const OTHERS = ['relu', 'leaky-relu', 'rrelu'] as const;

export const slopesSchema = defineSchema({
  name: 'slope-tracks',
  version: 1,
  settings: described((m) => m.slopeTracks.settings, {
    mode: choice(MODES, 'learned'),
    depth: integer(1, 12, 5),
    width: integer(2, 128, 64),
    learningRate: number(0.0001, 10, 0.03),
    slopeRate: number(0, 100, 10),
    startSlope: number(-1, 1, 0.25),
    compare: list(OTHERS, ['relu'], { minItems: 0 }),
    dataset: choice(DATASETS, 'digits'),
    size: integer(10, 1437, 1437),
    init: choice(['recommended', 'xavier', 'he', 'lecun'], 'recommended'),
    batchSize: integer(1, 1437, 64),
    steps: integer(1, 20_000, 4000),
    seed: seed(),
    layer: integer(1, 12, 1),
    unit: integer(1, 128, 1),
    autoplay: fixed(flag()),
  }),
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
