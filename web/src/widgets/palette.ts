// One colour and one line pattern an activation, wherever it is drawn. The colours keep a contrast
// of at least 3:1 on both surfaces; the patterns differ, so that colour never stands alone.

import type { ActivationId } from '../engine/types.ts';

export type Marker = 'none' | 'circle' | 'triangle' | 'square' | 'diamond';

export interface LineStyle {
  light: string;
  dark: string;
  /** Lengths of dashes and gaps in CSS pixels; empty is solid. */
  dash: readonly number[];
  /** Repeated along the curve. */
  marker: Marker;
}

/** Default surfaces; the contrast is tested against these. */
export const SURFACE = { light: '#ffffff', dark: '#16191f' } as const;

export const PALETTE: Readonly<Record<ActivationId, LineStyle>> = {
  relu: { light: '#0b5cc7', dark: '#62a8ff', dash: [], marker: 'none' },
  sigmoid: { light: '#cf4a00', dark: '#ff8f4d', dash: [9, 4], marker: 'none' },
  tanh: { light: '#0a7d5f', dark: '#35cfa0', dash: [3, 3], marker: 'none' },
  softplus: { light: '#8a2be2', dark: '#c295ff', dash: [12, 3, 3, 3], marker: 'none' },
  prelu: { light: '#b3127f', dark: '#ff7ac8', dash: [12, 3, 3, 3, 3, 3], marker: 'none' },
  maxout: { light: '#0b7a33', dark: '#4fd06b', dash: [5, 3], marker: 'none' },
  'leaky-relu': { light: '#0e7fae', dark: '#4cc3f2', dash: [16, 4], marker: 'none' },
  rrelu: { light: '#3c45c9', dark: '#96a0ff', dash: [6, 3, 2, 3], marker: 'none' },
  elu: { light: '#9c6500', dark: '#e3ae3a', dash: [16, 4, 4, 4], marker: 'none' },
  selu: { light: '#7a5a12', dark: '#c9a95c', dash: [2, 5], marker: 'none' },
  swish: { light: '#c2185b', dark: '#ff86ab', dash: [], marker: 'circle' },
  gelu: { light: '#00798c', dark: '#3fd0e0', dash: [], marker: 'triangle' },
  mish: { light: '#6b4fa0', dark: '#b39ce8', dash: [], marker: 'square' },
  identity: { light: '#5d6673', dark: '#a3adba', dash: [2, 2], marker: 'none' },
  step: { light: '#2f343c', dark: '#d9dee6', dash: [20, 5], marker: 'none' },
  'hard-sigmoid': { light: '#a8480f', dark: '#f0a06b', dash: [9, 4], marker: 'square' },
  'hard-tanh': { light: '#4a7a12', dark: '#9ccc4a', dash: [3, 3], marker: 'diamond' },
  softsign: { light: '#94307d', dark: '#e08fd0', dash: [9, 4], marker: 'circle' },
  glu: { light: '#b0281f', dark: '#ff8a80', dash: [], marker: 'diamond' },
  gtu: { light: '#566b00', dark: '#c3cf3f', dash: [5, 3], marker: 'triangle' },
};

/** The order in which sets are listed when nothing else orders them. */
export const PALETTE_IDS = Object.keys(PALETTE) as ActivationId[];

export function styleOf(id: ActivationId): LineStyle {
  return PALETTE[id];
}

/** The class that gives an element its activation's colour as `--curve`. */
export function curveClass(id: ActivationId): string {
  return `curve-${id}`;
}

/** Rules for `curveClass`: the colour is `--curve`, by the class `dark` of an ancestor. */
export const PALETTE_CSS = PALETTE_IDS.map((id) => {
  const { light, dark } = PALETTE[id];
  return `.curve-${id}{--curve:${light}}.dark .curve-${id}{--curve:${dark}}`;
}).join('');

type Rgb = readonly [number, number, number];

/** Reads `#rrggbb` and what `getComputedStyle` answers: `rgb(…)`, `rgba(…)`, `color(srgb …)`. */
export function parseColor(text: string): Rgb {
  const hex = /^#([0-9a-f]{2})([0-9a-f]{2})([0-9a-f]{2})$/i.exec(text.trim());
  if (hex) return hex.slice(1, 4).map((part) => Number.parseInt(part, 16)) as unknown as Rgb;
  const numbers = text.match(/-?[\d.]+(e-?\d+)?/gi)?.map(Number) ?? [];
  const scale = text.startsWith('color(') ? 255 : 1;
  return [0, 1, 2].map((i) => (numbers[i] ?? 0) * scale) as unknown as Rgb;
}

/** WCAG 2.2 relative luminance. */
export function luminance(color: string): number {
  const [r, g, b] = parseColor(color).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  }) as unknown as Rgb;
  return 0.2126 * r + 0.7152 * g + 0.0722 * b;
}

/** WCAG 2.2 contrast ratio, from 1 to 21. */
export function contrast(a: string, b: string): number {
  const [low, high] = [luminance(a), luminance(b)].sort((x, y) => x - y) as [number, number];
  return (high + 0.05) / (low + 0.05);
}
