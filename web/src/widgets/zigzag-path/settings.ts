// The settings of `<zigzag-path>`, declared once, and the run that they describe.

import { defineSchema, type Values } from '../schema.ts';
import { choice, described, fixed, flag, integer, list, number, seed } from '../setting-kinds.ts';

export const INPUTS = ['positive', 'centred'] as const;
export type InputKind = (typeof INPUTS)[number];

export const BATCHES = ['1', '4', '16', '64', 'all'] as const;

export const zigzagSchema = defineSchema({
  name: 'zigzag-path',
  version: 1,
  settings: described((m) => m.zigzagPath.settings, {
    inputs: list(INPUTS, INPUTS),
    batch: choice(BATCHES, '1'),
    rateUnit: choice(['limit', 'absolute'], 'limit'),
    rateShare: number(0.01, 1.5, 0.2),
    learningRate: number(0.01, 50, 1),
    weights: integer(2, 10, 2),
    steps: integer(10, 5000, 100),
    seed: seed(),
    autoplay: fixed(flag()),
  }),
});

export type ZigzagSettings = Values<typeof zigzagSchema>;
