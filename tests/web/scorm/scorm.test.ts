// What a lesson and its LMS tell each other: the answers in few characters, status, score and time;
// the API of a window far up; and an LMS that refuses.

import { expect, test } from 'vitest';
import { findApi, Lms, type ScormApi, type ScormProblem } from '../../../web/src/site/scorm/api.ts';
import { reported, sessionTime } from '../../../web/src/site/scorm/report.ts';
import { LONGEST, progressText, suspendData } from '../../../web/src/site/scorm/suspend-data.ts';
import { type Answer, parseProgress } from '../../../web/src/widgets/question/progress.ts';

const quiz = (part: Partial<Answer>): Answer => ({
  kind: 'quiz',
  value: 2,
  right: true,
  firstRight: true,
  tries: 1,
  at: 1_700_000_000_000,
  ...part,
});
const answers = {
  'a/right': quiz({}),
  'a/second-try': quiz({ firstRight: false, tries: 2 }),
  'a/skipped': { kind: 'prediction', value: null, tries: 1, at: 5 } as const,
  'a/curve': { kind: 'prediction', value: 0.1, curve: [1, 0.5, 0.1], tries: 3, at: 6 } as const,
};

test('answers come back as they were, those of other lessons are not sent', () => {
  const text = suspendData(
    { answers: { ...answers, 'b/other': quiz({}) }, lessons: { a: 9, b: 3 } },
    'a',
  );
  expect(text.length).toBeLessThan(250);
  const { progress, whole } = parseProgress(progressText(text, 'a'));
  expect(whole).toBe(true);
  expect(progress.answers).toEqual(answers);
  expect(progress.lessons).toEqual({ a: 9 });
});

test('a lesson of thirty questions fits, if need be without its curves', () => {
  const curve = Array.from({ length: 11 }, (_, i) => 0.00123 * (i + 1));
  const many = (count: number, part: Partial<Answer>) => ({
    answers: Object.fromEntries(
      Array.from({ length: count }, (_, i) => [`a/a-question-with-a-name-${i}`, quiz(part)]),
    ),
    lessons: {},
  });
  const full = suspendData(many(30, { curve }), 'a');
  expect(full.length).toBeLessThanOrEqual(LONGEST);
  const { progress, whole } = parseProgress(progressText(full, 'a'));
  expect(whole).toBe(true);
  expect(Object.keys(progress.answers)).toHaveLength(30);
});

test.each([
  ['no JSON', '{"v":1,'],
  ['another version', '{"v":2,"lesson":"a","answers":{}}'],
  ['another lesson', '{"v":1,"lesson":"b","answers":{}}'],
  ['a list', '[]'],
  ['no answers', '{"v":1,"lesson":"a"}'],
  ['a row that is none', '{"v":1,"lesson":"a","answers":{"q":7}}'],
  ['a row with a wrong verdict', '{"v":1,"lesson":"a","answers":{"q":["q",1,2,1,1,5]}}'],
  ['a row of an unknown kind', '{"v":1,"lesson":"a","answers":{"q":["x",1,1,1,1,5]}}'],
])('suspend data that is %s gives no answer, and is noticed', (_, text) => {
  const { progress, whole } = parseProgress(progressText(text, 'a'));
  expect(whole).toBe(false);
  expect(progress.answers).toEqual({});
});

const store = (kept: Record<string, Answer>) => ({ answer: (id: string) => kept[id] });
const lesson = { lesson: 'a', predictions: ['a/p'], quiz: ['a/q', 'a/r', 'a/s'] };
const none = { status: 'not attempted', mastery: undefined };
const done = {
  'a/p': quiz({ kind: 'prediction' }),
  'a/q': quiz({}),
  'a/r': quiz({ firstRight: false, tries: 2 }),
  'a/s': quiz({}),
};

