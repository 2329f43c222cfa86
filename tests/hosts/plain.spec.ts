// The figures on pages of somebody else: as elements and in frames.

import type { Locator } from '@playwright/test';
import { finishRace, RACE_END, watch } from '../e2e/helpers.ts';
import { expectOwnLook } from './checks.ts';
import { expect, test } from './host.ts';

const shown = (locator: Locator) => locator.filter({ visible: true }).first();

test('elements work on a foreign page with a policy of its own', async ({
  page,
  hosts,
  problems,
}) => {
  await page.goto(`${hosts}plain/elements.html`);
  const [english, chinese] = [
    page.locator('activation-plot').nth(0),
    page.locator('activation-plot').nth(1),
  ];
  await expect(english.locator('canvas').first()).toBeVisible();
  await expect(shown(english.getByText('GELU', { exact: true }))).toBeVisible();
  await chinese.scrollIntoViewIfNeeded();
  await expect(
    shown(
      chinese.getByText('各画一幅').or(chinese.getByText('游标')).or(chinese.getByText('导数')),
    ),
  ).toBeVisible();

  const race = page.locator('training-race').nth(0);
  await race.scrollIntoViewIfNeeded();
  await finishRace(race, 'Start', RACE_END.en);

  const wrong = page.locator('training-race').nth(1);
  await wrong.scrollIntoViewIfNeeded();
  await expect(wrong.getByText(/“depth” cannot be “99”/)).toBeVisible();
  expect(problems).toEqual([]);
});

test('the host’s styles stay outside of the figures', async ({ page, hosts }) => {
  await page.goto(`${hosts}plain/elements.html`);
  const plot = page.locator('activation-plot').first();
  await expect(plot.locator('canvas').first()).toBeVisible();
  await expectOwnLook(plot);
});

test('pages in frames take their settings from the URL and report their height', async ({
  page,
  hosts,
}) => {
  await page.goto(`${hosts}plain/frames.html`);
  const plot = page.frameLocator('#plot');
  await expect(shown(plot.getByText('ELU', { exact: true }))).toBeVisible();
  const height = (id: string) => page.locator(id).evaluate((e) => e.getBoundingClientRect().height);
  await expect.poll(() => height('#plot')).toBeGreaterThan(400);

  const race = page.frameLocator('#race');
  await page.locator('#race').scrollIntoViewIfNeeded();
  await expect(race.getByRole('button', { name: '开始', exact: true })).toBeVisible();
  await expect.poll(() => height('#race')).toBeGreaterThan(400);
  expect(await race.locator('html').getAttribute('data-theme')).toBe('dark');
  // No scroll bar inside: the frame is as high as what is in it.
  const overflow = await race
    .locator('html')
    .evaluate((html) => html.scrollHeight - window.innerHeight);
  expect(overflow).toBeLessThanOrEqual(1);
});

test('a frame below the fold reports a height before anybody scrolls to it', async ({
  page,
  hosts,
}) => {
  await page.setViewportSize({ width: 800, height: 600 });
  await page.goto(`${hosts}plain/below.html`);
  const frame = page.locator('#race');
  const height = () => frame.evaluate((e) => e.getBoundingClientRect().height);
  await expect.poll(height).toBeGreaterThan(300);
  expect(await page.evaluate(() => scrollY)).toBe(0);
  // Still asleep: the height is that of the space the figure keeps for itself.
  const figure = page.frameLocator('#race').locator('training-race .figure');
  await expect(figure).toHaveAttribute('data-phase', 'waiting');

  await frame.scrollIntoViewIfNeeded();
  await expect(figure).toHaveAttribute('data-phase', 'ready');
});

test('a frame page stands alone, and names a bad setting', async ({ page, baseURL }) => {
  const problems = watch(page, baseURL!);
  await page.goto('embed/activation-plot/?functions=relu&x-min=abc&theme=light&lang=en');
  await expect(page.getByText(/“x-min” cannot be “abc”/)).toBeVisible();
  await expect(page.locator('canvas').first()).toBeVisible();
  expect(problems).toEqual([]);
});
