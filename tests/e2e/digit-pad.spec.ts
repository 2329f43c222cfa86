// The digit pad in the production build: drawing, painting by keyboard, and the engine's answers.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { loadEngine } from 'activation-lab/engine';
import { answerOf, probabilityText } from '../../web/src/widgets/digit-pad/answers.ts';
import { trainingConfig } from '../../web/src/widgets/digit-pad/config.ts';
import {
  exampleAt,
  formatImage,
  parseImage,
  standardize,
} from '../../web/src/widgets/digit-pad/image.ts';
import { imageOf } from '../../web/src/widgets/digit-pad/normalize.ts';
import { type PadSettings, padSchema } from '../../web/src/widgets/digit-pad/settings.ts';
import { defaults } from '../../web/src/widgets/schema.ts';
import { DRAWINGS } from '../web/digit-pad/digits.ts';
import { expectAccessible, watch } from './helpers.ts';

const SMALL = 'depth=2&width=24&steps=60&learning-rate=0.3';
const SETTINGS: PadSettings = {
  ...defaults(padSchema),
  depth: 2,
  width: 24,
  steps: 60,
  learningRate: 0.3,
};

async function open(page: Page, query = SMALL): Promise<Locator> {
  await page.goto(`embed/digit-pad/?${query}`);
  const figure = page.locator('digit-pad');
  await expect(phase(figure, 'ready')).toBeAttached();
  return figure;
}

const phase = (figure: Locator, name: string) =>
  figure.locator(`.progress-step[data-phase="${name}"]`);
const press = (figure: Locator, name: string) =>
  figure.getByRole('button', { name, exact: true }).press('Enter');
const imageOfFigure = (figure: Locator) =>
  figure.evaluate((element) => (element as unknown as { image: string }).image);
const grid = (figure: Locator) => figure.getByRole('grid');
const settled = (figure: Locator) =>
  expect(figure.locator('.output[data-behind="false"]')).toBeAttached();

/** Draws strokes of the unit square with the mouse. */
async function draw(page: Page, figure: Locator, strokes: (typeof DRAWINGS)[number][number]) {
  const box = (await figure.locator('svg.pad').boundingBox())!;
  const at = ({ x, y }: { x: number; y: number }) =>
    [box.x + x * box.width, box.y + y * box.height] as const;
  for (const [first, ...rest] of strokes) {
    await page.mouse.move(...at(first!));
    await page.mouse.down();
    for (const point of rest) await page.mouse.move(...at(point));
    await page.mouse.up();
  }
}

/** What the engine in Node says of an image after some steps. */
async function expectAnswers(figure: Locator, step: number, inputs: Float32Array) {
  const engine = await loadEngine();
  await settled(figure);
  for (const id of SETTINGS.racers) {
    const training = engine.createTraining(trainingConfig(SETTINGS, id));
    training.step(step);
    const answer = answerOf(training.predict(inputs))!;
    training.dispose();
    const card = figure.locator(`[data-racer="${id}"]`);
    await expect(card.locator('.says')).toHaveAttribute('data-digit', String(answer.digit));
    await expect(card.locator('.says')).toContainText(probabilityText(answer.confidence));
    await expect(card.locator('.standing')).toContainText(`Step ${step}`);
  }
}

test('answers for a test image are those of the engine in Node, at every stop', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const engine = await loadEngine();
  const { levels, label } = exampleAt(engine.dataset({ name: 'digits' }), 2);
  const figure = await open(page);
  await press(figure, 'Test image ›');
  await expect(figure.locator('.source')).toHaveText(`Test image 2 of 360, labelled ${label}.`);
  await expectAnswers(figure, 0, standardize(levels));
  await press(figure, 'Advance 10 steps');
  await expect(figure.locator('.progress-step')).toHaveText('Step 10 of 60');
  await expectAnswers(figure, 10, standardize(levels));
  await press(figure, 'Continue');
  await expect(phase(figure, 'finished')).toBeAttached();
  await expectAnswers(figure, 60, standardize(levels));
  await expect(figure.locator('.verdict')).toContainText(`as labelled, ${label}.`);

  await figure.getByText('Data table', { exact: true }).click();
  await expect(figure.locator('table.data tbody tr')).toHaveCount(10);
  await press(figure, 'Reset');
  await expect(phase(figure, 'ready')).toBeAttached();
  await expectAnswers(figure, 0, standardize(levels));
  expect(problems).toEqual([]);
});

