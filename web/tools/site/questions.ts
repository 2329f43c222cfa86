// Predictions and quiz questions of the lessons: read from Markdown, checked, and rendered.

import { readFileSync } from 'node:fs';
import type MarkdownIt from 'markdown-it';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { MESSAGES } from '../../src/i18n/index.ts';
import { questionId, questionMarkup } from '../../src/widgets/question/markup.ts';
import { escapeHtml, FIGURES, parseAttributes } from './figures.ts';
import { errorAt, LessonError, type PageEnv, withoutFrontMatter } from './lesson-source.ts';
import { lessonSlugs, readLesson } from './lessons.ts';
import { lessonsDir } from './paths.ts';
import { presetLink } from './preset-links.ts';

interface AnswerSource {
  text: Token[];
  feedback: Token[];
  right: boolean;
  range?: [number, number];
}

/** A question as its author wrote it; one that comes back has only the lesson it is from. */
export interface QuestionSource {
  kind: 'prediction' | 'quiz';
  id: string;
  attributes: Record<string, string>;
  question: Token[];
  answers: AnswerSource[];
  explanation: Token[];
  /** The id of the figure that waits for the prediction. */
  figure?: string;
}

const BLOCKS = { predict: 'prediction', quiz: 'quiz' } as const;
const ATTRIBUTES = {
  prediction: ['run', 'step', 'unit', 'draw', 'steps', 'start'],
  quiz: ['from'],
} as const;
const MOST_ANSWERS = { prediction: 8, quiz: 5 } as const;

const closeOf = (tokens: readonly Token[], i: number, type: string) =>
  tokens.findIndex((t, at) => at > i && t.type === type && t.level === tokens[i]!.level);

/** Numbers the figures of a page: `figure` has the address, the others are `figure-2` and so on. */
export function figureAnchors(state: StateCore): void {
  let count = 0;
  for (const token of state.tokens) {
    const figure = FIGURES.find((name) => token.type === `container_${name}_open`);
    if (!figure) continue;
    count++;
    const linked = /\slink(\s|=true|$)/.test(token.info);
    token.meta = { anchor: linked ? 'figure' : `figure-${count}` };
  }
}

/** Makes one token of each question, which holds the tokens of its parts. */
export function gatherQuestions(state: StateCore): void {
  const { tokens } = state;
  const seen = new Set<string>();
  const locked = new Set<string>();
  for (let i = 0; i < tokens.length; i++) {
    const open = tokens[i]!;
    const block = (['predict', 'quiz'] as const).find((b) => open.type === `container_${b}_open`);
    if (!block) continue;
    const end = closeOf(tokens, i, `container_${block}_close`);
    const source = readQuestion(state.env, open, BLOCKS[block], tokens.slice(i + 1, end));
    const name = `${source.attributes.from ?? ''}:${source.id}`;
    if (seen.has(name)) throw errorAt(state.env, open, `a second question “${source.id}”`);
    seen.add(name);
    if (source.kind === 'prediction' && source.attributes.run === undefined) {
      source.figure = figureBelow(state.env, open, tokens.slice(end));
      if (locked.has(source.figure)) {
        throw errorAt(state.env, open, 'the figure below already waits for another prediction');
      }
      locked.add(source.figure);
    }
    const token = new state.Token('question', '', 0);
    Object.assign(token, { map: open.map, block: true, meta: source });
    tokens.splice(i, end - i + 1, token);
  }
}

function figureBelow(env: PageEnv, open: Token, after: readonly Token[]): string {
  const figure = after.find(({ meta }) => meta?.anchor !== undefined);
  if (!figure) {
    throw errorAt(
      env,
      open,
      'a prediction needs a figure below it that it is about, or “run=preset”',
    );
  }
  if (/\sautoplay(\s|=true|$)/.test(figure.info)) {
    throw errorAt(env, open, 'the figure below runs by itself and cannot wait for a prediction');
  }
  return figure.meta.anchor;
}

