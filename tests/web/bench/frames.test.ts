// What a recording of the page comes to, and how it is printed.
import { expect, test } from 'vitest';
import {
  answers,
  PAGE,
  type PageResult,
  type Recording,
  sceneResult,
  TARGETS,
} from '../../bench/frames.ts';
import { pageOutcomes, pageTable } from '../../bench/frames-report.ts';
import { summary } from '../../bench/report.ts';

const recording: Recording = {
  frames: [0, 20, 40, 80, 100],
  longTasks: [60],
  events: [
    { interaction: 7, duration: 24 },
    { interaction: 7, duration: 32 },
    { interaction: 9, duration: 104 },
  ],
  pauses: [40, 70],
  inputs: 3,
  steps: 500,
  running: 250,
  busy: 0.5,
};
const scene = { label: 'a scene', seeds: 1, steps: 1000, height: 800 };
const page = (scenes: PageResult['scenes']): PageResult => ({
  id: PAGE,
  title: 'the page',
  targets: TARGETS,
  scenes,
});

test('an input is as slow as its slowest event; one too fast to be reported counts too', () => {
  expect(answers(recording)).toEqual([32, 104, 16]);
});

test('frames, answers and steps of a scene', () => {
  expect(sceneResult(scene, recording)).toMatchObject({
    framesPerSecond: 40,
    medianFrame: 20,
    slowFrame: 40,
    lateFrames: 0.25,
    framesMet: false,
    medianAnswer: 32,
    slowestAnswer: 104,
    slowestPause: 70,
    answersMet: false,
    stepsPerSecond: 2000,
  });
});

test('where nothing trains there is no target', () => {
  const result = sceneResult({ ...scene, seeds: 0 }, recording);
  expect(result.framesMet).toBeUndefined();
  expect(pageOutcomes(page([result]))).toEqual([]);
});

test('the tables, and what the summary says', () => {
  const result = page([sceneResult(scene, recording)]);
  const lines = pageTable(result).split('\n');
  expect(lines[2]).toMatch(/^a scene +40\.0 +20\.0 +40\.0 +25 % +1 +50 % +NOT MET$/);
  expect(lines[4]).toMatch(/^a scene +3 +32 +104 +70 +2000 +NOT MET$/);
  expect(summary(pageOutcomes(result))).toBe(
    '0 of 2 targets met\n  page, a scene: 40.0 frames/s, ≥ 59\n  page, a scene: 104 ms, ≤ 100 ms',
  );
  expect(pageTable({ ...result, scenes: [], error: 'no page' })).toMatch(/FAILED: no page$/);
});
