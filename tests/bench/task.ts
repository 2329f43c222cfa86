// What a contestant is asked to do: plain data, the same for a page, for Node, for the native
// program (as key=value words) and for Python (as JSON).

import type { ActivationId } from '../../web/src/engine/types.ts';

/** Networks trained side by side on the same data, equal but for their activation. */
export interface TrainingTask {
  kind: 'training';
  /** Random rows, or a data set of the engine. */
  dataset: 'own' | 'digits';
  rows: number;
  inputs: number;
  /** 0: one target value a row. */
  classes: number;
  hidden: readonly number[];
  loss: 'mse' | 'cross-entropy';
  batch: number;
  rate: number;
  racers: readonly ActivationId[];
  /** Steps between two measurements; 0: none. */
  measureEvery: number;
  /** Steps after which all networks start anew. */
  length: number;
  /** Rows that all networks together see in a step, on average. */
  samplesPerStep: number;
}

/** Only the measurements of such a training. */
export interface MeasuringTask extends Omit<TrainingTask, 'kind'> {
  kind: 'measuring';
  histograms: boolean;
}

export interface ActivationTask {
  kind: 'activation';
  racers: readonly [ActivationId];
  n: number;
}

export interface CopyTask {
  kind: 'copy';
  /** By 128-bit vectors, or by the instruction that copies memory. */
  by: 'vectors' | 'memory';
  n: number;
}

export interface PeakTask {
  kind: 'peak';
}

export type Task = TrainingTask | MeasuringTask | ActivationTask | CopyTask | PeakTask;

/** How much was done in how long. Units: samples, measured frames, elements, or operations. */
export interface Timing {
  units: number;
  seconds: number;
}

/** Works for about so many milliseconds after warming up. */
export type Contestant = (milliseconds: number) => Promise<Timing> | Timing;

/** Makes a contestant ready for a task. */
export type Prepare = (task: Task) => Promise<Contestant>;

export const cannot = (who: string, task: Task) => new Error(`${who} has no ${task.kind}`);
