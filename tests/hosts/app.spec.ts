// A page that adds figures and removes them again, also while they train.

import { expectTrains } from './checks.ts';
import { expect, test } from './host.ts';

test('figures come and go with the views of an app', async ({ page, hosts, problems }) => {
  await page.goto(`${hosts}plain/app.html#plots`);
  const plots = page.locator('activation-plot canvas');
  const race = page.locator('training-race');
  await expect(plots.first()).toBeVisible();
  for (let visit = 0; visit < 2; visit++) {
    await page.getByRole('link', { name: 'Race' }).click();
    await race.locator('.transport').getByRole('button').first().click();
    await page.getByRole('link', { name: 'Nothing' }).click();
    await expect(race).toHaveCount(0);
    await page.getByRole('link', { name: 'Plots' }).click();
    await expect(plots.last()).toBeVisible();
  }
  expect(page.workers().length).toBeLessThanOrEqual(2);
  await page.getByRole('link', { name: 'Race' }).click();
  await expect(race.getByRole('status').filter({ hasText: /cannot be/ })).toHaveCount(0);
  await expectTrains(race);
  expect(problems).toEqual([]);
});
