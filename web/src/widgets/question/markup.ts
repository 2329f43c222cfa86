// The HTML of a question, its answers and its explanation: written by the page build, and by the
// elements themselves where a page holds only a list. It reads in order without any script.

import type { Messages } from '../../i18n/language.ts';

export interface AnswerParts {
  /** HTML, as is all text here. */
  text: string;
  feedback: string;
  right: boolean;
  /** For a number asked for: the interval that this feedback answers. */
  range?: readonly [number, number];
}

export interface QuestionParts {
  kind: 'prediction' | 'quiz';
  /** `lesson/question`, under which the answer is kept. */
  name: string;
  question: string;
  answers: readonly AnswerParts[];
  explanation: string;
  /** What to do once committed: a link that runs it, or one to the figure. */
  run?: string;
  /** Whether a figure waits for the prediction, so that one may run it without. */
  skippable?: boolean;
  /** For a number asked for. */
  step?: number;
  unit?: string;
  /** For a curve to draw, whose end lies in one of the intervals. */
  draw?: { steps: number; start: number };
}

type Words = Messages['question'];

const escapeAttribute = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;');

/** An id of the page, from a name of the course. */
export const questionId = (name: string) => `q-${name.replace(/[^\p{L}\p{N}]+/gu, '-')}`;

const label = (words: Words, kind: QuestionParts['kind']) =>
  kind === 'quiz' ? words.quiz : words.predict;

function choices({ answers, name }: QuestionParts): string {
  const id = questionId(name);
  return answers
    .map(({ text, feedback, right }, i) => {
      const input = `<input type="radio" name="${id}" value="${i + 1}">`;
      const said = feedback ? `<div class="answer-feedback">${feedback}</div>` : '';
      return (
        `<div class="answer"${right ? ' data-right' : ''}>` +
        `<label>${input} <span>${text}</span></label>${said}</div>`
      );
    })
    .join('');
}

function numberField(parts: QuestionParts, words: Words): string {
  const { answers, name, step, unit } = parts;
  const ranges = answers.map(({ range }) => range!);
  const [min, max] = [ranges[0]![0], ranges.at(-1)![1]];
  const bounds = ` min="${min}" max="${max}" step="${step ?? 'any'}"`;
  const input = `<input type="number" id="${questionId(name)}-value" inputmode="decimal"${bounds}>`;
  const field =
    `<label class="answer-number"><span>${words.number(`${min}`, `${max}`)}</span> ${input}` +
    `${unit ? ` <span>${unit}</span>` : ''}</label>`;
  return field + intervals(answers);
}

function drawing({ answers, draw }: QuestionParts, words: Words): string {
  const data = {
    ...draw,
    from: answers[0]!.range![0],
    to: answers.at(-1)!.range![1],
    label: words.curve,
    point: words.curvePoint('{step}'),
    value: words.curveValue('{loss}', '{step}'),
    'step-axis': words.stepAxis('{step}'),
    'loss-axis': words.lossAxis,
  };
  return (
    `<div class="draw"${dataAttributes(data)}></div>` +
    `<p class="draw-hint"><span>${words.drawHint}</span> <button type="button">${words.drawAgain}</button></p>` +
    intervals(answers)
  );
}

function intervals(answers: QuestionParts['answers']): string {
  return answers
    .map(
      ({ right, feedback, range: [from, to] = [0, 0] }) =>
        `<div class="answer" data-from="${from}" data-to="${to}"${right ? ' data-right' : ''}>` +
        `<div class="answer-feedback"><p>${from} – ${to}</p>${feedback}</div></div>`,
    )
    .join('');
}

const dataAttributes = (data: Record<string, string | number>) =>
  Object.entries(data)
    .map(([key, text]) => ` data-${key}="${escapeAttribute(String(text))}"`)
    .join('');

/** What goes inside the element. Before its script is there, the form does not leave the page. */
export function questionMarkup(parts: QuestionParts, words: Words): string {
  const { kind, name, question, answers, explanation, run, skippable, draw } = parts;
  const id = questionId(name);
  const ranged = answers.some(({ range }) => range);
  const { right, wrong, kept, earlier, skipped, yours, locked, back } = words;
  const choose = draw ? words.draw : ranged ? words.enter : words.choose;
  const told = { choose, right, wrong, kept, earlier, skipped, yours, locked, back };
  const data = dataAttributes(told);
  const skip = skippable
    ? ` <button type="button" class="question-skip">${words.skip}</button>`
    : '';
  const after =
    kind === 'quiz'
      ? explanation && `<div class="question-explanation">${explanation}</div>`
      : `${run ? `<p class="question-run">${run}</p>` : ''}` +
        `<details class="question-explanation"><summary>${words.reveal}</summary>` +
        `<div class="question-outcome"></div>${explanation}</details>`;
  return (
    `<form class="question-form" method="dialog" novalidate${data}>` +
    `<p class="question-label">${label(words, kind)}</p>` +
    `<div class="question-text" id="${id}">${question}</div>` +
    `<div class="answers${ranged ? ' answers-number' : ''}" role="${ranged ? 'group' : 'radiogroup'}" aria-labelledby="${id}">` +
    `${draw ? drawing(parts, words) : ranged ? numberField(parts, words) : choices(parts)}</div>` +
    `<p class="question-actions"><button type="submit" class="primary">${kind === 'quiz' ? words.check : words.commit}</button>${skip}</p>` +
    `<div class="question-status" role="status" tabindex="-1"></div>` +
    `${after}</form>`
  );
}
