// Learned and drawn slopes in the production build: their numbers, their controls, their words.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { loadEngine } from 'activation-lab/engine';
import { defaults } from '../../web/src/widgets/schema.ts';
import { trainingConfig } from '../../web/src/widgets/slope-tracks/config.ts';
import { ROWS, SlopeDraws } from '../../web/src/widgets/slope-tracks/draws.ts';
import { type SlopesSettings, slopesSchema } from '../../web/src/widgets/slope-tracks/settings.ts';
import { slopesOf, spreadOf } from '../../web/src/widgets/slope-tracks/slopes.ts';
import { expectAccessible, watch } from './helpers.ts';

const PAGE = 'embed/slope-tracks/';
const QUICK = 'depth=3&width=16&steps=60';
const quick = { ...(defaults(slopesSchema) as SlopesSettings), depth: 3, width: 16, steps: 60 };

async function open(page: Page, query = QUICK): Promise<Locator> {
  await page.goto(`${PAGE}?${query}`);
  const figure = page.locator('slope-tracks');
  await expect(phase(figure, 'ready')).toBeAttached();
  return figure;
}

const phase = (figure: Locator, name: string) =>
  figure.locator(`.progress-step[data-phase="${name}"]`);
const step = async (figure: Locator) =>
  Number(await figure.locator('.progress-step').getAttribute('data-step'));
const press = (figure: Locator, name: string) =>
  figure.locator('.transport').getByRole('button', { name, exact: true }).click();

async function numbers(figure: Locator): Promise<string[][]> {
  const table = figure.locator('table.data');
  if (!(await table.isVisible())) await figure.getByText('Data table', { exact: true }).click();
  await expect(table).toBeVisible();
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    );
}

/** PReLU's slopes as Node computes them. */
async function slopesInNode(settings: SlopesSettings, steps: number): Promise<Float32Array[]> {
  const engine = await loadEngine();
  const training = engine.createTraining(trainingConfig(settings, 'prelu'));
  if (steps > 0) training.step(steps);
  const slopes = slopesOf(training.metrics());
  training.dispose();
  return slopes;
}

async function learnedRows(settings: SlopesSettings, steps: number): Promise<string[][]> {
  return (await slopesInNode(settings, steps)).map((slopes, i) => {
    const { mean, min, lower, median, upper, max } = spreadOf(slopes);
    return [i + 1, mean, min, lower, median, upper, max].map(String);
  });
}

test('shows the starting slopes at once, and trains, with the bits of the engine in Node', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const figure = await open(page);
  expect(await numbers(figure)).toEqual(await learnedRows(quick, 0));
  await press(figure, 'Train');
  await expect(phase(figure, 'finished')).toBeAttached();
  const end = await learnedRows(quick, 60);
  expect(await numbers(figure)).toEqual(end);
  await expect(figure.locator('[data-chart="tracks"] .readings b').first()).toHaveText(
    String(Number(Number(end[0]![1]).toFixed(3))),
  );
  await press(figure, 'Reset');
  await expect(phase(figure, 'ready')).toBeAttached();
  expect(await numbers(figure)).toEqual(await learnedRows(quick, 0));
  expect(problems).toEqual([]);
});

test('by keyboard: starting slope and rate start anew, layer and step are only read', async ({
  page,
}) => {
  const figure = await open(page);
  await press(figure, 'Advance 100 steps');
  await expect.poll(() => step(figure)).toBe(60);
  const layer = figure.getByRole('slider', { name: 'Layer read' });
  await layer.focus();
  await layer.press('End');
  await expect(figure.locator('[data-chart="tracks"] .subtitle')).toContainText('layer 3');
  const earlier = figure.getByRole('slider', { name: 'At step' });
  await earlier.focus();
  await earlier.press('Home');
  await expect(figure.locator('.reader output')).toHaveText('0');
  expect(await step(figure)).toBe(60);
  expect(await numbers(figure)).toEqual(await learnedRows(quick, 0));

  const start = figure.getByRole('spinbutton', { name: 'Starting slope' });
  await start.fill('0.5');
  await start.press('Enter');
  await expect.poll(() => step(figure)).toBe(0);
  await expect(figure.locator('.status')).toContainText('step 0');
  const settings = { ...quick, startSlope: 0.5 };
  await expect.poll(() => numbers(figure)).toEqual(await learnedRows(settings, 0));
  const factor = figure.getByRole('slider', { name: 'Factor on the rate of slopes' });
  await factor.focus();
  await factor.press('Home');
  await expect(phase(figure, 'ready')).toBeAttached();
  await press(figure, 'Advance 10 steps');
  await expect(phase(figure, 'paused')).toBeAttached();
  // At a factor of 0 no slope moves.
  expect((await numbers(figure)).map((row) => row[2])).toEqual(['0.5', '0.5', '0.5']);
});

