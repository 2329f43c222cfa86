// One colour and one line pattern an activation, wherever it is drawn. The colours keep a contrast
// of at least 4.5:1 on both surfaces, as they also colour text, and those often drawn together stay
// apart for colour-blind readers; the patterns differ, so that colour never stands alone.

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
  relu: { light: '#114ab2', dark: '#548ffd', dash: [], marker: 'none' },
  sigmoid: { light: '#ce3e00', dark: '#e17b5b', dash: [9, 4], marker: 'none' },
  tanh: { light: '#007a5c', dark: '#3bcea2', dash: [3, 3], marker: 'none' },
  softplus: { light: '#8f27eb', dark: '#c7a3ff', dash: [12, 3, 3, 3], marker: 'none' },
  prelu: { light: '#a6177b', dark: '#fa85cc', dash: [12, 3, 3, 3, 3, 3], marker: 'none' },
  maxout: { light: '#008248', dark: '#4ada89', dash: [5, 3], marker: 'none' },
  'leaky-relu': { light: '#0078ad', dark: '#5abef8', dash: [16, 4], marker: 'none' },
  rrelu: { light: '#414cda', dark: '#889efd', dash: [6, 3, 2, 3], marker: 'none' },
  elu: { light: '#8d4f00', dark: '#e0954c', dash: [16, 4, 4, 4], marker: 'none' },
  selu: { light: '#916b01', dark: '#e0b458', dash: [2, 5], marker: 'none' },
  swish: { light: '#c61f59', dark: '#ff8ba3', dash: [], marker: 'circle' },
  gelu: { light: '#007e82', dark: '#47d5d9', dash: [], marker: 'triangle' },
  mish: { light: '#67509f', dark: '#a28de0', dash: [], marker: 'square' },
  identity: { light: '#60676f', dark: '#a3aeb9', dash: [2, 2], marker: 'none' },
  step: { light: '#333a45', dark: '#d5dce7', dash: [20, 5], marker: 'none' },
  'hard-sigmoid': { light: '#8f3800', dark: '#f39a72', dash: [9, 4], marker: 'square' },
  'hard-tanh': { light: '#517a1b', dark: '#a0db5d', dash: [3, 3], marker: 'diamond' },
  softsign: { light: '#8e3387', dark: '#df95d7', dash: [9, 4], marker: 'circle' },
  glu: { light: '#c51d12', dark: '#f87968', dash: [], marker: 'diamond' },
  gtu: { light: '#546700', dark: '#b2d23d', dash: [5, 3], marker: 'triangle' },
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
