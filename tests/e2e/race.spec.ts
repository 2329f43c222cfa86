// The training race in the production build: its numbers, its controls, its words.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { expectAccessible, watch } from './helpers.ts';
import { inNode, withoutState } from './in-node.ts';

const LESSON = 'en/12-race/';
const QUICK = 'dataset=moons&depth=2&width=8&steps=200&batch-size=32';

async function open(page: Page, query = '', path = LESSON): Promise<Locator> {
  await page.goto(`${path}${query && '?'}${query}`);
  const race = page.locator('training-race');
  // Out of sight it does not even start to load.
  await race.scrollIntoViewIfNeeded();
  await expect(phase(race, 'ready')).toBeAttached();
  return race;
}

const phase = (race: Locator, name: string) => race.locator(`.progress-step[data-phase="${name}"]`);
const step = async (race: Locator) =>
  Number(await race.locator('.progress-step').getAttribute('data-step'));
const press = (race: Locator, name: string) =>
  race.locator('.transport').getByRole('button', { name, exact: true }).click();

async function runToEnd(race: Locator): Promise<void> {
  await press(race, 'Start');
  await expect(phase(race, 'finished')).toBeAttached({ timeout: 50_000 });
}

/** The data table: every run with all digits. */
async function numbers(race: Locator): Promise<string[][]> {
  const table = race.locator('table.data:not(.results)');
  if (!(await table.isVisible())) await race.getByText('Data table', { exact: true }).click();
  await expect(table).toBeVisible();
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    );
}

test('on digits sigmoid stalls and the others learn, with the bits of the engine in Node', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const race = await open(page);
  await page.getByRole('button', { name: 'Run without predicting' }).first().click();
  await runToEnd(race);
  const rows = await numbers(race);
  const losses = new Map(rows.map((row) => [row[0], Number(row[3])]));
  expect([...losses.keys()]).toEqual(['Sigmoid', 'ReLU', 'PReLU', 'Maxout']);
  expect(losses.get('Sigmoid')).toBeGreaterThan(2.25);
  for (const racer of ['ReLU', 'PReLU', 'Maxout']) expect(losses.get(racer)).toBeLessThan(0.03);
  expect(withoutState(rows)).toEqual(await inNode({}));
  await expect(race.locator('.verdicts li[data-racer="sigmoid"]')).toContainText(/Sigmoid stalled/);
  expect(await race.locator('.digits canvas').count()).toBeGreaterThan(10);
  await expect(race.locator('[data-racer="relu"] .output-note')).toContainText(
    /^\d+ of 360 wrong$/,
  );
  expect(problems).toEqual([]);
});

test('pause stops, a step is one step, and a reset race repeats its numbers', async ({ page }) => {
  const race = await open(page, `${QUICK}&speed=20`);
  await press(race, 'Start');
  await expect.poll(() => step(race)).toBeGreaterThan(3);
  await press(race, 'Pause');
  await expect(phase(race, 'paused')).toBeAttached();
  const paused = await step(race);
  await page.waitForTimeout(400);
  expect(await step(race)).toBe(paused);
  await press(race, 'Advance 1 step');
  await expect.poll(() => step(race)).toBe(paused + 1);
  await press(race, 'Advance 10 steps');
  await expect.poll(() => step(race)).toBe(paused + 11);
  await race.getByLabel('Speed').selectOption('max');
  await press(race, 'Continue');
  await expect(phase(race, 'finished')).toBeAttached();
  const first = await numbers(race);

  await press(race, 'Reset');
  await expect.poll(() => step(race)).toBe(0);
  await runToEnd(race);
  expect(await numbers(race)).toEqual(first);
  expect(withoutState(first)).toEqual(
    await inNode({ dataset: 'moons', depth: 2, width: 8, steps: 200, batchSize: 32 }),
  );
});

test('several seeds are summed up, and each is as in Node', async ({ page }) => {
  const race = await open(page, `${QUICK}&seeds=3&seed=7&racers=relu,maxout&budget=parameters`);
  await runToEnd(race);
  const rows = await numbers(race);
  expect(rows.map((row) => row[1])).toEqual(['7', '8', '9', '7', '8', '9']);
  expect(withoutState(rows)).toEqual(
    await inNode({
      dataset: 'moons',
      depth: 2,
      width: 8,
      steps: 200,
      batchSize: 32,
      seeds: 3,
      seed: 7,
      racers: ['relu', 'maxout'],
      budget: 'parameters',
    }),
  );
  await expect(race.locator('table.results caption')).toContainText('3 seeds');
  const cells = race.locator('table.results tr[data-racer="maxout"] td');
  expect(Number(await cells.nth(0).textContent())).toBeLessThan(8);
});

