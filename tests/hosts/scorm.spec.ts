// Lessons as SCORM packages: complete in themselves, and at work in a page that runs an LMS.

import { readdirSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { FrameLocator, Page } from '@playwright/test';
import { unzipSync } from 'fflate';
import { expect, test } from './host.ts';

const folder = 'dist/packages/scorm';
const LESSON = '01-why-nonlinear';
const HOST = 'https://lms.test/';
const TYPES: Record<string, string> = { html: 'text/html', js: 'text/javascript', css: 'text/css' };

const unzip = (name: string) => unzipSync(readFileSync(`${folder}/${name}`));
const lms = (name: string) => readFileSync(new URL(`scorm/${name}`, import.meta.url));
const runtime = createRequire(import.meta.url).resolve('scorm-again/scorm12/min');

/** What the page's LMS has on record, by element. */
type Record12 = Record<string, string>;

const recorded = (page: Page) =>
  page.evaluate(() =>
    (window as never as { API: { getFlattenedCMI(): object } }).API.getFlattenedCMI(),
  ) as Promise<Record12>;

/** Opens a lesson in the LMS, which may have something on record already. */
async function open(page: Page, cmi?: object): Promise<FrameLocator> {
  const files = new Map(Object.entries(unzip(`en-${LESSON}.zip`)));
  files.set('lms.html', lms('lms.html')).set('lms.js', lms('lms.js'));
  files.set('scorm12.js', readFileSync(runtime));
  await page.route(`${HOST}**`, (route) => {
    const name = new URL(route.request().url()).pathname.slice(1);
    const file = files.get(name);
    if (!file) return route.fulfill({ status: name === 'favicon.ico' ? 204 : 404 });
    const contentType = `${TYPES[name.replace(/^.*\./, '')]};charset=utf-8`;
    return route.fulfill({ body: Buffer.from(file), contentType });
  });
  if (cmi) {
    await page.goto(`${HOST}lms.html?lesson=about:blank`);
    await page.evaluate((text) => localStorage.setItem('kept', text), JSON.stringify({ cmi }));
  }
  await page.goto(`${HOST}lms.html?lesson=${LESSON}.html`);
  const lesson = page.frameLocator('#lesson');
  await expect(lesson.locator('quiz-question:defined, predict-run:defined')).toHaveCount(6);
  return lesson;
}

/** Answers everything; the first question wrong at the first try. */
async function answerAll(lesson: FrameLocator): Promise<void> {
  const quiz = lesson.locator('quiz-question');
  const predictions = lesson.locator('predict-run');
  for (const prediction of await predictions.all()) {
    await prediction.locator('input').first().check();
    await prediction.locator('button[type=submit]').click();
  }
  const wrong = quiz.first().locator('.answer:not([data-right]) input').first();
  await wrong.check();
  await quiz.first().locator('button[type=submit]').click();
  for (const question of await quiz.all()) {
    await question.locator('.answer[data-right] input').first().check();
    await question.locator('button[type=submit]').click();
  }
}

test('a manifest lists exactly the files of its package, which any LMS takes', async ({ page }) => {
  const lessons = readdirSync('lessons/en').map((file) => file.replace('.md', ''));
  const names = ['en', 'zh'].flatMap((language) =>
    [...lessons, 'course'].map((name) => `${language}-${name}.zip`),
  );
  expect(readdirSync(folder).sort()).toEqual(names.sort());
  for (const name of names) {
    const { 'imsmanifest.xml': manifest, ...files } = unzip(name);
    const read = await page.evaluate((text) => {
      const xml = new DOMParser().parseFromString(text, 'application/xml');
      const all = (tag: string, attribute: string) =>
        [...xml.getElementsByTagName(tag)].map((node) => node.getAttribute(attribute)!);
      return {
        error: xml.querySelector('parsererror')?.textContent ?? '',
        version: xml.querySelector('schemaversion')?.textContent,
        files: all('file', 'href'),
        items: all('item', 'identifierref'),
        resources: all('resource', 'identifier'),
        starts: all('resource', 'href').filter(Boolean),
        titles: [...xml.querySelectorAll('item > title')].map((node) => node.textContent),
      };
    }, Buffer.from(manifest!).toString());
    expect(read, name).toMatchObject({ error: '', version: '1.2' });
    expect(read.files.sort(), name).toEqual(Object.keys(files).sort());
    expect(Object.keys(files).filter((file) => !/^[a-z0-9-]+\.(html|js|css)$/.test(file))).toEqual(
      [],
    );
    expect(read.items.filter((item) => !read.resources.includes(item))).toEqual([]);
    expect(read.items, name).toHaveLength(name.endsWith('course.zip') ? lessons.length : 1);
    expect(read.starts).toHaveLength(read.items.length);
    expect(read.titles.every(Boolean)).toBe(true);
  }
});

test('answers become status, score and suspend data, and are there on the next visit', async ({
  page,
  problems,
}) => {
  const lesson = await open(page);
  await expect(lesson.locator('[data-lms]')).toHaveText(/reported to the course/);
  expect(await recorded(page)).toMatchObject({ 'cmi.core.lesson_status': 'incomplete' });
  await answerAll(lesson);
  const questions = await lesson.locator('quiz-question').count();
  await expect.poll(async () => (await recorded(page))['cmi.core.lesson_status']).toBe('completed');
  const end = await recorded(page);
  expect(Number(end['cmi.core.score.raw'])).toBeCloseTo((100 * (questions - 1)) / questions, 1);
  expect(end['cmi.suspend_data']!.length).toBeLessThan(4096);

  // Leaving finishes the attempt.
  await page.evaluate(() => {
    document.querySelector('iframe')!.src = 'about:blank';
  });
  await expect
    .poll(() => page.evaluate(() => (window as never as { calls: string[] }).calls.at(-1)))
    .toBe('LMSFinish');
  const again = await open(page);
  await expect(again.locator('quiz-question input:checked')).toHaveCount(questions);
  await expect(again.locator('[data-lms]')).toHaveText(/reported to the course/);
  const { 'cmi.core.lesson_status': status, 'cmi.core.score.raw': raw } = await recorded(page);
  expect([status, raw]).toEqual(['completed', end['cmi.core.score.raw']]);
  expect(problems).toEqual([]);
});

test('with a mastery score the lesson is passed or failed', async ({ page }) => {
  const lesson = await open(page, { student_data: { mastery_score: '99' } });
  await answerAll(lesson);
  await expect.poll(async () => (await recorded(page))['cmi.core.lesson_status']).toBe('failed');
});

test('suspend data that cannot be read: the lesson starts clean and says so', async ({
  page,
  problems,
}) => {
  const lesson = await open(page, { suspend_data: '{"v":1,garbage' });
  await expect(lesson.locator('[data-lms]')).toHaveText(/cannot read. It starts clean/);
  await expect(lesson.locator('quiz-question input:checked')).toHaveCount(0);
  expect((await recorded(page))['cmi.suspend_data']).toBe('{"v":1,garbage');
  const question = lesson.locator('quiz-question').first();
  await question.locator('.answer[data-right] input').first().check();
  await question.locator('button[type=submit]').click();
  await expect.poll(async () => (await recorded(page))['cmi.suspend_data']).toContain(LESSON);
  expect(problems).toEqual([]);
});

test('an LMS that refuses, and none at all, leave the lesson at work', async ({
  page,
  problems,
}) => {
  const lesson = await open(page);
  await page.evaluate(() => {
    const { API } = window as never as { API: { LMSCommit(): string } };
    API.LMSCommit = () => 'false';
  });
  const question = lesson.locator('quiz-question').first();
  await question.locator('.answer[data-right] input').first().check();
  await question.locator('button[type=submit]').click();
  await expect(lesson.locator('[data-lms]')).toHaveText(/did not take the last report \(LMSCommit/);
  await expect(question.locator('.question-status')).not.toBeEmpty();

  await page.goto(`${HOST}${LESSON}.html`);
  await expect(page.locator('[data-lms]')).toHaveText(/stay in this browser/);
  await expect(page.locator('training-race canvas').first()).toBeVisible();
  expect(problems).toEqual([]);
});
