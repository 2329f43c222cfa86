// RReLU's draws, read off a training step of the engine.

import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { Engine, Training } from '../../engine/types.ts';

/** Rows of a batch whose draws are read; a power of two, so that reading them is exact. */
export const ROWS = 32;

/** Between these RReLU draws. */
const limit = (name: string) =>
  ACTIVATIONS.find(({ id }) => id === 'rrelu')!.parameters.find(({ id }) => id === name)!.default;
export const LOWER = limit('lower');
export const UPPER = limit('upper');

export interface Draws {
  /** Of the training step that drew them, from 1. */
  step: number;
  width: number;
  /** A slope for every row and unit: [ROWS, width]. */
  slopes: Float32Array;
}

/**
 * The engine draws slopes row by row from a stream of seed, step and layer: these are the draws of
 * the first hidden layer of any network of this width and seed, for the first rows of its batch (in
 * the order of these rows here).
 *
 * How they are read: all pre-activations are −1, hence outputs −a. Row k has a target at output k
 * alone, and outputs start at 0, so that the weight from unit j to output k gets the gradient
 * (−1)(−a): after a step at rate 1 it is −a of row k and unit j.
 */
export class SlopeDraws {
  private readonly training: Training;

  constructor(
    engine: Engine,
    private readonly width: number,
    seed: number,
  ) {
    const targets = new Float32Array(ROWS * ROWS);
    for (let row = 0; row < ROWS; row++) targets[row * ROWS + row] = (ROWS * ROWS) / 2;
    this.training = engine.createTraining({
      seed,
      dataset: {
        inputs: new Float32Array(ROWS),
        targets,
        inputSize: 1,
        targetSize: ROWS,
        task: 'regression',
      },
      network: { hidden: [width], activation: { id: 'rrelu' } },
      loss: 'mse',
      optimizer: { name: 'sgd', learningRate: 1 },
      batchSize: ROWS,
    });
  }

  /** Takes the next step and reads what it drew. */
  next(): Draws {
    const { training, width } = this;
    training.setParameters([
      { name: 'layers.0.bias', values: new Float32Array(width).fill(-1) },
      { name: 'layers.1.weight', values: new Float32Array(width * ROWS) },
      { name: 'layers.1.bias', values: new Float32Array(ROWS) },
    ]);
    const { step } = training.step(1);
    const { values } = training.parameters().find(({ name }) => name === 'layers.1.weight')!;
    const slopes = Float32Array.from(
      { length: ROWS * width },
      (_, i) => -values[(i % width) * ROWS + Math.floor(i / width)]!,
    );
    return { step, width, slopes };
  }

  dispose(): void {
    this.training.dispose();
  }
}

/** The one slope that the engine uses when it does not train. */
export function testSlope(engine: Pick<Engine, 'evaluate'>): number {
  return -engine.evaluate('rrelu', Float32Array.of(-1))[0]!;
}
