// The decision boundary of one racer: class probabilities over the plane under the data points.

import type { Dataset } from '../../engine/types.ts';

/** Cells a side of the grid that the network is asked about. */
export const GRID = 48;

export interface Extent {
  x: readonly [number, number];
  y: readonly [number, number];
}

export type Rgb = readonly [number, number, number];

function padded(values: Float32Array, offset: number, stride: number): readonly [number, number] {
  let low = Number.POSITIVE_INFINITY;
  let high = Number.NEGATIVE_INFINITY;
  for (let i = offset; i < values.length; i += stride) {
    low = Math.min(low, values[i]!);
    high = Math.max(high, values[i]!);
  }
  const margin = (high - low || 1) * 0.08;
  return [low - margin, high + margin];
}

/** The rectangle that shows every point of a plane set, with a margin. */
export function extentOf(dataset: Dataset): Extent {
  return { x: padded(dataset.inputs, 0, 2), y: padded(dataset.inputs, 1, 2) };
}

/** Cell centres, row-major from the top left, as network inputs [GRID × GRID, 2]. */
export function gridInputs(extent: Extent): Float32Array {
  const inputs = new Float32Array(GRID * GRID * 2);
  const width = (extent.x[1] - extent.x[0]) / GRID;
  const height = (extent.y[1] - extent.y[0]) / GRID;
  for (let row = 0; row < GRID; row++) {
    for (let column = 0; column < GRID; column++) {
      const at = 2 * (row * GRID + column);
      inputs[at] = extent.x[0] + (column + 0.5) * width;
      inputs[at + 1] = extent.y[1] - (row + 0.5) * height;
    }
  }
  return inputs;
}

/** Softmax of `classes` logits from `offset`; all NaN for a network that is not finite. */
export function probabilities(logits: Float32Array, offset: number, classes: number): number[] {
  let largest = Number.NEGATIVE_INFINITY;
  for (let k = 0; k < classes; k++) largest = Math.max(largest, logits[offset + k]!);
  const powers = Array.from({ length: classes }, (_, k) => Math.exp(logits[offset + k]! - largest));
  const sum = powers.reduce((a, b) => a + b, 0);
  return powers.map((power) => power / sum);
}

function heatMap(logits: Float32Array, colors: readonly Rgb[], paper: Rgb): ImageData {
  const image = new ImageData(GRID, GRID);
  const classes = logits.length / (GRID * GRID);
  for (let cell = 0; cell < GRID * GRID; cell++) {
    const shares = probabilities(logits, cell * classes, classes);
    const best = shares.indexOf(Math.max(...shares));
    // From paper at a tie to nearly the class colour where the network is sure.
    const sure = best < 0 ? 0 : (shares[best]! - 1 / classes) / (1 - 1 / classes);
    const color = colors[Math.max(0, best) % colors.length]!;
    for (let c = 0; c < 3; c++) {
      image.data[4 * cell + c] = paper[c]! + (color[c]! - paper[c]!) * 0.62 * sure;
    }
    image.data[4 * cell + 3] = 255;
  }
  return image;
}

export interface BoundaryStyle {
  /** One a class. */
  colors: readonly Rgb[];
  paper: Rgb;
  /** Outline of the points. */
  ink: string;
}

/** Draws as many pixels as the canvas has on the screen. */
export function drawBoundary(
  canvas: HTMLCanvasElement,
  ...shown: [Float32Array | undefined, Dataset, Extent, BoundaryStyle]
): void {
  const scale = Math.min(2, globalThis.devicePixelRatio || 1);
  const side = canvas.clientWidth || 200;
  const pixels = Math.round(side * scale);
  if (canvas.width !== pixels || canvas.height !== pixels) {
    canvas.width = pixels;
    canvas.height = pixels;
  }
  const context = canvas.getContext('2d')!;
  context.setTransform(pixels / side, 0, 0, pixels / side, 0, 0);
  paintBoundary(context, side, ...shown);
}

/** Paints the heat map of the grid's logits and, over it, every point of the set. */
export function paintBoundary(
  context: CanvasRenderingContext2D,
  side: number,
  logits: Float32Array | undefined,
  dataset: Dataset,
  extent: Extent,
  style: BoundaryStyle,
): void {
  context.fillStyle = `rgb(${style.paper.join(', ')})`;
  context.fillRect(0, 0, side, side);
  if (logits) {
    const small = document.createElement('canvas');
    small.width = GRID;
    small.height = GRID;
    small.getContext('2d')!.putImageData(heatMap(logits, style.colors, style.paper), 0, 0);
    context.imageSmoothingEnabled = true;
    context.drawImage(small, 0, 0, side, side);
  }
  const { x, y } = extent;
  const radius = Math.max(1.6, Math.min(3, 50 / Math.sqrt(dataset.count)));
  context.lineWidth = 0.75;
  context.strokeStyle = style.ink;
  for (let i = 0; i < dataset.trainCount; i++) {
    const px = ((dataset.inputs[2 * i]! - x[0]) / (x[1] - x[0])) * side;
    const py = ((y[1] - dataset.inputs[2 * i + 1]!) / (y[1] - y[0])) * side;
    const label = dataset.targets[i]!;
    context.fillStyle = `rgb(${style.colors[label % style.colors.length]!.join(', ')})`;
    context.beginPath();
    // Discs, squares and triangles by class, so that colour is never the only sign.
    if (label % 3 === 0) context.arc(px, py, radius, 0, 2 * Math.PI);
    else if (label % 3 === 1) context.rect(px - radius, py - radius, 2 * radius, 2 * radius);
    else {
      context.moveTo(px, py - radius * 1.3);
      context.lineTo(px + radius * 1.2, py + radius);
      context.lineTo(px - radius * 1.2, py + radius);
      context.closePath();
    }
    context.fill();
    context.stroke();
  }
}
