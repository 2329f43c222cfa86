// The frame around the lessons: languages, themes, links, narrow screens, bad addresses.

import { expect, type Page, test } from '@playwright/test';
import type { FigureElement } from '../../web/src/widgets/base.ts';
import { expectAccessible, watch } from './helpers.ts';

// The lessons have a test of their own.
const PAGES = ['en/', 'zh/', 'en/glossary/', 'zh/glossary/'];

/** A figure off screen rests, and does not even load. */
async function showFigures(page: Page): Promise<void> {
  const race = page.locator('training-race');
  if ((await race.count()) === 0) return;
  await race.scrollIntoViewIfNeeded();
  await expect(page.locator('canvas').first()).toBeVisible();
}

for (const path of PAGES) {
  test(`${path} is quiet, fits 320 pixels, and asks no other origin`, async ({ page, baseURL }) => {
    const problems = watch(page, baseURL!);
    await page.setViewportSize({ width: 320, height: 640 });
    await page.goto(path);
    await showFigures(page);
    for (const width of [320, 375, 768]) {
      await page.setViewportSize({ width, height: 720 });
      const over = () =>
        page.evaluate(() => document.documentElement.scrollWidth - document.body.clientWidth);
      await expect.poll(over, `overflow at ${width}`).toBeLessThanOrEqual(0);
    }
    expect(problems).toEqual([]);
  });

  for (const colorScheme of ['light', 'dark'] as const) {
    test(`${path} passes axe in ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
      await page.goto(path);
      await showFigures(page);
      await expectAccessible(page);
    });
  }
}

test('the root leads to the reader’s language, and remembers the choice', async ({
  browser,
  baseURL,
}) => {
  const context = await browser.newContext({ locale: 'zh-CN', baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('./');
  await expect(page).toHaveURL(`${baseURL}zh/`);
  await page.getByRole('link', { name: 'English' }).click();
  await expect(page).toHaveURL(`${baseURL}en/`);
  await page.goto('./');
  await expect(page).toHaveURL(`${baseURL}en/`);
  await context.close();
});

test('the root works without scripts', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto('./');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  await page.goto('en/12-race/');
  await expect(page.locator('#figure noscript')).toBeVisible();
  await expect(page.getByText('On every seed that this page has run')).toBeAttached();
  await context.close();
});

test('the language switch keeps the lesson and its query', async ({ page }) => {
  await page.goto('en/02-gallery/?functions=gelu,mish');
  await expect(page.locator('#figure canvas').first()).toBeVisible();
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page).toHaveURL(/\/zh\/02-gallery\/\?functions=gelu,mish/);
  await expect(page.locator('html')).toHaveAttribute('lang', 'zh-CN');
  const names = page.locator('#figure').getByText('Mish');
  await expect(names.filter({ visible: true }).first()).toBeVisible();
});

test('the theme is chosen, kept, and applied before the first paint', async ({ page }) => {
  await page.emulateMedia({ colorScheme: 'light' });
  await page.goto('en/');
  const theme = () => page.locator('html').getAttribute('data-theme');
  expect(await theme()).toBe('light');
  await page.getByLabel('Theme').selectOption('dark');
  expect(await theme()).toBe('dark');
  await page.goto('en/12-race/', { waitUntil: 'commit' });
  await expect.poll(theme).toBe('dark');
  await expect(page.getByLabel('Theme')).toHaveValue('dark');
  await page.getByLabel('Theme').selectOption('auto');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expect.poll(theme).toBe('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await expect.poll(theme).toBe('light');
});

test('everything works where nothing may be stored', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  await page.addInitScript(() => {
    Object.defineProperty(window, 'localStorage', {
      get() {
        throw new DOMException('denied', 'SecurityError');
      },
    });
  });
  await page.goto('./');
  await expect(page).toHaveURL(`${baseURL}en/`);
  await page.getByLabel('Theme').selectOption('dark');
  await page.getByRole('link', { name: '中文' }).click();
  await expect(page.locator('canvas').first()).toBeVisible();
  expect(problems).toEqual([]);
});

test('every link of the site leads somewhere', async ({ page, request }) => {
  for (const path of PAGES) {
    await page.goto(path);
    const links = await page
      .locator('a[href]')
      .evaluateAll((all) => all.map((a) => (a as HTMLAnchorElement).href));
    const own = new Set(
      links.map((link) => link.split('#')[0]!).filter((l) => l.startsWith('http://localhost')),
    );
    for (const link of own) expect((await request.get(link)).status(), link).toBe(200);
    const fragments = links.filter((l) => l.split('#')[0] === page.url() && l.includes('#'));
    for (const link of fragments) {
      const id = decodeURIComponent(link.split('#')[1]!);
      expect(await page.locator(`[id="${id}"]`).count(), link).toBe(1);
    }
  }
});

test('a bad query is named and does no harm', async ({ page }) => {
  await page.goto('en/12-race/?depth=1000&learning-rate=fast&racers=relu,nonsense&utm_source=x');
  const figure = page.locator('#figure');
  await expect(figure.getByText(/“depth” cannot be “1000”/)).toBeVisible();
  await expect(figure.getByText(/“learning-rate” cannot be “fast”/)).toBeVisible();
  await expect(figure.getByRole('button', { name: 'Start', exact: true })).toBeEnabled();
});

test('a preset puts the figure into its state, and Back leaves it', async ({ page }) => {
  await page.goto('en/12-race/');
  const figure = page.locator('#figure > training-race');
  await expect(figure.locator('canvas').first()).toBeVisible();
  await page.getByRole('link', { name: 'two moons, with eight layers of 16' }).click();
  await expect(page).toHaveURL(/dataset=moons/);
  const setting = (name: string) =>
    figure.evaluate((e, key) => (e as FigureElement).settings[key as never], name);
  await expect.poll(() => setting('dataset')).toBe('moons');
  expect(await setting('depth')).toBe(8);
  await page.goBack();
  await expect.poll(() => setting('dataset')).toBe('digits');
  expect(await setting('depth')).toBe(6);
});

test('the skip link and the menu work by keyboard', async ({ page }) => {
  await page.goto('en/');
  await page.keyboard.press('Tab');
  await expect(page.getByRole('link', { name: 'Skip to the content' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(page.locator('#content')).toBeFocused();
  const menu = page.locator('[data-menu]');
  await menu.locator('summary').focus();
  await page.keyboard.press('Enter');
  await expect(menu.getByRole('link').first()).toBeVisible();
  await page.keyboard.press('Tab');
  await page.keyboard.press('Escape');
  await expect(menu.getByRole('link').first()).toBeHidden();
});

test('a snippet is copied with the address of this site', async ({ page, context, baseURL }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto('en/');
  await page.getByRole('button', { name: 'Copy' }).first().click();
  await expect(page.getByRole('button', { name: 'Copied' })).toBeVisible();
  const text = await page.evaluate(() => navigator.clipboard.readText());
  expect(text).toContain(`src="${baseURL}embed/activation-lab.js"`);
});
