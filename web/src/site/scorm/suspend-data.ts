// What a lesson asks its LMS to keep: the answers of that lesson, in the 4,096 characters that
// SCORM 1.2 allows for `cmi.suspend_data`.

import type { Answer, Progress } from '../../widgets/question/progress.ts';

export const LONGEST = 4096;

const VERSION = 1;

type Verdict = 0 | 1 | null;

/** By the name of the question in its lesson. Times are in milliseconds since 1970. */
type Row = [
  kind: 'p' | 'q',
  value: number | null,
  right: Verdict,
  firstRight: Verdict,
  tries: number,
  at: number,
  curve?: readonly number[],
];

interface SuspendData {
  v: typeof VERSION;
  lesson: string;
  /** When it was finished. */
  done?: number;
  answers: Record<string, Row>;
}

const toVerdict = (right?: boolean): Verdict => (right === undefined ? null : right ? 1 : 0);
const fromVerdict = (verdict: Verdict) => (verdict === null ? undefined : verdict === 1);

function toRow(answer: Answer, curves: boolean): Row {
  const { kind, value, right, firstRight, tries, at, curve } = answer;
  const letter = kind === 'quiz' ? 'q' : 'p';
  const row: Row = [letter, value, toVerdict(right), toVerdict(firstRight), tries, at];
  if (curve && curves) row[6] = curve;
  return row;
}

/** The answers of a lesson; a curve that was drawn is left out before anything gets too long. */
export function suspendData(
  { answers, lessons }: Pick<Progress, 'answers' | 'lessons'>,
  lesson: string,
): string {
  const own = Object.entries(answers).filter(([id]) => id.startsWith(`${lesson}/`));
  const write = (curves: boolean) => {
    const rows = own.map(([id, answer]) => [id.slice(lesson.length + 1), toRow(answer, curves)]);
    const done = lessons[lesson];
    const data: SuspendData = {
      v: VERSION,
      lesson,
      ...(done === undefined ? {} : { done }),
      answers: Object.fromEntries(rows),
    };
    return JSON.stringify(data);
  };
  const whole = write(true);
  return whole.length <= LONGEST ? whole : write(false);
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function toAnswer(row: unknown): Record<string, unknown> {
  if (!Array.isArray(row)) return {};
  const [kind, value, right, firstRight, tries, at, curve] = row as Row;
  const verdicts = [right, firstRight].every((verdict) => [0, 1, null].includes(verdict));
  const full = {
    kind: { p: 'prediction', q: 'quiz' }[kind],
    value,
    right: fromVerdict(right),
    firstRight: fromVerdict(firstRight),
    tries,
    at,
    curve,
  };
  return verdicts ? full : {};
}

/**
 * The same as the text of a progress record, which its reader validates answer by answer; what is
 * not of this lesson or this version is given to it as it was found.
 */
export function progressText(text: string, lesson: string): string {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return text;
  }
  if (!isObject(data) || data.v !== VERSION || data.lesson !== lesson || !isObject(data.answers)) {
    return text;
  }
  return JSON.stringify({
    version: 1,
    answers: Object.fromEntries(
      Object.entries(data.answers).map(([name, row]) => [`${lesson}/${name}`, toAnswer(row)]),
    ),
    lessons: data.done === undefined ? {} : { [lesson]: data.done },
    clearedAt: 0,
  });
}
