// From a drawing to an image like those of the data set. Its images were made by NIST's programs:
// sheared until the leftmost ink of the last row is below that of the first, scaled to 20 × 32,
// thickened or thinned to much the same amount of ink, centred in 32 × 32, and counted in blocks of
// 4 × 4 pixels.

import { blank, type Levels, SIDE } from './image.ts';

export interface Point {
  x: number;
  y: number;
}

/** The points of a line drawn in one go, in any unit, y downwards. */
export type Stroke = readonly Point[];

const GRID = 32;
const BLOCK = GRID / SIDE;
const WIDTH = 20;
/** Mean number of inked pixels of the training images, 0.3052 × 32 × 32. */
const INK = 312;
const PEN = { thinnest: 0.8, thickest: 7 };
/** A digit may be stretched, but a straight line is no rectangle. */
const MOST_STRETCH = 2;
/** What counts as the first or the last row, as a share of the height. */
const ROW = 0.06;
/** Points of a line as long as the drawing is large. */
const FINENESS = 128;
const HALVINGS = 12;

export function imageOf(strokes: readonly Stroke[]): Levels {
  const points = upright(sampled(strokes.filter((stroke) => stroke.length > 0)));
  const levels = blank();
  if (points.length === 0) return levels;
  rasterize(points, penRadius(points)).forEach((inked, i) => {
    const row = Math.floor(i / GRID / BLOCK);
    levels[row * SIDE + Math.floor((i % GRID) / BLOCK)]! += inked;
  });
  return levels;
}

interface Extent {
  min: number;
  max: number;
}

function extent(points: readonly Point[], axis: 'x' | 'y'): Extent {
  let [min, max] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (const { [axis]: value } of points) {
    min = Math.min(min, value);
    max = Math.max(max, value);
  }
  return { min, max };
}

const length = ({ min, max }: Extent) => max - min;
const middle = ({ min, max }: Extent) => (min + max) / 2;

/** Points close to each other along every stroke. */
function sampled(strokes: readonly Stroke[]): Point[] {
  const all = strokes.flat();
  const spacing = Math.max(length(extent(all, 'x')), length(extent(all, 'y'))) / FINENESS;
  return strokes.flatMap(([first, ...rest]) => {
    const points = [first!];
    for (const to of rest) {
      const from = points.at(-1)!;
      const [dx, dy] = [to.x - from.x, to.y - from.y];
      const parts = Math.ceil(Math.hypot(dx, dy) / spacing);
      for (let i = 1; i <= parts; i++) {
        points.push({ x: from.x + (dx * i) / parts, y: from.y + (dy * i) / parts });
      }
    }
    return points;
  });
}

/** Sheared so that it begins and ends at the same x, seen from the left. */
function upright(points: readonly Point[]): readonly Point[] {
  const rows = extent(points, 'y');
  const height = length(rows);
  if (!(height > 0)) return points;
  const leftmost = (within: (y: number) => boolean) =>
    points.filter(({ y }) => within(y)).reduce((a, b) => (b.x < a.x ? b : a));
  const first = leftmost((y) => y <= rows.min + ROW * height);
  const last = leftmost((y) => y >= rows.max - ROW * height);
  const shear = (last.x - first.x) / (last.y - first.y);
  return points.map(({ x, y }) => ({ x: x - shear * (y - rows.min), y }));
}

/** The pen that leaves as much ink as the images of the set have. */
function penRadius(points: readonly Point[]): number {
  let { thinnest: low, thickest: high } = PEN;
  for (let i = 0; i < HALVINGS; i++) {
    const radius = (low + high) / 2;
    const ink = rasterize(points, radius).reduce((sum, inked) => sum + inked, 0);
    if (ink < INK) low = radius;
    else high = radius;
  }
  return low;
}

/** The pixels, 0 or 1, that a round pen covers; ink fills the box from edge to edge. */
function rasterize(points: readonly Point[], radius: number): Uint8Array {
  const [xs, ys] = [extent(points, 'x'), extent(points, 'y')];
  const stretch = (room: number, span: number) => (room - 2 * radius) / span;
  const [across, down] = [stretch(WIDTH, length(xs)), stretch(GRID, length(ys))];
  const scale = (own: number, other: number) => {
    const limited = Math.min(own, MOST_STRETCH * other);
    return Number.isFinite(limited) ? limited : 0;
  };
  const [sx, sy] = [scale(across, down), scale(down, across)];
  const pixels = new Uint8Array(GRID * GRID);
  for (const point of points) {
    const x = GRID / 2 + (point.x - middle(xs)) * sx;
    const y = GRID / 2 + (point.y - middle(ys)) * sy;
    const bottom = Math.min(GRID - 1, Math.floor(y + radius));
    const right = Math.min(GRID - 1, Math.floor(x + radius));
    for (let row = Math.max(0, Math.floor(y - radius)); row <= bottom; row++) {
      for (let column = Math.max(0, Math.floor(x - radius)); column <= right; column++) {
        const inside = (column + 0.5 - x) ** 2 + (row + 0.5 - y) ** 2 <= radius ** 2;
        if (inside) pixels[row * GRID + column] = 1;
      }
    }
  }
  return pixels;
}
