// Predict, run, explain; questions; progress: by keyboard, in both languages, on desktop and phone.

import { expect, type Page, test } from '@playwright/test';
import { expectAccessible, watch } from './helpers.ts';

const RACE = 'en/12-race/';
const prediction = (page: Page) => page.locator('predict-run').first();

/** Presses Tab until an element of the page has the focus. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let i = 0; i < 80; i++) {
    await page.keyboard.press('Tab');
    if (await page.locator(selector).evaluate((e) => e === document.activeElement)) return;
  }
  throw new Error(`no ${selector} within 80 steps`);
}

const WORDS = {
  en: { kept: 'Your prediction is kept', right: 'Right.', wrong: 'Not quite.' },
  zh: { kept: '你的猜测已经记下', right: '正确。', wrong: '不对。' },
} as const;
const SCREENS = { desktop: { width: 1280, height: 800 }, phone: { width: 390, height: 844 } };

for (const [screen, viewport] of Object.entries(SCREENS)) {
  for (const language of ['en', 'zh'] as const) {
    test(`${language} on a ${screen}: predicted, explained and answered by keyboard alone`, async ({
      page,
      baseURL,
    }) => {
      const problems = watch(page, baseURL!);
      const words = WORDS[language];
      await page.setViewportSize(viewport);
      await page.goto(`${language}/12-race/`);
      const predict = prediction(page);
      const race = page.locator('#figure > training-race');
      await expect(race).toHaveAttribute('inert', '');
      await tabTo(page, 'predict-run:first-of-type input >> nth=0');
      await page.keyboard.press('ArrowDown');
      await page.keyboard.press('Enter');
      await expect(predict.getByText(words.kept)).toBeVisible();
      await expect(race).not.toHaveAttribute('inert');
      await tabTo(page, 'predict-run summary >> nth=0');
      await page.keyboard.press('Enter');
      await expect(predict.locator('.question-outcome')).toContainText(words.wrong);

      const quiz = page.locator('quiz-question').first();
      await quiz.locator('input').first().focus();
      await page.keyboard.press('Space');
      await page.keyboard.press('Enter');
      await expect(quiz.getByRole('status')).toContainText(words.wrong);
      await page.keyboard.press('ArrowDown');
      await expect(quiz.getByRole('status')).toBeEmpty();
      await page.keyboard.press('Enter');
      await expect(quiz.getByRole('status')).toContainText(words.right);
      await expectAccessible(page);
      expect(problems).toEqual([]);
    });
  }
}

test('a figure waits for the prediction, and says why', async ({ page }) => {
  await page.goto(RACE);
  const lock = page.locator('.figure-lock');
  await expect(lock.getByText('The figure waits for your prediction')).toBeVisible();
  await lock.getByRole('link', { name: 'To the prediction' }).click();
  const form = prediction(page);
  await expect(form.locator('details')).toBeHidden();
  await form.getByRole('button', { name: 'That is my prediction' }).click();
  await expect(form.getByText('Choose an answer first.')).toBeVisible();
  await form.getByLabel('Still at 2.30').check();
  await form.getByRole('button', { name: 'That is my prediction' }).click();
  await expect(lock).toHaveCount(0);
  await expect(form.getByText('it has learned nothing at all')).toBeHidden();
  await form.getByText('What the run shows').click();
  await expect(form.getByText('it has learned nothing at all')).toBeVisible();
  await expect(form.locator('.question-outcome')).toContainText('Right.');
  await expect(form.getByLabel('As low as ReLU')).toBeDisabled();
});

test('the figure can be run without predicting, and that is remembered', async ({ page }) => {
  await page.goto(RACE);
  await page.locator('.figure-lock').getByRole('button', { name: 'Run without' }).click();
  await expect(page.locator('.figure-lock')).toHaveCount(0);
  await page.reload();
  await expect(prediction(page).getByRole('status')).toHaveText(
    'You chose to run it without predicting.',
  );
  await expect(page.locator('.figure-lock')).toHaveCount(0);
});

test('a link that carries a state opens the figure at once', async ({ page }) => {
  await page.goto(`${RACE}?depth=2&steps=20`);
  await expect(prediction(page).getByRole('button').first()).toBeVisible();
  await expect(page.locator('.figure-lock')).toHaveCount(0);
  await page
    .locator('#figure training-race')
    .getByRole('button', { name: 'Start', exact: true })
    .click();
  await expect(page.getByText('Step 20 of 20', { exact: true })).toBeVisible();
});

test('a prediction about a preset offers to run it once made', async ({ page }) => {
  await page.goto(`${RACE}?depth=2`);
  const second = page.locator('predict-run[name="12-race/rate-one"]');
  await expect(second.getByRole('link', { name: 'Run it' })).toBeHidden();
  await second.getByLabel('PReLU and maxout').check();
  await second.getByRole('button', { name: 'That is my prediction' }).click();
  await second.getByRole('link', { name: 'Run it' }).click();
  await expect(page).toHaveURL(/learning-rate=1/);
});

const drawn = (page: Page) => page.locator('predict-run:has(.draw)').first();

/** Ends of the curve in the race's loss chart, if it has one. */
const expectedInRace = (page: Page) =>
  page.locator('#figure training-race').evaluate((race) => {
    const { cards } = race as unknown as {
      cards: { name: string; spec?: { series: { id: string; points: { y: number }[] }[] } }[];
    };
    const series = cards.find(({ name }) => name === 'loss')?.spec?.series ?? [];
    const points = series.find(({ id }) => id === 'expected')?.points;
    return points && [points[0]!.y, points.at(-1)!.y];
  });