test('a digit drawn with the mouse is normalized, answered, taken back and cleared', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const figure = await open(page, `${SMALL}&example=0`);
  await expect(figure.locator('.says').first()).toContainText('no image');
  const four = DRAWINGS[0]![4]!;
  await draw(page, figure, four);
  const image = await imageOfFigure(figure);
  const expected = imageOf(four);
  const { levels } = parseImage(image);
  // The mouse moves by whole pixels.
  expect(levels.filter((level, i) => Math.abs(level - expected[i]!) > 5).length).toBeLessThan(4);
  await expect(figure.locator('.source')).toContainText('Your drawing');
  await expectAnswers(figure, 0, standardize(levels));
  await press(figure, 'Start');
  await expect(phase(figure, 'finished')).toBeAttached();
  await expectAnswers(figure, 60, standardize(levels));

  await press(figure, 'Undo');
  const bar = await imageOfFigure(figure);
  expect(bar).not.toBe(image);
  expect(bar).not.toBe('');
  await press(figure, 'Undo');
  expect(await imageOfFigure(figure)).toBe('');
  await expect(figure.locator('.source')).toHaveText('Nothing drawn yet.');
  await draw(page, figure, four);
  expect(await imageOfFigure(figure)).toBe(image);
  await press(figure, 'Clear');
  expect(await imageOfFigure(figure)).toBe('');
  await expect(figure.locator('.says').first()).toContainText('no image');
  expect(problems).toEqual([]);
});

test('pixels are painted by keyboard alone, and by pointer', async ({ page }) => {
  const figure = await open(page, `${SMALL}&example=0`);
  await grid(figure).focus();
  const current = async () => {
    const id = await grid(figure).getAttribute('aria-activedescendant');
    return figure.locator(`#${id}`);
  };
  await expect(await current()).toHaveText('Row 1, column 1: level 0 of 16');
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowRight', 'Space'])
    await page.keyboard.press(key);
  await expect(await current()).toHaveText('Row 1, column 4: level 16 of 16');
  for (let row = 1; row < 8; row++) await page.keyboard.press('Shift+ArrowDown');
  await page.keyboard.press('-');
  await expect(await current()).toHaveText('Row 8, column 4: level 12 of 16');
  const levels = new Uint8Array(64);
  for (let row = 0; row < 8; row++) levels[8 * row + 3] = row < 7 ? 16 : 12;
  expect(await imageOfFigure(figure)).toBe(formatImage(levels));
  await expectAnswers(figure, 0, standardize(levels));
  await expect(figure.locator('.source')).toContainText('painted');

  const box = (await figure.locator('svg.pixels').boundingBox())!;
  await page.mouse.click(box.x + box.width * 0.95, box.y + box.height * 0.05);
  levels[7] = 16;
  expect(await imageOfFigure(figure)).toBe(formatImage(levels));
  await press(figure, 'Undo');
  await press(figure, 'Undo');
  levels[7] = 0;
  levels[59] = 16;
  expect(await imageOfFigure(figure)).toBe(formatImage(levels));
});

test('an image in the address is shown; one that cannot be is refused in words', async ({
  page,
}) => {
  const image = formatImage(imageOf(DRAWINGS[0]![3]!));
  const figure = await open(page, `${SMALL}&image=${image}`);
  await expectAnswers(figure, 0, standardize(parseImage(image).levels));
  await open(page, `${SMALL}&image=zzz`);
  await expect(figure.locator('.problems')).toContainText('64 digits to the base 17');
});

test('a network that diverges says so', async ({ page }) => {
  const figure = await open(page, 'racers=prelu%20sigmoid&learning-rate=100&steps=50&width=16');
  await press(figure, 'Start');
  await expect(phase(figure, 'finished')).toBeAttached();
  await expect(figure.locator('[data-racer="prelu"] .says')).toContainText(/Diverged in step \d+/);
  await expect(figure.locator('[data-racer="sigmoid"] .says')).toHaveAttribute('data-digit', /\d/);
});

for (const lang of ['en', 'zh']) {
  test(`accessible and without overflow at 320 px: ${lang}`, async ({ page }) => {
    await page.setViewportSize({ width: 320, height: 800 });
    const figure = await open(page, `${SMALL}&lang=${lang}`);
    await figure.locator('.transport .primary').press('Enter');
    await expect(phase(figure, 'finished')).toBeAttached();
    await figure.locator('details.more summary').click();
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
