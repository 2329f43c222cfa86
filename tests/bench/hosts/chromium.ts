// One headless Chromium with one page, in which everything for browsers runs.

import { type Browser, chromium, type Page } from '@playwright/test';
import { startServer } from '../../../web/tools/serve.mjs';
import e2e from '../../e2e/playwright.config.ts';
import type { Task, Timing } from '../task.ts';

export const PAGE_FOLDER = 'build/bench/page';
const PAGE = 'tests/bench/page/';

export class ChromiumHost {
  private constructor(
    private readonly server: { close(): Promise<unknown> },
    private readonly browser: Browser,
    private readonly page: Page,
  ) {}

  static async start(): Promise<ChromiumHost> {
    const server = await startServer(PAGE_FOLDER);
    const browser = await chromium.launch(e2e.use!.launchOptions);
    const page = await browser.newPage();
    await page.goto(`${server.url}${PAGE}`);
    await page.waitForFunction(() => 'measure' in window);
    return new ChromiumHost(server, browser, page);
  }

  get version(): string {
    return this.browser.version();
  }

  measure(implementation: string, task: Task, milliseconds: number): Promise<Timing> {
    return this.page.evaluate(([name, what, time]) => window.measure(name, what, time), [
      implementation,
      task,
      milliseconds,
    ] as const);
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}
