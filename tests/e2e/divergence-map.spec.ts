// The divergence map in the production build: the engine's numbers, by keyboard, for everybody.

import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { loadEngine } from 'activation-lab/engine';
import {
  outcomeOf,
  type RunResult,
  resultOf,
  scaleOf,
} from '../../web/src/widgets/divergence-map/outcome.ts';
import { runConfig } from '../../web/src/widgets/divergence-map/plan.ts';
import { type MapSettings, mapSchema } from '../../web/src/widgets/divergence-map/settings.ts';
import { defaults, fromQuery } from '../../web/src/widgets/schema.ts';
import { expectAccessible, watch } from './helpers.ts';

const SMALL =
  'activations=relu,prelu,sigmoid&per-decade=1&seeds=2&width=16&steps=60&rate-to=10&lang=en';

async function open(page: Page, query = SMALL): Promise<Locator> {
  await page.goto(`embed/divergence-map/?${query}`);
  const figure = page.locator('divergence-map');
  await expect(figure.getByRole('grid')).toBeVisible();
  return figure;
}

const press = (figure: Locator, name: string) =>
  figure.getByRole('button', { name, exact: true }).press('Enter');
const reaches = (figure: Locator, phase: string) =>
  expect(figure.locator(`[data-phase="${phase}"].progress`)).toBeAttached();

test('every cell shows what the engine gives in Node, and the details its numbers', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const given = fromQuery(mapSchema, SMALL).given;
  const settings = { ...defaults(mapSchema), ...given } as MapSettings;
  const engine = await loadEngine();
  const scale = scaleOf(settings);
  const figure = await open(page);
  await press(figure, 'Start');
  await reaches(figure, 'finished');
  for (const id of settings.activations) {
    for (const rate of [0.01, 0.1, 1, 10]) {
      const counts = new Map<string, number>();
      let first: RunResult | undefined;
      for (const seed of [1, 2]) {
        const training = engine.createTraining(runConfig(settings, id, rate, seed));
        const result = resultOf(seed, training.step(settings.steps), training.metrics());
        training.dispose();
        const outcome = outcomeOf(result, scale);
        counts.set(outcome, (counts.get(outcome) ?? 0) + 1);
        first ??= result;
      }
      const cell = figure.locator(`[data-activation="${id}"] [data-rate="${rate}"]`);
      const shown = (await cell.getAttribute('data-outcomes'))!.split(' ').sort();
      expect(shown).toEqual([...counts].map(([name, count]) => `${name}:${count}`).sort());
      if (first!.diverged) continue;
      await cell.click();
      const loss = figure.locator('tr[data-seed="1"] [data-value="loss"]');
      await expect(loss).toHaveText(String(Number(first!.trainLoss.toPrecision(3))));
    }
  }
  await figure.getByText('Data table', { exact: true }).click();
  await expect(figure.locator('table.data tbody tr')).toHaveCount(24);
  const download = page.waitForEvent('download');
  await figure.getByText('Take away', { exact: true }).click();
  await figure.locator('take-away').getByRole('button', { name: 'CSV' }).click();
  const lines = readFileSync(await (await download).path(), 'utf8')
    .trim()
    .split('\r\n');
  // The line that cites the figure, the head, a line a run.
  expect(lines).toHaveLength(2 + 24);
  expect(problems).toEqual([]);
});

test('cells are read with the arrow keys, and one of them is a stop of the tab key', async ({
  page,
}) => {
  const figure = await open(page);
  const chosen = figure.locator('[role="gridcell"][tabindex="0"]');
  await expect(chosen).toHaveCount(1);
  await chosen.focus();
  const name = (text: string) =>
    expect(figure.locator(':focus')).toHaveAttribute('aria-label', text);
  await name('ReLU, rate 1: not run yet');
  await page.keyboard.press('ArrowRight');
  await name('ReLU, rate 10: not run yet');
  await page.keyboard.press('ArrowDown');
  await name('PReLU, rate 10: not run yet');
  await page.keyboard.press('Home');
  await name('PReLU, rate 0.01: not run yet');
  await page.keyboard.press('ArrowLeft');
  await name('PReLU, rate 0.01: not run yet');
  await page.keyboard.press('Control+End');
  await name('Sigmoid, rate 10: not run yet');
  await expect(figure.locator('.details select').first()).toHaveValue('sigmoid');
  await figure.locator('.details select').first().selectOption('prelu');
  await expect(figure.locator('[role="gridcell"][aria-selected="true"]')).toHaveAttribute(
    'aria-label',
    'PReLU, rate 10: not run yet',
  );
});

test('is paused, continued, cancelled and reset', async ({ page }) => {
  const figure = await open(page, `${SMALL}&steps=2000&width=64&seeds=5`);
  await press(figure, 'Start');
  await expect(figure.locator('.cell.partial').first()).toBeVisible();
  await press(figure, 'Pause');
  await reaches(figure, 'paused');
  await press(figure, 'Continue');
  await reaches(figure, 'running');
  await press(figure, 'Cancel');
  await reaches(figure, 'cancelled');
  await expect(figure.locator('.progress')).toContainText('Cancelled');
  await press(figure, 'Reset');
  await reaches(figure, 'ready');
  await expect(figure.locator('.progress')).toContainText('0 of 60 runs');
});

test('a cell opens as the race of its runs', async ({ page, context, baseURL }) => {
  const figure = await open(page, `${SMALL}&dataset=moons`);
  await press(figure, 'Start');
  await reaches(figure, 'finished');
  const loss = await figure.locator('tr[data-seed="1"] [data-value="loss"]').textContent();
  const opened = context.waitForEvent('page');
  await figure.getByRole('link', { name: 'Open as race' }).click();
  const race = await opened;
  const problems = watch(race, baseURL!);
  await race.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(race.getByText('Step 60 of 60').first()).toBeVisible();
  await race.getByText('Data table', { exact: true }).click();
  const row = race.locator('table.data:not(.results) tbody tr').first().locator('td');
  await expect(row.first()).toHaveText('1');
  expect(Number(Number(await row.nth(2).textContent()).toPrecision(3))).toBe(Number(loss));
  expect(problems).toEqual([]);
});

for (const [lang, theme] of [
  ['en', 'light'],
  ['zh', 'dark'],
] as const) {
  test(`accessible and without overflow at 320 px: ${lang}, ${theme}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const figure = await open(page, `steps=10&width=8&seeds=2&lang=${lang}&theme=${theme}`);
    await figure.locator('.transport .primary').press('Enter');
    await reaches(figure, 'finished');
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(
      320,
    );
    // A page that holds a figure has a heading of its own.
    await figure.evaluate((element) => {
      const heading = Object.assign(document.createElement('h1'), { textContent: 'Host' });
      Object.assign(heading.style, { color: 'CanvasText', background: 'Canvas' });
      element.before(heading);
    });
    await expectAccessible(page);
  });
}
