// The zig-zag figure: it plays by keyboard, shows the numbers of its own computation, and fits.

import { expect, type Page, test } from '@playwright/test';
import { defaults } from '../../web/src/widgets/schema.ts';
import { runOf } from '../../web/src/widgets/zigzag-path/runs.ts';
import { zigzagSchema } from '../../web/src/widgets/zigzag-path/settings.ts';
import { expectAccessible, watch } from './helpers.ts';

const figure = (page: Page) => page.locator('zigzag-path');
const cell = (page: Page, row: string, kind: string) =>
  figure(page).locator(`tr[data-row="${row}"] td[data-kind="${kind}"]`);

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`embed/zigzag-path/${query}`);
  await expect(figure(page).locator('[data-phase="ready"]')).toBeVisible();
}

test('a reader with the keyboard plays, steps, and goes to the end', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  await open(page);
  const steps = figure(page).getByRole('slider', { name: 'Step (of 100)' });
  await figure(page).getByRole('button', { name: 'Play', exact: true }).focus();
  await page.keyboard.press('Enter');
  await expect.poll(async () => Number(await steps.inputValue())).toBeGreaterThan(3);
  await page.keyboard.press('Enter');
  const paused = Number(await steps.inputValue());
  await figure(page).getByRole('button', { name: 'One step' }).press('Enter');
  await expect(steps).toHaveValue(String(paused + 1));
  await steps.press('End');
  await expect(figure(page).getByRole('button', { name: 'Play again' })).toBeVisible();
  for (const kind of ['positive', 'centred'] as const) {
    const { descent, problem } = runOf(kind, defaults(zigzagSchema));
    await expect(cell(page, 'reached', kind)).toHaveText(String(descent.reached));
    await expect(cell(page, 'condition', kind)).toHaveText(problem.condition.toPrecision(3));
  }
  await expect(cell(page, 'share', 'positive')).toHaveText('100 %');
  await figure(page).getByRole('button', { name: 'Reset' }).press('Enter');
  await expect(steps).toHaveValue('0');
  expect(problems).toEqual([]);
});

test('says when gradient descent diverges, and that the centred one does not', async ({ page }) => {
  await open(page, '?batch=all&rate-unit=absolute&learning-rate=4');
  await figure(page).getByRole('slider', { name: /^Step/ }).press('End');
  await expect(cell(page, 'reached', 'positive')).toContainText('diverged');
  await expect(cell(page, 'reached', 'centred')).toHaveText(/^\d+$/);
});

test('the learning rate changes the path in view', async ({ page }) => {
  await open(page);
  await figure(page).getByRole('slider', { name: /^Step/ }).press('End');
  const path = figure(page).locator('figure[data-kind="positive"] path.same');
  const before = await path.getAttribute('d');
  await figure(page).getByRole('slider', { name: /^η/ }).press('ArrowRight');
  await expect(path).not.toHaveAttribute('d', before!);
  await expect(figure(page).getByRole('spinbutton', { name: /^η/ })).toHaveValue('0.21');
});

test('rests while nobody sees it, and plays by itself only where motion is welcome', async ({
  page,
}) => {
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await open(page, '?autoplay');
  const steps = figure(page).getByRole('slider', { name: /^Step/ });
  await expect(steps).toHaveValue('0');
  await page.emulateMedia({ reducedMotion: 'no-preference' });
  await open(page, '?autoplay');
  await expect.poll(async () => Number(await steps.inputValue())).toBeGreaterThan(0);
});

for (const [lang, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const) {
  test(`is accessible and fits in 320 pixels (${lang}, ${theme})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(page, `?lang=${lang}&theme=${theme}&weights=3`);
    await figure(page).getByRole('slider').last().press('End');
    await figure(page).locator('details summary').first().click();
    // The figure leaves the heading to the page around it, and a frame has none.
    await figure(page).evaluate((element) => {
      const heading = Object.assign(document.createElement('h1'), { textContent: 'Descent' });
      Object.assign(heading.style, { color: 'CanvasText', background: 'Canvas' });
      element.before(heading);
    });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
