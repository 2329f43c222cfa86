// The flow through the layers in the production build: its numbers, its controls, its words.

import { expect, type Locator, type Page, test } from '@playwright/test';
import { loadEngine } from 'activation-lab/engine';
import { trainingConfig } from '../../web/src/widgets/layer-flow/config.ts';
import { hiddenLayers, rms } from '../../web/src/widgets/layer-flow/measures.ts';
import { type FlowSettings, flowSchema } from '../../web/src/widgets/layer-flow/settings.ts';
import { defaults } from '../../web/src/widgets/schema.ts';
import { expectAccessible, watch } from './helpers.ts';

const PAGE = 'embed/layer-flow/';
const QUICK = 'depth=6&width=16&steps=60';

async function open(page: Page, query = QUICK): Promise<Locator> {
  await page.goto(`${PAGE}?${query}`);
  const flow = page.locator('layer-flow');
  await expect(phase(flow, 'ready')).toBeAttached();
  return flow;
}

const phase = (flow: Locator, name: string) => flow.locator(`.progress-step[data-phase="${name}"]`);
const step = async (flow: Locator) =>
  Number(await flow.locator('.progress-step').getAttribute('data-step'));
const press = (flow: Locator, name: string) =>
  flow.locator('.transport').getByRole('button', { name, exact: true }).click();

async function numbers(flow: Locator): Promise<string[][]> {
  const table = flow.locator('table.data');
  if (!(await table.isVisible())) await flow.getByText('Data table', { exact: true }).click();
  await expect(table).toBeVisible();
  return table
    .locator('tbody tr')
    .evaluateAll((rows) =>
      rows.map((row) => [...row.children].map((cell) => cell.textContent?.trim() ?? '')),
    );
}

/** The same rows, computed in Node. */
async function inNode(values: Partial<FlowSettings>, steps: number): Promise<string[][]> {
  const engine = await loadEngine();
  const settings = { ...(defaults(flowSchema) as FlowSettings), ...values };
  return settings.activations.flatMap((id) => {
    const training = engine.createTraining(trainingConfig(settings, id));
    if (steps > 0) training.step(steps);
    const layers = hiddenLayers(training.metrics());
    training.dispose();
    const label = engine.activations.find((info) => info.id === id)!.label;
    return layers.map((l, i) => [
      label,
      ...[
        i + 1,
        l.activationMean,
        l.activationStd,
        rms(l),
        l.outputGradientNorm,
        l.gradientNorm,
        l.saturatedFraction,
      ].map(String),
    ]);
  });
}

test('shows step 0 at once, and trains, with the bits of the engine in Node', async ({
  page,
  baseURL,
}) => {
  const problems = watch(page, baseURL!);
  const flow = await open(page);
  const small = { depth: 6, width: 16, steps: 60 };
  expect(await numbers(flow)).toEqual(await inNode(small, 0));
  await press(flow, 'Train');
  await expect(phase(flow, 'finished')).toBeAttached();
  expect(await numbers(flow)).toEqual(await inNode(small, 60));
  await press(flow, 'Reset');
  await expect(phase(flow, 'ready')).toBeAttached();
  expect(await numbers(flow)).toEqual(await inNode(small, 0));
  await press(flow, 'Advance 10 steps');
  await expect(phase(flow, 'paused')).toBeAttached();
  expect(await numbers(flow)).toEqual(await inNode(small, 10));
  expect(problems).toEqual([]);
});

test('by keyboard: a gain draws anew, a layer is read, an earlier step too', async ({ page }) => {
  const flow = await open(page);
  await press(flow, 'Advance 100 steps');
  await expect.poll(() => step(flow)).toBe(60);
  const earlier = flow.getByRole('slider', { name: 'At step' });
  await earlier.focus();
  await earlier.press('Home');
  await expect(flow.locator('.reader output')).toHaveText('0');
  expect(await numbers(flow)).toEqual(await inNode({ depth: 6, width: 16, steps: 60 }, 0));

  const gain = flow.getByRole('spinbutton', { name: 'Gain' });
  await gain.fill('2');
  await gain.press('Enter');
  await expect.poll(() => step(flow)).toBe(0);
  await expect(flow.locator('.status')).toContainText('step 0');
  const doubled = await inNode({ depth: 6, width: 16, steps: 60, initScale: 2 }, 0);
  await expect.poll(() => numbers(flow)).toEqual(doubled);
  const slider = flow.getByRole('slider', { name: 'Gain' });
  await slider.focus();
  for (let i = 0; i < 12; i++) await slider.press('ArrowRight');
  await expect(phase(flow, 'ready')).toBeAttached();
  const initScale = Number(await gain.inputValue());
  expect(initScale).toBeGreaterThan(2.5);
  const moved = await inNode({ depth: 6, width: 16, steps: 60, initScale }, 0);
  await expect.poll(() => numbers(flow)).toEqual(moved);

  const layer = flow.getByRole('slider', { name: 'Read all charts at layer' });
  await layer.focus();
  await layer.press('End');
  await expect(flow.locator('[data-chart="histogram"] .subtitle')).toContainText('Layer 6');
  const reading = flow.locator('[data-chart="rms"] [data-activation="relu"] b');
  const last = Number(moved.at(-1)![4]);
  expect(Number(await reading.textContent())).toBe(Number(last.toPrecision(3)));
});

