// The settings of `<layer-flow>`, declared once for attributes, links, Markdown and controls.

import { PALETTE_IDS } from '../palette.ts';
import { defineSchema, type Values } from '../schema.ts';
import { choice, described, fixed, flag, integer, list, number, seed } from '../setting-kinds.ts';

export const CHARTS = [
  'spread',
  'rms',
  'output-gradient',
  'weight-gradient',
  'saturation',
  'histogram',
] as const;
export type ChartName = (typeof CHARTS)[number];

export const flowSchema = defineSchema({
  name: 'layer-flow',
  version: 1,
  settings: described((m) => m.layerFlow.settings, {
    activations: list(PALETTE_IDS, ['sigmoid', 'relu'], { maxItems: 2 }),
    init: choice(
      ['recommended', 'xavier', 'he', 'lecun', 'normal', 'uniform', 'lsuv'],
      'recommended',
    ),
    initScale: number(0.01, 100, 1),
    depth: integer(2, 64, 20),
    width: integer(4, 256, 64),
    batchNorm: flag(),
    learningRate: number(0.00001, 100, 0.01),
    batchSize: integer(1, 4096, 64),
    clipNorm: number(0, 1000, 0),
    steps: integer(1, 20_000, 600),
    seed: seed(),
    layer: integer(1, 64, 1),
    theory: flag(true),
    charts: fixed(list(CHARTS, CHARTS)),
    autoplay: fixed(flag()),
  }),
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
