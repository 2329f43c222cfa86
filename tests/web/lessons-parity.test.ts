// Both languages of a lesson have the same parts: sections, figures, presets, claims, questions,
// textbook sentences, programs and notes, in the same order.

import { readFileSync } from 'node:fs';
import type Token from 'markdown-it/lib/token.mjs';
import { describe, expect, test } from 'vitest';
import { LANGUAGES, type Language } from '../../web/src/i18n/index.ts';
import { type PageEnv, withoutFrontMatter } from '../../web/tools/site/lesson-source.ts';
import { lessonSlugs, readLesson } from '../../web/tools/site/lessons.ts';
import { createMarkdown } from '../../web/tools/site/markdown.ts';
import { lessonsDir } from '../../web/tools/site/paths.ts';
import type { QuestionSource } from '../../web/tools/site/questions.ts';

const md = createMarkdown(() => {});
const slugs = lessonSlugs();

const fileOf = (slug: string, language: Language) =>
  readFileSync(`${lessonsDir}/${language}/${slug}.md`, 'utf8');

/** Names of the front matter, and the values of those that are no prose. */
function frontMatter(text: string): string[] {
  const lines = text.split('---')[1]!.trim().split('\n');
  return lines.map((line) => (/^(minutes|next):/.test(line) ? line : line.split(':')[0]!)).sort();
}

/** What an inline text holds besides words. */
function inlineParts(token: Token): string[] {
  return (token.children ?? []).flatMap((child) => {
    if (child.type === 'claim') return [`claim ${child.content}`];
    const href = child.type === 'link_open' ? (child.attrGet('href') ?? '') : '';
    return href.startsWith('activation:') ? [] : href ? [`link ${href}`] : [];
  });
}

function questionParts({ kind, id, attributes, figure, ...parts }: QuestionSource): string[] {
  const answers = parts.answers.map(
    ({ right, range, text, feedback }) =>
      `answer ${right ? 'right' : 'wrong'} ${range ?? ''} [${[...text, ...feedback].flatMap(inlineParts).sort()}]`,
  );
  return [
    `${kind} ${id} ${JSON.stringify(attributes)} ${figure ?? ''}`,
    ...answers,
    ...[...parts.question, ...parts.explanation].flatMap(inlineParts).sort(),
  ];
}

function partsOf(slug: string, language: Language): string[] {
  const inputPath = `${lessonsDir}/${language}/${slug}.md`;
  const env: PageEnv = { page: { inputPath }, language, lesson: readLesson(slug), claims: [] };
  const tokens = md.parse(withoutFrontMatter(fileOf(slug, language)), env);
  return tokens.flatMap((token): string[] => {
    if (token.type === 'heading_open') return [`section ${token.tag}`];
    if (token.type === 'question') return questionParts(token.meta);
    if (token.type === 'math_block') return ['formula'];
    if (token.type === 'tr_open') return ['row'];
    if (/^container_derivation_open/.test(token.type)) return ['derivation'];
    if (/^container_\w.*_open/.test(token.type)) return [`block ${token.info.trim()}`];
    // Within a sentence the languages order things as they need.
    return token.type === 'inline' ? inlineParts(token).sort() : [];
  });
}

/** Names in the text, wherever they stand. */
function named(slug: string, pattern: RegExp): string[] {
  return [...fileOf(slug, 'en').matchAll(pattern)].map(([, name]) => name!);
}

describe.each(slugs)('%s', (slug) => {
  test('has the same front matter in every language', () => {
    for (const language of LANGUAGES) {
      expect(frontMatter(fileOf(slug, language))).toEqual(frontMatter(fileOf(slug, 'en')));
    }
  });

  test('has the same parts in the same order in every language', () => {
    const english = partsOf(slug, 'en');
    expect(english.length).toBeGreaterThan(10);
    for (const language of LANGUAGES) expect(partsOf(slug, language), language).toEqual(english);
  });

  test('states every claim that it has', () => {
    const { claims } = readLesson(slug);
    const stated = new Set(named(slug, /\{\{\s*([\w-]+)\s*\}\}/g));
    expect([...stated].sort()).toEqual(Object.keys(claims).sort());
  });

  test('has questions, a time, a note for teachers and references', () => {
    const text = fileOf(slug, 'en');
    expect(named(slug, /^::: quiz ([\w-]+)/gm).length).toBeGreaterThanOrEqual(3);
    expect(text).toMatch(/^minutes: \d+$/m);
    expect(text).toMatch(/^::: teachers$/m);
    expect(text).toMatch(/^## References$/m);
  });
});
