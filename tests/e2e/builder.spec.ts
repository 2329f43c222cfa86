// The page that sets a figure up: form, preview, codes and address show the same values.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, watch } from './helpers.ts';

const SMALL = 'dataset=moons&size=200&depth=2&width=8&charts=loss&lang=en';

const setting = (page: Page, name: string) => page.locator(`#field-${name}`);
const code = (page: Page) => page.locator('.code').inputValue();
const inForce = (figure: Locator) =>
  figure.evaluate((element) => (element as HTMLElement & { query: string }).query);

async function openBuilder(page: Page, hash: string, language = 'en'): Promise<Locator> {
  await page.goto(`${language}/builder/${hash}`);
  const figure = page.locator('.stage > *');
  await expect(figure.locator('.figure')).toHaveAttribute('data-phase', 'ready');
  return figure;
}

test('a change shows in preview, code and address, and Back undoes it', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const figure = await openBuilder(page, `#training-race?${SMALL}`);
  await page.getByRole('tab', { name: 'Element' }).click();
  await setting(page, 'depth').fill('3');
  await setting(page, 'depth').blur();
  await page.getByLabel(/^Lock learning-rate/).check();
  await page.getByLabel(/^Hide seed:/).check();
  await expect.poll(() => inForce(figure)).toContain('depth=3');
  expect(await code(page)).toContain(' depth="3"');
  expect(await code(page)).toContain(' lock="learning-rate" hide="seed"');
  expect(page.url()).toMatch(/depth=3.*lock=learning-rate&hide=seed/);
  await expect(figure.getByLabel('Seed', { exact: true })).toHaveCount(0);
  await expectAccessible(page);

  // A bad value stays in its field and goes nowhere else.
  await setting(page, 'depth').fill('99');
  await expect(page.getByText(/“99” is not allowed. Allowed: a whole number from 1/)).toBeVisible();
  await expect(setting(page, 'depth')).toHaveAttribute('aria-invalid', 'true');
  expect(await code(page)).toContain(' depth="3"');
  expect(await inForce(figure)).toContain('depth=3');

  await page.goBack();
  await page.goBack();
  await expect(page.getByLabel(/^Lock learning-rate/)).not.toBeChecked();
  await expect(setting(page, 'depth')).toHaveValue('3');
  await page.goBack();
  await expect(setting(page, 'depth')).toHaveValue('2');
  expect(await code(page)).toContain(' depth="2"');
  await expect.poll(() => inForce(figure)).toContain('depth=2');

  await page.getByRole('button', { name: 'Reset everything' }).click();
  expect(page.url()).toMatch(/#training-race\?lang=en$/);
  expect(problems).toEqual([]);
});

test('a run goes on while only texts change', async ({ page }) => {
  const figure = await openBuilder(page, `#training-race?${SMALL}&steps=20000&speed=20`);
  const progress = () =>
    figure.locator('.progress-step').evaluate((element) => element.textContent ?? '');
  await figure.getByRole('button', { name: 'Start', exact: true }).click();
  await expect.poll(progress).toMatch(/Step [1-9]/);
  await page.locator('[data-group=texts] summary').click();
  await setting(page, 'heading').pressSequentially('Moons');
  await expect(figure.getByRole('heading', { name: 'Moons' })).toBeVisible();
  await expect(figure.locator('.progress-step')).toHaveAttribute('data-phase', 'running');
  await expect.poll(progress).not.toMatch(/Step 0 /);
  await expect.poll(() => code(page)).toContain('title="Moons"');
});

test('what readers changed in the preview can be kept', async ({ page }) => {
  const figure = await openBuilder(page, `#training-race?${SMALL}`);
  await figure.getByText('Linear', { exact: true }).click();
  await page.getByRole('button', { name: 'Keep changes' }).click();
  await expect(setting(page, 'loss-scale')).toHaveValue('linear');
  expect(page.url()).toContain('loss-scale=linear');
});

