// The function, the pieces, what the model gives, and which piece wins where, as an SVG.

import { css, nothing, svg, type TemplateResult } from 'lit';
import { formatNumber, ticks } from '../format.ts';
import { heightOf, outputAt, type Pieces, shares, winnerAt } from './fit.ts';
import { HIGHEST, PLACES, type Target, XS } from './targets.ts';

const MARGIN = { left: 40, right: 14, top: 8, bottom: 36 };
const STRIP = 20;
/** Where the number of a piece that wins nothing may stand. */
const FREE_PLACES = [0.9, -0.9, 0.45, -0.45];
const RANGES: Record<Target, readonly [number, number]> = {
  abs: [-0.5, 1.1],
  square: [-0.5, 1.1],
  quartic: [-0.5, 1.1],
  'negative-square': [-1.2, 0.4],
  cubic: [-1.2, 1.2],
  drawn: [-HIGHEST, HIGHEST],
};

/** Where things lie, in pixels of the picture. */
export interface Frame {
  width: number;
  height: number;
  bottom: number;
  x: (value: number) => number;
  y: (value: number) => number;
}

export function frameOf(width: number, target: Target, units: number): Frame {
  const plot = Math.max(200, Math.min(340, width * 0.55));
  const bottom = MARGIN.top + plot;
  const [low, high] = RANGES[target];
  const across = width - MARGIN.left - MARGIN.right;
  return {
    width,
    bottom,
    height: bottom + MARGIN.bottom + units * (STRIP + 4),
    x: (value) => MARGIN.left + ((value + 1) / 2) * across,
    y: (value) => bottom - ((value - low) / (high - low)) * plot,
  };
}

/** The place of a drawing and the height that a point of the picture means. */
export function pointAt(frame: Frame, px: number, py: number): { place: number; height: number } {
  const share = (px - frame.x(-1)) / (frame.x(1) - frame.x(-1));
  const place = Math.round(share * (PLACES.length - 1));
  const [zero, one] = [frame.y(0), frame.y(1)];
  const height = (py - zero) / (one - zero);
  const within = (value: number, limit: number) => Math.min(limit, Math.max(-limit, value));
  return {
    place: Math.min(PLACES.length - 1, Math.max(0, place)),
    height: Number(within(height, HIGHEST).toFixed(2)),
  };
}

const line = (points: readonly (readonly [number, number])[]) =>
  `M${points.map(([x, y]) => `${x.toFixed(1)} ${y.toFixed(1)}`).join('L')}`;

function axes({ x, y, width, bottom }: Frame, target: Target): TemplateResult {
  const [low, high] = RANGES[target];
  const up = ticks(low, high, 0.5);
  const along = ticks(-1, 1, 0.5);
  return svg`
    ${up.map(
      (
        v,
      ) => svg`<line class="grid" x1=${MARGIN.left} x2=${width - MARGIN.right} y1=${y(v)} y2=${y(v)} />
        <text x=${MARGIN.left - 6} y=${y(v) + 4} text-anchor="end">${formatNumber(v)}</text>`,
    )}
    ${along.map(
      (v) => svg`<line class="grid" x1=${x(v)} x2=${x(v)} y1=${MARGIN.top} y2=${bottom} />
        <text x=${x(v)} y=${bottom + 15} text-anchor="middle">${formatNumber(v)}</text>`,
    )}
    <text class="name" x=${x(0.25)} y=${bottom + 15} text-anchor="middle">x</text>
    <text class="name" x=${MARGIN.left - 6} y=${y(0.25) + 4} text-anchor="end">y</text>`;
}

function pieceLines(unit: Pieces, second: boolean, name: NameOf, frame: Frame): TemplateResult[] {
  const { x, y } = frame;
  return shares(unit).map((share, i) => {
    const at = (v: number) => heightOf(unit, i, v);
    const won = XS.filter((v) => winnerAt(unit, v) === i);
    const inside = (v: number) => y(at(v)) > MARGIN.top + 9 && y(at(v)) < frame.bottom - 9;
    const middle = won[won.length >> 1];
    const places =
      middle === undefined ? FREE_PLACES.map((v) => v - 0.09 * i * Math.sign(v)) : [middle, ...won];
    const place = places.find(inside);
    const kind = share === 0 ? 'idle' : second ? 'second' : '';
    return svg`<g class="piece ${kind}">
      <path d=${line([
        [x(-1), y(at(-1))],
        [x(1), y(at(1))],
      ])} />
      ${
        place === undefined
          ? nothing
          : svg`<circle cx=${x(place)} cy=${y(at(place))} r="9" />
              <text x=${x(place)} y=${y(at(place)) + 4} text-anchor="middle">
                ${name(i, second)}
              </text>`
      }
    </g>`;
  });
}

