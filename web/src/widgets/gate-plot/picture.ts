// The surface of a gated unit over the plane of value and gate: bands of colour on a canvas, and over
// them, as an SVG, axes, lines between the bands, the slices and the point.

import { css, nothing, svg, type TemplateResult } from 'lit';
import { formatNumber, ticks } from '../format.ts';
import { parseColor } from '../palette.ts';
import type { Theme } from '../theme.ts';
import { bandCount, bandOf, contour, heightAt, levelsOf, type Segment } from './contours.ts';
import { SIDE, type Spot } from './plane.ts';
import { LIMIT, type Quantity } from './settings.ts';

// The canvas lies in the same place by `pictureStyles`.
const WIDTH = 320;
const HEIGHT = 308;
const LEFT = 38;
const TOP = 8;
const SIZE = 264;
const RIGHT = LEFT + SIZE;
const BOTTOM = TOP + SIZE;
/** Where the plane lies in the picture. */
export const PLANE = { width: WIDTH, height: HEIGHT, left: LEFT, top: TOP, size: SIZE };
const TICKS = ticks(-LIMIT, LIMIT, 2);

const x = (value: number) => LEFT + ((value + LIMIT) / (2 * LIMIT)) * SIZE;
const y = (gate: number) => BOTTOM - ((gate + LIMIT) / (2 * LIMIT)) * SIZE;

/** Value and gate at a place of the picture, given as shares of its width and height. */
export function spotAt(across: number, down: number): Spot {
  const within = (share: number) => Math.min(1, Math.max(0, share)) * 2 * LIMIT - LIMIT;
  const round = (v: number) => Number((Math.round(v * 20) / 20).toFixed(2)) + 0;
  return {
    value: round(within((across * WIDTH - LEFT) / SIZE)),
    gate: round(within((BOTTOM - down * HEIGHT) / SIZE)),
  };
}

const POSITIVE = { light: '#1554b8', dark: '#6ea8ff' } as const;
const NEGATIVE = { light: '#b8500f', dark: '#ff9a5c' } as const;
/** Of the strongest band; the point and the lines stay visible on it. */
const STRONGEST = 0.85;

/** Red, green and blue of a band on the surface of the page. */
export function bandColor(
  band: number,
  quantity: Quantity,
  { dark, surface }: Pick<Theme, 'dark' | 'surface'>,
): [number, number, number] {
  const hue = parseColor((band < 0 ? NEGATIVE : POSITIVE)[dark ? 'dark' : 'light']);
  const share = (STRONGEST * Math.abs(band)) / bandCount(quantity);
  const mixed = parseColor(surface).map((from, i) => Math.round(from + share * (hue[i]! - from)));
  return mixed as [number, number, number];
}

/** Fills the canvas with the bands of a surface. */
export function paint(
  canvas: HTMLCanvasElement,
  values: Float32Array,
  quantity: Quantity,
  theme: Pick<Theme, 'dark' | 'surface'>,
): void {
  const { width, height } = canvas;
  const image = new ImageData(width, height);
  const bands = bandCount(quantity);
  const colors = Array.from({ length: 2 * bands + 1 }, (_, i) =>
    bandColor(i - bands, quantity, theme),
  );
  const scale = (SIDE - 1) / (width - 1);
  for (let row = 0; row < height; row++) {
    for (let column = 0; column < width; column++) {
      const value = heightAt(values, column * scale, (height - 1 - row) * scale);
      const [r, g, b] = colors[bandOf(value, quantity) + bands]!;
      image.data.set([r, g, b, 255], 4 * (row * width + column));
    }
  }
  canvas.getContext('2d')!.putImageData(image, 0, 0);
}

/** The lines between the bands of a surface, ready to be drawn. */
export interface Contours {
  zero: string;
  positive: string;
  negative: string;
}

export function contoursOf(values: Float32Array, quantity: Quantity): Contours {
  const levels = levelsOf(quantity);
  const lines = (chosen: readonly number[]) =>
    chosen.flatMap((level) => contour(values, level).map(drawn)).join('');
  const signed = levels.some((level) => level < 0);
  return {
    zero: signed ? lines([0]) : '',
    positive: lines(levels.filter((level) => level > 0)),
    negative: lines(levels.filter((level) => level < 0)),
  };
}

function drawn([x1, y1, x2, y2]: Segment): string {
  const scale = SIZE / (SIDE - 1);
  const place = (i: number, j: number) =>
    `${(LEFT + i * scale).toFixed(1)} ${(BOTTOM - j * scale).toFixed(1)}`;
  return `M${place(x1, y1)}L${place(x2, y2)}`;
}

export interface PictureOptions {
  spot: Spot;
  tied: boolean;
  contours: Contours;
  axes: { value: string; gate: string };
  /** Written on either side of 0, where there are two. */
  signs: { negative: string; positive: string } | undefined;
}

