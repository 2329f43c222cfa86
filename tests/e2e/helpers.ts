// Shared by the end-to-end tests: accessibility, quiet pages, servers of others.

import { readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import { createRequire } from 'node:module';
import type { AddressInfo } from 'node:net';
import { extname } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, type Locator, type Page } from '@playwright/test';
import type { AxeResults } from 'axe-core';

const axeSource = readFileSync(createRequire(import.meta.url).resolve('axe-core'), 'utf8');

/** WCAG 2.2 A and AA, shadow roots included. */
export async function expectAccessible(page: Page): Promise<void> {
  await page.evaluate(axeSource);
  const { violations } = await page.evaluate(
    () =>
      (window as unknown as { axe: { run(options: object): Promise<AxeResults> } }).axe.run({
        runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'],
        // Two figures of one kind may share a page, and then share their name.
        rules: { 'landmark-unique': { enabled: false } },
      }) as Promise<AxeResults>,
  );
  const found = violations.map(
    ({ id, help, nodes }) =>
      `${id}: ${help}\n${nodes.map(({ target, failureSummary }) => `  ${target}\n  ${failureSummary}`).join('\n')}`,
  );
  expect(found.join('\n'), 'violations that axe finds').toBe('');
}

/** Collects what a good page never does: errors, warnings, requests to other origins. */
export function watch(page: Page, origin: string): string[] {
  const problems: string[] = [];
  page.on('console', (message) => {
    if (['error', 'warning'].includes(message.type())) problems.push(message.text());
  });
  page.on('pageerror', (error) => problems.push(String(error)));
  page.on('request', (request) => {
    const url = request.url();
    if (!url.startsWith(origin) && !/^(data|blob):/.test(url)) problems.push(`request: ${url}`);
  });
  return problems;
}

const TYPES: Record<string, string> = {
  '.html': 'text/html',
  '.css': 'text/css',
  '.js': 'text/javascript',
};

/** Serves tests/hosts from an origin of its own; `%SITE%` in its pages is our site. */
export async function serveHosts(site: string): Promise<{ url: string; close(): Promise<void> }> {
  const folder = fileURLToPath(new URL('../hosts/', import.meta.url));
  const server = createServer((request, response) => {
    const name = new URL(request.url ?? '/', 'http://host').pathname.slice(1);
    try {
      const text = readFileSync(`${folder}${name}`, 'utf8').replaceAll('%SITE%', site);
      response.writeHead(200, { 'Content-Type': `${TYPES[extname(name)]};charset=utf-8` });
      response.end(text);
    } catch {
      response.writeHead(name === 'favicon.ico' ? 204 : 404).end();
    }
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://localhost:${port}/`,
    close: () => new Promise((done) => server.close(() => done())),
  };
}

/** Starts a race and waits for its last step. */
export async function finishRace(race: Locator, start: string, end: RegExp): Promise<void> {
  await race.getByRole('button', { name: start, exact: true }).click();
  await expect(race.getByText(end).first()).toBeVisible({ timeout: 90_000 });
}

export const RACE_END = { en: /Step ([\d,]+) of \1/, zh: /第 ([\d,]+) 步，共 \1 步/ } as const;