test('a curve is drawn by keyboard, kept, explained, and shown beside that of the run', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  await page.goto(`${RACE}?seed=1`);
  const predict = drawn(page);
  const commit = predict.getByRole('button', { name: 'That is my prediction' });
  const point = (step: number) =>
    predict.getByRole('slider', { name: `Loss at step ${step}`, exact: true });
  await expect(point(0)).toHaveAttribute('aria-valuetext', 'loss 2.3 at step 0');
  await expect(predict.getByRole('link', { name: 'Run it' })).toBeHidden();
  await commit.press('Enter');
  await expect(predict.getByText('Draw a curve first.')).toBeVisible();
  await expect(point(0)).toBeFocused();
  for (let i = 0; i < 6; i++) await page.keyboard.press('ArrowRight');
  await expect(point(600)).toBeFocused();
  await page.keyboard.press('ArrowDown');
  await expect(point(600)).toHaveAttribute('aria-valuetext', 'loss 2.05 at step 600');
  await expect(point(1000)).toHaveAttribute('aria-valuenow', '2.05');
  await expect(point(500)).toHaveAttribute('aria-valuenow', '2.3');
  for (let i = 0; i < 4; i++) await page.keyboard.press('ArrowRight');
  await page.keyboard.press('PageDown');
  await expect(point(1000)).toHaveAttribute('aria-valuenow', '0.648');
  await expectAccessible(page);
  expect(await expectedInRace(page)).toBeUndefined();

  await commit.press('Enter');
  await expect(predict.getByText('Your prediction is kept')).toBeVisible();
  await expect(point(1000)).toHaveAttribute('aria-disabled', 'true');
  await predict.getByText('What the run shows').click();
  await expect(predict.locator('.question-outcome')).toContainText(
    'Right. Your prediction: loss 0.648 at step 1000',
  );
  expect(await expectedInRace(page)).toBeUndefined();
  await predict.getByRole('link', { name: 'Run it' }).click();
  await expect.poll(() => expectedInRace(page)).toEqual([2.3, 0.648]);
  await expect(page.getByText('the curve that you predicted').first()).toBeVisible();

  await page.reload();
  await expect(point(1000)).toHaveAttribute('aria-valuenow', '0.648');
  await expect.poll(() => expectedInRace(page)).toEqual([2.3, 0.648]);
  expect(problems).toEqual([]);
});

test('a curve is drawn with the mouse on a phone’s screen, and begun anew', async ({ page }) => {
  await page.setViewportSize(SCREENS.phone);
  await page.goto('zh/12-race/?seed=1');
  const predict = drawn(page);
  const last = predict.getByRole('slider').last();
  await expect(last).toHaveAttribute('aria-valuenow', '2.3');
  const chart = predict.locator('.draw svg');
  await chart.scrollIntoViewIfNeeded();
  const box = (await chart.boundingBox())!;
  await page.mouse.move(box.x + 60, box.y + 40);
  await page.mouse.down();
  await page.mouse.move(box.x + box.width - 5, box.y + box.height - 10, { steps: 3 });
  await page.mouse.up();
  await expect(last).toHaveAttribute('aria-valuenow', '0.01');
  await expect(predict.getByRole('slider').nth(5)).not.toHaveAttribute('aria-valuenow', '2.3');
  await predict.getByRole('button', { name: '重新画' }).click();
  await expect(last).toHaveAttribute('aria-valuenow', '2.3');
  expect(
    await page.evaluate(() => document.documentElement.scrollWidth - innerWidth),
  ).toBeLessThanOrEqual(0);
});

test('answers come back with the reader, on this page and in another tab', async ({ page }) => {
  await page.goto(RACE);
  const other = await page.context().newPage();
  await other.goto(RACE);
  const ask = (tab: Page) => tab.locator('quiz-question').first();
  await ask(page).getByLabel('Larger weights always train faster.').check();
  await ask(page).getByRole('button', { name: 'Check' }).click();
  await expect(ask(other).getByRole('status')).toContainText('Your answer from before: Not quite.');
  await page.reload();
  await expect(ask(page).getByLabel('Larger weights always train faster.')).toBeChecked();
  await expect(ask(page).getByRole('status')).toContainText('Your answer from before');
});