function readQuestion(
  env: PageEnv,
  open: Token,
  kind: QuestionSource['kind'],
  tokens: Token[],
): QuestionSource {
  const refuse = (message: string): never => {
    throw errorAt(env, open, message);
  };
  const block = kind === 'quiz' ? 'quiz' : 'predict';
  const [first, ...rest] = parseAttributes(open.info.trim().slice(block.length).trim());
  if (first?.[1] !== '') return refuse(`“::: ${block}” needs a name after it`);
  const attributes = Object.fromEntries(rest);
  for (const [name] of rest) {
    if (!(ATTRIBUTES[kind] as readonly string[]).includes(name)) {
      refuse(`“::: ${block}” takes ${ATTRIBUTES[kind].join(', ')}, not “${name}”`);
    }
  }
  const source = { kind, id: first[0], attributes, question: [], answers: [], explanation: [] };
  if (attributes.from !== undefined) {
    return tokens.length > 0 ? refuse('a question that comes back has no text of its own') : source;
  }
  const list = tokens.findIndex(({ type }) => type === 'bullet_list_open');
  if (list < 0) return refuse(`a ${kind} needs a list of answers`);
  const end = closeOf(tokens, list, 'bullet_list_close');
  const answers = readAnswers(tokens.slice(list + 1, end), refuse);
  const { length } = answers;
  const most = MOST_ANSWERS[kind];
  if (length < 2 || length > most) refuse(`a ${kind} has 2 to ${most} answers, not ${length}`);
  const right = answers.filter((answer) => answer.right).length;
  if (right > 1 || (kind === 'quiz' && right === 0)) {
    refuse(`one answer is marked [x] as right, not ${right}`);
  }
  if (kind === 'quiz' && answers.some(({ feedback }) => feedback.length === 0)) {
    refuse('every answer of a quiz needs its feedback, as a list item below it');
  }
  checkRanges(answers, refuse);
  checkDrawing(attributes, answers, refuse);
  return {
    ...source,
    question: tokens.slice(0, list),
    answers,
    explanation: tokens.slice(end + 1),
  };
}

function readAnswers(tokens: Token[], refuse: (message: string) => never): AnswerSource[] {
  const answers: AnswerSource[] = [];
  for (let i = 0; i < tokens.length; ) {
    const end = closeOf(tokens, i, 'list_item_close');
    const inner = tokens.slice(i + 1, end);
    const nested = inner.findIndex(({ type }) => type === 'bullet_list_open');
    const text = nested < 0 ? inner : inner.slice(0, nested);
    const feedback = nested < 0 ? [] : inner.slice(nested + 1, -1);
    if (
      feedback.filter(
        ({ type, level }) => type === 'list_item_open' && level === feedback[0]!.level,
      ).length > 1
    ) {
      refuse('an answer has one list item of feedback below it');
    }
    for (const token of text) if (token.type.startsWith('paragraph_')) token.hidden = true;
    const inline = text.find(({ type }) => type === 'inline');
    answers.push({
      text,
      feedback: feedback.slice(1, -1).map(shown),
      right: inline !== undefined && takeMark(inline),
      ...takeRange(inline),
    });
    i = end + 1;
  }
  return answers;
}

/** Paragraphs of a list without blank lines are hidden; feedback stands alone. */
function shown(token: Token): Token {
  if (token.type.startsWith('paragraph_')) token.hidden = false;
  return token;
}

/** `[x] ` marks the right answer. */
function takeMark(inline: Token): boolean {
  const first = inline.children?.[0];
  if (!first || !/^\[x\](\s|$)/i.test(first.content)) return false;
  first.content = first.content.replace(/^\[x\]\s*/i, '');
  return true;
}

/** `` `0..0.5` `` is the interval of numbers that the feedback answers. */
function takeRange(inline: Token | undefined): { range?: [number, number] } {
  const code = inline?.children?.find(({ type, content }) => type !== 'text' || content !== '');
  const found = code?.type === 'code_inline' && /^(.+)\.\.(.+)$/.exec(code.content.trim());
  return found ? { range: [Number(found[1]), Number(found[2])] } : {};
}

function checkRanges(answers: readonly AnswerSource[], refuse: (message: string) => never): void {
  const ranges = answers.map(({ range }) => range).filter((range) => range !== undefined);
  if (ranges.length === 0) return;
  if (ranges.length < answers.length) refuse('either all answers are intervals, or none');
  for (const [i, [from, to]] of ranges.entries()) {
    if (!(from < to)) refuse(`“${from}..${to}” is not an interval of numbers`);
    if (i > 0 && ranges[i - 1]![1] !== from) refuse('each interval starts where the last ends');
  }
}

