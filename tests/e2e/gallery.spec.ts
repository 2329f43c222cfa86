// The gallery: curves are drawn, the cursor reads the engine's values, and every control works.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { ACTIVATION_IDS, type ActivationId } from '../../web/src/engine/catalog.ts';
import { loadEngine } from '../../web/src/engine/engine.ts';
import type { ActivationParams } from '../../web/src/engine/types.ts';
import { formatFloat32 } from '../../web/src/widgets/format.ts';
import { PALETTE, parseColor } from '../../web/src/widgets/palette.ts';
import { expectAccessible, watch } from './helpers.ts';

const PAGE = 'en/02-gallery/';
const CLASSIC: readonly ActivationId[] = ['relu', 'sigmoid', 'tanh', 'softplus'];

const plot = (page: Page) => page.locator('activation-plot').first();
const canvas = (page: Page, id: string) => plot(page).locator(`canvas[data-chart="${id}"]`);
const slider = (page: Page) => plot(page).locator('.frame[role="slider"]');

async function open(page: Page, query = ''): Promise<void> {
  // The lesson's figure moves by itself otherwise.
  await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.goto(`${PAGE}${query}`);
  await expect(plot(page).locator('[data-phase="ready"]')).toBeVisible();
  await expect(plot(page).locator('canvas').first()).toBeVisible();
}

/** How many pixels of a canvas show a colour. */
function pixels(target: Locator, color: string): Promise<number> {
  return target.evaluate(
    (element, [r, g, b]) => {
      const { width, height } = element as HTMLCanvasElement;
      const { data } = (element as HTMLCanvasElement)
        .getContext('2d')!
        .getImageData(0, 0, width, height);
      let count = 0;
      for (let i = 0; i < data.length; i += 4) {
        const distance =
          Math.abs(data[i]! - r!) + Math.abs(data[i + 1]! - g!) + Math.abs(data[i + 2]! - b!);
        if (data[i + 3] === 255 && distance < 12) count++;
      }
      return count;
    },
    [...parseColor(color)],
  );
}

const picture = (target: Locator) =>
  target.evaluate((element) => (element as HTMLCanvasElement).toDataURL());

/** The numbers in the table beside the chart. */
async function reading(page: Page, id: ActivationId): Promise<{ f: string; derivative: string }> {
  const row = (which: string) =>
    plot(page).locator(`tbody[data-function="${id}"] tr[data-which="${which}"] .number`);
  const [f, derivative] = await Promise.all([
    row('f').textContent(),
    row('derivative').textContent(),
  ]);
  return { f: f!.trim(), derivative: derivative!.trim() };
}

async function cursor(page: Page): Promise<number> {
  return Number(await slider(page).getAttribute('aria-valuenow'));
}

async function expectEngineValues(
  page: Page,
  ids: readonly ActivationId[],
  params: ActivationParams = {},
): Promise<void> {
  const engine = await loadEngine({ data: 'on-demand' });
  const x = Float32Array.of(await cursor(page));
  for (const id of ids) {
    expect(await reading(page, id)).toEqual({
      f: formatFloat32(engine.evaluate(id, x, params)[0]!),
      derivative: formatFloat32(engine.derivative(id, x, params)[0]!),
    });
  }
}

/** The ends of the x-axis, as the slider announces them. */
async function xRange(page: Page): Promise<[number, number]> {
  const [min, max] = await Promise.all(
    ['aria-valuemin', 'aria-valuemax'].map((name) => slider(page).getAttribute(name)),
  );
  return [Number(min), Number(max)];
}

test('draws every function in its colour, in light and dark', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  await page.setViewportSize({ width: 1280, height: 1000 });
  for (const theme of ['light', 'dark'] as const) {
    await page.emulateMedia({ colorScheme: theme });
    await open(page, `?layout=panels&functions=${ACTIVATION_IDS.join(',')}`);
    for (const id of ACTIVATION_IDS) {
      await expect
        .poll(() => pixels(canvas(page, id), PALETTE[id][theme]), `${id}, ${theme}`)
        .toBeGreaterThan(60);
    }
  }
  expect(problems).toEqual([]);
});

