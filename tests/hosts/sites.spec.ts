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
    const race = page.locator('training-race');
    await expectTrains(race);
    await expectOwnLook(race);
    await expectFrame(page);
    expect(problems).toEqual([]);
  });
}
