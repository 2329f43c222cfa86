// The settings of `<gate-plot>`, declared once.

import { defineSchema, type Values } from '../schema.ts';
import { choice, described, flag, list, number } from '../setting-kinds.ts';

export const UNITS = ['glu', 'gtu'] as const;
export const QUANTITIES = ['output', 'value-slope', 'gate-slope'] as const;
export type Unit = (typeof UNITS)[number];
export type Quantity = (typeof QUANTITIES)[number];

/** Value and gate are shown from −LIMIT to LIMIT. */
export const LIMIT = 6;

export const gateSchema = defineSchema({
  name: 'gate-plot',
  version: 1,
  settings: described((m) => m.gatePlot.settings, {
    units: list(UNITS, UNITS),
    show: choice(QUANTITIES, 'output'),
    value: number(-LIMIT, LIMIT, 2),
    gate: number(-LIMIT, LIMIT, 1),
    tied: flag(),
  }),
});

export type GateSettings = Values<typeof gateSchema>;
