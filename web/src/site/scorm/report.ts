// What a lesson tells its LMS: how far it is done, the score, the time spent and the answers.

import type { ProgressStore } from '../../widgets/question/progress.ts';

/** The names under which a lesson keeps its answers. */
export interface LessonQuestions {
  lesson: string;
  predictions: readonly string[];
  quiz: readonly string[];
}

/** What the LMS had on record when the lesson opened. */
export interface Before {
  status: string;
  /** The score, out of 100, from which on the lesson counts as passed; none: no such thing. */
  mastery: number | undefined;
}

type Answers = Pick<ProgressStore, 'answer'>;

/** `cmi.core.session_time`: hours, minutes, seconds. */
export function sessionTime(milliseconds: number): string {
  const hundredths = Math.round(milliseconds / 10);
  const [hours, minutes] = [Math.floor(hundredths / 360_000), Math.floor(hundredths / 6000) % 60];
  const seconds = ((hundredths % 6000) / 100).toFixed(2);
  const two = (part: number | string, length = 2) => String(part).padStart(length, '0');
  return `${two(Math.min(hours, 9999))}:${two(minutes)}:${two(seconds, 5)}`;
}

/** The share of questions that were right at the first try, out of 100. */
function score(store: Answers, quiz: readonly string[]): number | undefined {
  const answered = quiz.some((name) => store.answer(name));
  if (!answered) return undefined;
  const right = quiz.filter((name) => store.answer(name)?.firstRight).length;
  return Math.round((10_000 * right) / quiz.length) / 100;
}

/** Status and score, by element; empty as long as an earlier visit did better. */
export function reported(
  store: Answers,
  { predictions, quiz }: LessonQuestions,
  { status, mastery }: Before,
): Record<string, string> {
  const complete = [...predictions, ...quiz].every((name) => store.answer(name));
  if (!complete && ['completed', 'passed', 'failed'].includes(status)) return {};
  const raw = score(store, quiz);
  const verdict =
    raw === undefined || mastery === undefined ? 'completed' : raw >= mastery ? 'passed' : 'failed';
  return {
    'cmi.core.lesson_status': complete ? verdict : 'incomplete',
    ...(raw === undefined
      ? {}
      : {
          'cmi.core.score.min': '0',
          'cmi.core.score.max': '100',
          'cmi.core.score.raw': String(raw),
        }),
  };
}
