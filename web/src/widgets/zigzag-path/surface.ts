// The loss surface of two weights as an SVG: contours of the quadratic, and the path over it. With
// more weights, the surface is the slice in which all others have arrived.

import { css, svg, type TemplateResult } from 'lit';
import { formatNumber, niceStep, ticks } from '../format.ts';
import { symmetricEigen } from './eigen.ts';
import type { Run } from './runs.ts';

const SIZE = 320;
const MARGIN = { left: 46, right: 12, top: 8, bottom: 50 };
const LEFT = MARGIN.left;
const RIGHT = SIZE - MARGIN.right;
const TOP = MARGIN.top;
const BOTTOM = SIZE - MARGIN.bottom;

/** Half the side of the window around w*, of which the narrowest that holds the paths is taken. */
const HALF_SIDES = [1.5, 3, 6];
/** Losses of the contours, relative to the loss at the start. */
const CONTOURS = [256, 64, 16, 4, 1, 1 / 4, 1 / 16, 1 / 64];

/** The window that holds all of the paths, or the widest one. */
export function windowOf(runs: readonly Run[]): number {
  let farthest = 0;
  for (const { descent, problem } of runs) {
    const { weightCount, target } = problem;
    for (let i = 0; i < descent.weights.length; i += weightCount) {
      for (const j of [0, 1]) {
        farthest = Math.max(farthest, Math.abs(descent.weights[i + j]! - target[j]!));
      }
    }
  }
  return HALF_SIDES.find((half) => farthest <= half * 0.97) ?? HALF_SIDES.at(-1)!;
}

interface Frame {
  x: (w: number) => number;
  y: (w: number) => number;
  scale: number;
  half: number;
}

function frameOf({ problem }: Run, half: number): Frame {
  const scale = (RIGHT - LEFT) / (2 * half);
  const [w1, w2] = problem.target as [number, number];
  return {
    half,
    scale,
    x: (w) => LEFT + (w - w1 + half) * scale,
    y: (w) => BOTTOM - (w - w2 + half) * scale,
  };
}

function contours({ problem }: Run, { x, y, scale }: Frame): TemplateResult[] {
  const [first, second] = problem.hessian as [number[], number[]];
  const block = [first.slice(0, 2), second.slice(0, 2)];
  const { values, vectors } = symmetricEigen(block);
  const [w1, w2] = problem.target as [number, number];
  const lossAt = (e1: number, e2: number) =>
    (block[0]![0]! * e1 * e1 + 2 * block[0]![1]! * e1 * e2 + block[1]![1]! * e2 * e2) / 2;
  const start = lossAt(-w1, -w2);
  const flat = vectors[0]!;
  const angle = (-Math.atan2(flat[1]!, flat[0]!) * 180) / Math.PI;
  return CONTOURS.map((share) => {
    const [long, short] = values.map((value) => Math.sqrt((2 * share * start) / value) * scale);
    const turn = `translate(${x(w1)} ${y(w2)}) rotate(${angle})`;
    return svg`<ellipse class="contour ${share === 1 ? 'start' : ''}"
      rx=${long!} ry=${short!} transform=${turn} />`;
  });
}

function path({ descent, problem }: Run, step: number, { x, y }: Frame): TemplateResult {
  const parts = { same: '', mixed: '', none: '' };
  const dots: TemplateResult[] = [];
  const last = Math.min(step, descent.steps);
  const at = (t: number) => {
    const row = t * problem.weightCount;
    const place = (value: number) => Math.min(1e4, Math.max(-1e4, value)).toFixed(2);
    return {
      px: place(x(descent.weights[row]!)),
      py: place(y(descent.weights[row + 1]!)),
    };
  };
  let from = at(0);
  for (let t = 1; t <= last; t++) {
    const to = at(t);
    parts[descent.signs[t - 1]!] += `M${from.px} ${from.py}L${to.px} ${to.py}`;
    if (last <= 60) dots.push(svg`<circle class="visited" cx=${to.px} cy=${to.py} r="1.75" />`);
    from = to;
  }
  return svg`
    <path class="same" d=${parts.same} />
    <path class="mixed" d=${parts.mixed} />
    ${dots}
    <circle class="now" cx=${from.px} cy=${from.py} r="4.5" />`;
}

