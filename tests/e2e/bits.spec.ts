// The golden bits in Chromium, with the library as it is shipped.

import { readFileSync } from 'node:fs';
import { expect, test } from '@playwright/test';
import { startServer } from '../../web/tools/serve.mjs';

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