test('the start page shows progress, exports it, and clears it when told twice', async ({
  page,
}) => {
  await page.goto('en/02-gallery/');
  const predict = prediction(page);
  await predict.getByRole('spinbutton').fill('500');
  await predict.getByRole('button', { name: 'That is my prediction' }).click();
  await expect(predict.getByText('Enter a number within the range first.')).toBeVisible();
  await predict.getByRole('spinbutton').fill('2.5');
  await predict.getByRole('button', { name: 'That is my prediction' }).click();
  await predict.getByText('What the run shows').click();
  await expect(predict.locator('.question-outcome')).toContainText('Right. Your prediction: 2.5');
  for (const quiz of await page.locator('quiz-question').all()) {
    await quiz.locator('.answer[data-right] input').check();
    await quiz.getByRole('button', { name: 'Check' }).click();
  }
  await page.goto('en/');
  const panel = page.locator('#progress');
  const row = panel.locator('tr[data-lesson="02-gallery"]');
  await expect(row).toContainText('1 / 1');
  await expect(row).toContainText('4 / 4');
  await expect(row).toContainText('done');
  await expectAccessible(page);
  const text = async (name: string) => {
    const [download] = await Promise.all([
      page.waitForEvent('download'),
      panel.getByRole('button', { name }).click(),
    ]);
    const chunks: Buffer[] = [];
    for await (const chunk of await download.createReadStream()) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString();
  };
  expect(Object.keys(JSON.parse(await text('Export as JSON')).answers)).toHaveLength(5);
  expect(await text('Export as CSV')).toContain('02-gallery,zero-mean,quiz,3,true,true,1,');
  await panel.getByRole('button', { name: 'Clear progress' }).click();
  await panel.getByRole('button', { name: 'Keep it' }).click();
  await expect(row).toContainText('4 / 4');
  await panel.getByRole('button', { name: 'Clear progress' }).click();
  await panel.getByRole('button', { name: 'Clear everything' }).click();
  await expect(panel.getByText('Your progress has been cleared.')).toBeVisible();
  await expect(row).toContainText('0 / 4');
  await expect(row).toContainText('not begun');
});

test('progress that this version cannot read is kept and told of', async ({ page }) => {
  await page.addInitScript(() => {
    if (!localStorage.length) localStorage.setItem('activation-lab:progress', '{"version":9}');
  });
  await page.goto('en/');
  await expect(page.locator('#progress')).toContainText('has been put aside unchanged');
});

test('without scripts, answers and feedback read as text', async ({ browser, baseURL }) => {
  const context = await browser.newContext({ javaScriptEnabled: false, baseURL: baseURL! });
  const page = await context.newPage();
  await page.goto(RACE);
  await expect(page.getByText('The factor comes from the derivative of the sigmoid')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Check' })).toHaveCount(0);
  await context.close();
});

test('a page of another site wraps its own figure', async ({ page, baseURL }) => {
  await page.goto('embed/activation-plot/?lang=en');
  await page.setContent(`<!doctype html><html lang="en"><main>
    <predict-run name="mine/first" for="mine"><p>Where is it steepest?</p>
      <ul><li data-right>At 0<p>The slope there is 1/4.</p></li><li>At 5<p>Flat.</p></li></ul>
      <p>The curve is steepest in the middle.</p></predict-run>
    <activation-plot id="mine" functions="sigmoid"></activation-plot></main></html>`);
  await page.addScriptTag({ type: 'module', url: `${baseURL}embed/activation-lab.js` });
  const plot = page.locator('#mine');
  await expect(plot).toHaveAttribute('inert', '');
  await page.getByLabel('At 0').check();
  await page.getByRole('button', { name: 'That is my prediction' }).click();
  await expect(plot).not.toHaveAttribute('inert');
  await page.getByText('What the run shows').click();
  await expect(page.locator('.question-outcome')).toContainText('The slope there is 1/4.');
  await expect(page.getByText('The curve is steepest in the middle.')).toBeVisible();
});

test('a page of another site has a curve drawn over its own race', async ({ page, baseURL }) => {
  await page.goto('embed/training-race/?lang=en');
  await page.setContent(`<!doctype html><html lang="en"><main>
    <predict-run name="mine/curve" for="mine" draw steps="20" start="2.3"><p>How low?</p>
      <ul><li data-range="0.1..1">Low<p>Too soon.</p></li>
      <li data-range="1..10" data-right>High<p>Twenty steps are few.</p></li></ul></predict-run>
    <training-race id="mine" racers="sigmoid" depth="2" steps="20"></training-race></main></html>`);
  await page.addScriptTag({ type: 'module', url: `${baseURL}embed/activation-lab.js` });
  const race = page.locator('#mine');
  await expect(race).toHaveAttribute('inert', '');
  const first = page.getByRole('slider', { name: 'Loss at step 0', exact: true });
  await first.press('PageUp');
  await page.getByRole('button', { name: 'That is my prediction' }).press('Enter');
  await expect(race).not.toHaveAttribute('inert');
  await expect(race.getByText('the curve that you predicted')).toBeVisible();
  await page.getByText('What the run shows').click();
  await expect(page.locator('.question-outcome')).toContainText('Twenty steps are few.');
});
