// Lessons as single files, opened from a disk with no network.

import { readdirSync, readFileSync } from 'node:fs';
import { pathToFileURL } from 'node:url';
import { expect, type Page, test } from '@playwright/test';
import { watch } from '../e2e/helpers.ts';
import { inNode, withoutState } from '../e2e/in-node.ts';

const folder = 'dist/packages/html';
const address = (name: string) => pathToFileURL(`${folder}/${name}`).href;
const lessons = readdirSync('lessons/en').map((file) => file.replace('.md', ''));
const files = readdirSync(folder).filter((name) => name.endsWith('.html'));

/** Opens a file; what it reports beside its own loading is a problem. */
async function open(page: Page, name: string, query = ''): Promise<string[]> {
  await page.context().setOffline(true);
  const problems = watch(page, 'file:');
  const requests: string[] = [];
  page.on('request', (request) => {
    if (request.url().startsWith('file:')) requests.push(request.url());
  });
  await page.goto(address(name) + query);
  expect(requests).toEqual([address(name) + query]);
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
  const problems = watch(page, 'file:');
  await page.context().setOffline(true);
  // The two languages in turn: what differs between files is in their pages.
  const languages = ['en', 'zh'];
  for (const [i, lesson] of lessons.entries()) {
    await page.goto(address(`${languages[i % 2]}-${lesson}.html`));
    await expect(page.locator('h1')).toBeVisible();
    await expect(page.locator('[data-phase="ready"]').first()).toBeAttached();
  }
  expect(problems).toEqual([]);
});
