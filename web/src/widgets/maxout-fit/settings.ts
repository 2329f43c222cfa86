// The settings of `<maxout-fit>`, declared once.

import { defineSchema, type Values } from '../schema.ts';
import { choice, described, fixed, flag, integer, number, seed, text } from '../setting-kinds.ts';
import { FIRST_DRAWING, parseDrawing, TARGETS } from './targets.ts';

export const fitSchema = defineSchema({
  name: 'maxout-fit',
  version: 1,
  settings: described((m) => m.maxoutFit.settings, {
    target: choice(TARGETS, 'square'),
    drawing: text(200, FIRST_DRAWING, (text: string) => parseDrawing(text).problem),
    pieces: integer(1, 8, 3),
    model: choice(['unit', 'difference'], 'unit'),
    init: choice(['spread', 'random'], 'spread'),
    jitter: number(0, 1, 0.01),
    learningRate: number(0.001, 1, 0.02),
    steps: integer(1, 5000, 1500),
    seed: seed(),
    autoplay: fixed(flag()),
  }),
});

export type FitSettings = Values<typeof fitSchema>;
