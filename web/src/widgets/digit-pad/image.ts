// Images of 8×8 pixels as the data set holds them: levels from 0 (paper) to 16 (ink), row by row.

import type { Dataset } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';

export const SIDE = 8;
export const PIXELS = SIDE * SIDE;
export const DARKEST = 16;

/** Mean and standard deviation of pixel / 16 over the training images (wasm/data/digits). */
const MEAN = Math.fround(0.3052);
const DEVIATION = Math.fround(0.3763);

export type Levels = Uint8Array;

export const blank = (): Levels => new Uint8Array(PIXELS);
export const isBlank = (levels: Levels): boolean => levels.every((level) => level === 0);

/** One digit to the base 17 a pixel; the blank image is empty. */
export function formatImage(levels: Levels): string {
  return isBlank(levels) ? '' : Array.from(levels, (level) => level.toString(17)).join('');
}

export function parseImage(text: string): {
  levels: Levels;
  problem?: (messages: Messages) => string;
} {
  if (text === '') return { levels: blank() };
  if (/^[0-9a-g]{64}$/.test(text)) {
    return { levels: Uint8Array.from(text, (digit) => Number.parseInt(digit, 17)) };
  }
  return { levels: blank(), problem: ({ digitPad }) => digitPad.badImage };
}

/** What a network gets: the very float32 operations of the engine's reader of the set. */
export function standardize(levels: Levels): Float32Array {
  return Float32Array.from(levels, (level) =>
    Math.fround(Math.fround(Math.fround(level / DARKEST) - MEAN) / DEVIATION),
  );
}

export interface Example {
  levels: Levels;
  label: number;
}

export const exampleCount = ({ count, trainCount }: Dataset): number => count - trainCount;

/** A test image, counted from 1; beyond the last one, the last. */
export function exampleAt(dataset: Dataset, number: number): Example {
  const row = dataset.trainCount + Math.min(number, exampleCount(dataset)) - 1;
  const inputs = dataset.inputs.subarray(row * PIXELS, (row + 1) * PIXELS);
  return {
    levels: Uint8Array.from(inputs, (x) => Math.round((x * DEVIATION + MEAN) * DARKEST)),
    label: dataset.targets[row]!,
  };
}
