// The figure of dead units in the production build: the engine's numbers, by keyboard, for everybody.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { loadEngine } from 'activation-lab/engine';
import { trainingConfig } from '../../web/src/widgets/dead-units/config.ts';
import {
  type DeadUnitsSettings,
  deadUnitsSchema,
} from '../../web/src/widgets/dead-units/settings.ts';
import { defaults } from '../../web/src/widgets/schema.ts';
import { expectAccessible, watch } from './helpers.ts';

const SMALL = 'width=24&depth=2&steps=60&learning-rate=1';

async function open(page: Page, query = SMALL): Promise<Locator> {
  await page.goto(`embed/dead-units/?${query}`);
  const figure = page.locator('dead-units');
  await expect(phase(figure, 'ready')).toBeAttached();
  return figure;
}

const phase = (figure: Locator, name: string) =>
  figure.locator(`.progress-step[data-phase="${name}"]`);
const press = (figure: Locator, name: string) =>
  figure.getByRole('button', { name, exact: true }).press('Enter');
const count = async (figure: Locator, state: string) =>
  Number(await figure.locator(`[data-state="${state}"] [data-count]`).getAttribute('data-count'));

test('the counts are those of the engine in Node, however the run is cut', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const settings: DeadUnitsSettings = {
    ...defaults(deadUnitsSchema),
    width: 24,
    depth: 2,
    steps: 60,
    learningRate: 1,
  };
  const engine = await loadEngine();
  const training = engine.createTraining(trainingConfig(settings, 1));
  training.step(60);
  const dead = training
    .activity('train')
    .reduce((sum, layer) => sum + layer.filter((share) => share === 0).length, 0);
  const { trainLoss } = training.metrics();
  training.dispose();

  const figure = await open(page);
  await press(figure, 'Start');
  await expect(phase(figure, 'finished')).toBeAttached();
  expect(await count(figure, 'dead')).toBe(dead);
  await expect(figure.locator('[data-reading="train-loss"]')).toHaveText(trainLoss.toPrecision(3));
  const counts = await figure.locator('.legend b').allTextContents();

  await press(figure, 'Reset');
  await expect(phase(figure, 'ready')).toBeAttached();
  await press(figure, 'Advance 1 step');
  await expect(figure.locator('.progress-step')).toHaveText('Step 1 of 60');
  await press(figure, 'Advance 10 steps');
  await expect(figure.locator('.progress-step')).toHaveText('Step 11 of 60');
  await press(figure, 'Continue');
  await expect(phase(figure, 'finished')).toBeAttached();
  expect(await figure.locator('.legend b').allTextContents()).toEqual(counts);

  await figure.getByText('Data table', { exact: true }).click();
  const last = figure.locator('table.data tbody tr').last();
  await expect(last.locator('td').nth(2)).toHaveText(String(dead));
  expect(problems).toEqual([]);
});

test('units are read with the arrow keys', async ({ page }) => {
  const figure = await open(page);
  const layer = figure.getByRole('slider', { name: 'Units of hidden layer 2' });
  await layer.focus();
  const reading = figure.locator('.cells .reading');
  await expect(reading).toContainText('Layer 2, unit 1:');
  await layer.press('ArrowRight');
  await expect(reading).toContainText('Layer 2, unit 2:');
  await layer.press('End');
  await expect(reading).toContainText('Layer 2, unit 24:');
  await expect(layer).toHaveAttribute('aria-valuenow', '24');
});

test('with every unit off, the whole layer is said to be dead', async ({ page }) => {
  const figure = await open(page, 'bias=-10&width=16&depth=1&steps=50&learning-rate=0.1');
  expect(await count(figure, 'dead')).toBe(16);
  await press(figure, 'Start');
  await expect(phase(figure, 'finished')).toBeAttached();
  await expect(figure.locator('[data-verdict]')).toContainText('All of hidden layer 1 is dead');
  await figure.getByLabel('Activation').selectOption('prelu');
  await expect(figure.locator('.status')).toContainText('stand at step 0');
  await expect.poll(() => count(figure, 'dead')).toBe(0);
});

test('a divergence is told', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  const figure = await open(page, 'activation=prelu&learning-rate=10&steps=100');
  await press(figure, 'Start');
  await expect(phase(figure, 'finished')).toBeAttached();
  await expect(figure.locator('[data-verdict]')).toContainText(/diverged in step \d+/);
  expect(problems).toEqual([]);
});

test('networks born dead: the share comes to the formula', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  const figure = await open(page, 'mode=born&networks=2000');
  await press(figure, 'Draw 1 network');
  await expect(figure.locator('.progress-step')).toHaveText('1 of 2,000 networks');
  await press(figure, 'Continue');
  await expect(phase(figure, 'finished')).toBeAttached();
  await expect(figure.locator('[data-reading="formula"]')).toHaveText('0.737');
  const share = Number(await figure.locator('[data-reading="simulated"]').textContent());
  expect(Math.abs(share - 0.737)).toBeLessThan(0.03);
  await figure.getByText('Training', { exact: true }).click();
  await expect(figure.locator('canvas[data-layer]')).toHaveCount(2);
  expect(problems).toEqual([]);
});

for (const [mode, lang] of [
  ['training', 'en'],
  ['born', 'zh'],
] as const) {
  test(`accessible and without overflow at 320 px: ${mode}, ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const figure = await open(page, `${SMALL}&mode=${mode}&lang=${lang}&networks=200`);
    await figure.locator('.transport .primary').press('Enter');
    await expect(phase(figure, 'finished')).toBeAttached();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    // A page that holds a figure has a heading of its own.
    await page.evaluate(() =>
      document.body.insertAdjacentHTML('afterbegin', '<header><h1>Host</h1></header>'),
    );
    await expectAccessible(page);
  });
}
