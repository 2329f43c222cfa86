// Small shapes on a chart: markers along a line, and dots.

import type { Marker } from './palette.ts';

interface Pixel {
  x: number;
  y: number;
}

const SPACING = 70;
const SIZE = 4;

/** Repeats a marker along a line, about every 70 pixels of its length. */
export function drawMarkers(
  ctx: CanvasRenderingContext2D,
  pixels: readonly Pixel[],
  marker: Exclude<Marker, 'none'>,
  color: string,
  surface: string,
): void {
  ctx.fillStyle = surface;
  ctx.strokeStyle = color;
  ctx.lineWidth = 1.5;
  ctx.setLineDash([]);
  let travelled = SPACING / 2;
  let last: Pixel | undefined;
  for (const pixel of pixels) {
    if (!Number.isFinite(pixel.y)) {
      last = undefined;
      continue;
    }
    if (last) travelled += Math.hypot(pixel.x - last.x, pixel.y - last.y);
    last = pixel;
    if (travelled < SPACING) continue;
    travelled %= SPACING;
    ctx.beginPath();
    tracePath(ctx, pixel, marker, SIZE);
    ctx.fill();
    ctx.stroke();
  }
}

function tracePath(
  ctx: CanvasRenderingContext2D,
  { x, y }: Pixel,
  marker: Exclude<Marker, 'none'>,
  size: number,
): void {
  if (marker === 'circle') {
    ctx.arc(x, y, size, 0, 2 * Math.PI);
    return;
  }
  const corners = {
    square: [-1, -1, 1, -1, 1, 1, -1, 1],
    diamond: [0, -1.3, 1.3, 0, 0, 1.3, -1.3, 0],
    triangle: [0, -1.2, 1.15, 0.9, -1.15, 0.9],
  }[marker];
  for (let i = 0; i < corners.length; i += 2) {
    ctx.lineTo(x + corners[i]! * size, y + corners[i + 1]! * size);
  }
  ctx.closePath();
}

/** Filled: the value is attained here; open: the line only comes close. */
export function drawDot(
  ctx: CanvasRenderingContext2D,
  { x, y }: Pixel,
  filled: boolean,
  color: string,
  surface: string,
  radius = SIZE,
): void {
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.arc(x, y, radius, 0, 2 * Math.PI);
  ctx.fillStyle = filled ? color : surface;
  ctx.strokeStyle = filled ? surface : color;
  ctx.lineWidth = Math.min(1.75, radius / 2);
  ctx.fill();
  ctx.stroke();
}

/** Half the length of a tangent. */
const TANGENT = 64;

/** A thin piece of a straight line through a point. */
export function drawTangent(
  ctx: CanvasRenderingContext2D,
  at: Pixel,
  direction: Pixel,
  color: string,
): void {
  const scale = TANGENT / Math.hypot(direction.x, direction.y);
  const [dx, dy] = [direction.x * scale, direction.y * scale];
  ctx.setLineDash([]);
  ctx.beginPath();
  ctx.moveTo(at.x - dx, at.y - dy);
  ctx.lineTo(at.x + dx, at.y + dy);
  ctx.lineWidth = 1.25;
  ctx.strokeStyle = color;
  ctx.stroke();
}