test('decision boundaries show both classes', async ({ page }) => {
  const race = await open(page, `${QUICK}&racers=tanh,relu&steps=400`);
  await runToEnd(race);
  const canvas = race.locator('canvas.boundary[data-racer="relu"]');
  await canvas.scrollIntoViewIfNeeded();
  const colours = await canvas.evaluate((element: HTMLCanvasElement) => {
    const { width, height } = element;
    const { data } = element.getContext('2d')!.getImageData(0, 0, width, height);
    let blue = 0;
    let orange = 0;
    for (let i = 0; i < data.length; i += 4) {
      if (data[i + 2]! > data[i]! + 40) blue++;
      if (data[i]! > data[i + 2]! + 40) orange++;
    }
    return { blue: blue / (width * height), orange: orange / (width * height) };
  });
  expect(colours.blue).toBeGreaterThan(0.2);
  expect(colours.orange).toBeGreaterThan(0.2);
});

test('curves are fitted', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  const race = await open(page, 'dataset=square&depth=2&width=16&racers=relu,tanh&steps=300');
  await runToEnd(race);
  await expect(race.locator('[data-chart="outputs"] .readings li')).toHaveCount(2);
  for (const row of await numbers(race)) expect(Number(row[3])).toBeLessThan(0.05);
  expect(problems).toEqual([]);
});

test('a divergence is told with layer, unit and step', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  const race = await open(page, 'racers=selu,sigmoid&learning-rate=3&depth=3&width=64&steps=60');
  await runToEnd(race);
  const words = race.locator('.verdicts li[data-racer="selu"]');
  await expect(words).toContainText(
    /SELU diverged: in step \d+, .+ in (hidden layer \d+|the output layer), unit \d+/,
  );
  await expect(race.locator('table.results tr[data-racer="selu"] .state')).toHaveText('diverged');
  await expect(race.locator('p[role="status"]', { hasText: 'SELU diverged' })).toBeAttached();
  const settings = { racers: ['selu', 'sigmoid'], learningRate: 3, depth: 3, width: 64 } as const;
  expect(withoutState(await numbers(race))).toEqual(await inNode({ ...settings, steps: 60 }));
  expect(problems).toEqual([]);
});

test('another language keeps the race', async ({ page }) => {
  const race = await open(page, QUICK);
  await press(race, 'Advance 100 steps');
  await expect.poll(() => step(race)).toBe(100);
  const before = await numbers(race);
  await page.evaluate(() => {
    document.documentElement.lang = 'zh-CN';
  });
  await expect(race.getByRole('button', { name: '继续', exact: true })).toBeVisible();
  await expect(race.locator('.progress-step')).toHaveText('第 100 步，共 200 步');
  const table = race.locator('table.data:not(.results) tbody tr');
  const after = await table.evaluateAll((rows) =>
    rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
  );
  expect(withoutState(after)).toEqual(withoutState(before));
});

test('a bad link names what is wrong and falls back', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  const race = await open(page, 'depth=99&racers=relu,nobody&learning-rate=fast&width=16&steps=20');
  const list = race.locator('.problems li');
  await expect(list).toHaveCount(3);
  await expect(list.nth(0)).toContainText('“depth” cannot be “99”');
  await expect(race.locator('.setup')).toContainText('6 × 16');
  await runToEnd(race);
  expect(problems).toEqual([]);
});

test('the engine’s refusal is shown, and another setting mends it', async ({ page }) => {
  await page.goto(`${LESSON}?size=2000&depth=1&width=4&steps=20`);
  const race = page.locator('training-race');
  await expect(race.locator('.status.trouble')).toContainText(/1,?437/);
  await race.getByText('Experiment', { exact: true }).click();
  await race.getByLabel('Data set').selectOption('moons');
  await expect(phase(race, 'ready')).toBeAttached();
  await runToEnd(race);
});

test('a changed setting resets visibly, and the copied link repeats the run', async ({
  page,
  context,
}) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const race = await open(page, QUICK);
  await press(race, 'Advance 10 steps');
  await race.getByText('Experiment', { exact: true }).click();
  const rate = race.getByRole('spinbutton', { name: 'Learning rate' });
  await rate.fill('0.03');
  await rate.press('Enter');
  await expect(race.locator('.status')).toContainText('back at step 0');
  await expect(phase(race, 'ready')).toBeAttached();
  await runToEnd(race);
  const first = await numbers(race);
  await race.getByText('Take away', { exact: true }).click();
  await race.locator('take-away').getByRole('button', { name: 'Copy link' }).click();
  await expect(race.locator('take-away')).toContainText('The link was copied.');
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect([...new URL(link).searchParams.keys()].sort()).toEqual([
    'batch-size',
    'dataset',
    'depth',
    'engine',
    'learning-rate',
    'seed',
    'steps',
    'v',
    'width',
  ]);
  await page.goto('about:blank');
  await page.goto(link);
  await expect(phase(race, 'ready')).toBeAttached();
  await runToEnd(race);
  expect(await numbers(race)).toEqual(first);
});

