// What the function plot loads when it is wanted: branches of formulas that light up, a real layer
// under the curves, and how exact the values are.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { loadEngine } from '../../web/src/engine/engine.ts';
import { expectAccessible, watch } from './helpers.ts';

const EMBED = 'embed/activation-plot/?lang=en&';
/** Where the figure has a page around it, as axe wants. */
const LESSON = 'en/02-gallery/?';

const plot = (page: Page) => page.locator('activation-plot').first();
const slider = (page: Page) => plot(page).locator('.frame[role="slider"]');
const cell = (page: Page, id: string, which = 'f') =>
  plot(page).locator(`tbody[data-function="${id}"] tr[data-which="${which}"] td.formula`);
const picture = (target: Locator) =>
  target.evaluate((element) => (element as HTMLCanvasElement).toDataURL());

async function open(page: Page, query: string, around = EMBED): Promise<void> {
  // The lesson's figure moves by itself otherwise.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${around}${query}`);
  await expect(plot(page).locator('[data-phase="ready"]')).toBeVisible();
  await expect(plot(page).locator('canvas').first()).toBeVisible();
}

const holding = (target: Locator) =>
  target
    .locator('.katex .holds')
    .evaluateAll((parts) => [
      ...new Set(parts.map((part) => (part as HTMLElement).dataset.branch)),
    ]);

test('the branch that holds at the cursor is marked, wherever the cursor goes', async ({
  page,
}) => {
  await open(page, 'functions=leaky-relu,hard-tanh,sigmoid&cursor=2');
  await slider(page).focus();
  await expect.poll(() => holding(cell(page, 'leaky-relu'))).toEqual(['0']);
  await expect.poll(() => holding(cell(page, 'hard-tanh'))).toEqual(['1']);
  await page.keyboard.press('Home');
  await expect.poll(() => holding(cell(page, 'leaky-relu', 'derivative'))).toEqual(['1']);
  await expect.poll(() => holding(cell(page, 'hard-tanh'))).toEqual(['0']);
  await expect(cell(page, 'sigmoid').locator('[data-branch]')).toHaveCount(0);
});

test('pointing at a branch lights its piece of the curve, choosing it goes there', async ({
  page,
}) => {
  await open(page, 'functions=leaky-relu&params=leaky-relu.slope:0.5&cursor=2');
  const f = plot(page).locator('canvas[data-chart="f"]');
  const derivative = plot(page).locator('canvas[data-chart="derivative"]');
  await plot(page).hover({ position: { x: 2, y: 2 } });
  await expect.poll(() => holding(cell(page, 'leaky-relu'))).toEqual(['0']);
  const [before, below] = [await picture(f), await picture(derivative)];
  const branch = cell(page, 'leaky-relu').locator('.katex [data-branch="1"]').last();
  await branch.hover();
  await expect(branch).toHaveClass(/lit/);
  await expect.poll(async () => (await picture(f)) === before).toBe(false);
  expect((await picture(derivative)) === below).toBe(true);
  await plot(page).hover({ position: { x: 2, y: 2 } });
  await expect.poll(async () => (await picture(f)) === before).toBe(true);

  await branch.click();
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '-2.5');
  await expect.poll(() => holding(cell(page, 'leaky-relu'))).toEqual(['1']);
});

test('branches can be reached by the keyboard, in words', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  await open(page, 'functions=hard-sigmoid&cursor=3', LESSON);
  await slider(page).focus();
  const group = plot(page).getByRole('group', { name: /^Branches of the formula: .*, f′$/ });
  const keys = group.getByRole('button');
  await expect(keys).toHaveText([
    'x from −2 to 2',
    'x from −∞ to −2 or x from 2 to ∞ (holds at the cursor)',
  ]);
  await keys.first().focus();
  await expect(group).toBeVisible();
  await expect(
    cell(page, 'hard-sigmoid', 'derivative').locator('.katex [data-branch="0"]').first(),
  ).toHaveClass(/lit/);
  await expectAccessible(page);
  await page.keyboard.press('Enter');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '0');
  await expect(keys.first()).toHaveText('x from −2 to 2 (holds at the cursor)');
  expect(problems).toEqual([]);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a touch lights a branch and keeps it lit', async ({ page }) => {
    await open(page, 'functions=relu&cursor=1');
    await slider(page).tap();
    const branch = cell(page, 'relu', 'derivative').locator('.katex [data-branch="1"]').first();
    await branch.tap();
    await expect(branch).toHaveClass(/lit/);
    await expect(slider(page)).toHaveAttribute('aria-valuenow', /^-/);
  });
});

test('a real layer shows the shares that the engine counts, before and after training', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  await open(page, 'functions=relu,tanh,maxout', LESSON);
  await plot(page).getByRole('checkbox', { name: 'A real layer' }).check();
  const finding = (id: string) => plot(page).locator(`.findings [data-function="${id}"]`);
  const engine = await loadEngine();
  const expectShares = async (steps: number, layer: number) => {
    for (const id of ['relu', 'tanh'] as const) {
      const training = engine.createTraining({
        seed: 1,
        dataset: { name: 'digits' },
        network: { hidden: [64, 64, 64], activation: { id } },
        optimizer: { name: 'sgd', learningRate: 0.1 },
        batchSize: 64,
      });
      training.step(steps);
      const share = 100 * training.metrics().layers[layer]!.saturatedFraction;
      training.dispose();
      await expect(finding(id)).toContainText(`${Number(share.toPrecision(3))} % of the values`);
    }
  };
  await expectShares(0, 0);
  await expect(plot(page).getByText('Not shown: Maxout.')).toBeVisible();

  const field = async (name: string, value: string) => {
    const input = plot(page).getByRole('spinbutton', { name, exact: true });
    await input.fill(value);
    await input.press('Enter');
  };
  await field('Training steps', '200');
  await field('Layer', '3');
  await expect(plot(page).getByText(/hidden layer 3 of 3.*after 200 training steps/)).toBeVisible();
  await expectShares(200, 2);

  // All charts share the cursor.
  const histogram = plot(page).locator('canvas.histogram');
  const { width, height } = (await histogram.boundingBox())!;
  await histogram.hover({ position: { x: width * 0.3, y: height / 2 }, force: true });
  await expect
    .poll(async () => Number(await slider(page).getAttribute('aria-valuenow')))
    .toBeLessThan(0);

  await expectAccessible(page);
  await plot(page).getByRole('button', { name: 'As at first' }).click();
  await expectShares(0, 0);
  await plot(page).getByRole('checkbox', { name: 'A real layer' }).uncheck();
  await expect(histogram).toHaveCount(0);
  expect(problems).toEqual([]);
});

test('a layer in the address, in both languages, without overflow at 320 pixels', async ({
  page,
}) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await open(page, 'functions=relu,gelu&layer=9');
  await expect(plot(page).getByText(/There is no layer 9/)).toBeVisible();
  await expect(plot(page).locator('.findings')).toContainText('% of the values');
  const overflow = () =>
    page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
  expect(await overflow()).toBe(0);
  await page.goto('embed/activation-plot/?lang=zh&functions=relu&layer=2');
  await expect(plot(page).locator('.findings')).toContainText('的值落在');
  expect(await overflow()).toBe(0);
});

test('how exact the values are is told when it is asked', async ({ page }) => {
  await open(page, 'functions=sigmoid');
  await plot(page).getByText('How exact are these values?').click();
  await expect(plot(page).locator('.accuracy [data-function="sigmoid"]')).toContainText('ULP');
});
