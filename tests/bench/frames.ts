// The lesson page while four racers train flat out: what is looked at, the targets, and what a
// recording comes to.

import { median, quantile } from './statistics.ts';

/** Its name for `--only`. */
export const PAGE = 'page';
export const PAGE_TITLE = 'the page of lesson 12 while its four racers train at full speed';

export const TARGETS = {
  /** Of 60; one a second may be late. */
  framesPerSecond: 59,
  /** Milliseconds until the slowest input has been answered on the screen. */
  answer: 100,
} as const;

/** An interval beyond this lies half a frame beyond one. */
const LATE = 25;

export interface Scene {
  label: string;
  /** Of every racer; none trains without any. */
  seeds: number;
  /** As many as last for the time of a recording; another race begins where they do not. */
  steps: number;
  /** Of the window, in CSS pixels. */
  height: number;
}

const FIRST_SCREEN = 800;
/** Shows every chart, the images and the table at once. */
const WHOLE_FIGURE = 2400;

export const SCENES: readonly Scene[] = [
  { label: 'before the start', seeds: 0, steps: 20_000, height: FIRST_SCREEN },
  { label: 'one seed', seeds: 1, steps: 20_000, height: FIRST_SCREEN },
  { label: 'three seeds', seeds: 3, steps: 6000, height: FIRST_SCREEN },
  { label: 'three seeds, whole figure in view', seeds: 3, steps: 6000, height: WHOLE_FIGURE },
];

/** Times in milliseconds. */
export interface Recording {
  /** When each animation frame began. */
  frames: readonly number[];
  /** How long each task of 50 ms or more took. */
  longTasks: readonly number[];
  /** Events of inputs, as the Event Timing API reports them. */
  events: readonly { interaction: number; duration: number }[];
  /** From pressing the pause button until the screen shows a race at rest. */
  pauses: readonly number[];
  /** Inputs given. */
  inputs: number;
  /** Steps taken by every racer, and for how long they ran. */
  steps: number;
  running: number;
  /** Share of the time that the page's thread was busy. */
  busy: number;
}

export interface SceneResult extends Omit<Recording, 'frames'> {
  label: string;
  framesPerSecond: number;
  medianFrame: number;
  /** The 95th percentile. */
  slowFrame: number;
  lateFrames: number;
  medianAnswer?: number;
  slowestAnswer?: number;
  slowestPause?: number;
  stepsPerSecond?: number;
  /** Undefined where nothing trains. */
  framesMet?: boolean;
  answersMet?: boolean;
}

export interface PageResult {
  id: typeof PAGE;
  title: string;
  targets: typeof TARGETS;
  scenes: SceneResult[];
  /** Its version. */
  chromium?: string;
  error?: string;
}

/** The API leaves out what is shorter. */
export const SHORTEST_EVENT = 16;

/** One duration an input: its slowest event, or the shortest reported if it was faster. */
export function answers({ events, inputs }: Pick<Recording, 'events' | 'inputs'>): number[] {
  const slowest = new Map<number, number>();
  for (const { interaction, duration } of events) {
    slowest.set(interaction, Math.max(duration, slowest.get(interaction) ?? 0));
  }
  const faster = Math.max(0, inputs - slowest.size);
  return [...slowest.values(), ...Array.from({ length: faster }, () => SHORTEST_EVENT)];
}

export function sceneResult({ label, seeds }: Scene, recording: Recording): SceneResult {
  const { frames, ...rest } = recording;
  const { pauses, steps, running } = rest;
  const intervals = frames.slice(1).map((time, i) => time - frames[i]!);
  const framesPerSecond = (1000 * intervals.length) / (frames.at(-1)! - frames[0]!);
  const result: SceneResult = {
    label,
    ...rest,
    framesPerSecond,
    medianFrame: median(intervals),
    slowFrame: quantile(intervals, 0.95),
    lateFrames: intervals.filter((interval) => interval > LATE).length / intervals.length,
  };
  if (seeds === 0) return result;
  const durations = answers(recording);
  const slowestAnswer = Math.max(...durations);
  const slowestPause = Math.max(...pauses);
  return {
    ...result,
    medianAnswer: median(durations),
    slowestAnswer,
    slowestPause,
    stepsPerSecond: (1000 * steps) / running,
    framesMet: framesPerSecond >= TARGETS.framesPerSecond,
    answersMet: Math.max(slowestAnswer, slowestPause) <= TARGETS.answer,
  };
}