/** Stretches of x that one piece wins, left to right. */
export function stretches(unit: Pieces): { piece: number; from: number; to: number }[] {
  const found: { piece: number; from: number; to: number }[] = [];
  for (const x of XS) {
    const piece = winnerAt(unit, x);
    const last = found.at(-1);
    if (last?.piece === piece) last.to = x;
    else found.push({ piece, from: last?.to ?? x, to: x });
  }
  return found;
}

function strip(unit: Pieces, second: boolean, name: NameOf, frame: Frame): TemplateResult {
  const top = frame.bottom + MARGIN.bottom - 12 + (second ? STRIP + 4 : 0);
  return svg`<g class="strip ${second ? 'second' : ''}">
    ${stretches(unit).map(({ piece, from, to }, i) => {
      const [left, right] = [frame.x(from), frame.x(to)];
      return svg`<rect class=${i % 2 === 0 ? 'even' : 'odd'} x=${left} y=${top}
          width=${Math.max(0, right - left)} height=${STRIP} />
        ${
          right - left > 14
            ? svg`<text x=${(left + right) / 2} y=${top + 14} text-anchor="middle">
                ${name(piece, second)}
              </text>`
            : nothing
        }`;
    })}
  </g>`;
}

type NameOf = (piece: number, second: boolean) => string;

export interface PictureOptions {
  frame: Frame;
  target: Target;
  targets: Float64Array;
  units: readonly Pieces[];
  /** Heights to draw as handles. */
  handles: readonly number[] | undefined;
  name: NameOf;
  label: string;
}

export function renderPicture(options: PictureOptions): TemplateResult {
  const { frame, target, targets, units, handles, name, label } = options;
  const { x, y, width, height, bottom } = frame;
  const points = (values: (value: number, i: number) => number) =>
    line(Array.from(XS, (v, i) => [x(v), y(values(v, i))] as const));
  return svg`<svg class="picture" part="picture" viewBox="0 0 ${width} ${height}" width=${width}
      height=${height} role="img" aria-label=${label}>
    <clipPath id="plot">
      <rect x=${x(-1)} y=${MARGIN.top} width=${x(1) - x(-1)} height=${bottom - MARGIN.top} />
    </clipPath>
    ${axes(frame, target)}
    <g clip-path="url(#plot)">
      <path class="target" d=${points((_, i) => targets[i]!)} />
      <path class="output" d=${points((v) => outputAt(units, v))} />
      ${units.map((unit, u) => pieceLines(unit, u === 1, name, frame))}
    </g>
    ${units.map((unit, u) => strip(unit, u === 1, name, frame))}
    ${handles?.map((h, i) => svg`<circle class="handle" cx=${x(PLACES[i]!)} cy=${y(h)} r="5" />`)}
  </svg>`;
}

export const pictureStyles = css`
  .picture {
    display: block;
    max-width: 100%;
    font-size: 12px;
    --first: light-dark(#00703e, #4ada89);
    --second: light-dark(#8f27eb, #c7a3ff);
  }
  .picture.drawable {
    cursor: crosshair;
    touch-action: none;
  }
  .picture text {
    fill: var(--_muted);
  }
  .picture .name {
    font-style: italic;
  }
  .picture .grid {
    stroke: var(--_line);
  }
  .picture .target {
    fill: none;
    stroke: color-mix(in srgb, var(--_muted) 45%, transparent);
    stroke-width: 7;
    stroke-linejoin: round;
  }
  .picture .output {
    fill: none;
    stroke: var(--_accent);
    stroke-width: 3;
    stroke-linejoin: round;
  }
  .piece {
    --piece: var(--first);
  }
  .piece.second {
    --piece: var(--second);
  }
  .piece.idle {
    --piece: var(--_warning);
  }
  .piece path {
    fill: none;
    stroke: var(--piece);
    stroke-width: 1.25;
  }
  .piece.second path {
    stroke-dasharray: 8 3;
  }
  .piece.idle path {
    stroke-width: 1.75;
    stroke-dasharray: 2 4;
  }
  .piece circle {
    fill: var(--_surface);
    stroke: var(--piece);
    stroke-width: 1.5;
  }
  .picture .piece text {
    fill: var(--_text);
    font-size: 11px;
  }
  .strip {
    --piece: var(--first);
  }
  .strip.second {
    --piece: var(--second);
  }
  .strip rect {
    fill: color-mix(in srgb, var(--piece) 30%, var(--_surface));
  }
  .strip rect.odd {
    fill: color-mix(in srgb, var(--piece) 14%, var(--_surface));
  }
  .picture .strip text {
    fill: var(--_text);
  }
  .picture .handle {
    fill: var(--_surface);
    stroke: var(--_text);
    stroke-width: 2;
  }
`;