function axes({ problem }: Run, { x, y, half }: Frame): TemplateResult {
  const [w1, w2] = problem.target as [number, number];
  const step = niceStep(2 * half, 5);
  const along = ticks(w1 - half, w1 + half, step);
  const up = ticks(w2 - half, w2 + half, step);
  return svg`
    ${along.map((w) => svg`<line class="grid" x1=${x(w)} x2=${x(w)} y1=${TOP} y2=${BOTTOM} />`)}
    ${up.map((w) => svg`<line class="grid" x1=${LEFT} x2=${RIGHT} y1=${y(w)} y2=${y(w)} />`)}
    ${along.map(
      (w) =>
        svg`<text x=${x(w)} y=${BOTTOM + 14} text-anchor="middle">${formatNumber(w, 3)}</text>`,
    )}
    ${up.map(
      (w) => svg`<text x=${LEFT - 5} y=${y(w) + 4} text-anchor="end">${formatNumber(w, 3)}</text>`,
    )}
    <text class="name" x=${(LEFT + RIGHT) / 2} y=${SIZE - 17} text-anchor="middle">w₁</text>
    <text class="name" x="0" y=${(TOP + BOTTOM) / 2 + 4}>w₂</text>`;
}

export interface SurfaceOptions {
  run: Run;
  step: number;
  half: number;
  /** What the picture shows, in words. */
  label: string;
}

export function renderSurface({ run, step, half, label }: SurfaceOptions): TemplateResult {
  const frame = frameOf(run, half);
  const [w1, w2] = run.problem.target as [number, number];
  const clip = `inside-${run.kind}`;
  const [gx, gy] = [frame.x(w1), frame.y(w2)];
  return svg`<svg class="surface" part="surface" viewBox="0 0 ${SIZE} ${SIZE}" role="img"
      aria-label=${label}>
    <clipPath id=${clip}>
      <rect x=${LEFT} y=${TOP} width=${RIGHT - LEFT} height=${BOTTOM - TOP} />
    </clipPath>
    ${axes(run, frame)}
    <g clip-path="url(#${clip})">
      ${contours(run, frame)}
      <path class="goal" d="M${gx - 6} ${gy}H${gx + 6}M${gx} ${gy - 6}V${gy + 6}" />
      <circle class="origin" cx=${frame.x(0)} cy=${frame.y(0)} r="4" />
      ${path(run, step, frame)}
    </g>
    <rect class="border" x=${LEFT} y=${TOP} width=${RIGHT - LEFT} height=${BOTTOM - TOP} />
  </svg>`;
}

export const surfaceStyles = css`
  .surface {
    display: block;
    width: 100%;
    height: auto;
    font-size: 10.5px;
    --same: light-dark(#b3261e, #ff9a8f);
    --mixed: var(--_accent);
  }
  .surface text {
    fill: var(--_muted);
  }
  .surface text.name {
    fill: var(--_text);
    font-style: italic;
    font-size: 13px;
  }
  .surface .grid {
    stroke: var(--_line);
    stroke-width: 0.75;
  }
  .surface .border {
    fill: none;
    stroke: var(--_control);
  }
  .surface .contour {
    fill: color-mix(in srgb, var(--_muted) 8%, transparent);
    stroke: color-mix(in srgb, var(--_muted) 45%, transparent);
    stroke-width: 0.75;
    vector-effect: non-scaling-stroke;
  }
  .surface .contour.start {
    stroke: var(--_muted);
    stroke-dasharray: 4 3;
    stroke-width: 1;
  }
  .surface .same,
  .surface .mixed {
    fill: none;
    stroke-width: 1.75;
    stroke-linecap: round;
  }
  .surface .same {
    stroke: var(--same);
  }
  .surface .mixed {
    stroke: var(--mixed);
    stroke-dasharray: 5 3;
    stroke-linecap: butt;
  }
  .surface .visited {
    fill: var(--_text);
  }
  .surface .now {
    fill: var(--_text);
    stroke: var(--_surface);
    stroke-width: 1.5;
  }
  .surface .origin {
    fill: var(--_surface);
    stroke: var(--_text);
    stroke-width: 1.5;
  }
  .surface .goal {
    stroke: var(--_text);
    stroke-width: 2;
  }
`;
