// Frames with `sandbox="allow-scripts"`, from a server that allows no other origin: a page without
// origin, storage and modules.

import { startServer } from '../../web/tools/serve.mjs';
import { finishRace, RACE_END } from '../e2e/helpers.ts';
import { expect, test } from './host.ts';

const SMALL = 'dataset=moons&racers=relu&depth=2&width=8&steps=60&lang=en';

let site: Awaited<ReturnType<typeof startServer>>;

test.beforeAll(async () => {
  site = await startServer('dist/site', { headers: {} });
});
test.afterAll(() => site.close());

const host = (query: string) => `<!doctype html><title>Host</title>
  <iframe title="Figure" sandbox="allow-scripts" width="600" height="800"
    src="${site.url}embed/${query}"></iframe>`;

test('a race trains in a sandboxed frame, and tells its height', async ({ page, problems }) => {
  await page.setContent(host(`training-race/?${SMALL}&theme=dark`), { waitUntil: 'commit' });
  await page.evaluate(() => {
    const heights: number[] = [];
    addEventListener('message', ({ data }) => data.type === 'height' && heights.push(data.height));
    Object.assign(globalThis, { heights });
  });
  const frame = page.frameLocator('iframe');
  await finishRace(frame.locator('training-race'), 'Start', RACE_END.en);
  expect(await frame.locator('html').getAttribute('data-theme')).toBe('dark');
  expect(await frame.locator('html').evaluate(() => self.origin)).toBe('null');
  expect(page.workers().map((worker) => worker.url())).toEqual([
    expect.stringMatching(/^blob:null/),
  ]);
  const last = () => page.evaluate(() => (globalThis as unknown as Host).heights.at(-1));
  await expect.poll(last).toBeGreaterThan(400);
  expect(problems).toEqual([]);
});

interface Host {
  heights: number[];
}

test('without workers it trains on the page’s thread', async ({ page, problems }) => {
  await page.addInitScript(() => {
    delete (globalThis as { Worker?: unknown }).Worker;
  });
  await page.setContent(host(`training-race/?${SMALL}&link=true&autoplay=true`));
  const frame = page.frameLocator('iframe');
  await expect(frame.getByText(RACE_END.en).first()).toBeVisible();
  await frame.getByRole('button', { name: 'New seed' }).click();
  await expect(frame.getByText(/Step 0 of/).first()).toBeVisible();
  // The link, which this page has not, would be written a moment later.
  await page.waitForTimeout(500);
  expect(page.workers()).toEqual([]);
  expect(problems).toEqual([]);
});

test('formulas come with their fonts', async ({ page, problems }) => {
  await page.setContent(host('activation-plot/?functions=sigmoid&lang=en'));
  const frame = page.frameLocator('iframe');
  await expect(frame.locator('.katex').first()).toBeVisible();
  const loaded = await frame
    .locator('html')
    .evaluate(() => [...document.fonts].filter(({ status }) => status === 'loaded').length);
  expect(loaded).toBeGreaterThan(1);
  expect(problems).toEqual([]);
});
