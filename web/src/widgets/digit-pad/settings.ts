// The settings of `<digit-pad>`, declared once for attributes, links, Markdown and controls.

import type { Messages } from '../../i18n/index.ts';
import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';
import { described, fixed, flag, integer, list, number, seed, text } from '../setting-kinds.ts';
import { PIXELS, parseImage } from './image.ts';

export type SettingKey = keyof Messages['digitPad']['settings'];

export const padSchema = defineSchema({
  name: 'digit-pad',
  version: 1,
  settings: described((m) => m.digitPad.settings, {
    racers: list(PALETTE_IDS, ['sigmoid', 'relu', 'prelu', 'maxout'], { maxItems: 6 }),
    example: integer(0, 360, 1),
    image: { ...text(PIXELS, '', (text: string) => parseImage(text).problem), hideable: false },
    depth: integer(1, 20, 6),
    width: integer(4, 128, 32),
    learningRate: number(0.00001, 100, 0.1),
    steps: integer(1, 20_000, 1000),
    seed: seed(),
    autoplay: fixed(flag()),
  }),
});

export type PadSettings = Values<typeof padSchema>;

/** Everything the networks depend on, as one comparable text. */
export function runKey(settings: PadSettings): string {
  const { racers, depth, width, learningRate, steps, seed } = settings;
  return JSON.stringify([racers, depth, width, learningRate, steps, seed]);
}