test('own data: bad rows are named, good ones train', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  await page.goto(`${LESSON}?dataset=own&depth=1&width=8&steps=50&racers=relu,tanh`);
  const race = page.locator('training-race');
  await expect(race.locator('.status')).toContainText('Load your data');
  const text = race.getByLabel('Or paste the rows here');
  await text.fill('x,y,label\n1,2,a\n3,oops,b\n4,5\n');
  await race.getByRole('button', { name: 'Use these rows' }).click();
  const errors = race.locator('.own-errors li');
  await expect(errors).toHaveCount(2);
  await expect(errors.nth(0)).toContainText('Line 3, column 2');
  await expect(errors.nth(1)).toContainText('Line 4');
  const rows = Array.from({ length: 60 }, (_, i) => {
    const angle = (i / 60) * 2 * Math.PI;
    const radius = i % 2 === 0 ? 1 : 2;
    return `${radius * Math.cos(angle)},${radius * Math.sin(angle)},${i % 2 ? 'outer' : 'inner'}`;
  });
  await race.getByLabel('Load a CSV file').setInputFiles({
    name: 'rings.csv',
    mimeType: 'text/csv',
    buffer: Buffer.from(rows.join('\n')),
  });
  await expect(phase(race, 'ready')).toBeAttached();
  await runToEnd(race);
  await expect(race.locator('canvas.boundary')).toHaveCount(2);
  await expect(race.locator('.own-data')).toContainText(
    '60 rows are in use. Classes: inner, outer.',
  );
  await expect(race.locator('.own-help')).toContainText('not part of the link');
  // After a bad text the earlier rows stay, and are said to.
  await text.fill(Array(30).fill('1,oops,a').join('\n').replace('1', 'x'));
  await race.getByRole('button', { name: 'Use these rows' }).click();
  await expect(errors).toHaveCount(20);
  await expect(race.locator('.own-errors')).toContainText('29 problems');
  await expect(race.locator('.own-errors')).toContainText('… and 9 more.');
  await expect(race.locator('.own-errors')).toContainText(
    'The 60 rows loaded before are still in use.',
  );
  expect(problems).toEqual([]);
});

test('all charts are read at one step, by keyboard too', async ({ page }) => {
  const race = await open(page, QUICK);
  const reading = race.locator('[data-chart="loss"] .readings li').first();
  const start = await reading.textContent();
  await runToEnd(race);
  const end = await reading.textContent();
  expect(end).not.toBe(start);
  const slider = race.getByRole('slider', { name: 'Read all charts at step' });
  await slider.focus();
  await slider.press('Home');
  await expect(reading).toHaveText(start!);
  await race.getByRole('button', { name: 'Latest' }).click();
  await expect(reading).toHaveText(end!);
  const plot = race.locator('[data-chart="accuracy"] .plot');
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  await page.mouse.move(box.x + box.width / 2, box.y + box.height / 2);
  await expect(race.locator('.reader output')).toHaveText(/^(8|9|10)\d$/);
});

test('a race out of sight rests, and goes on when seen again', async ({ page }) => {
  const race = await open(page, `${QUICK}&speed=20`);
  await press(race, 'Start');
  await expect.poll(() => step(race)).toBeGreaterThan(1);
  await page.evaluate(() => {
    document.body.style.paddingBlockEnd = '300vh';
    scrollTo(0, document.body.scrollHeight);
  });
  await expect(phase(race, 'resting')).toBeAttached();
  const resting = await step(race);
  await page.waitForTimeout(400);
  expect(await step(race)).toBe(resting);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => step(race)).toBeGreaterThan(resting);
});

test('a dead worker is reported and can be restarted', async ({ page }) => {
  const race = await open(page, QUICK);
  await press(race, 'Advance 10 steps');
  await expect.poll(() => step(race)).toBe(10);
  const [worker] = page.workers();
  await worker!.evaluate(() => {
    setTimeout(() => {
      throw new Error('gone');
    });
  });
  await expect(race.locator('.status.trouble')).toContainText('The training process stopped');
  await race.getByRole('button', { name: 'Restart' }).click();
  await expect(phase(race, 'ready')).toBeAttached();
  await runToEnd(race);
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`passes axe with everything open, after a run, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const race = await open(page, `${QUICK}&racers=sigmoid,relu,prelu,maxout,glu,identity`);
    await runToEnd(race);
    for (const name of ['Experiment', 'More', 'Data table', 'Help']) {
      await race.getByText(name, { exact: true }).click();
    }
    await expectAccessible(page);
  });
}

test('fits a narrow phone', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  for (const query of [QUICK, 'depth=1&width=4&steps=20']) {
    const race = await open(page, query);
    await runToEnd(race);
    await race.getByText('Experiment', { exact: true }).click();
    const overflow = await page.evaluate(
      () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
    );
    expect(overflow).toBe(0);
  }
});
