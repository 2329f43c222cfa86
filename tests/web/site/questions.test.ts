// Predictions and questions in Markdown, and what authors are told when one is wrong.

import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { PageEnv } from '../../../web/tools/site/lesson-source.ts';
import type { Lesson } from '../../../web/tools/site/lessons.ts';
import { createMarkdown } from '../../../web/tools/site/markdown.ts';

const lesson: Lesson = {
  slug: '99-test',
  file: 'lessons/99-test.json',
  presets: { deep: { figure: 'training-race', settings: { depth: 9 } } },
  claims: {},
};
const file = join(mkdtempSync(join(tmpdir(), 'lesson-')), '99-test.md');
const RACE = '::: training-race link\n:::\n';
const QUIZ =
  '::: quiz sum\nWhat is 1 + 1?\n\n- 1\n  - Too few.\n- [x] $2$\n  - Yes.\n\nMore.\n:::\n';

function render(text: string, slug = '99-test'): string {
  writeFileSync(file, text);
  const env: PageEnv = {
    page: { inputPath: file },
    language: 'en',
    lesson: { ...lesson, slug },
    claims: [],
    claimsOf: () => [],
  };
  return createMarkdown(() => {}).render(text, env);
}

const predict = (answers: string, info = 'loss') =>
  `::: predict ${info}\nHow low?\n\n${answers}\n\nBecause.\n:::\n\n${RACE}`;

test('a question becomes an element with its answers, and their feedback beside them', () => {
  const html = render(QUIZ);
  expect(html).toContain('<quiz-question name="99-test/sum"');
  expect(html.match(/type="radio"/g)).toHaveLength(2);
  expect(html.match(/data-right/g)).toHaveLength(2); // the answer, and the words for it
  expect(html).toMatch(
    /<div class="answer"><label>.*?1<\/span><\/label><div class="answer-feedback"><p>Too few\.<\/p>/s,
  );
  expect(html).not.toContain('[x]');
  expect(html).toMatch(/<div class="question-explanation"><p>More\.<\/p><\/div>/);
});

test('a prediction locks the figure below it', () => {
  const html = render(predict('- low\n  - No.\n- [x] high\n  - Yes.'));
  expect(html).toContain(
    '<predict-run name="99-test/loss" id="q-99-test-loss-block" for="figure">',
  );
  expect(html).toContain('<figure class="figure" id="figure">');
  expect(html).toContain('<a href="#figure">To the figure</a>');
  expect(html).toContain('question-skip');
});

test('a prediction about a preset locks nothing and links to it', () => {
  const html = render(`${RACE}\n::: predict later run=deep\nHow?\n\n- a\n- b\n:::\n`);
  expect(html).not.toContain(' for=');
  expect(html).toContain('<a href="?depth=9#figure" class="preset">Run it</a>');
});

test('a prediction may ask for a number, with feedback by interval', () => {
  const html = render(
    predict('- `0..1` Low.\n  - Too low.\n- [x] `1..2.5`\n  - Right.', 'loss step=0.1 unit="%"'),
  );
  expect(html).toContain('min="0" max="2.5" step="0.1"');
  expect(html).toContain('<span>%</span>');
  expect(html).toContain('data-from="1" data-to="2.5" data-right');
});

const CURVE = '- `0.01..0.5`\n  - Low.\n- [x] `0.5..10`\n  - High.';

test('a prediction may ask for a curve, with feedback by where it ends', () => {
  const html = render(predict(CURVE, 'loss draw steps=1000 start=2.3'));
  expect(html).toContain(
    '<div class="draw" data-steps="1000" data-start="2.3" data-from="0.01" data-to="10"',
  );
  expect(html).toContain('data-value="loss {loss} at step {step}"');
  expect(html).toContain('data-choose="Draw a curve first."');
  expect(html).toContain('data-from="0.5" data-to="10" data-right');
  expect(html).not.toContain('type="number"');
});

test('figures beside the linked one take presets without changing the address', () => {
  const html = render(
    '::: activation-plot\n:::\n\n::: training-race\n:::\n\n::: training-race still\n:::\n\n[deep](preset:deep)\n',
  );
  expect(html).toContain('<figure class="figure" id="figure-2">');
  expect(html).toContain('<a href="#figure-2" class="preset" data-query="depth=9">deep</a>');
});

