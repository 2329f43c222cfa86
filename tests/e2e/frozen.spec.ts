// A frozen link shows the numbers that it was made with, and tells where they are others.

import { expect, type Page, test } from '@playwright/test';

test.use({ permissions: ['clipboard-read', 'clipboard-write'] });

/** Opens the panel and asks for the link. */
async function freeze(page: Page): Promise<void> {
  await page.getByText('Take away', { exact: true }).click();
  await page.getByRole('button', { name: 'Frozen link' }).click();
}

const verdict = (page: Page) => page.locator('.teacher-frozen');

const RACE =
  'embed/training-race/?racers=relu,prelu&dataset=moons&size=60&depth=1&width=8&steps=40&charts=loss&lang=en';

test('a race: made after the run, opened again, and a wrong checksum is told', async ({ page }) => {
  await page.goto(RACE);
  const start = page.getByRole('button', { name: 'Start', exact: true });
  await expect(start).toBeEnabled();
  await freeze(page);
  await expect(page.getByText('once the run has ended')).toBeVisible();
  await start.click();
  await expect(page.getByRole('button', { name: 'Run again' })).toBeVisible();
  await page.getByRole('button', { name: 'Frozen link' }).click();
  await expect(page.getByText('The link was copied', { exact: false })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  expect(link).toMatch(
    /[?&]v=1&engine=\d+\.\d+\.\d+&.*&seed=1&.*frozen=\d+\.\d+\.\d+~[0-9a-f]{16}/,
  );

  await page.goto(link);
  await expect(verdict(page)).toHaveText(/The same numbers as when this link was made \(engine /);
  const race = page.locator('training-race');
  await expect(race.locator('.progress-step')).toHaveAttribute('data-step', '40');
  await expect(page.getByRole('button', { name: 'New seed' })).toHaveCount(0);

  await page.goto(
    link.replace(/frozen=[^&]*/, 'frozen=0.0.9~0123456789abcdef').concat('&theme=dark'),
  );
  await expect(verdict(page)).toHaveText(/not the numbers.*engine 0\.0\.9; this page runs engine /);
  await expect(verdict(page)).toHaveAttribute('data-frozen', 'differs');
});

test('a figure that needs no run is compared at once', async ({ page }) => {
  await page.goto('embed/gate-plot/?lang=en');
  await expect(page.locator('gate-plot .figure')).toHaveAttribute('aria-busy', 'false');
  await freeze(page);
  await expect(page.getByText('The link was copied', { exact: false })).toBeVisible();
  const link = await page.evaluate(() => navigator.clipboard.readText());
  // Neither the language nor the width changes a number.
  await page.setViewportSize({ width: 390, height: 800 });
  await page.goto(link.replace('lang=en', 'lang=zh'));
  await expect(verdict(page)).toHaveText(/数值与生成此链接时完全相同/);
});

test('of times there is none', async ({ page }) => {
  await page.goto('embed/speed-meter/?lang=en');
  await expect(page.locator('speed-meter .figure')).toHaveAttribute('aria-busy', 'false');
  await freeze(page);
  await expect(page.getByText('There is no frozen link of times', { exact: false })).toBeVisible();
});
