// What authors of lessons write, and what they are told when it is wrong.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Measured } from '../../../web/tools/site/claims.ts';
import { claimsTable } from '../../../web/tools/site/claims-table.ts';
import type { PageEnv } from '../../../web/tools/site/lesson-source.ts';
import type { Lesson } from '../../../web/tools/site/lessons.ts';
import { createMarkdown } from '../../../web/tools/site/markdown.ts';

const lesson: Lesson = {
  slug: '99-test',
  file: 'lessons/99-test.json',
  presets: {
    deep: { figure: 'training-race', settings: { depth: 9, seeds: 2 } },
    curve: { figure: 'activation-plot', settings: { functions: ['relu'] } },
  },
  claims: {},
};
const claims: Measured[] = [
  {
    id: 'loss',
    claim: {
      preset: 'deep',
      racers: ['relu'],
      measure: 'trainLoss',
      across: 'max',
      below: 1,
      style: 'fixed 2',
    },
    value: 0.1234,
    holds: true,
  },
];
const matter = '---\ntitle: Test\nquestion: Why?\n---\n';
const file = join(mkdtempSync(join(tmpdir(), 'lesson-')), '99-test.md');

function render(text: string, language: 'en' | 'zh' = 'en'): { html: string; env: PageEnv } {
  writeFileSync(file, matter + text);
  const env: PageEnv = { page: { inputPath: file }, language, lesson, claims };
  return { html: createMarkdown(() => {}).render(text, env), env };
}

test('a figure goes through the schema of its widget', () => {
  const { html } = render(
    '::: activation-plot link functions="relu tanh" x-min=-3\nA *caption*.\n:::\n',
  );
  expect(html).toContain('<activation-plot functions="relu tanh" x-min="-3" link="true">');
  expect(html).toContain('<em>caption</em>');
});

test('the mark after a formula stays with it', () => {
  expect(render('Let $x$, then.\n').html).toMatch(/class="nowrap">.*<\/span>,<\/span> then\./);
  expect(render('设 $x$。然后\n').html).toMatch(/class="nowrap">.*<\/span>。<\/span>然后/);
  expect(render('Let $x$ be.\n').html).not.toContain('nowrap');
  // A long one has to break somewhere.
  const { html } = render('So $a = b = c = d$, then.\n');
  expect(html).not.toContain('nowrap');
  expect(html).toMatch(/<\/span>, then\./);
});

test.each([
  [
    '\n::: activation-plot functions="relu nonsense"\n:::\n',
    /99-test\.md:6: .*functions.*nonsense/,
  ],
  ['::: activation-plot colour=red\n:::\n', /99-test\.md:5: .*colour/],
  ['::: training-race depth=0\n:::\n', /99-test\.md:5: .*depth.*1 to 20/],
  ['::: training-race depth=\n:::\n', /99-test\.md:5: cannot read the settings/],
  ['Text.\n\n::: training-rase\n:::\n', /99-test\.md:7: unknown block/],
  ['::: textbook maybe\n:::\n', /99-test\.md:5: a verdict is one of right, half, wrong/],
  ['It is {{ unknown }}.\n', /99-test\.md: no claim “unknown”/],
  ['[x](preset:nowhere)\n', /no preset "nowhere" \(there are: deep, curve\)/],
  ['[x](preset:deep)\n', /preset “deep” needs a <training-race> above it/],
  ['[x](activation:rely)\n', /no activation “activation:rely”/],
  ['$\\frac{1}$\n', /KaTeX/],
  ['::: training-race link\n:::\n\n::: training-race link\n:::\n', /99-test\.md:8: only one/],
])('%j is refused', (text, message) => {
  expect(() => render(text)).toThrow(message);
});

test('a claim is written where it is named, a preset becomes a link', () => {
  const { html } = render('::: training-race link depth=4\n:::\n\n{{ loss }} [run](preset:deep)\n');
  expect(html).toContain('<data class="claim" value="0.1234" data-claim="loss">0.13</data>');
  expect(html).toContain('href="?depth=9&amp;seeds=2#figure"');
});

test('a preset goes back to a default that the page’s figure has changed', () => {
  const { html } = render('::: training-race link width=64\n:::\n\n[run](preset:deep)\n');
  expect(html).toContain('href="?depth=9&amp;width=32&amp;seeds=2#figure"');
});

test('the table names what was measured, where, and its bound', () => {
  const { env } = render('::: training-race link\n:::\n', 'zh');
  const html = claimsTable(env);
  expect(html).toContain('训练损失 (最大)');
  expect(html).toContain('种子 1–2');
  expect(html).toContain('&lt; 1');
  expect(html).toContain('href="?racers=relu&amp;depth=9&amp;seeds=2#figure"');
});

test('the empty corner of a table is no heading', () => {
  const { html } = render('| | a |\n|---|---|\n| b | 1 |\n');
  expect(html).toMatch(/<tr>\s*<td><\/td>\s*<th>a<\/th>/);
});

test('HTML in a lesson is text', () => {
  expect(render('<script>alert(1)</script>\n').html).not.toContain('<script>');
});
