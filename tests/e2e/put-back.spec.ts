// Figures that are taken away and put back draw and run as before.

import { expect, test } from '@playwright/test';

interface Figure extends HTMLElement {
  readonly running: boolean;
  play(): void;
  pause(): void;
}

/** Each with something that runs; the function plot only draws. */
const FIGURES: Record<string, string> = {
  'activation-plot': 'functions="relu"',
  'dead-units': 'width="8"',
  'digit-pad': 'racers="relu" depth="1" width="8" steps="20000"',
  'divergence-map': 'dataset="moons" depth="1" width="4" steps="2000"',
  'gate-plot': 'units="glu"',
  'layer-flow': 'activations="relu" depth="2" width="4" steps="20000"',
  'maxout-fit': 'steps="5000"',
  'slope-tracks': 'dataset="moons" depth="1" width="4" steps="20000"',
  'speed-meter': 'activations="relu" rounds="200"',
  'training-race': 'dataset="moons" racers="relu" depth="1" width="4" steps="20000"',
  'zigzag-path': 'steps="5000"',
};
const STILL = ['activation-plot', 'gate-plot'];

test('a figure that is put back draws and runs again', async ({ page, baseURL }) => {
  const problems: string[] = [];
  page.on('pageerror', (error) => problems.push(String(error)));
  const body = '<!doctype html><html lang="en"><title>Put back</title>';
  await page.route('**/blank', (route) => route.fulfill({ contentType: 'text/html', body }));
  await page.goto('blank');
  await page.evaluate((script) => import(script), `${baseURL}embed/activation-lab.js`);
  for (const [name, attributes] of Object.entries(FIGURES)) {
    const figure = page.locator(name);
    await page.evaluate((html) => {
      document.body.innerHTML = html;
    }, `<${name} ${attributes}></${name}>`);
    const ready = figure.locator('.figure[data-phase="ready"]');
    await expect(ready, name).toBeVisible();
    const play = () => figure.evaluate((element: Figure) => element.play());
    const running = () => figure.evaluate((element: Figure) => element.running);
    if (!STILL.includes(name)) {
      await play();
      await expect.poll(running, `${name} runs`).toBe(true);
    }
    await figure.evaluate((element: Figure) => {
      element.remove();
      Object.assign(globalThis, { taken: element });
    });
    await expect.poll(() => page.workers().length, `workers of ${name}`).toBe(0);
    await page.evaluate(() => {
      document.body.append((globalThis as unknown as { taken: Figure }).taken);
    });
    await expect(ready, `${name} again`).toBeVisible();
    if (!STILL.includes(name)) {
      await expect(async () => {
        await play();
        expect(await running(), `${name} runs again`).toBe(true);
      }).toPass();
    }
    for (const canvas of await figure.locator('canvas:visible').all()) {
      const painted = () =>
        canvas.evaluate((element: HTMLCanvasElement) => {
          const { width, height } = element;
          const pixels = element.getContext('2d')!.getImageData(0, 0, width, height).data;
          return pixels.some((value) => value > 0);
        });
      await expect.poll(painted, `a canvas of ${name}`).toBe(true);
    }
  }
  expect(problems).toEqual([]);
});
