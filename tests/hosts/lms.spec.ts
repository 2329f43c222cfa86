// What is left of the recipes after an LMS or a blog has cleaned them: a frame without script, a link.

import { expectTrains } from './checks.ts';
import { expect, test } from './host.ts';

test('a frame with nothing around it trains, and so does the page that a link opens', async ({
  page,
  hosts,
  problems,
}) => {
  await page.goto(`${hosts}lms/`);
  const frame = page.locator('iframe');
  expect(await frame.evaluate((e) => e.getAttributeNames().sort())).toEqual(
    ['src', 'title', 'width', 'height', 'frameborder', 'style'].sort(),
  );
  await frame.scrollIntoViewIfNeeded();
  await expectTrains(frame.contentFrame().locator('training-race'));
  await page.getByRole('link', { name: 'Sigmoid against ReLU' }).click();
  await expectTrains(page.locator('training-race'));
  expect(problems).toEqual([]);
});
