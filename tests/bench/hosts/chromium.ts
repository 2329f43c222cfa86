// One headless Chromium with a page for each contestant, so that none runs on what another has left
// behind.

import { type Browser, chromium, type Page } from '@playwright/test';
import { startServer } from '../../../web/tools/serve.mjs';
import e2e from '../../e2e/playwright.config.ts';
import type { Task, Timing } from '../task.ts';

export const PAGE_FOLDER = 'build/bench/page';
const PAGE = 'tests/bench/page/';

export class ChromiumHost {
  private readonly pages = new Map<string, Promise<Page>>();

  private constructor(
    private readonly server: { url: string; close(): Promise<unknown> },
    private readonly browser: Browser,
  ) {}

  static async start(): Promise<ChromiumHost> {
    const server = await startServer(PAGE_FOLDER);
    const browser = await chromium.launch(e2e.use!.launchOptions);
    return new ChromiumHost(server, browser);
  }

  private async open(): Promise<Page> {
    const page = await this.browser.newPage();
    await page.goto(`${this.server.url}${PAGE}`);
    await page.waitForFunction(() => 'measure' in window);
    return page;
  }

  get version(): string {
    return this.browser.version();
  }

  async measure(implementation: string, task: Task, milliseconds: number): Promise<Timing> {
    let opening = this.pages.get(implementation);
    if (!opening) {
      opening = this.open();
      this.pages.set(implementation, opening);
    }
    const page = await opening;
    const answer = await page.evaluate(
      ([name, what, time]) => window.measure(name, what, time).catch(String),
      [implementation, task, milliseconds] as const,
    );
    if (typeof answer === 'string') throw new Error(answer);
    return answer;
  }

  async close(): Promise<void> {
    await this.browser.close();
    await this.server.close();
  }
}
