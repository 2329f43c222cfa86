// Every number that a lesson states, run again and held to its bound.

import { afterAll, describe, expect, test } from 'vitest';
import { ClaimRunner, formatClaim } from '../../web/tools/site/claims.ts';
import { lessonSlugs, readLesson } from '../../web/tools/site/lessons.ts';

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
});
