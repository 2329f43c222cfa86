// The settings of `<maxout-fit>`, declared once.

import type { Messages } from '../../i18n/index.ts';
import { defineSchema, type Values } from '../schema.ts';
import { FIRST_DRAWING, parseDrawing, TARGETS } from './targets.ts';

const open = { lockable: true, hideable: true } as const;
const describe = (name: keyof Messages['maxoutFit']['settings']) => (messages: Messages) =>
  messages.maxoutFit.settings[name];

export const fitSchema = defineSchema({
  name: 'maxout-fit',
  version: 1,
  settings: {
    target: {
      type: 'enum',
      values: TARGETS,
      default: 'square',
      description: describe('target'),
      ...open,
    },
    drawing: {
      type: 'string',
      maxLength: 200,
      default: FIRST_DRAWING,
      check: (text: string) => parseDrawing(text).problem,
      description: describe('drawing'),
      ...open,
    },
    pieces: {
      type: 'integer',
      min: 1,
      max: 8,
      default: 3,
      description: describe('pieces'),
      ...open,
    },
    model: {
      type: 'enum',
      values: ['unit', 'difference'],
      default: 'unit',
      description: describe('model'),
      ...open,
    },
    init: {
      type: 'enum',
      values: ['spread', 'random'],
      default: 'spread',
      description: describe('init'),
      ...open,
    },
    jitter: {
      type: 'number',
      min: 0,
      max: 1,
      default: 0.01,
      description: describe('jitter'),
      ...open,
    },
    learningRate: {
      type: 'number',
      min: 0.001,
      max: 1,
      default: 0.02,
      description: describe('learningRate'),
      ...open,
    },
    steps: {
      type: 'integer',
      min: 1,
      max: 5000,
      default: 1500,
      description: describe('steps'),
      ...open,
    },
    seed: {
      type: 'integer',
      min: 0,
      max: 4_294_967_295,
      default: 1,
      description: describe('seed'),
      ...open,
    },
    autoplay: { type: 'boolean', default: false, description: describe('autoplay') },
  },
});

export type FitSettings = Values<typeof fitSchema>;
