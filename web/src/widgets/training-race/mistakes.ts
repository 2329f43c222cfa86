// The test images that a racer labels wrongly, and how to draw one.

import type { Dataset } from '../../engine/types.ts';

/** Pixels a side of a digit. */
export const SIDE = 8;

export interface Mistake {
  /** Row of the data set. */
  row: number;
  truth: number;
  predicted: number;
}

/** The test rows as network inputs. */
export function testInputs(dataset: Dataset): Float32Array {
  return dataset.inputs.subarray(dataset.trainCount * dataset.inputSize);
}

/** Test rows whose largest output is not the target's; the outputs have to be finite. */
export function mistakes(dataset: Dataset, outputs: Float32Array): Mistake[] {
  const { classes, trainCount, targets } = dataset;
  const wrong: Mistake[] = [];
  for (let i = 0; trainCount + i < dataset.count; i++) {
    const row = outputs.subarray(i * classes, (i + 1) * classes);
    let predicted = 0;
    for (let k = 1; k < classes; k++) if (row[k]! > row[predicted]!) predicted = k;
    const truth = targets[trainCount + i]!;
    if (predicted !== truth) wrong.push({ row: trainCount + i, truth, predicted });
  }
  return wrong;
}

/** Ink of every pixel from 0 to 1, from the standardized inputs of the digits. */
export function pixels(dataset: Dataset, row: number): number[] {
  const values = dataset.inputs.subarray(row * SIDE * SIDE, (row + 1) * SIDE * SIDE);
  return Array.from(values, (value) => Math.min(1, Math.max(0, value * 0.3763 + 0.3052)));
}

/** Draws a digit pixel for pixel; the canvas is enlarged by CSS. */
export function drawDigit(canvas: HTMLCanvasElement, ink: readonly number[]): void {
  canvas.width = SIDE;
  canvas.height = SIDE;
  const image = new ImageData(SIDE, SIDE);
  ink.forEach((value, i) => {
    const gray = Math.round(255 * (1 - value));
    image.data.set([gray, gray, gray, 255], 4 * i);
  });
  canvas.getContext('2d')!.putImageData(image, 0, 0);
}