test('pointing at a chart reads its layer, a click keeps it', async ({ page }) => {
  const flow = await open(page);
  const plot = flow.locator('[data-chart="spread"] .plot');
  await plot.scrollIntoViewIfNeeded();
  const box = (await plot.boundingBox())!;
  await page.mouse.click(box.x + box.width - 12, box.y + box.height / 2);
  await page.mouse.move(0, 0);
  await expect(flow.getByRole('spinbutton', { name: 'Read all charts at layer' })).toHaveValue('6');
});

test('an explosion is told, and clipping mends it', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  const query = 'activations=relu&depth=10&init-scale=2&learning-rate=0.3&steps=50';
  const flow = await open(page, query);
  await press(flow, 'Train');
  await expect(phase(flow, 'finished')).toBeAttached();
  await expect(flow.locator('.findings li')).toContainText(/ReLU diverged in step \d+/);
  await expect(flow.locator('[data-chart="rms"] .readings')).toContainText('diverged');
  await flow.getByText('More settings', { exact: true }).click();
  const clip = flow.getByRole('spinbutton', { name: 'Clip gradients at' });
  await clip.fill('0.1');
  await clip.press('Enter');
  await expect(phase(flow, 'ready')).toBeAttached();
  await press(flow, 'Train');
  await expect(phase(flow, 'finished')).toBeAttached();
  await expect(flow.locator('.findings li')).toContainText('Training loss');
  expect(problems).toEqual([]);
});

test('out of sight it rests, and goes on when seen again', async ({ page }) => {
  const flow = await open(page, 'depth=20&steps=5000');
  await press(flow, 'Train');
  await expect.poll(() => step(flow)).toBeGreaterThan(1);
  await page.evaluate(() => {
    document.body.style.paddingBlockEnd = '300vh';
    scrollTo(0, document.body.scrollHeight);
  });
  await expect(phase(flow, 'resting')).toBeAttached();
  // The frame that was on its way still arrives.
  let resting = -1;
  const moved = async () => {
    const before = resting;
    resting = await step(flow);
    return resting - before;
  };
  await expect.poll(moved, { intervals: [400] }).toBe(0);
  await page.evaluate(() => scrollTo(0, 0));
  await expect.poll(() => step(flow)).toBeGreaterThan(resting);
  await press(flow, 'Pause');
  await expect(phase(flow, 'paused')).toBeAttached();
});

test('a dead worker is reported and can be restarted', async ({ page }) => {
  const flow = await open(page);
  await press(flow, 'Advance 10 steps');
  await expect.poll(() => step(flow)).toBe(10);
  const [worker] = page.workers();
  await worker!.evaluate(() => {
    setTimeout(() => {
      throw new Error('gone');
    });
  });
  await expect(flow.locator('.status.trouble')).toContainText('The training process stopped');
  await flow.getByRole('button', { name: 'Restart' }).click();
  await expect(phase(flow, 'ready')).toBeAttached();
  await press(flow, 'Train');
  await expect(phase(flow, 'finished')).toBeAttached();
});

test('locked, hidden and wrong settings', async ({ page }) => {
  const flow = await open(page, `${QUICK}&lock=init-scale&hide=depth&activations=relu,nobody`);
  await expect(flow.getByRole('slider', { name: 'Gain' })).toBeDisabled();
  await expect(flow.getByRole('slider', { name: 'Hidden layers' })).toHaveCount(0);
  await expect(flow.locator('.problems li')).toContainText('“activations” cannot be');
});

for (const colorScheme of ['light', 'dark'] as const) {
  test(`passes axe with everything open, after a run, in ${colorScheme}`, async ({ page }) => {
    await page.emulateMedia({ colorScheme });
    const flow = await open(page);
    await press(flow, 'Train');
    await expect(phase(flow, 'finished')).toBeAttached();
    for (const name of ['More settings', 'Data table', 'Help']) {
      await flow.getByText(name, { exact: true }).click();
    }
    // The figure leaves the heading to the page around it, and a frame has none.
    await page.evaluate(() => {
      const heading = Object.assign(document.createElement('h1'), { textContent: 'Layers' });
      Object.assign(heading.style, { color: 'CanvasText', background: 'Canvas' });
      document.querySelector('layer-flow')!.before(heading);
    });
    await expectAccessible(page);
  });
}

test('fits a narrow phone, in Chinese, with 64 layers', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const flow = await open(page, 'lang=zh&depth=64&width=32&steps=5');
  await flow.getByRole('button', { name: '训练', exact: true }).click();
  await expect(phase(flow, 'finished')).toBeAttached();
  await flow.getByText('更多设置', { exact: true }).click();
  const overflow = await page.evaluate(
    () => document.documentElement.scrollWidth - document.documentElement.clientWidth,
  );
  expect(overflow).toBe(0);
});