test('the mouse reads the exact values of the engine', async ({ page }) => {
  await open(page);
  const target = canvas(page, 'derivative');
  const { width, height } = (await target.boundingBox())!;
  const at = (share: number) => ({ position: { x: width * share, y: height / 2 }, force: true });
  await target.hover(at(0.3));
  await expect.poll(() => cursor(page)).toBeLessThan(0);
  await expectEngineValues(page, CLASSIC);
  await target.hover(at(0.8));
  await expect.poll(() => cursor(page)).toBeGreaterThan(1);
  await expectEngineValues(page, CLASSIC);
});

test('the keys move the cursor, in small and large steps and to the ends', async ({ page }) => {
  await open(page);
  await slider(page).focus();
  for (const [key, x] of [
    ['ArrowRight', 1.1],
    ['ArrowLeft', 1],
    ['Shift+ArrowLeft', 0],
    ['ArrowLeft', -0.1],
    ['Home', -5],
    ['End', 5],
  ] as const) {
    await page.keyboard.press(key);
    await expect(slider(page)).toHaveAttribute('aria-valuenow', String(x));
  }
  await expectEngineValues(page, CLASSIC);
  await expect(slider(page)).toHaveAttribute('aria-valuetext', /ReLU: value 5, derivative 1/);
});

test('a number typed as x is read exactly, kinks included', async ({ page }) => {
  await open(page);
  const field = plot(page).getByRole('spinbutton', { name: /^Cursor/ });
  await field.fill('-0.7518');
  await field.press('Enter');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '-0.7518');
  await expectEngineValues(page, CLASSIC);
  await field.fill('0');
  await field.press('Enter');
  await expect.poll(() => reading(page, 'relu')).toEqual({ f: '0', derivative: '0' });
});

test('sliders change the curve, its values and the link', async ({ page }) => {
  await open(page, '?functions=leaky-relu&cursor=-2');
  const before = await picture(canvas(page, 'f'));
  const range = plot(page).getByRole('slider', { name: 'slope a' });
  await range.focus();
  for (let i = 0; i < 29; i++) await range.press('ArrowRight');
  await expect(plot(page).getByRole('spinbutton', { name: 'slope a' })).toHaveValue('0.3');
  await expectEngineValues(page, ['leaky-relu'], { slope: 0.3 });
  expect((await picture(canvas(page, 'f'))) === before).toBe(false);
  await expect(page).toHaveURL(/params=leaky-relu\.slope:0\.3/);
  await page.reload();
  await plot(page).scrollIntoViewIfNeeded();
  await expect.poll(() => reading(page, 'leaky-relu')).toEqual({ f: '−0.6', derivative: '0.3' });
  await plot(page).getByRole('button', { name: 'Default parameters' }).click();
  await expect.poll(() => reading(page, 'leaky-relu')).toMatchObject({ derivative: '0.01' });
  await expect.poll(async () => (await picture(canvas(page, 'f'))) === before).toBe(true);
});

test('maxout has a slider for every weight and bias, and two to four pieces', async ({ page }) => {
  await open(page, '?functions=maxout&params=maxout.weights:-1,1+maxout.biases:0,0&cursor=-3');
  await expect.poll(() => reading(page, 'maxout')).toEqual({ f: '3', derivative: '−1' });
  await plot(page).getByRole('button', { name: 'Add a piece' }).click();
  await expect(plot(page).getByRole('spinbutton', { name: 'w₃' })).toBeVisible();
  const bias = plot(page).getByRole('spinbutton', { name: 'b₁' });
  await bias.fill('0.5');
  await bias.press('Enter');
  await expect.poll(() => reading(page, 'maxout')).toEqual({ f: '3.5', derivative: '−1' });
  await expect(plot(page).locator('.visually-hidden#summary')).toContainText('Maxout has a kink');
});

