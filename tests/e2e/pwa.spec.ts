// The offline copy: complete after one visit, replaced on consent, never in the way.

import { cpSync, mkdtempSync, readFileSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, type Page, test } from '@playwright/test';
import { startServer } from '../../web/tools/serve.mjs';
import { writeServiceWorker } from '../../web/tools/site/precache.ts';
import { finishRace, RACE_END } from './helpers.ts';

/** A copy of the site that a test may change, below a folder of its own. */
async function serveCopy(below = '') {
  const folder = mkdtempSync(join(tmpdir(), 'activation-lab-'));
  const site = join(folder, below);
  cpSync('dist/site', site, { recursive: true });
  const server = await startServer(folder);
  return { site, server, url: new URL(below, server.url).href.replace(/\/?$/, '/') };
}

const ready = (page: Page) =>
  expect(page.locator('[data-offline]')).toHaveAttribute('data-state', /ready|disconnected/);

test('after one visit to the start page both lessons train with the server stopped', async ({
  page,
}) => {
  const { server, url } = await serveCopy('courses/lab');
  await page.goto(`${url}en/`);
  await ready(page);
  await server.close();

  await page.goto(`${url}en/12-race/?depth=2&width=16&steps=60`);
  await finishRace(page.locator('#figure'), 'Start', RACE_END.en);
  await page.goto(`${url}zh/02-gallery/?functions=gelu`);
  await expect(page.locator('#figure canvas').first()).toBeVisible();
  const names = page.locator('#figure').getByText('GELU');
  await expect(names.filter({ visible: true }).first()).toBeVisible();
  // A folder without its slash, the root, and the pages for frames.
  await page.goto(`${url}zh/12-race`);
  await expect(page).toHaveURL(`${url}zh/12-race/`);
  await page.goto(url);
  await expect(page).toHaveURL(`${url}en/`);
  await page.goto(`${url}embed/training-race/?dataset=moons&steps=50&lang=en`);
  await finishRace(page.locator('main'), 'Start', RACE_END.en);
});

// The browser looks for updates when it has nothing better to do.
const IDLE = { timeout: 90_000 };

test('a new version waits for consent, then reaches every tab', async ({ page, context }) => {
  test.setTimeout(300_000);
  await page.emulateMedia({ reducedMotion: 'reduce' });
  const { server, site, url } = await serveCopy();
  await page.goto(`${url}en/`);
  await ready(page);
  await page.reload();
  const other = await context.newPage();
  await other.emulateMedia({ reducedMotion: 'reduce' });
  await other.goto(`${url}zh/`);

  const file = join(site, 'en/index.html');
  writeFileSync(file, readFileSync(file, 'utf8').replace('<h1>', '<h1>New: '));
  const twin = join(site, 'zh/index.html');
  writeFileSync(twin, readFileSync(twin, 'utf8').replace('<h1>', '<h1>新：'));
  await writeServiceWorker(site);

  await page.reload();
  const banner = page.locator('[data-update]');
  await expect(banner).toBeVisible(IDLE);
  await expect(page.locator('h1')).not.toContainText('New:');
  await banner.getByRole('button', { name: 'Later' }).click();
  await expect(banner).toBeHidden();
  await page.reload();
  await expect(page.locator('h1')).not.toContainText('New:');

  await expect(banner).toBeVisible(IDLE);
  await banner.getByRole('button', { name: 'Update' }).click();
  await expect(page.locator('h1')).toContainText('New:');
  await expect(other.locator('h1')).toContainText('新：');
  await expect(banner).toBeHidden();
  const caches = await page.evaluate(() => window.caches.keys());
  expect(caches).toHaveLength(1);
  await server.close();
});

test('a file that is not what the list says is never kept, and the page still works', async ({
  page,
}) => {
  const { server, site, url } = await serveCopy();
  const worker = join(site, 'sw.js');
  const text = readFileSync(worker, 'utf8');
  writeFileSync(worker, text.replace(/("en\/12-race\/": ")[^"]{8}/, '$1AAAAAAAA'));
  await page.goto(`${url}en/`);
  await expect(page.locator('[data-offline]')).toHaveAttribute('data-state', 'failed');
  expect(await page.evaluate(() => window.caches.keys())).toEqual([]);
  await page.goto(`${url}en/12-race/?depth=1&steps=20`);
  await finishRace(page.locator('#figure'), 'Start', RACE_END.en);
  await server.close();
});

test('a browser without service workers loses only the offline copy', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(Navigator.prototype, 'serviceWorker', { get: () => undefined });
  });
  await page.goto('en/');
  await expect(page.locator('[data-offline]')).toHaveAttribute('data-state', 'unavailable');
  await expect(page.locator('canvas').first()).toBeVisible();
});

test('the manifest names icons that exist', async ({ page, request, baseURL }) => {
  for (const language of ['en', 'zh']) {
    await page.goto(`${language}/`);
    const href = await page.locator('link[rel=manifest]').getAttribute('href');
    const address = new URL(href!, page.url());
    const manifest = await (await request.get(address.href)).json();
    expect(new URL(manifest.start_url, address).href).toBe(`${baseURL}${language}/`);
    for (const icon of manifest.icons) {
      const response = await request.get(new URL(icon.src, address).href);
      expect(response.headers()['content-type']).toBe(icon.type);
    }
  }
});
