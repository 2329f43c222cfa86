// The messages between a training session on the page and the race that runs it in a worker.

import type { EngineErrorRecord } from './errors.ts';
import type { Dataset, LoadOptions, Metrics, Parameter, Status, TrainingConfig } from './types.ts';

/** How fast a run goes, between two frames: a number of steps, or as many as fit a time budget. */
export interface Pace {
  steps?: number;
  milliseconds?: number;
}

export interface SessionOptions {
  /** A measurement is taken at every multiple of this many steps; 10 unless given. */
  measureEvery?: number;
  /** Count pre-activation histograms in every measurement. */
  histograms?: boolean;
  /** Measure the activity of every hidden unit, too. */
  activity?: boolean;
  /** Value of every bias of the hidden layers at the start; 0 unless given. */
  hiddenBias?: number;
  load?: Omit<LoadOptions, 'wasmBinary'>;
}

/** What frames carry beside status and measurements. */
export interface View {
  /** Row-major [n, inputSize]: predict these inputs in every frame. */
  grid?: Float32Array | null;
  /** Predict the test rows in every frame. */
  test?: boolean;
  /** Only the first of every so many racers predicts, such as one of several seeds; 1, hence all,
   * unless given. */
  every?: number;
}

/** Share of rows, for each unit of each hidden layer, in which its derivative is not zero. */
export interface Activity {
  step: number;
  /** Of all training rows, and of the coming step's batch. */
  train: Float32Array[];
  batch: Float32Array[];
}

export interface RacerFrame {
  status: Status;
  /** Due since the last frame, in order of their steps: at the start, at every multiple of
   * `measureEvery`, and in the step of a divergence. The same for every way to get there. */
  measurements: Metrics[];
  /** Of this very step, in every frame that is not followed by others. */
  metrics?: Metrics;
  /** In step with `measurements`, and with `metrics`, when asked for. */
  activities?: Activity[];
  activity?: Activity;
  /** [n, outputs] for the grid of the view. */
  grid?: Float32Array;
  /** [test rows, outputs]. */
  test?: Float32Array;
}

export interface Frame {
  /** The first of a start or reset: what was collected before belongs to another run. */
  first: boolean;
  /** Steps since the start, the same for every racer; a diverged racer's status says where it
   * stopped. */
  step: number;
  /** Whether more frames follow by themselves. */
  playing: boolean;
  racers: RacerFrame[];
}

/** What a racer has learned, and where it stands. */
export interface Learned {
  status: Status;
  parameters: Parameter[];
}

/** Calls that a frame answers. */
export interface FrameCalls {
  start: [configs: readonly TrainingConfig[], options: SessionOptions];
  /** Answered when the run stops. Infinity plays until paused or until every racer diverged. */
  run: [until: number, pace: Pace];
  /** The same for a number of steps from here. */
  advance: [steps: number, pace: Pace];
  pause: [];
  reset: [];
  /** Sets what frames carry from now on, until the next start. */
  view: [view: View];
}

/** Calls with a result of their own. */
export interface ValueCalls {
  predict: { args: [racer: number, inputs: Float32Array]; result: Float32Array };
  dataset: { args: [racer: number]; result: Dataset };
  /** Of every racer, at one and the same step. */
  parameters: { args: []; result: Learned[] };
}

export type FrameCall = {
  [N in keyof FrameCalls]: { call: N; args: FrameCalls[N] };
}[keyof FrameCalls];

export type ValueCall = {
  [N in keyof ValueCalls]: { call: N; args: ValueCalls[N]['args'] };
}[keyof ValueCalls];

export type Call = { id: number } & (FrameCall | ValueCall);

export type ToWorker =
  | Call
  /** The page has taken the latest frame and wants the next. */
  | { acknowledge: true };

export type FromWorker =
  | { ready: true }
  /** A frame, and the calls that it answers. */
  | { frame: Frame; ids: number[] }
  | { id: number; result: ValueCalls[keyof ValueCalls]['result'] }
  | { id: number; error: EngineErrorRecord }
  /** Nothing can be asked of this worker any more. */
  | { dead: EngineErrorRecord };

export type Post = (message: FromWorker, transfer: Transferable[]) => void;