test('a link or a code is read back, and what is not understood is named', async ({ page }) => {
  await openBuilder(page, '#dead-units');
  await page.getByText('Open an existing link or code').click();
  const open = async (text: string) => {
    await page.getByLabel('Link, iframe or element').fill(text);
    await page.getByRole('button', { name: 'Open', exact: true }).click();
  };
  await open('nothing of ours');
  await expect(page.getByText(/There is no figure of ours in this text/)).toBeVisible();
  await open('https://your.site/embed/no-figure/?a=1');
  await expect(page.getByText('There is no figure “no-figure”.')).toBeVisible();

  await open(
    '<p><iframe src="https://your.site/embed/training-race/?depth=4&amp;width=9999&amp;colour=red" height="700"></iframe></p>',
  );
  await expect(page.getByText('Opened: Training race.')).toBeVisible();
  await expect(setting(page, 'depth')).toHaveValue('4');
  await expect(page.locator('#frame-height')).toHaveValue('700');
  await expect(page.getByText(/“width” cannot be “9999”/)).toBeVisible();
  await expect(page.getByText(/There is no setting “colour”/)).toBeVisible();

  await open('<activation-plot functions="relu tanh" hide="view layout"></activation-plot>');
  await expect(page.getByLabel(/^Hide view:/)).toBeChecked();
  await open('See [the map](https://your.site/embed/divergence-map/?seeds=2).');
  await expect(setting(page, 'seeds')).toHaveValue('2');

  // All that the builder writes, it reads.
  await setting(page, 'steps').fill('77');
  for (const kind of ['link', 'iframe', 'element', 'markdown', 'lms']) {
    await page.locator(`#tab-${kind}`).click();
    const text = await code(page);
    await open('https://your.site/embed/dead-units/');
    await expect(page.locator('#figure')).toHaveValue('dead-units');
    await open(text);
    await expect(setting(page, 'steps')).toHaveValue('77');
    await expect(setting(page, 'seeds')).toHaveValue('2');
  }
});

test('a figure that somebody has set up elsewhere leads here', async ({ page, context }) => {
  await page.goto('embed/dead-units/?width=16&steps=20&lang=zh');
  await page.getByText('带走', { exact: true }).click();
  const opened = context.waitForEvent('page');
  await page.getByRole('link', { name: '嵌入到网页' }).click();
  const builder = await opened;
  await expect(setting(builder, 'steps')).toHaveValue('20');
  await expect(setting(builder, 'width')).toHaveValue('16');
  expect(builder.url()).toContain('zh/builder/#dead-units?');
});

test('codes are copied, or selected where the browser refuses', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await openBuilder(page, '#dead-units?lang=en');
  await page.getByRole('tab', { name: 'iframe' }).focus();
  await page.keyboard.press('End');
  await expect(page.getByRole('tab', { name: 'LMS' })).toBeFocused();
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText('Copied', { exact: true })).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe(await code(page));

  await page.keyboard.press('Shift+Tab');
  await page.evaluate(() => {
    navigator.clipboard.writeText = () => Promise.reject(new Error('refused'));
  });
  await page.getByRole('button', { name: 'Copy', exact: true }).click();
  await expect(page.getByText(/The browser refuses to copy/)).toBeVisible();
  expect(await page.evaluate(() => getSelection()?.toString())).toBe(await code(page));
});

test('on a phone, in Chinese and dark, with the preview of a phone', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  await page.setViewportSize({ width: 390, height: 844 });
  await page.emulateMedia({ colorScheme: 'dark' });
  await openBuilder(page, '', 'zh');
  await page.locator('#figure').selectOption('dead-units');
  await expect(page.locator('.stage dead-units')).toBeAttached();
  await page.locator('#preview-width').selectOption('phone');
  const frame = page.locator('.stage iframe');
  await frame.scrollIntoViewIfNeeded();
  const figure = frame.contentFrame().locator('dead-units');
  await expect(figure.locator('.figure')).toHaveAttribute('data-phase', 'ready');
  expect(await inForce(figure)).toContain('lang=zh');
  await page.locator('[data-group=settings] summary').click();
  await setting(page, 'width').fill('16');
  await expect.poll(() => inForce(figure)).toContain('width=16');
  const over = await page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
  expect(over).toBe(0);
  await expectAccessible(page);
  expect(problems).toEqual([]);
});

test('without script, the page says what it needs', async ({ browser }) => {
  const context = await browser.newContext({ javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(`${process.env.SITE_URL}en/builder/`);
  await expect(page.getByText(/It needs JavaScript/)).toBeVisible();
  await context.close();
});
