// All textbook sentences of the course with their verdicts: gathered from the lessons, one table.

import { readFileSync } from 'node:fs';
import type MarkdownIt from 'markdown-it';
import type StateCore from 'markdown-it/lib/rules_core/state_core.mjs';
import type Token from 'markdown-it/lib/token.mjs';
import { type Language, MESSAGES } from '../../src/i18n/index.ts';
import type { SettingValue } from '../../src/widgets/schema.ts';
import { escapeHtml } from './figures.ts';
import { LessonError, type PageEnv, withoutFrontMatter } from './lesson-source.ts';
import { type Lesson, lessonSlugs, readLesson } from './lessons.ts';
import { lessonsDir } from './paths.ts';
import { presetAddress } from './preset-links.ts';

export const VERDICTS = ['right', 'half', 'wrong'] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a lesson weighs a sentence, and the experiment that it names first, if any. */
interface Place {
  slug: string;
  anchor: string;
  /** From the folder of a language. */
  experiment?: string;
}

export interface TextbookSentence {
  verdict: Verdict;
  /** Rendered, and as plain text. */
  html: string;
  text: string;
  places: Place[];
}

/** Gives each textbook sentence of a page the id that the table links to. */
export function textbookAnchors(state: StateCore): void {
  const opened = state.tokens.filter(({ type }) => type === 'container_textbook_open');
  for (const [i, token] of opened.entries()) token.meta = { anchor: `textbook-${i + 1}` };
}

/** The sentences of the whole course; one that several lessons weigh has a place in each. */
export function textbookSentences(
  md: MarkdownIt,
  language: Language,
  slugs: readonly string[] = lessonSlugs(),
): TextbookSentence[] {
  const found = new Map<string, TextbookSentence>();
  for (const slug of slugs) {
    for (const { sentence, place } of ofLesson(md, language, slug)) {
      const known = found.get(sentence.text);
      if (known && known.verdict !== sentence.verdict) {
        const reason = `“${sentence.text}” is ${sentence.verdict} here and ${known.verdict} in ${known.places[0]!.slug}`;
        throw new LessonError(`${lessonsDir}/${language}/${slug}.md`, undefined, reason);
      }
      if (known) known.places.push(place);
      else found.set(sentence.text, { ...sentence, places: [place] });
    }
  }
  return [...found.values()];
}

function* ofLesson(md: MarkdownIt, language: Language, slug: string) {
  const inputPath = `${lessonsDir}/${language}/${slug}.md`;
  const lesson = readLesson(slug);
  const env: PageEnv = { page: { inputPath }, language, lesson, claims: [] };
  const tokens = md.parse(withoutFrontMatter(readFileSync(inputPath, 'utf8')), env);
  for (let i = 0; i < tokens.length; i++) {
    const open = tokens[i]!;
    if (open.type !== 'container_textbook_open') continue;
    const end = tokens.findIndex((t, at) => at > i && t.type === 'container_textbook_close');
    const block = tokens.slice(i + 1, end);
    const quoted = block.find(({ type }) => type === 'inline')!;
    const { anchor } = open.meta as { anchor: string };
    const verdict = open.info.trim().split(/\s+/)[1] as Verdict;
    const html = md.renderer.render([quoted], md.options, env);
    const place: Place = { slug, anchor };
    const experiment = experimentOf(lesson, block);
    if (experiment) {
      place.experiment = presetAddress(env, experiment.preset, tokens, experiment.set);
    }
    yield { sentence: { verdict, html, text: plainText(quoted) }, place };
  }
}

interface Experiment {
  preset: string;
  set?: Record<string, SettingValue>;
}

/** The preset that the evidence links to first, or else that of the first number it states. */
function experimentOf({ claims }: Lesson, tokens: readonly Token[]): Experiment | undefined {
  const inline = tokens.flatMap(({ children }) => children ?? []);
  const hrefs = inline.map((token) => `${token.attrGet('href') ?? ''}`);
  const linked = hrefs.find((href) => href.startsWith('preset:'));
  if (linked) return { preset: linked.slice('preset:'.length) };
  const stated = inline
    .filter(({ type }) => type === 'claim')
    .map(({ content }) => claims[content]);
  const claim = stated.find((found) => found !== undefined && 'preset' in found);
  if (claim === undefined || !('preset' in claim)) return undefined;
  const racers: Record<string, SettingValue> = claim.racers ? { racers: claim.racers } : {};
  return { preset: claim.preset, set: { ...claim.set, ...racers } };
}

/** Without the marks: letters, formulas and numbers only. */
function plainText({ children }: Token): string {
  return (children ?? []).map(({ content }) => content).join('');
}

/** `::: verdicts`: the table, which a script lets the reader search. */
export function verdictTable(md: MarkdownIt, language: Language, label: string): string {
  const { site } = MESSAGES[language];
  const { verdictTable: words, verdicts } = site;
  const sentences = textbookSentences(md, language);
  const rows = sentences.map(({ verdict, html, places }) => {
    const lessons = places.map(({ slug, anchor }) =>
      link(`../${slug}/#${anchor}`, site.lesson(String(Number(slug.slice(0, 2))))),
    );
    const runs = places.flatMap(({ experiment }) =>
      experiment ? [link(`../${experiment}`, words.run, ' class="run"')] : [],
    );
    return (
      `<tr data-verdict="${verdict}"><td class="sentence">${html}</td>` +
      `<td><strong class="verdict-${verdict}">${verdicts[verdict]}</strong></td>` +
      `<td>${lessons.join(' ')}</td><td>${runs[0] ?? ''}</td></tr>`
    );
  });
  const choices = VERDICTS.map(
    (verdict) =>
      `<label><input type="checkbox" value="${verdict}" checked> ${verdicts[verdict]}</label>`,
  );
  const heads = [words.sentence, words.verdict, words.lesson, words.experiment];
  return (
    `<div class="verdicts" data-verdicts><form class="verdict-search" role="search" hidden>` +
    `<label>${words.search} <input type="search" autocomplete="off"></label>` +
    `<fieldset><legend>${words.show}</legend>${choices.join(' ')}</fieldset>` +
    `<p role="status" data-count="${escapeHtml(words.count('{shown}', String(sentences.length)))}" data-none="${escapeHtml(words.none)}"></p></form>` +
    `<div class="table-scroll" tabindex="0" role="group" aria-label="${escapeHtml(label)}"><table>` +
    `<thead><tr>${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>` +
    `<tbody>${rows.join('\n')}</tbody></table></div></div>\n`
  );
}

const link = (href: string, text: string, attributes = '') =>
  `<a href="${escapeHtml(href)}"${attributes}>${text}</a>`;
