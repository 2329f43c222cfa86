// Names places in the sources of the lessons, so that every build error says where it comes from.

import { readFileSync } from 'node:fs';
import { relative } from 'node:path';
import type Token from 'markdown-it/lib/token.mjs';
import type { Language } from '../../src/i18n/index.ts';
import type { Measured } from './claims.ts';
import type { PlacedFigure } from './figures.ts';
import type { Lesson } from './lessons.ts';
import { root } from './paths.ts';

/** What Eleventy hands to markdown-it: the data of the page, and what rendering leaves in it. */
export interface PageEnv {
  page: { inputPath: string };
  language: Language;
  lesson: Lesson;
  claims: readonly Measured[];
  /** Those of another lesson, for the questions that come back. */
  claimsOf?: (slug: string) => readonly Measured[];
  /** The figures placed so far. */
  figures?: LessonFigure[];
  /** Text of the latest heading, which names the table below it. */
  heading?: string;
}

/** A figure where it stands in a lesson. */
export interface LessonFigure extends PlacedFigure {
  /** The id of its place on the page. */
  anchor: string;
  /** Whether it shares the page's address. */
  linked: boolean;
  /** Whether it keeps its state, whatever preset is named below it. */
  still: boolean;
}

export class LessonError extends Error {
  constructor(file: string, line: number | undefined, message: string) {
    const place = relative(root, file) || file;
    super(`${place}${line === undefined ? '' : `:${line}`}: ${message}`);
    this.name = 'LessonError';
  }
}

const FRONT_MATTER = /^---\r?\n[\s\S]*?\r?\n---\r?\n/;

/** The Markdown of a lesson's file. */
export function withoutFrontMatter(text: string): string {
  return text.replace(FRONT_MATTER, '');
}

/** Lines that the front matter takes up before the Markdown begins. */
function frontMatterLines(file: string): number {
  const matter = FRONT_MATTER.exec(readFileSync(file, 'utf8'))?.[0] ?? '';
  return matter.split('\n').length - 1;
}

/** An error at a token of a lesson. */
export function errorAt(env: PageEnv, token: Token | undefined, message: string): LessonError {
  const line = token?.map ? token.map[0] + 1 + frontMatterLines(env.page.inputPath) : undefined;
  return new LessonError(env.page.inputPath, line, message);
}
