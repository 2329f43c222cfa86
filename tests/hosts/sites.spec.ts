// Course pages made with the tools that make such pages, opened as a student would.

import { expectFrame, expectOwnLook, expectTrains } from './checks.ts';
import { expect, test } from './host.ts';

for (const [tool, path] of [
  ['VitePress', 'vitepress/week-5.html'],
  ['MkDocs', 'mkdocs/week-5/'],
  ['Sphinx', 'sphinx/'],
  ['a rendered notebook', 'notebook/'],
] as const) {
  test(`the figures of a page by ${tool} train, look as ours and fill their frames`, async ({
    page,
    hosts,
    problems,
  }) => {
    await page.goto(`${hosts}${path}`);
    if (tool === 'VitePress') {
      // There and back again, which it does without loading a page.
      for (const week of ['Week 1', 'Week 5']) {
        await expect(page.locator('training-race, main h1').last()).toBeVisible();
        await page.getByRole('link', { name: week, exact: true }).first().click();
      }
    }
    const race = page.locator('training-race');
    await expectTrains(race);
    await expectOwnLook(race);
    await expectFrame(page);
    expect(problems).toEqual([]);
  });
}
