// Lessons as single files, opened from a disk with no network.

import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';
import packageJson from '../../package.json' with { type: 'json' };
import { watch } from '../e2e/helpers.ts';
import { inNode, withoutState } from '../e2e/in-node.ts';

const folder = 'dist/packages/html';
const address = (name: string) => pathToFileURL(`${folder}/${name}`).href;
const lessons = readdirSync('lessons/en').map((file) => file.replace('.md', ''));
const files = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** Opens a file with no network. What it asks for beside itself, and what it complains of: */
async function open(page: Page, name: string, query = ''): Promise<string[]> {
  await page.context().setOffline(true);
  const problems = watch(page, 'file:');
  page.on('request', (request) => {
    const beside = request.url().startsWith('file:') && !request.isNavigationRequest();
    if (beside) problems.push(`request: ${request.url()}`);
  });
  await page.goto(address(name) + query);
  return problems;
}

test('every lesson is there in both languages, and names nothing of elsewhere', async () => {
  const wanted = ['en', 'zh'].flatMap((language) => [
    ...[`${language}.html`, `${language}-glossary.html`],
    ...lessons.map((lesson) => `${language}-${lesson}.html`),
  ]);
  expect(files.sort()).toEqual([...wanted, 'index.html'].sort());
  for (const file of files) {
    const html = readFileSync(`${folder}/${file}`, 'utf8').replace(
      /<(script|style)>.*?<\/\1>/gs,
      '',
    );
    const addresses = [...html.matchAll(/\s(?:src|href)="([^"]*)"/g)].map(([, url]) => url!);
    const strange = addresses.filter(
      (url) =>
        !/^(?:[#?]|data:|https:\/\/)/.test(url) && !files.includes(url.replace(/[?#].*/, '')),
    );
    expect(strange, file).toEqual([]);
    expect(html).not.toMatch(/<(?:script|link|img)[^>]*\s(?:src|href)="https?:/);
  }
});

test('a race runs to its end with the numbers of Node', async ({ page }) => {
  const settings = { dataset: 'moons', depth: 2, width: 8, steps: 200, batchSize: 32 } as const;
  const query = '?dataset=moons&depth=2&width=8&steps=200&batch-size=32';
  const problems = await open(page, 'en-12-race.html', query);
  const race = page.locator('training-race');
  await race.scrollIntoViewIfNeeded();
  await race.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(race.locator('.progress-step[data-phase="finished"]')).toBeAttached();
  await race.getByText('Data table', { exact: true }).click();
  const rows = await race
    .locator('table.data:not(.results) tbody tr')
    .evaluateAll((found) =>
      found.map((row) => [...row.children].map((cell) => cell.textContent!.trim())),
    );
  expect(withoutState(rows)).toEqual(await inNode(settings));
  expect(problems).toEqual([]);
});

test('links lead from the index to a lesson, on to the next, and to a preset', async ({ page }) => {
  const problems = await open(page, 'index.html');
  await page.getByRole('link', { name: '中文' }).click();
  await page.getByRole('link', { name: '深层 sigmoid 网络为什么训练不动' }).first().click();
  expect(page.url()).toBe(address('zh-03-saturation.html'));
  await page.locator('.neighbours a').last().click();
  await expect(page.locator('h1')).toHaveText('均值不为零的代价');
  await page.getByRole('link', { name: 'English' }).click();
  const preset = page.locator('a.preset[href^="?"]').first();
  await preset.click();
  await expect
    .poll(() => new URL(page.url()).search)
    .toBe(await preset.evaluate((a) => (a as HTMLAnchorElement).search));
  expect(problems).toEqual([]);
});

test('every lesson opens without an error', async ({ page }) => {
  const problems = await open(page, 'index.html');
  // The two languages in turn: what differs between files is in their pages.
  const languages = ['en', 'zh'];
  for (const [i, lesson] of lessons.entries()) {
    await page.goto(address(`${languages[i % 2]}-${lesson}.html`));
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('[data-phase="ready"]').first()).toBeAttached();
  }
  expect(problems).toEqual([]);
});

test('a file works in a frame that is only allowed scripts, without an origin', async ({
  page,
}) => {
  const problems = watch(page, 'https://files.test/');
  const bodies: Record<string, string> = {
    '/host.html':
      '<iframe sandbox="allow-scripts" width="1200" height="700" src="x.html"></iframe>',
    '/x.html': readFileSync(`${folder}/en-03-saturation.html`, 'utf8'),
  };
  await page.route('https://files.test/**', (route) => {
    const body = bodies[new URL(route.request().url()).pathname];
    const contentType = 'text/html;charset=utf-8';
    return route.fulfill(body ? { body, contentType } : { status: 204 });
  });
  await page.goto('https://files.test/host.html');
  const lesson = page.frameLocator('iframe');
  const question = lesson.locator('quiz-question:defined').first();
  await question.locator('.answer[data-right] input').first().check();
  await question.getByRole('button', { name: 'Check' }).click();
  await expect(question.locator('.question-status')).toContainText('Right');
  await lesson.locator('a.preset[href^="?"]:visible').first().click();
  await expect(lesson.locator('#figure [data-phase="ready"]').first()).toBeInViewport();
  expect(problems).toEqual([]);
});

test('the archive has a start page, the lessons and the site', async ({ page }, info) => {
  const { version } = packageJson;
  const top = `activation-lab-${version}/`;
  const archive = unzipSync(readFileSync(`dist/packages/activation-lab-${version}.zip`));
  const names = Object.keys(archive);
  expect(names).toEqual([...names].sort());
  const below = (part: string) =>
    names.filter((name) => name.startsWith(top + part)).map((name) => name.slice(top.length));
  expect(below('')).toHaveLength(names.length);
  expect(below('lessons/')).toEqual(files.map((file) => `lessons/${file}`).sort());
  expect(below('site/')).toContain('site/en/12-race/index.html');
  expect(below('site/')).toContain('site/sw.js');
  const readme = Buffer.from(archive[`${top}README.txt`]!).toString();
  expect(readme).toContain('start.html opens the lessons');
  expect(readme).toContain('用任意浏览器打开 start.html');

  for (const name of ['start.html', 'lessons/zh.html', 'lessons/zh-09-maxout.html']) {
    mkdirSync(dirname(info.outputPath(name)), { recursive: true });
    writeFileSync(info.outputPath(name), archive[top + name]!);
  }
  const problems = watch(page, 'file:');
  await page.context().setOffline(true);
  await page.goto(pathToFileURL(info.outputPath('start.html')).href);
  await page.getByRole('link', { name: '中文' }).click();
  await page.getByRole('link', { name: 'maxout', exact: true }).first().click();
  await expect(page.locator('maxout-fit [data-phase="ready"]')).toBeAttached();
  expect(problems).toEqual([]);
});
