// The maxout figure: it trains by keyboard, shows its own numbers, can be drawn in, and fits.

import { expect, type Page, test } from '@playwright/test';
import { train } from '../../web/src/widgets/maxout-fit/fit.ts';
import { fitSchema } from '../../web/src/widgets/maxout-fit/settings.ts';
import { defaults } from '../../web/src/widgets/schema.ts';
import { expectAccessible, watch } from './helpers.ts';

const figure = (page: Page) => page.locator('maxout-fit');
const cell = (page: Page, row: string) => figure(page).locator(`tr[data-row="${row}"] td`);
const steps = (page: Page) => figure(page).getByRole('slider', { name: /^Step|^步数/ });

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`embed/maxout-fit/${query}`);
  await expect(figure(page).locator('[data-phase="ready"]')).toBeVisible();
}

test('a reader with the keyboard trains the unit, and sees its numbers', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  await open(page);
  await figure(page).getByRole('button', { name: 'Play', exact: true }).press('Enter');
  await expect.poll(async () => Number(await steps(page).inputValue())).toBeGreaterThan(20);
  await figure(page).getByRole('button', { name: 'Pause' }).press('Enter');
  await steps(page).press('End');
  const error = train(defaults(fitSchema)).errors.at(-1)!;
  await expect(cell(page, 'mse')).toHaveText(String(Number(error.toPrecision(4))));
  await expect(cell(page, 'theory')).toHaveText('0.001097');
  await expect(cell(page, 'used')).toHaveText('3 of 3');
  await expect(cell(page, 'parameters')).toContainText('6');
  // Another number of pieces is shown at the same step.
  await figure(page).getByRole('slider', { name: 'Pieces k' }).press('ArrowLeft');
  await expect(cell(page, 'theory')).toHaveText('0.005556');
  await expect(cell(page, 'mse')).toHaveText('0.005666');
  expect(problems).toEqual([]);
});

test('−x² is beyond one unit, and within two', async ({ page }) => {
  await open(page, '?target=negative-square');
  await steps(page).press('End');
  await expect(cell(page, 'mse')).toHaveText('0.09067');
  await expect(figure(page).getByText(/always convex/)).toBeVisible();
  await expect(cell(page, 'used')).toHaveText('1 of 3');
  await figure(page).getByRole('radio', { name: 'difference of two' }).check({ force: true });
  await expect(cell(page, 'mse')).toHaveText('0.00112');
});

test('a function is drawn with the pointer, and with the keyboard', async ({ page }) => {
  await open(page, '?target=drawn');
  const target = figure(page).locator('.stage path.target');
  const before = await target.getAttribute('d');
  const box = (await figure(page).locator('.stage svg').boundingBox())!;
  await page.mouse.move(box.x + box.width * 0.3, box.y + box.height * 0.2);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.2, { steps: 8 });
  await page.mouse.up();
  await expect(target).not.toHaveAttribute('d', before!);
  await figure(page).getByText('Heights of the drawing').click();
  const height = figure(page).getByRole('slider', { name: 'Height at x = 0', exact: true });
  const drawn = Number(await height.inputValue());
  expect(drawn).toBeGreaterThan(0.5);
  await height.press('ArrowDown');
  await expect.poll(async () => Number(await height.inputValue())).toBeLessThan(drawn);
});

for (const [lang, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const) {
  test(`is accessible and fits in 320 pixels (${lang}, ${theme})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(
      page,
      `?lang=${lang}&theme=${theme}&target=drawn&pieces=5&model=difference&init=random`,
    );
    await steps(page).press('End');
    for (const summary of await figure(page).locator('details > summary').all()) {
      await summary.click();
    }
    // The figure leaves the heading to the page around it, and a frame has none.
    await figure(page).evaluate((element) => {
      const heading = Object.assign(document.createElement('h1'), { textContent: 'Maxout' });
      Object.assign(heading.style, { color: 'CanvasText', background: 'Canvas' });
      element.before(heading);
    });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
