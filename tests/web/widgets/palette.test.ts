// The palette: contrast on both surfaces, patterns of their own, and colours that stay apart for
// readers with any colour vision, in the sets that are drawn together.

import { describe, expect, it } from 'vitest';
import { ACTIVATION_IDS, type ActivationId } from '../../../web/src/engine/catalog.ts';
import { FAMILIES } from '../../../web/src/widgets/activation-plot/settings.ts';
import {
  contrast,
  luminance,
  PALETTE,
  parseColor,
  SURFACE,
} from '../../../web/src/widgets/palette.ts';

const THEMES = ['light', 'dark'] as const;
const RACERS: readonly ActivationId[] = ['sigmoid', 'relu', 'prelu', 'maxout'];

// Machado, Oliveira and Fernandes (2009), severity 1, on linear RGB.
const VISIONS = {
  normal: [1, 0, 0, 0, 1, 0, 0, 0, 1],
  protanopia: [
    0.152286, 1.052583, -0.204868, 0.114503, 0.786281, 0.099216, -0.003882, -0.048116, 1.051998,
  ],
  deuteranopia: [
    0.367322, 0.860646, -0.227968, 0.280085, 0.672501, 0.047413, -0.01182, 0.04294, 0.968881,
  ],
  tritanopia: [
    1.255528, -0.076749, -0.178779, -0.078411, 0.930809, 0.147602, 0.004733, 0.691367, 0.3039,
  ],
} as const;
type Vision = keyof typeof VISIONS;

/** OKLab (Ottosson 2020) × 100 of a colour as seen. */
function seen(color: string, vision: Vision): number[] {
  const linear = parseColor(color).map((channel) => {
    const c = channel / 255;
    return c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;
  });
  const apply = (m: readonly number[], v: readonly number[]) =>
    [0, 3, 6].map((row) => m[row]! * v[0]! + m[row + 1]! * v[1]! + m[row + 2]! * v[2]!);
  const rgb = apply(VISIONS[vision], linear).map((v) => Math.min(1, Math.max(0, v)));
  const lms = apply(
    [
      0.4122214708, 0.5363325363, 0.0514459929, 0.2119034982, 0.6806995451, 0.1073969566,
      0.0883024619, 0.2817188376, 0.6299787005,
    ],
    rgb,
  ).map(Math.cbrt);
  const lab = apply(
    [
      0.2104542553, 0.793617785, -0.0040720468, 1.9779984951, -2.428592205, 0.4505937099,
      0.0259040371, 0.7827717662, -0.808675766,
    ],
    lms,
  );
  return lab.map((v) => 100 * v);
}

function closest(ids: readonly ActivationId[], theme: 'light' | 'dark', vision: Vision): number {
  const colors = ids.map((id) => seen(PALETTE[id][theme], vision));
  const distances = colors.flatMap((a, i) =>
    colors.slice(i + 1).map((b) => Math.hypot(...a.map((v, k) => v - b[k]!))),
  );
  return Math.min(...distances);
}

describe('contrast', () => {
  it('of black on white is 21', () => {
    expect(contrast('#000000', 'rgb(255, 255, 255)')).toBeCloseTo(21, 5);
    expect(luminance('color(srgb 1 1 1)')).toBeCloseTo(1, 5);
  });

  // 3:1 is what lines need; names and formulas in the same colour are text and need 4.5:1.
  it.each(ACTIVATION_IDS)('of %s suffices for lines and text on both surfaces', (id) => {
    for (const theme of THEMES) {
      expect(contrast(PALETTE[id][theme], SURFACE[theme])).toBeGreaterThanOrEqual(4.5);
    }
  });
});

describe('patterns', () => {
  it('are one for each activation', () => {
    const patterns = ACTIVATION_IDS.map((id) => `${PALETTE[id].dash} ${PALETTE[id].marker}`);
    expect(new Set(patterns).size).toBe(ACTIVATION_IDS.length);
  });
});

describe.each(THEMES)('colours in the %s theme', (theme) => {
  it.each(Object.keys(VISIONS) as Vision[])('keep racers apart with %s', (vision) => {
    expect(closest(RACERS, theme, vision)).toBeGreaterThan(6);
  });

  it.each(Object.keys(VISIONS) as Vision[])('keep the classic four apart with %s', (vision) => {
    expect(closest(FAMILIES.classic, theme, vision)).toBeGreaterThan(6);
  });

  it('are all different', () => {
    expect(closest(ACTIVATION_IDS, theme, 'normal')).toBeGreaterThan(3);
  });
});
