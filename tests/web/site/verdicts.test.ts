// The table of all textbook sentences, and the glossary: gathered from what the lessons say.

import { describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../../web/src/i18n/index.ts';
import { glossaryEntries, readGlossary } from '../../../web/tools/site/glossary.ts';
import { createMarkdown } from '../../../web/tools/site/markdown.ts';
import { textbookSentences, verdictTable } from '../../../web/tools/site/verdicts.ts';

const md = createMarkdown(() => {});

describe.each(LANGUAGES)('%s', (language) => {
  const sentences = textbookSentences(md, language);

  test('a sentence of several lessons is one row with a place in each', () => {
    const linear = sentences.find(({ places }) => places.some(({ slug }) => slug === '12-race'));
    expect(linear).toBeDefined();
    const texts = sentences.map(({ text }) => text);
    expect(new Set(texts).size).toBe(texts.length);
    expect(sentences.some(({ places }) => places.length > 1)).toBe(true);
  });

  test('every sentence has a verdict, a lesson, and what it says', () => {
    for (const { verdict, text, places } of sentences) {
      expect(['right', 'half', 'wrong']).toContain(verdict);
      expect(text.length).toBeGreaterThan(5);
      for (const { anchor } of places) expect(anchor).toMatch(/^textbook-\d+$/);
    }
  });

  test('experiments open their lesson, or the figure by itself', () => {
    const all = sentences.flatMap(({ places }) => places.flatMap((p) => p.experiment ?? []));
    expect(all.length).toBeGreaterThan(5);
    for (const address of all) expect(address).toMatch(/^(\d\d-[\w-]+\/\?.*#figure|\.\.\/embed\/)/);
  });

  test('whatever was measured or linked can be run; what only papers report cannot', () => {
    const without = sentences.filter(({ places }) => places.every((p) => !p.experiment));
    expect(without.flatMap(({ places }) => places.map(({ slug }) => slug))).toEqual([
      '06-leaky-prelu-rrelu',
      '06-leaky-prelu-rrelu',
    ]);
  });

  test('all the sentences of the course are there', () => {
    expect(sentences.length).toBeGreaterThanOrEqual(43);
  });

  test('the table has a row for each', () => {
    const html = verdictTable(md, language, 'x');
    expect(html.match(/<tr data-verdict/g)).toHaveLength(sentences.length);
  });

  test('the glossary is in the order of the language and tells each term’s twin', () => {
    const entries = glossaryEntries(md, language);
    expect(entries).toHaveLength(Object.keys(readGlossary()).length);
    for (const { term, twins, definition } of entries) {
      expect(term).not.toBe('');
      expect(definition).not.toBe('');
      expect(twins).toHaveLength(LANGUAGES.length - 1);
    }
  });
});

test('both languages weigh the same sentences alike', () => {
  const [first, ...others] = LANGUAGES.map((language) =>
    textbookSentences(md, language).map(({ verdict, places }) => ({
      verdict,
      places: places.map(({ slug, anchor }) => `${slug}#${anchor}`),
    })),
  );
  for (const other of others) expect(other).toEqual(first);
});
