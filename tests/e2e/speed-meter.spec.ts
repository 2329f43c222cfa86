// The speed meter in the production build: nothing is loaded or timed before the reader asks, the
// numbers shown are those measured, and it stops. No test asserts a time.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, watch } from './helpers.ts';

const SMALL = 'activations=relu,sigmoid,maxout&rounds=6&width=16&depth=1&lang=en';

async function open(page: Page, query = SMALL): Promise<Locator> {
  await page.goto(`embed/speed-meter/?${query}`);
  const figure = page.locator('speed-meter');
  await expect(figure.locator('table.bars')).toBeVisible();
  return figure;
}

const press = (figure: Locator, name: string) =>
  figure.getByRole('button', { name, exact: true }).press('Enter');
const reaches = (figure: Locator, phase: string) =>
  expect(figure.locator(`[data-phase="${phase}"].progress`)).toBeAttached();
const shown = (figure: Locator, id: string, variant: string, value: string) =>
  figure
    .locator(`[data-activation="${id}"] [data-variant="${variant}"] [data-value="${value}"]`)
    .textContent();

test('measures when asked to, with the keyboard, and shows what it measured', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  const figure = await open(page);
  await page.waitForLoadState('networkidle');
  // The module with SIMD may be saved for offline use; nothing is run yet.
  expect(page.workers()).toHaveLength(0);
  expect(await shown(figure, 'relu', 'simd', 'time')).toBe('–');
  await expect(figure.locator('.progress')).toContainText('Nothing has been measured yet.');

  await press(figure, 'Start');
  await reaches(figure, 'finished');
  expect(loaded.some((url) => url.includes('engine-baseline'))).toBe(true);
  await expect.poll(() => page.workers().length).toBe(0);
  for (const variant of ['simd', 'baseline']) {
    expect(Number(await shown(figure, 'relu', variant, 'ratio'))).toBe(1);
    expect(Number(await shown(figure, 'sigmoid', variant, 'time'))).toBeGreaterThan(0);
    expect(Number(await shown(figure, 'sigmoid', variant, 'ratio'))).toBeGreaterThan(0);
    expect(await shown(figure, 'maxout', variant, 'time')).toBe('–');
  }
  await expect(figure.locator('[data-noise]')).toContainText('The clock here tells');

  const ratio = await shown(figure, 'sigmoid', 'simd', 'ratio');
  await figure.getByText('Training step', { exact: true }).click();
  expect(Number(await shown(figure, 'maxout', 'simd', 'time'))).toBeGreaterThan(0);
  await figure.getByText('Data table', { exact: true }).click();
  const rows = figure.locator('table.data tbody tr');
  await expect(rows).toHaveCount(14);
  const row = rows.filter({ hasText: 'Sigmoid' }).first().locator('td');
  await expect(row.nth(1)).toHaveText('f');
  await expect(row.last()).toHaveText(ratio!);
  expect(problems).toEqual([]);
});

test('stops, measures anew, and forgets when what is timed changes', async ({ page }) => {
  const figure = await open(page, 'rounds=200&lang=en');
  await press(figure, 'Start');
  await expect(figure.locator('.progress')).toContainText(/Round \d+ of 200/);
  await press(figure, 'Stop');
  await reaches(figure, 'stopped');
  await expect.poll(() => page.workers().length).toBe(0);
  expect(await shown(figure, 'relu', 'simd', 'time')).not.toBe('–');
  await figure.getByText('linear', { exact: true }).click();
  expect(await shown(figure, 'relu', 'simd', 'time')).not.toBe('–');
  await press(figure, 'Measure again');
  await reaches(figure, 'running');
  await figure.getByText('More settings', { exact: true }).click();
  await figure.getByRole('slider', { name: 'Hidden layers' }).press('ArrowRight');
  await reaches(figure, 'ready');
  expect(await shown(figure, 'relu', 'simd', 'time')).toBe('–');
});

for (const [lang, theme, work] of [
  ['en', 'light', 'value'],
  ['zh', 'dark', 'step'],
] as const) {
  test(`accessible and without overflow at 320 px: ${lang}, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const figure = await open(
      page,
      `rounds=5&width=16&depth=1&work=${work}&lang=${lang}&theme=${theme}`,
    );
    await figure.locator('.transport .primary').press('Enter');
    await reaches(figure, 'finished');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    await figure.locator('.more').evaluate((element: HTMLDetailsElement) => {
      element.open = true;
    });
    // A page that holds a figure has a heading of its own.
    await figure.evaluate((element) => {
      const heading = Object.assign(document.createElement('h1'), { textContent: 'Host' });
      Object.assign(heading.style, { color: 'CanvasText', background: 'Canvas' });
      element.before(heading);
    });
    await expectAccessible(page);
  });
}