test('zooms by buttons, keys, wheel and dragging, and back', async ({ page }) => {
  await open(page);
  const whole = await picture(canvas(page, 'f'));
  const reset = plot(page).getByRole('button', { name: 'Reset zoom' });
  const expectZoomed = async () => {
    await expect
      .poll(async () => (await xRange(page))[1] - (await xRange(page))[0])
      .toBeLessThan(9);
    expect((await picture(canvas(page, 'f'))) === whole).toBe(false);
    await reset.click();
    await expect.poll(() => xRange(page)).toEqual([-5, 5]);
  };
  await plot(page).getByRole('button', { name: 'Zoom in' }).click();
  await expectZoomed();

  await slider(page).focus();
  await page.keyboard.press('+');
  await expectZoomed();

  const box = (await canvas(page, 'f').boundingBox())!;
  const at = (share: number) => [box.x + box.width * share, box.y + box.height / 2] as const;
  await page.mouse.move(...at(0.5));
  await page.keyboard.down('Control');
  await page.mouse.wheel(0, -120);
  await page.keyboard.up('Control');
  await expectZoomed();

  await page.mouse.move(...at(0.4));
  await page.mouse.down();
  await page.mouse.move(...at(0.5));
  await page.mouse.move(...at(0.7));
  await page.mouse.up();
  await expect(page).toHaveURL(/x-min=.*x-max=/);
  await expectZoomed();

  // The plain wheel belongs to the page.
  await page.mouse.move(...at(0.5));
  await page.mouse.wheel(0, 60);
  await expect.poll(() => page.evaluate(() => scrollY)).toBeGreaterThan(0);
  expect(await xRange(page)).toEqual([-5, 5]);
});

test('views, layouts and picks show what they say', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 1000 });
  await open(page);
  const charts = plot(page).locator('canvas');
  await expect(charts).toHaveCount(2);
  await plot(page).getByText('f and f′ together', { exact: true }).click();
  await expect(charts).toHaveCount(1);
  await plot(page).getByText('A panel each', { exact: true }).click();
  await expect(charts).toHaveCount(4);
  await plot(page).getByRole('button', { name: 'Smooth', exact: true }).click();
  await expect(plot(page).locator('tbody[data-function]')).toHaveCount(4);
  await expect(canvas(page, 'mish')).toBeVisible();
  await plot(page).getByText('Choose functions (4 of 20 shown)').click();
  await plot(page).locator('.chip', { hasText: 'Mish' }).click();
  await plot(page).locator('.chip', { hasText: 'Step' }).click();
  await expect(canvas(page, 'step')).toBeVisible();
  await expect(canvas(page, 'mish')).toHaveCount(0);
  await expect(page).toHaveURL(/functions=softplus,swish,gelu,step/);
});

test('the cursor moves by itself until the reader takes over', async ({ page }) => {
  await page.goto(PAGE);
  const pause = plot(page).getByRole('button', { name: 'Pause' });
  await expect(pause).toBeVisible();
  const start = await cursor(page);
  await expect.poll(() => cursor(page)).not.toBe(start);
  await slider(page).focus();
  await page.keyboard.press('Home');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '-5');
  const move = plot(page).getByRole('button', { name: 'Move the cursor' });
  await expect(move).toBeVisible();
  await expectEngineValues(page, CLASSIC);
  await move.click();
  await expect.poll(() => cursor(page)).toBeGreaterThan(-5);
  await pause.click();
  const there = await cursor(page);
  await expect(page).toHaveURL(new RegExp(`cursor=${there}`));
});

test('stays still for readers who prefer less motion', async ({ page }) => {
  await open(page);
  await expect(plot(page).getByRole('button', { name: 'Move the cursor' })).toBeVisible();
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '1');
});

test('the table lists exact values', async ({ page }) => {
  await open(page, '?functions=sigmoid');
  await plot(page).getByText('Data table', { exact: true }).click();
  const table = plot(page).locator('table.data');
  await expect(table.locator('tbody tr')).toHaveCount(21);
  const middle = table.locator('tbody tr').nth(10);
  await expect(middle.locator('th, td')).toHaveText(['0', '0.5', '0.25']);
});