export function renderPicture(options: PictureOptions): TemplateResult {
  const { spot, tied, contours, axes, signs } = options;
  const [px, py] = [x(spot.value), y(spot.gate)];
  const slices = tied
    ? `M${LEFT} ${BOTTOM}L${RIGHT} ${TOP}`
    : `M${LEFT} ${py}H${RIGHT}M${px} ${TOP}V${BOTTOM}`;
  return svg`<svg class="picture" viewBox="0 0 ${WIDTH} ${HEIGHT}" aria-hidden="true">
    <path class="contour" d=${contours.positive} />
    <path class="contour negative" d=${contours.negative} />
    ${contours.zero === '' ? nothing : svg`<path class="contour zero" d=${contours.zero} />`}
    <rect class="border" x=${LEFT} y=${TOP} width=${SIZE} height=${SIZE} />
    ${TICKS.map(
      (t) => svg`<text x=${x(t)} y=${BOTTOM + 14} text-anchor="middle">${formatNumber(t)}</text>
        <text x=${LEFT - 5} y=${y(t) + 4} text-anchor="end">${formatNumber(t)}</text>`,
    )}
    <text class="name" x=${(LEFT + RIGHT) / 2} y=${HEIGHT - 4} text-anchor="middle">
      ${axes.value}
    </text>
    <text class="name" text-anchor="middle"
      transform="translate(11 ${(TOP + BOTTOM) / 2}) rotate(-90)">${axes.gate}</text>
    ${
      signs
        ? svg`<text class="sign" x=${LEFT + 6} y=${TOP + 14}>${signs.negative}</text>
          <text class="sign" x=${RIGHT - 6} y=${TOP + 14} text-anchor="end">${signs.positive}</text>`
        : nothing
    }
    <path class="slices halo" d=${slices} />
    <path class="slices" d=${slices} />
    <circle class="grip" cx=${px} cy=${py} r="22" />
    <circle class="spot" cx=${px} cy=${py} r="6" />
  </svg>`;
}

/** What the colours mean: a box a band, with the heights at which they meet. */
export function renderScale(quantity: Quantity, theme: Theme, label: string): TemplateResult {
  const levels = levelsOf(quantity);
  const lowest = levels[0]! < 0 ? -bandCount(quantity) : 0;
  const box = WIDTH / (levels.length + 1);
  const fill = (band: number) => `rgb(${bandColor(band, quantity, theme).join(' ')})`;
  return svg`<svg class="scale" viewBox="0 0 ${WIDTH} 32" role="img" aria-label=${label}>
    ${Array.from(
      { length: levels.length + 1 },
      (_, i) =>
        svg`<rect x=${i * box + 0.5} y="0.5" width=${box} height="14" fill=${fill(lowest + i)} />`,
    )}
    ${levels.map(
      (level, i) =>
        svg`<text x=${(i + 1) * box} y="28" text-anchor="middle">${formatNumber(level)}</text>`,
    )}
  </svg>`;
}

export const pictureStyles = css`
  .map {
    position: relative;
    cursor: crosshair;
    touch-action: pan-y pinch-zoom;
  }
  .map canvas {
    position: absolute;
    left: calc(100% * 38 / 320);
    top: calc(100% * 8 / 308);
    width: calc(100% * 264 / 320);
    height: calc(100% * 264 / 308);
  }
  .picture {
    position: relative;
    display: block;
    width: 100%;
    height: auto;
    font-size: 10.5px;
    user-select: none;
  }
  .picture text,
  .scale text {
    fill: var(--_muted);
  }
  .picture text.name {
    fill: var(--_text);
    font-size: 11.5px;
  }
  .picture text.sign {
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 3;
    paint-order: stroke;
    font-weight: 600;
    font-size: 12px;
  }
  .picture .border {
    fill: none;
    stroke: var(--_control);
  }
  .contour {
    fill: none;
    stroke: color-mix(in srgb, var(--_text) 55%, transparent);
    stroke-width: 0.6;
  }
  .contour.zero {
    stroke: var(--_text);
    stroke-width: 1.4;
  }
  .slices {
    fill: none;
    stroke: var(--_text);
    stroke-width: 1.25;
    stroke-dasharray: 5 3;
  }
  .slices.halo {
    stroke: var(--_surface);
    stroke-width: 3;
    stroke-dasharray: none;
    opacity: 0.6;
  }
  .grip {
    fill: transparent;
    cursor: grab;
    touch-action: none;
  }
  .spot {
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 2;
    pointer-events: none;
  }
  .scale {
    display: block;
    width: 100%;
    max-width: 27rem;
    height: auto;
    font-size: 10px;
  }
  .scale rect {
    stroke: var(--_line);
  }
`;