/** A curve to draw needs its axes: the intervals are those of its end. */
function checkDrawing(
  attributes: Record<string, string>,
  answers: readonly AnswerSource[],
  refuse: (message: string) => never,
): void {
  const { draw, steps, start } = attributes;
  if (draw === undefined) {
    if (steps !== undefined || start !== undefined) refuse('“steps” and “start” go with “draw”');
    return;
  }
  const [first] = answers[0]!.range ?? refuse('a curve to draw needs intervals: where it may end');
  const [from, to] = [first, answers.at(-1)!.range![1]];
  if (!(from > 0)) refuse(`the loss axis is logarithmic and cannot begin at ${from}`);
  if (!(Number.isInteger(Number(steps)) && Number(steps) >= 1)) {
    refuse(`a curve to draw needs “steps=”, a whole number from 1 on, not “${steps ?? ''}”`);
  }
  if (!(Number(start) >= from && Number(start) <= to)) {
    refuse(`a curve to draw needs “start=”, a loss from ${from} to ${to}, not “${start ?? ''}”`);
  }
}

/** The question of another lesson in the same language. */
function questionFrom(
  md: MarkdownIt,
  env: PageEnv,
  slug: string,
  id: string,
): [QuestionSource, PageEnv] {
  const refuse = (message: string) => new LessonError(env.page.inputPath, undefined, message);
  if (!lessonSlugs().includes(slug)) throw refuse(`no lesson “${slug}” to take “${id}” from`);
  if (!env.claimsOf) throw refuse('questions of other lessons cannot be taken here');
  const inputPath = `${lessonsDir}/${env.language}/${slug}.md`;
  const lesson = readLesson(slug);
  const { language, claimsOf } = env;
  const other: PageEnv = {
    page: { inputPath },
    language,
    lesson,
    claims: claimsOf(slug),
    claimsOf,
  };
  const all = questionsOf(md, withoutFrontMatter(readFileSync(inputPath, 'utf8')), other);
  const source = all.find(
    (q) => q.id === id && q.kind === 'quiz' && q.attributes.from === undefined,
  );
  if (!source) throw refuse(`lesson “${slug}” has no quiz question “${id}”`);
  return [source, other];
}

/** All questions of a lesson's Markdown. */
export function questionsOf(md: MarkdownIt, text: string, env: PageEnv): QuestionSource[] {
  return md
    .parse(text, env)
    .filter(({ type }) => type === 'question')
    .map(({ meta }) => meta as QuestionSource);
}

/** Under which the reader's answer is kept: one that comes back is asked afresh. */
export function questionName(slug: string, { id, attributes }: QuestionSource): string {
  return attributes.from === undefined ? `${slug}/${id}` : `${slug}/${attributes.from}:${id}`;
}

export function renderQuestion(md: MarkdownIt, source: QuestionSource, env: PageEnv): string {
  const { attributes, kind, figure } = source;
  const words = MESSAGES[env.language].question;
  const name = questionName(env.lesson.slug, source);
  const [{ question, answers, explanation }, from] =
    attributes.from === undefined
      ? ([source, env] as const)
      : questionFrom(md, env, attributes.from, source.id);
  const render = (tokens: Token[]) => md.renderer.render(tokens, md.options, from).trim();
  const link = (href: string, text: string, more = '') =>
    `<a href="${escapeHtml(href)}"${more}>${text}</a>`;
  const run = () => {
    if (figure) return link(`#${figure}`, words.toFigure);
    if (attributes.run === undefined) return undefined;
    const { href, query } = presetLink(env, attributes.run);
    const data = query === undefined ? '' : ` data-query="${escapeHtml(query)}"`;
    return link(href, words.run, ` class="preset"${data}`);
  };
  const html = questionMarkup(
    {
      kind,
      name,
      question: render(question),
      answers: answers.map(({ text, feedback, right, range }) => ({
        text: range ? '' : render(text),
        feedback: render(feedback),
        right,
        range,
      })),
      explanation: render(explanation),
      run: run(),
      skippable: kind === 'prediction',
      step: attributes.step === undefined ? undefined : Number(attributes.step),
      unit: attributes.unit,
      ...(attributes.draw === undefined
        ? {}
        : { draw: { steps: Number(attributes.steps), start: Number(attributes.start) } }),
    },
    words,
  );
  const element = kind === 'quiz' ? 'quiz-question' : 'predict-run';
  const target = figure ? ` for="${figure}"` : '';
  return `<${element} name="${escapeHtml(name)}" id="${questionId(name)}-block"${target}>${html}</${element}>\n`;
}