test('follows the language of the page', async ({ page }) => {
  await open(page);
  await expect(plot(page).getByText('Data table')).toBeVisible();
  await page.evaluate(() => {
    document.documentElement.lang = 'zh-CN';
  });
  await expect(plot(page).getByText('数据表', { exact: true })).toBeVisible();
  await expect(plot(page).getByRole('button', { name: '经典四图' })).toBeVisible();
  await page.goto('zh/02-gallery/');
  await expect(plot(page).getByText('f 与 f′ 分图')).toBeVisible();
});

test('survives being moved to another place in the page', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  await open(page);
  await plot(page).evaluate((element) => {
    const place = element.parentElement!;
    element.remove();
    place.append(element);
  });
  await expect.poll(() => pixels(canvas(page, 'f'), PALETTE.sigmoid.light)).toBeGreaterThan(60);
  await slider(page).focus();
  await page.keyboard.press('End');
  await expect(slider(page)).toHaveAttribute('aria-valuenow', '5');
  expect(problems).toEqual([]);
});

test('a link that is wrong says so and falls back', async ({ page }) => {
  await open(
    page,
    '?functions=relu,cubic&view=sideways&cursor=abc&x-min=3&x-max=-3&params=elu.x:1',
  );
  const said = plot(page).getByRole('status').locator('li');
  await expect(said).toHaveCount(5);
  await expect(said.nth(0)).toContainText('“functions” cannot be “relu,cubic”');
  await expect(said.nth(1)).toContainText('one of both, f, derivative, split');
  await expect(said.nth(2)).toContainText('a number from -1000 to 1000');
  await expect(said.nth(4)).toContainText('3 to −3 is not a range');
  await expect(plot(page).locator('canvas')).toHaveCount(2);
  expect(await xRange(page)).toEqual([-5, 5]);
  await expectEngineValues(page, CLASSIC);
});

test('an engine that does not load says so, and is tried again', async ({ page }) => {
  await page.route('**/*.wasm', (route) => route.abort());
  await page.goto(PAGE);
  const alert = plot(page).getByRole('alert');
  await expect(alert).toContainText('The engine could not be loaded');
  await page.unroute('**/*.wasm');
  await alert.getByRole('button', { name: 'Try again' }).click();
  await expect(plot(page).locator('canvas')).toHaveCount(2);
});

test('passes axe with everything open', async ({ page }) => {
  await open(page, '?functions=relu,prelu,maxout,mish&view=both');
  for (const fold of ['Choose functions (4 of 20 shown)', 'Data table', 'Help']) {
    await plot(page).getByText(fold, { exact: true }).click();
  }
  await expectAccessible(page);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 375, height: 720 }, hasTouch: true, isMobile: true });

  test('fits, reads by touch and zooms by pinching', async ({ page }) => {
    await open(page);
    const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    expect(await overflow()).toBeLessThanOrEqual(0);
    const box = (await canvas(page, 'f').boundingBox())!;
    await page.touchscreen.tap(box.x + box.width * 0.85, box.y + box.height / 2);
    await expect.poll(() => cursor(page)).toBeGreaterThan(2);
    await expectEngineValues(page, CLASSIC);

    const session = await page.context().newCDPSession(page);
    const fingers = (spread: number) =>
      [-1, 1].map((side, id) => ({
        x: box.x + box.width / 2 + side * spread,
        y: box.y + box.height / 2,
        id,
      }));
    const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', spread?: number) =>
      session.send('Input.dispatchTouchEvent', {
        type,
        touchPoints: spread === undefined ? [] : fingers(spread),
      });
    await touch('touchStart', 30);
    for (const spread of [45, 60, 80]) await touch('touchMove', spread);
    await touch('touchEnd');
    await expect
      .poll(async () => (await xRange(page))[1] - (await xRange(page))[0])
      .toBeLessThan(7);
  });

  test('has targets large enough for a finger', async ({ page }) => {
    await open(page, '?functions=prelu');
    const sizes = await plot(page).evaluate((element) =>
      [...element.shadowRoot!.querySelectorAll('button, select, summary, input[type="range"]')]
        .map((target) => target.getBoundingClientRect())
        .filter(({ width }) => width > 0)
        .map(({ height }) => height),
    );
    expect(Math.min(...sizes)).toBeGreaterThanOrEqual(44);
  });
});
