// Every number that a lesson states, run again and held to its bound.

import { readFileSync } from 'node:fs';
import { afterAll, describe, expect, test } from 'vitest';
import { LANGUAGES } from '../../web/src/i18n/index.ts';
import { ClaimRunner, formatClaim } from '../../web/tools/site/claims.ts';
import { lessonSlugs, readLesson } from '../../web/tools/site/lessons.ts';
import { lessonsDir } from '../../web/tools/site/paths.ts';

const runner = await ClaimRunner.create();
const slugs = lessonSlugs();
let stated = 0;

afterAll(() => expect(stated).toBeGreaterThan(20));

describe.each(slugs)('%s', (slug) => {
  const lesson = readLesson(slug);

  test.each(Object.keys(lesson.claims))('%s', { timeout: 120_000 }, (id) => {
    const claim = lesson.claims[id]!;
    const [measured] = runner.measure({ ...lesson, claims: { [id]: claim } });
    const { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = claim;
    const said = `lesson ${slug}, claim ${id}: measured ${measured!.value}, bound (${above}, ${below})`;
    expect(measured!.holds, said).toBe(true);
    for (const locale of ['en', 'zh-CN']) expect(formatClaim(measured!, locale)).not.toBe('');
    stated++;
  });

  test('every claim bounds its value from at least one side', () => {
    for (const [id, { above, below }] of Object.entries(lesson.claims)) {
      expect(above ?? below, id).toBeDefined();
    }
  });

  test('both languages state the same claims and link to the same presets', () => {
    const used = LANGUAGES.map((language) => {
      const text = readFileSync(`${lessonsDir}/${language}/${slug}.md`, 'utf8');
      const all = (pattern: RegExp) => [...text.matchAll(pattern)].map(([, name]) => name).sort();
      return { claims: all(/\{\{\s*([\w-]+)\s*\}\}/g), presets: all(/\(preset:([\w-]+)\)/g) };
    });
    for (const each of used) expect(each).toEqual(used[0]);
    expect([...new Set(used[0]!.claims)].sort()).toEqual(Object.keys(lesson.claims).sort());
  });
});
