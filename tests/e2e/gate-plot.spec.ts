// The figure of gated units: its point moves by keyboard, number field, mouse and finger, its numbers
// are the engine's, and it fits.

import { expect, type Page, test } from '@playwright/test';
import { loadEngine } from '../../web/src/engine/engine.ts';
import { formatNumber } from '../../web/src/widgets/format.ts';
import { spotAt } from '../../web/src/widgets/gate-plot/picture.ts';
import { read, type Spot } from '../../web/src/widgets/gate-plot/plane.ts';
import type { Unit } from '../../web/src/widgets/gate-plot/settings.ts';
import { expectAccessible, watch } from './helpers.ts';

const figure = (page: Page) => page.locator('gate-plot');
const cells = (page: Page, row: string) => figure(page).locator(`tr[data-row="${row}"] td`);
const point = (page: Page) => figure(page).getByRole('slider', { name: /^Point in the plane/ });

async function open(page: Page, query = ''): Promise<void> {
  await page.goto(`embed/gate-plot/${query}`);
  await expect(figure(page).locator('[data-phase="ready"]')).toBeVisible();
}

const shown = (value: number) => formatNumber(value, 4);

async function expectNumbers(page: Page, spot: Spot, units: Unit[] = ['glu', 'gtu']) {
  const engine = await loadEngine({ data: 'on-demand' });
  const readings = units.map((unit) => read(engine, unit, spot));
  for (const row of ['output', 'valueSlope', 'gateSlope'] as const) {
    await expect(cells(page, row)).toHaveText(readings.map((reading) => shown(reading[row])));
  }
}

test('a reader with the keyboard moves the point, and sees the engine’s numbers', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  await open(page);
  await expectNumbers(page, { value: 2, gate: 1 });
  await point(page).press('Shift+ArrowRight');
  await point(page).press('ArrowDown');
  await expectNumbers(page, { value: 3, gate: 0.9 });
  await expect(figure(page).getByText(/slope of tanh/)).toBeVisible();
  const gate = figure(page).getByRole('spinbutton', { name: 'Gate b' });
  await gate.fill('-5');
  await gate.press('Enter');
  await expectNumbers(page, { value: 3, gate: -5 });
  await expect(figure(page).getByText(/nearly closed/)).toBeVisible();
  await figure(page).getByRole('button', { name: 'Reset' }).press('Enter');
  await expectNumbers(page, { value: 2, gate: 1 });
  expect(problems).toEqual([]);
});

test('tied to its value, GLU is swish, and the point keeps to the diagonal', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  await open(page, '?units=glu');
  await figure(page)
    .getByRole('checkbox', { name: /Gate tied/ })
    .check();
  await expectNumbers(page, { value: 2, gate: 2 }, ['glu']);
  await point(page).press('ArrowUp');
  await expectNumbers(page, { value: 2, gate: 2 }, ['glu']);
  await point(page).press('ArrowLeft');
  await expectNumbers(page, { value: 1.9, gate: 1.9 }, ['glu']);
  const engine = await loadEngine({ data: 'on-demand' });
  const slope = engine.derivative('swish', Float32Array.of(1.9))[0]!;
  await expect(cells(page, 'tiedSlope')).toHaveText(shown(slope));
  await figure(page)
    .getByRole('checkbox', { name: /Gate tied/ })
    .uncheck();
  await expect(figure(page).locator('.charts canvas')).toHaveCount(4);
  expect(problems).toEqual([]);
});

test('the mouse drags the point from anywhere', async ({ page }) => {
  await open(page);
  const map = figure(page).locator('[data-unit="gtu"] .map');
  const box = (await map.boundingBox())!;
  const to = [Math.round(box.x + 0.75 * box.width), Math.round(box.y + 0.6 * box.height)] as const;
  await page.mouse.move(box.x + 0.3 * box.width, box.y + 0.8 * box.height);
  await page.mouse.down();
  await page.mouse.move(...to, { steps: 5 });
  await page.mouse.up();
  await expectNumbers(page, spotAt((to[0] - box.x) / box.width, (to[1] - box.y) / box.height));
});

test('a setting that is not allowed is named, with what is', async ({ page }) => {
  await open(page, '?value=9&show=everything');
  await expect(figure(page).getByText(/“value” cannot be “9”.*from -6 to 6/)).toBeVisible();
  await expect(figure(page).getByText(/output, value-slope, gate-slope/)).toBeVisible();
});

for (const [lang, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const) {
  test(`is accessible and fits in 320 pixels (${lang}, ${theme})`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 700 });
    await open(page, `?lang=${lang}&theme=${theme}&show=gate-slope`);
    for (const summary of await figure(page).locator('details > summary').all()) {
      await summary.click();
    }
    // The figure leaves the heading to the page around it, and a frame has none.
    await figure(page).evaluate((element) => {
      const heading = Object.assign(document.createElement('h1'), { textContent: 'Gates' });
      Object.assign(heading.style, { color: 'CanvasText', background: 'Canvas' });
      element.before(heading);
    });
    await expectAccessible(page);
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(320);
  });
}
