// Pages that may run only scripts of their own origin: no Blob, and so no worker from one.

import { startServer } from '../../web/tools/serve.mjs';
import { finishRace, RACE_END } from '../e2e/helpers.ts';
import { expect, test } from './host.ts';

const POLICY = "script-src 'self' 'wasm-unsafe-eval'";

let site: Awaited<ReturnType<typeof startServer>>;

test.beforeAll(async () => {
  site = await startServer('dist/site', { headers: { 'Content-Security-Policy': POLICY } });
});
test.afterAll(() => site.close());

/** A course page beside the folder of the site, with the same policy. */
const course = (script: string) => ({
  contentType: 'text/html',
  headers: { 'Content-Security-Policy': POLICY },
  body: `<!doctype html><html lang="en"><title>Course</title><script ${script}></script>
    <training-race dataset="moons" racers="relu" depth="2" width="8" steps="60"></training-race>
    <quiz-question name="strict/one"><p>Which one?</p>
      <ul><li data-right>This<p>Yes.</p></li><li>That<p>No.</p></li></ul></quiz-question>`,
});

test('a frame page trains in a worker', async ({ page, problems }) => {
  await page.goto(
    `${site.url}embed/training-race/?dataset=moons&racers=relu&depth=2&width=8&steps=60&lang=en`,
  );
  await finishRace(page.locator('training-race'), 'Start', RACE_END.en);
  expect(page.workers()).toHaveLength(1);
  expect(problems).toEqual([]);
});

test('elements by the module train in a worker', async ({ page, problems }) => {
  await page.route('**/course', (route) =>
    route.fulfill(course('type="module" src="embed/activation-lab.js"')),
  );
  await page.goto(`${site.url}course`);
  await finishRace(page.locator('training-race'), 'Start', RACE_END.en);
  expect(page.workers()).toHaveLength(1);
  await page.getByLabel('That').check();
  await page.getByRole('button', { name: 'Check' }).click();
  await expect(page.locator('.question-status').getByText('No.')).toBeVisible();
  expect(problems).toEqual([]);
});

test('elements by the classic script train on the page’s thread', async ({ page, problems }) => {
  await page.route('**/course', (route) =>
    route.fulfill(course('src="embed/0.1.0/activation-lab.inline.js"')),
  );
  await page.goto(`${site.url}course`);
  await finishRace(page.locator('training-race'), 'Start', RACE_END.en);
  expect(page.workers()).toEqual([]);
  // The one thing that the policy forbids: the worker.
  expect(problems).toEqual([expect.stringMatching(/Creating a worker|worker.*blob:/i)]);
});
