// A deck of reveal.js: slides are scaled by a transform, hidden ones rest, and its keys are its own.

import type { Page } from '@playwright/test';
import { expectFrame, expectOwnLook, expectTrains } from './checks.ts';
import { expect, test } from './host.ts';

interface Deck {
  slide(at: number): void;
  configure(options: object): void;
  getIndices(): { h: number };
}

const deck = (page: Page, work: (reveal: Deck) => unknown) =>
  page.evaluate(`(${work})(Reveal)`) as Promise<unknown>;
const slideOf = (page: Page) => deck(page, (reveal) => reveal.getIndices().h);

test('figures on slides train, fit into a scaled slide, and rest while it is hidden', async ({
  page,
  hosts,
  problems,
}) => {
  await page.goto(`${hosts}reveal/`);
  const race = page.locator('training-race');
  const phase = race.locator('.figure');
  await expect(phase).toHaveAttribute('data-phase', 'waiting');
  await deck(page, (reveal) => reveal.slide(2));
  await expect(phase).toHaveAttribute('data-phase', 'ready');
  await expectTrains(race);
  await expectOwnLook(race);
  await deck(page, (reveal) => reveal.slide(3));
  await expect(page.locator('section.present')).toHaveCSS('opacity', '1');
  await expectFrame(page);
  expect(problems).toEqual([]);
});

test('the cursor of a plot is under the pointer at any scale of the slide', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts}reveal/#/1`);
  const plot = page.locator('activation-plot');
  const canvas = plot.locator('canvas').first();
  const cursor = plot.getByRole('spinbutton', { name: /^Cursor/ }).first();
  await expect(canvas).toBeVisible();
  const under = async (fraction: number) => {
    const { x, y, width, height } = (await canvas.boundingBox())!;
    await page.mouse.move(x + width * fraction, y + height / 2);
    return Number(await cursor.inputValue());
  };
  const seen = [];
  for (const scale of [1, 0.5]) {
    await deck(page, `(r) => r.configure({ minScale: ${scale}, maxScale: ${scale} })` as never);
    await expect
      .poll(
        async () =>
          (await canvas.boundingBox())!.width /
          (await canvas.evaluate((c) => (c as HTMLElement).offsetWidth)),
      )
      .toBeCloseTo(scale, 2);
    await under(0.5);
    seen.push(await under(0.3));
    const right = await under(0.8);
    expect(right).toBeGreaterThan(seen.at(-1)!);
  }
  expect(Math.abs(seen[0]! - seen[1]!)).toBeLessThan(0.1);
});

test('keys that a figure uses do not turn the slide, and others do', async ({ page, hosts }) => {
  await page.goto(`${hosts}reveal/#/1`);
  const plot = page.locator('activation-plot');
  const cursor = plot.getByRole('spinbutton', { name: /^Cursor/ }).first();
  const before = Number(await cursor.inputValue());
  await plot
    .locator('canvas')
    .first()
    .click({ position: { x: 300, y: 100 } });
  for (const key of ['ArrowRight', 'ArrowRight', 'ArrowLeft', 'Home'])
    await page.keyboard.press(key);
  expect(Number(await cursor.inputValue())).not.toBe(before);
  await cursor.fill('2');
  await cursor.press('ArrowUp');
  await cursor.press('ArrowLeft');
  expect(await slideOf(page)).toBe(1);

  await deck(page, (reveal) => reveal.slide(2));
  const race = page.locator('training-race');
  const start = race.locator('.transport').getByRole('button').first();
  await start.focus();
  await page.keyboard.press('Space');
  await expect(race.locator('.progress-step[data-phase="finished"]')).toBeAttached();
  await race.getByLabel('Speed').press('ArrowUp');
  expect(await slideOf(page)).toBe(2);
  await start.focus();
  await page.keyboard.press('ArrowRight');
  expect(await slideOf(page)).toBe(3);
});
