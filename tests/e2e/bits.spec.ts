// The golden bits in Chromium, with the library as it is shipped; and a race among other tabs.

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import puppeteer from 'puppeteer-core';
import { startServer } from '../../web/tools/serve.mjs';
import { inNode, withoutState } from './in-node.ts';
import playwright from './playwright.config.ts';
import { raceAmongTabs } from './tabs.ts';

const { curves, trainings } = JSON.parse(readFileSync('tests/golden/bits.json', 'utf8'));
const count = curves.length + trainings.length;

let server: Awaited<ReturnType<typeof startServer>>;
test.beforeAll(async () => {
  server = await startServer('.');
});
test.afterAll(() => server.close());

for (const variant of ['simd', 'baseline']) {
  test(`every hash of the golden file, ${variant}`, async ({ page }) => {
    await page.goto(`${server.url}tests/golden/bits.html?variant=${variant}`);
    const report = page.locator('#report[data-done]');
    await expect(report).toHaveText(`${variant}: ${count} of ${count} agree`, { timeout: 90_000 });
  });
}

test('a race among other tabs ends with the bits of the engine in Node', async ({ baseURL }) => {
  const { executablePath, args } = playwright.use!.launchOptions!;
  const browser = await puppeteer.launch({ executablePath, args });
  try {
    const { rows, settings } = await raceAmongTabs(browser, baseURL!);
    expect(withoutState(rows)).toEqual(await inNode(settings));
  } finally {
    await browser.close();
  }
});