test('incomplete without a score until a question is answered', () => {
  expect(reported(store({}), lesson, none)).toEqual({ 'cmi.core.lesson_status': 'incomplete' });
  expect(reported(store({ 'a/q': quiz({}) }), lesson, none)).toMatchObject({
    'cmi.core.lesson_status': 'incomplete',
    'cmi.core.score.raw': '33.33',
    'cmi.core.score.min': '0',
    'cmi.core.score.max': '100',
  });
});

test('completed with all answers; passed or failed only where the course sets a mark', () => {
  const status = (mastery?: number) =>
    reported(store(done), lesson, { ...none, mastery })['cmi.core.lesson_status'];
  expect(reported(store(done), lesson, none)['cmi.core.score.raw']).toBe('66.67');
  expect(status()).toBe('completed');
  expect(status(60)).toBe('passed');
  expect(status(80)).toBe('failed');
});

test('a lesson that was done stays so while it is begun anew', () => {
  expect(reported(store({}), lesson, { ...none, status: 'passed' })).toEqual({});
  expect(reported(store(done), lesson, { ...none, status: 'passed' })).not.toEqual({});
});

test.each([
  [0, '00:00:00.00'],
  [59_999, '00:01:00.00'],
  [3_725_430, '01:02:05.43'],
  [400_000_000, '111:06:40.00'],
])('%d ms are %s', (milliseconds, text) => {
  expect(sessionTime(milliseconds)).toBe(text);
});

type Frame = { API?: unknown; parent?: unknown; opener?: unknown; top?: unknown };

/** A window `depth` frames below another. */
function below(window: Frame, depth: number): Frame {
  let inner = window;
  for (let i = 0; i < depth; ++i) inner = { parent: inner, top: inner.top ?? window };
  return inner;
}

const api = (part: Partial<ScormApi> = {}): ScormApi => ({
  LMSInitialize: () => 'true',
  LMSFinish: () => 'true',
  LMSGetValue: () => '',
  LMSSetValue: () => 'true',
  LMSCommit: () => 'true',
  LMSGetLastError: () => '0',
  LMSGetErrorString: () => '',
  ...part,
});

test('the API is found frames above, and above the window that opened ours', () => {
  const API = api();
  expect(findApi(below({ API }, 4) as Window)).toBe(API);
  const popup: Frame = { opener: below({ API }, 2) };
  popup.parent = popup;
  popup.top = popup;
  expect(findApi(popup as Window)).toBe(API);
});

test('windows of another origin, ones without end and an API that is none are passed over', () => {
  const closed = new Proxy({} as Window, {
    get() {
      throw new Error('another origin');
    },
  });
  expect(findApi(closed)).toBeUndefined();
  expect(findApi({ parent: closed, top: closed } as unknown as Window)).toBeUndefined();
  const endless: Frame = {};
  endless.parent = new Proxy(endless, {
    get: (target, key) => (key === 'parent' ? { ...target } : undefined),
  });
  expect(findApi(endless as Window)).toBeUndefined();
  expect(findApi({ API: {} } as unknown as Window)).toBeUndefined();
});

test('what an LMS refuses is told with its own words, and nothing is thrown', () => {
  const problems: ScormProblem[] = [];
  const lms = new Lms(
    api({
      LMSSetValue: () => 'false',
      LMSGetLastError: () => '405',
      LMSGetErrorString: () => 'Incorrect Data Type',
      LMSCommit: () => {
        throw new Error('offline');
      },
    }),
    (problem) => problems.push(problem),
  );
  expect(lms.initialize()).toBe(true);
  expect(lms.set('cmi.core.score.raw', 'x')).toBe(false);
  expect(lms.commit()).toBe(false);
  expect(lms.get('cmi.suspend_data', { optional: true })).toBe('');
  expect(problems).toEqual([
    { call: 'LMSSetValue cmi.core.score.raw', reason: '405 Incorrect Data Type' },
    { call: 'LMSCommit', reason: 'offline' },
  ]);
});
