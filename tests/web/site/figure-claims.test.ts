// Claims of any figure are measured by the figure's own code, and kept.

import { expect, test } from 'vitest';
import { ClaimRunner } from '../../../web/tools/site/claims.ts';
import { claimsTable } from '../../../web/tools/site/claims-table.ts';
import type { Lesson, PresetClaim } from '../../../web/tools/site/lessons.ts';
import { createMarkdown } from '../../../web/tools/site/markdown.ts';

const runner = await ClaimRunner.create();

function lessonWith(claim: Partial<PresetClaim>): Lesson {
  return {
    slug: '99-test',
    file: 'lessons/99-test.json',
    presets: {
      positive: { figure: 'zigzag-path', settings: { inputs: ['positive'] } },
      curve: { figure: 'activation-plot', settings: {} },
      race: {
        figure: 'training-race',
        settings: { racers: ['relu'], dataset: 'moons', depth: 1, width: 8, steps: 20, seeds: 3 },
      },
    },
    claims: {
      it: { preset: 'positive', measure: 'limitRate', above: 0, style: 'fixed 2', ...claim },
    },
  };
}

const measured = (claim: Partial<PresetClaim>) => runner.measure(lessonWith(claim))[0]!.value;

test('a figure measures what its own code does, for the seeds asked for', () => {
  const one = measured({});
  expect(one).toBeGreaterThan(0);
  expect(measured({})).toBe(one);
  const values = [1, 2, 3].map((seed) => measured({ seeds: [seed] }));
  expect(measured({ seeds: [1, 2, 3], across: 'max' })).toBe(Math.max(...values));
  expect(measured({ seeds: [1, 2, 3], across: 'min' })).toBe(Math.min(...values));
});

test('settings may differ from the preset, in a race the seeds too', () => {
  expect(measured({ set: { inputs: ['centred'] } })).toBeGreaterThan(measured({}));
  const race = { preset: 'race', measure: 'trainLoss' };
  expect(measured({ ...race, seeds: [2] })).toBe(measured({ ...race, set: { seed: 2, seeds: 1 } }));
});

test.each([
  [{ measure: 'taste' }, /no measurement "taste" \(there are: conditionNumber/],
  [{ preset: 'curve' }, /no measurement "limitRate" \(there are: flatShare/],
  [{ seeds: [1, 2] }, /“across” has to say which of 2 values/],
  [{ set: { inputs: ['sour'] } }, /sour/],
  [{ preset: 'race', measure: 'trainLoss' }, /“across” has to say which of 3 values/],
])('%j is refused', (claim, message) => {
  expect(() => measured(claim as Partial<PresetClaim>)).toThrow(message);
});

test('the table says on what a figure measured, and runs it in the figure of its kind', () => {
  const lesson = lessonWith({ preset: 'race', measure: 'trainLoss', across: 'max' });
  const env = {
    page: { inputPath: 'lessons/en/99-test.md' },
    language: 'en' as const,
    lesson,
    claims: runner.measure(lesson),
  };
  createMarkdown(() => {}).render('::: zigzag-path link\n:::\n\n::: training-race\n:::\n', env);
  const html = claimsTable(env);
  expect(html).toContain('ReLU · Moons');
  expect(html).toContain('seeds 1–3');
  expect(html).toMatch(/<a class="preset" href="#figure-2" data-query="racers=relu&amp;/);
});
