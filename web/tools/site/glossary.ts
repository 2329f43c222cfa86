// The glossary of the course: each term with its twin in every language, and what it means.

import { readFileSync } from 'node:fs';
import type MarkdownIt from 'markdown-it';
import { LANGUAGES, type Language } from '../../src/i18n/index.ts';
import type { PageEnv } from './lesson-source.ts';
import { lessonSlugs } from './lessons.ts';
import { lessonsDir } from './paths.ts';

/** A term and its definition, which is Markdown, in every language; `lesson` explains it. */
type GlossaryEntry = { lesson?: string } & Record<Language, [term: string, definition: string]>;

const file = `${lessonsDir}/glossary.json`;

export function readGlossary(): Record<string, GlossaryEntry> {
  const entries = JSON.parse(readFileSync(file, 'utf8')) as Record<string, GlossaryEntry>;
  const slugs = lessonSlugs();
  for (const [id, entry] of Object.entries(entries)) {
    for (const language of LANGUAGES) {
      const [term, definition] = entry[language] ?? [];
      if (!term || !definition) throw new Error(`${file}: “${id}” lacks its ${language} text`);
    }
    if (entry.lesson !== undefined && !slugs.includes(entry.lesson)) {
      throw new Error(`${file}: “${id}” names no lesson: “${entry.lesson}”`);
    }
  }
  return entries;
}

interface ShownEntry {
  id: string;
  term: string;
  /** The term in the other languages. */
  twins: { language: Language; term: string }[];
  definition: string;
  lesson: string | undefined;
}

/** The entries in the order of the language's alphabet, their definitions rendered. */
export function glossaryEntries(md: MarkdownIt, language: Language): ShownEntry[] {
  const env = { page: { inputPath: file }, language, claims: [] } as unknown as PageEnv;
  return Object.entries(readGlossary())
    .map(([id, entry]) => ({
      id,
      term: entry[language][0],
      twins: LANGUAGES.filter((other) => other !== language).map((other) => ({
        language: other,
        term: entry[other][0],
      })),
      definition: md.renderInline(entry[language][1], env),
      lesson: entry.lesson,
    }))
    .sort((a, b) => a.term.localeCompare(b.term, language));
}
