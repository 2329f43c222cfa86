// The settings of `<gate-plot>`, declared once.

import type { Messages } from '../../i18n/index.ts';
import { defineSchema, type Values } from '../schema.ts';

export const UNITS = ['glu', 'gtu'] as const;
export const QUANTITIES = ['output', 'value-slope', 'gate-slope'] as const;
export type Unit = (typeof UNITS)[number];
export type Quantity = (typeof QUANTITIES)[number];

/** Value and gate are shown from −LIMIT to LIMIT. */
export const LIMIT = 6;

const open = { lockable: true, hideable: true } as const;
const describe = (name: keyof Messages['gatePlot']['settings']) => (messages: Messages) =>
  messages.gatePlot.settings[name];

export const gateSchema = defineSchema({
  name: 'gate-plot',
  version: 1,
  settings: {
    units: {
      type: 'list',
      values: UNITS,
      minItems: 1,
      maxItems: UNITS.length,
      default: UNITS,
      description: describe('units'),
      ...open,
    },
    show: {
      type: 'enum',
      values: QUANTITIES,
      default: 'output',
      description: describe('show'),
      ...open,
    },
    value: {
      type: 'number',
      min: -LIMIT,
      max: LIMIT,
      default: 2,
      description: describe('value'),
      ...open,
    },
    gate: {
      type: 'number',
      min: -LIMIT,
      max: LIMIT,
      default: 1,
      description: describe('gate'),
      ...open,
    },
    tied: { type: 'boolean', default: false, description: describe('tied'), ...open },
  },
});

export type GateSettings = Values<typeof gateSchema>;
