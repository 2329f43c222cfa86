// What a test of pages of others has: where they are, and what their console says.

import { test as base } from '@playwright/test';
import { serveHosts } from './serve.ts';

/**
 * `hosts` is where the host pages are, by folder and name: `${hosts}plain/elements.html`.
 * `problems` collects the errors on the page, those of the host included; a test checks it last.
 */
export const test = base.extend<{ problems: string[] }, { hosts: string }>({
  hosts: [
    // biome-ignore lint/correctness/noEmptyPattern: Playwright reads the names of what is needed here.
    async ({}, use) => {
      const { url, close } = await serveHosts(process.env.SITE_URL!);
      await use(url);
      await close();
    },
    { scope: 'worker' },
  ],
  problems: async ({ page }, use) => {
    const problems: string[] = [];
    page.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
    page.on('pageerror', (error) => problems.push(String(error)));
    await use(problems);
  },
});

export { expect } from '@playwright/test';
