// The settings of `<layer-flow>`, declared once for attributes, links, Markdown and controls.

import type { Messages } from '../../i18n/index.ts';
import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';

export const CHARTS = [
  'spread',
  'rms',
  'output-gradient',
  'weight-gradient',
  'saturation',
  'histogram',
] as const;
export type ChartName = (typeof CHARTS)[number];

const open = { lockable: true, hideable: true } as const;
const described = (name: keyof Messages['layerFlow']['settings']) => (messages: Messages) =>
  messages.layerFlow.settings[name].description;

export const flowSchema = defineSchema({
  name: 'layer-flow',
  version: 1,
  settings: {
    activations: {
      type: 'list',
      values: PALETTE_IDS,
      minItems: 1,
      maxItems: 2,
      default: ['sigmoid', 'relu'],
      description: described('activations'),
      ...open,
    },
    init: {
      type: 'enum',
      values: ['recommended', 'xavier', 'he', 'lecun', 'normal', 'uniform', 'lsuv'],
      default: 'recommended',
      description: described('init'),
      ...open,
    },
    initScale: {
      type: 'number',
      min: 0.01,
      max: 100,
      default: 1,
      description: described('initScale'),
      ...open,
    },
    depth: {
      type: 'integer',
      min: 2,
      max: 64,
      default: 20,
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
    batchNorm: {
      type: 'boolean',
      default: false,
      description: described('batchNorm'),
      ...open,
    },
    learningRate: {
      type: 'number',
      min: 0.00001,
      max: 100,
      default: 0.01,
      description: described('learningRate'),
      ...open,
    },
    batchSize: {
      type: 'integer',
      min: 1,
      max: 4096,
      default: 64,
      description: described('batchSize'),
      ...open,
    },
    clipNorm: {
      type: 'number',
      min: 0,
      max: 1000,
      default: 0,
      description: described('clipNorm'),
      ...open,
    },
    steps: {
      type: 'integer',
      min: 1,
      max: 20_000,
      default: 600,
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
    layer: {
      type: 'integer',
      min: 1,
      max: 64,
      default: 1,
      description: described('layer'),
      ...open,
    },
    theory: {
      type: 'boolean',
      default: true,
      description: described('theory'),
      ...open,
    },
    charts: {
      type: 'list',
      values: CHARTS,
      minItems: 1,
      maxItems: CHARTS.length,
      default: CHARTS,
      description: described('charts'),
    },
    autoplay: {
      type: 'boolean',
      default: false,
      description: described('autoplay'),
    },
  },
});

export type FlowSettings = Values<typeof flowSchema>;
export type SettingKey = keyof typeof flowSchema.settings;

/** What the numbers depend on; a change of any of these starts anew. */
const RUN_SETTINGS = [
  'activations',
  'init',
  'initScale',
  'depth',
  'width',
  'batchNorm',
  'learningRate',
  'batchSize',
  'clipNorm',
  'steps',
  'seed',
] as const satisfies readonly SettingKey[];

export function runKey(settings: FlowSettings): string {
  return JSON.stringify(RUN_SETTINGS.map((name) => settings[name]));
}