test('RReLU’s draws are the engine’s, one unit at a time, and change with every step', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const figure = await open(page);
  await figure.getByText('RReLU draws', { exact: true }).click();
  await expect(figure.locator('[data-draws="1"]')).toBeAttached();
  await expect(phase(figure, 'ready')).toBeAttached();
  const unit = figure.getByRole('spinbutton', { name: 'Unit read' });
  await unit.fill('5');
  await unit.press('Enter');
  const source = new SlopeDraws(await loadEngine(), 16, 1);
  const ofUnit = (slopes: Float32Array) =>
    Array.from({ length: ROWS }, (_, row) => String(slopes[row * 16 + 4]));
  for (const drawnIn of [1, 2]) {
    await expect(figure.locator(`[data-draws="${drawnIn}"]`)).toBeAttached();
    const rows = await numbers(figure);
    expect(rows.map((row) => row[1])).toEqual(ofUnit(source.next().slopes));
    expect(new Set(rows.map((row) => row[2]))).toEqual(new Set(['0.25']));
    await figure.getByRole('button', { name: 'Draw again' }).click();
  }
  source.dispose();
  await expect(figure.locator('.findings')).toContainText('every unit takes 0.2292');
  await press(figure, 'Train');
  await expect(phase(figure, 'finished')).toBeAttached();
  const [first] = await slopesInNode({ ...quick, mode: 'draws' }, 60);
  expect((await numbers(figure))[0]![2]).toBe(String(first![4]));
  await expect(figure.locator('[data-chart="loss"] .readings li')).toHaveCount(3);
  expect(problems).toEqual([]);
});

test('pointing at a chart over steps reads its step, a click keeps it', async ({ page }) => {
  const figure = await open(page);
  await press(figure, 'Train');
  await expect(phase(figure, 'finished')).toBeAttached();
  const plot = figure.locator('[data-chart="tracks"] .plot');
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  await page.mouse.click(box.x + box.width / 2, box.y + box.height / 2);
  await page.mouse.move(0, 0);
  const read = Number(await figure.locator('.reader output').textContent());
  expect(read).toBeGreaterThan(15);
  expect(read).toBeLessThan(45);
  await figure.getByRole('button', { name: 'Latest' }).click();
  await expect(figure.locator('.reader output')).toHaveText('60');
});

test('a divergence is told', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  const figure = await open(page, `${QUICK}&learning-rate=10&slope-rate=1`);
  await press(figure, 'Train');
  await expect(phase(figure, 'finished')).toBeAttached();
  await expect(figure.locator('.findings .trouble').first()).toContainText(
    /PReLU diverged in step \d+/,
  );
  await expect(figure.locator('[data-chart="tracks"] .readings')).toContainText('diverged');
  await expect(figure.locator('[data-chart="layers"] .status')).toContainText('has diverged');
  expect(problems).toEqual([]);
});

test('out of sight it rests, and goes on when seen again', async ({ page }) => {
  const figure = await open(page, 'steps=20000');
  await press(figure, 'Train');
  await expect.poll(() => step(figure)).toBeGreaterThan(1);
  await page.evaluate(() => {
    document.body.style.paddingBlockEnd = '400vh';
    scrollTo(0, document.body.scrollHeight);
  });
  await expect(phase(figure, 'resting')).toBeAttached();
  await page.evaluate(() => scrollTo(0, 0));
  await expect(phase(figure, 'running')).toBeAttached();
  await press(figure, 'Pause');
  await expect(phase(figure, 'paused')).toBeAttached();
});

test('locked, hidden and wrong settings', async ({ page }) => {
  const figure = await open(page, `${QUICK}&lock=slope-rate&hide=start-slope&depth=99`);
  await expect(figure.getByRole('slider', { name: 'Factor on the rate of slopes' })).toBeDisabled();
  await expect(figure.getByRole('slider', { name: 'Starting slope' })).toHaveCount(0);
  await expect(figure.locator('.problems li')).toContainText('“depth” cannot be');
});

for (const [colorScheme, mode] of [
  ['light', 'learned'],
  ['dark', 'draws'],
] as const) {
  test(`passes axe with everything open, after a run, in ${colorScheme}, ${mode}`, async ({
    page,
  }) => {
    await page.emulateMedia({ colorScheme });
    const figure = await open(page, `${QUICK}&mode=${mode}`);
    await press(figure, 'Train');
    await expect(phase(figure, 'finished')).toBeAttached();
    for (const name of ['More settings', 'Data table', 'Help']) {
      await figure.getByText(name, { exact: true }).click();
    }
    // The figure leaves the heading to the page around it, and a frame has none.
    await page.evaluate(() => {
      const heading = Object.assign(document.createElement('h1'), { textContent: 'Slopes' });
      Object.assign(heading.style, { color: 'CanvasText', background: 'Canvas' });
      document.querySelector('slope-tracks')!.before(heading);
    });
    await expectAccessible(page);
  });
}

test('fits a narrow phone, in Chinese, in both modes', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const mode of ['learned', 'draws']) {
    const figure = await open(page, `lang=zh&depth=12&width=8&steps=5&mode=${mode}`);
    await figure.getByRole('button', { name: '训练', exact: true }).click();
    await expect(phase(figure, 'finished')).toBeAttached();
    await figure.getByText('更多设置', { exact: true }).click();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
});
