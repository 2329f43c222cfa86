// What was seen of the page, as a table for a terminal.

import { type PageResult, type SceneResult, TARGETS } from './frames.ts';
import { type Outcome, table } from './report.ts';

const milliseconds = (value: number | undefined, digits = 0) =>
  value === undefined ? '' : value.toFixed(digits);
const met = (value: boolean | undefined) => (value === undefined ? '' : value ? 'met' : 'NOT MET');
const percent = (share: number) => `${(100 * share).toFixed(share < 0.1 ? 1 : 0)} %`;

const FRAMES = ['frames/s', 'median', '95 %', '> 25 ms', 'long tasks', 'thread busy', ''] as const;
const ANSWERS = ['inputs', 'median', 'slowest', 'pause', 'steps/s', ''] as const;

const framesOf = (scene: SceneResult) => [
  scene.label,
  scene.framesPerSecond.toFixed(1),
  milliseconds(scene.medianFrame, 1),
  milliseconds(scene.slowFrame, 1),
  percent(scene.lateFrames),
  String(scene.longTasks.length),
  percent(scene.busy),
  met(scene.framesMet),
];

const answersOf = (scene: SceneResult) => [
  scene.label,
  String(scene.inputs),
  milliseconds(scene.medianAnswer),
  milliseconds(scene.slowestAnswer),
  milliseconds(scene.slowestPause),
  milliseconds(scene.stepsPerSecond),
  met(scene.answersMet),
];

export function pageTable({ id, title, scenes, error }: PageResult): string {
  const lines = [`${id}: ${title}`];
  if (scenes.length > 0) {
    const trained = scenes.filter(({ answersMet }) => answersMet !== undefined);
    lines.push(
      table([
        [`frames, ≥ ${TARGETS.framesPerSecond} a second`, ...FRAMES],
        ...scenes.map(framesOf),
      ]),
      table([[`answers, ≤ ${TARGETS.answer} ms`, ...ANSWERS], ...trained.map(answersOf)]),
    );
  }
  if (error !== undefined) lines.push(`FAILED: ${error}`);
  return lines.join('\n');
}

export const pageOutcomes = ({ id, scenes }: PageResult): Outcome[] =>
  scenes.flatMap(
    ({ label, framesPerSecond, framesMet, slowestAnswer, slowestPause, answersMet }) =>
      framesMet === undefined
        ? []
        : [
            {
              met: framesMet,
              text: `${id}, ${label}: ${framesPerSecond.toFixed(1)} frames/s, ≥ ${TARGETS.framesPerSecond}`,
            },
            {
              met: answersMet!,
              text: `${id}, ${label}: ${milliseconds(Math.max(slowestAnswer!, slowestPause!))} ms, ≤ ${TARGETS.answer} ms`,
            },
          ],
  );
