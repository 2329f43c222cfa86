// Shared by the end-to-end tests: accessibility, quiet pages, whole races.

import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
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

/** Starts a race and waits for its last step. */
export async function finishRace(race: Locator, start: string, end: RegExp): Promise<void> {
  await race.getByRole('button', { name: start, exact: true }).click();
  await expect(race.getByText(end).first()).toBeVisible({ timeout: 90_000 });
}

export const RACE_END = { en: /Step ([\d,]+) of \1/, zh: /第 ([\d,]+) 步，共 \1 步/ } as const;