test('a question of an earlier lesson comes back, under a name of its own', () => {
  const html = render('::: quiz sigmoid-tail from=02-gallery\n:::\n');
  expect(html).toContain('name="99-test/02-gallery:sigmoid-tail"');
  expect(html).toContain('Less than a ten-thousandth');
});

test('what is folded has a title; a program is text', () => {
  const html = render(
    '::: teachers\nAims.\n:::\n\n::: derivation Chain rule\n$x$\n:::\n\n::: code deep racers=relu\n:::\n',
  );
  expect(html).toContain('<details class="folded teachers"><summary>For teachers</summary>');
  expect(html).toContain('<summary>Derivation: Chain rule</summary>');
  expect(html).toContain('&quot;ReLU&quot;: (32, 1,');
});

test.each([
  ['::: quiz\nQ\n\n- a\n- b\n:::\n', /“::: quiz” needs a name/],
  ['::: quiz q\nQ\n:::\n', /a quiz needs a list of answers/],
  ['::: quiz q\nQ\n\n- a\n  - f\n- b\n  - f\n:::\n', /one answer is marked \[x\] as right, not 0/],
  ['::: quiz q\nQ\n\n- [x] a\n  - f\n- b\n:::\n', /every answer of a quiz needs its feedback/],
  ['::: quiz q\nQ\n\n- [x] a\n  - f\n:::\n', /a quiz has 2 to 5 answers, not 1/],
  ['::: quiz q\nQ\n\n- [x] a\n  - f\n  - g\n- b\n  - f\n:::\n', /one list item of feedback/],
  ['::: quiz q hint=1\nQ\n:::\n', /takes from, not “hint”/],
  [`${QUIZ}\n${QUIZ}`, /a second question “sum”/],
  ['::: quiz sum from=02-gallery\n:::\n', /lesson “02-gallery” has no quiz question “sum”/],
  ['::: quiz sum from=00-none\n:::\n', /no lesson “00-none”/],
  ['::: quiz sum from=02-gallery\nText\n:::\n', /has no text of its own/],
  ['::: predict p\nQ\n:::\n', /a prediction needs a list of answers/],
  ['::: predict p\nQ\n\n- a\n- b\n:::\n', /needs a figure below it/],
  ['::: predict p run=nowhere\nQ\n\n- a\n- b\n:::\n', /no preset "nowhere"/],
  [
    '::: predict p\nQ\n\n- a\n- b\n:::\n\n::: training-race autoplay\n:::\n',
    /runs by itself and cannot wait/,
  ],
  [
    `::: predict p\nQ\n\n- a\n- b\n:::\n\n${predict('- a\n- b')}`,
    /already waits for another prediction/,
  ],
  [predict('- `0..1`\n- b'), /either all answers are intervals, or none/],
  [predict('- `0..1`\n- `2..3`'), /each interval starts where the last ends/],
  [predict('- `1..0`\n- `0..3`'), /“1\.\.0” is not an interval/],
  [predict('- a\n- b', 'loss draw steps=9 start=1'), /needs intervals: where it may end/],
  [predict('- `0..1`\n- `1..2`', 'p draw steps=9 start=1'), /logarithmic and cannot begin at 0/],
  [predict(CURVE, 'loss draw start=1'), /needs “steps=”, a whole number from 1 on, not “”/],
  [predict(CURVE, 'loss draw steps=0.5 start=1'), /“steps=”, .*, not “0.5”/],
  [predict(CURVE, 'loss draw steps=9 start=20'), /“start=”, a loss from 0.01 to 10, not “20”/],
  [predict(CURVE, 'loss steps=9'), /“steps” and “start” go with “draw”/],
  ['::: derivation\nText\n:::\n', /a derivation needs a title/],
  ['::: code\n:::\n', /needs the name of a preset/],
  ['::: code nowhere\n:::\n', /no preset "nowhere"/],
])('%j is refused', (text, message) => {
  expect(() => render(text)).toThrow(message);
});
