// The same promises in Firefox ESR: a lesson trains, a foreign page works, no network is needed.

import { readFileSync } from 'node:fs';
import puppeteer, { type Browser, type Page } from 'puppeteer-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { startServer } from '../../web/tools/serve.mjs';
import { findFirefox } from '../../web/tools/toolchain.mjs';
import { serveHosts } from '../hosts/serve.ts';
import { inNode, withoutState } from './in-node.ts';
import { raceAmongTabs } from './tabs.ts';

let browser: Browser;
let server: Awaited<ReturnType<typeof startServer>>;

beforeAll(async () => {
  server = await startServer('dist/site');
  browser = await puppeteer.launch({
    browser: 'firefox',
    executablePath: findFirefox(),
    headless: true,
  });
});

afterAll(async () => {
  await browser?.close();
  await server?.close();
});

/** A page that collects what a good page never says. */
async function open(): Promise<{ page: Page; problems: string[] }> {
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 900 });
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warn'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  return { page, problems };
}

/** Presses Start and waits for the last step; answers with the rows of the results. */
async function race(page: Page, selector: string): Promise<string> {
  const figure = await page.waitForSelector(selector);
  await figure!.scrollIntoView();
  const start = await page.waitForSelector(`${selector} >>> ::-p-aria(Start[role="button"])`);
  // Figures above it that still grow would take it from under the mouse.
  await page.waitForFunction(
    (query) => {
      const element = document.querySelector<HTMLElement>(query)!;
      element.scrollIntoView({ block: 'start' });
      const before = element.dataset.top;
      element.dataset.top = `${element.getBoundingClientRect().top + scrollY}`;
      return element.dataset.top === before;
    },
    { polling: 250 },
    selector,
  );
  await start!.click();
  // A figure off screen rests, and figures above it may still push it there.
  await page.waitForFunction(
    (query) => {
      const element = document.querySelector(query);
      element?.scrollIntoView({ block: 'start' });
      return /Step (\d+) of \1\D/.test(element?.shadowRoot?.textContent ?? '');
    },
    { timeout: 90_000, polling: 250 },
    selector,
  );
  return figure!.evaluate((element) => element.shadowRoot?.textContent ?? '');
}

test('a lesson trains', async () => {
  const { page, problems } = await open();
  await page.goto(`${server.url}en/12-race/?racers=sigmoid,relu&steps=200`);
  const text = await race(page, '#figure > training-race');
  expect(text).toContain('ReLU');
  expect(problems).toEqual([]);
  await page.close();
});

test('the gallery draws', async () => {
  const { page, problems } = await open();
  await page.goto(`${server.url}zh/02-gallery/?functions=gelu`);
  await page.waitForSelector('#figure > activation-plot >>> canvas', { visible: true });
  expect(problems).toEqual([]);
  await page.close();
});

test('elements work on a foreign page with a policy of its own', async () => {
  const hosts = await serveHosts(server.url);
  const { page, problems } = await open();
  await page.goto(`${hosts.url}plain/elements.html`);
  await page.waitForSelector('activation-plot >>> canvas', { visible: true });
  await race(page, 'training-race');
  expect(problems).toEqual([]);
  await page.close();
  await hosts.close();
});

test('after one visit to the start page both lessons work with the server stopped', async () => {
  const own = await startServer('dist/site');
  const { page, problems } = await open();
  await page.goto(`${own.url}en/`);
  await page.waitForSelector('[data-offline][data-state="ready"]', { timeout: 60_000 });
  await own.close();
  await page.goto(`${own.url}en/12-race/?depth=2&width=16&steps=60`);
  await race(page, '#figure > training-race');
  await page.goto(`${own.url}zh/02-gallery/?functions=gelu`);
  await page.waitForSelector('#figure > activation-plot >>> canvas', { visible: true });
  expect(problems).toEqual([]);
  await page.close();
});

test.each(['simd', 'baseline'])('every hash of the golden file, %s', async (variant) => {
  const repository = await startServer('.');
  const { page, problems } = await open();
  const { curves, trainings } = JSON.parse(readFileSync('tests/golden/bits.json', 'utf8'));
  const count = curves.length + trainings.length;
  await page.goto(`${repository.url}tests/golden/bits.html?variant=${variant}`);
  const report = await page.waitForSelector('#report[data-done]', { timeout: 110_000 });
  const text = await report!.evaluate((element) => element.textContent);
  expect(text).toBe(`${variant}: ${count} of ${count} agree`);
  expect(problems).toEqual([]);
  await page.close();
  await repository.close();
});

test('a race among other tabs ends with the bits of the engine in Node', async () => {
  const { rows, settings } = await raceAmongTabs(browser, server.url);
  expect(withoutState(rows)).toEqual(await inNode(settings));
});
