// The settings of `<digit-pad>`, declared once for attributes, links, Markdown and controls.

import type { Messages } from '../../i18n/index.ts';
import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';
import { PIXELS, parseImage } from './image.ts';

const open = { lockable: true, hideable: true } as const;
export type SettingKey = keyof Messages['digitPad']['settings'];
const described = (name: SettingKey) => (messages: Messages) =>
  messages.digitPad.settings[name].description;

export const padSchema = defineSchema({
  name: 'digit-pad',
  version: 1,
  settings: {
    racers: {
      type: 'list',
      values: PALETTE_IDS,
      minItems: 1,
      maxItems: 6,
      default: ['sigmoid', 'relu', 'prelu', 'maxout'],
      description: described('racers'),
      ...open,
    },
    example: {
      type: 'integer',
      min: 0,
      max: 360,
      default: 1,
      description: described('example'),
      ...open,
    },
    image: {
      type: 'string',
      maxLength: PIXELS,
      default: '',
      check: (text: string) => parseImage(text).problem,
      description: described('image'),
      lockable: true,
    },
    depth: {
      type: 'integer',
      min: 1,
      max: 20,
      default: 6,
      description: described('depth'),
      ...open,
    },
    width: {
      type: 'integer',
      min: 4,
      max: 128,
      default: 32,
      description: described('width'),
      ...open,
    },
    learningRate: {
      type: 'number',
      min: 0.00001,
      max: 100,
      default: 0.1,
      description: described('learningRate'),
      ...open,
    },
    steps: {
      type: 'integer',
      min: 1,
      max: 20_000,
      default: 1000,
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
    autoplay: {
      type: 'boolean',
      default: false,
      description: described('autoplay'),
    },
  },
});

export type PadSettings = Values<typeof padSchema>;

/** Everything the networks depend on, as one comparable text. */
export function runKey(settings: PadSettings): string {
  const { racers, depth, width, learningRate, steps, seed } = settings;
  return JSON.stringify([racers, depth, width, learningRate, steps, seed]);
}
