// Size and start: the script that pages load, how soon the first figure answers on a slow phone
// behind a slow network, and that nothing moves meanwhile.

import { brotliCompressSync } from 'node:zlib';
import { type BrowserContext, type CDPSession, expect, type Page, test } from '@playwright/test';

const kilobytes = (bytes: number) => `${(bytes / 1000).toFixed(1)} kB`;

// Script.

/** Every script that a page runs, its workers' included, with its size after brotli. */
async function scriptsOf(page: Page, visit: () => Promise<void>): Promise<Map<string, number>> {
  const bodies: Promise<[string, Buffer]>[] = [];
  page.on('response', (response) => {
    if (!/javascript/.test(response.headers()['content-type'] ?? '')) return;
    bodies.push(response.body().then((body) => [response.url(), body]));
  });
  await visit();
  for (const worker of page.context().serviceWorkers()) {
    const response = await page.request.get(worker.url());
    bodies.push(response.body().then((body) => [worker.url(), body]));
  }
  const sizes = new Map<string, number>();
  for (const [url, body] of await Promise.all(bodies)) {
    sizes.set(new URL(url).pathname, brotliCompressSync(body).length);
  }
  return sizes;
}

function expectWithin(scripts: Map<string, number>, budget: number): void {
  const sizes = [...scripts].sort(([, a], [, b]) => b - a);
  const total = sizes.reduce((sum, [, size]) => sum + size, 0);
  const list = sizes.map(([name, size]) => `${kilobytes(size).padStart(9)}  ${name}`).join('\n');
  test.info().annotations.push({ type: 'script', description: kilobytes(total) });
  expect(total, `${kilobytes(total)} of script:\n${list}\n`).toBeLessThanOrEqual(budget);
}

test('the race lesson loads at most 130 kB of script', async ({ page }) => {
  const scripts = await scriptsOf(page, async () => {
    // A state in the address: the figure waits for no prediction.
    await page.goto('en/12-race/?seed=2');
    const race = page.locator('#figure training-race');
    await race.getByRole('button', { name: 'Start', exact: true }).click();
    await expect(race.getByRole('button', { name: 'Pause' })).toBeVisible();
    await expect(page.locator('[data-offline]')).toHaveAttribute('data-state', 'ready');
  });
  expect(
    [...scripts.keys()].filter((name) => /sw\.js|worker-|engine-simd/.test(name)),
  ).toHaveLength(3);
  expectWithin(scripts, 130_000);
});

test('a function plot alone loads at most 90 kB of script', async ({ page }) => {
  const scripts = await scriptsOf(page, async () => {
    await page.goto('embed/activation-plot/?lang=en');
    await expect(page.locator('canvas').first()).toBeVisible();
    await page.waitForLoadState('networkidle');
  });
  expectWithin(scripts, 90_000);
});

// Start.

/** Slow 4G as Lighthouse has it: 150 ms round trip, 1.6 Mbit/s down, 0.75 Mbit/s up. */
const SLOW_4G = {
  offline: false,
  latency: 150,
  downloadThroughput: 1.6e6 / 8,
  uploadThroughput: 0.75e6 / 8,
};
const CPU_SLOWDOWN = 4;
const START_BUDGET = 3500;
/** Another program may take the machine for a moment; it does not make a page faster. */
const ATTEMPTS = 3;

interface Start {
  /** Milliseconds from navigation until the first figure answers. */
  interactive: number;
  shifts: string[];
}

/** Runs in the page before its own scripts. */
function observe(control: string): void {
  const seen = window as unknown as { shifts: string[]; interactive?: number };
  seen.shifts = [];
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEntry & {
      value: number;
      sources: { node: Node | null; previousRect: DOMRect; currentRect: DOMRect }[];
    })[]) {
      const place = ({ x, y, width, height }: DOMRect) =>
        `${Math.round(width)}×${Math.round(height)} at ${Math.round(x)},${Math.round(y)}`;
      const sources = entry.sources.map(({ node, previousRect, currentRect }) => {
        const name = node instanceof Element ? node.outerHTML.slice(0, 100) : node?.textContent;
        return `  ${name ?? 'inside a figure'}: ${place(previousRect)} → ${place(currentRect)}`;
      });
      const at = `${entry.value.toFixed(5)} after ${Math.round(entry.startTime)} ms`;
      seen.shifts.push([at, ...sources].join('\n'));
    }
  }).observe({ type: 'layout-shift', buffered: true });

  const look = () => {
    const figure = document.querySelector('#figure > *')?.shadowRoot;
    const found = figure?.querySelector<HTMLButtonElement>(control);
    const drawn = figure?.querySelector('canvas');
    if (!found || found.disabled || !drawn) requestAnimationFrame(look);
    // By the next frame, what was in the way of an input has been done.
    else
      requestAnimationFrame(() =>
        setTimeout(() => {
          seen.interactive = performance.now();
        }),
      );
  };
  look();
}

async function slowDown(client: CDPSession): Promise<void> {
  await client.send('Network.enable');
  await client.send('Network.emulateNetworkConditions', SLOW_4G);
  await client.send('Emulation.setCPUThrottlingRate', { rate: CPU_SLOWDOWN });
}

async function startOf(context: BrowserContext, path: string, control: string): Promise<Start> {
  const page = await context.newPage();
  await slowDown(await context.newCDPSession(page));
  await page.addInitScript(observe, control);
  await page.goto(path);
  await page.waitForFunction(() => 'interactive' in window, undefined, { polling: 100 });
  // What comes late moves nothing either.
  await page.waitForLoadState('networkidle');
  const start = await page.evaluate(() => {
    const { interactive, shifts } = window as unknown as Start;
    return { interactive, shifts };
  });
  await page.close();
  return start;
}

const SCREENS = {
  desktop: { viewport: { width: 1280, height: 800 } },
  phone: {
    viewport: { width: 390, height: 844 },
    deviceScaleFactor: 2,
    isMobile: true,
    hasTouch: true,
  },
};
const LESSONS = {
  '02-gallery': 'input[type=range], input[type=number]',
  '12-race': 'button.primary',
};

for (const [screen, options] of Object.entries(SCREENS)) {
  for (const language of ['en', 'zh']) {
    for (const [lesson, control] of Object.entries(LESSONS)) {
      const path = `${language}/${lesson}/`;
      test(`${path} answers within 3.5 s on a slow ${screen}, and nothing moves`, async ({
        browser,
        baseURL,
      }) => {
        const times: number[] = [];
        do {
          // The worker that saves the site starts after the first figure, and no throttle reaches it.
          const context = await browser.newContext({
            ...options,
            baseURL,
            serviceWorkers: 'block',
          });
          const { interactive, shifts } = await startOf(context, path, control);
          await context.close();
          expect(shifts.join('\n'), 'layout shifts').toBe('');
          times.push(Math.round(interactive));
        } while (Math.min(...times) > START_BUDGET && times.length < ATTEMPTS);
        test.info().annotations.push({ type: 'start', description: `${times.join(', ')} ms` });
        expect(Math.min(...times), `ms in ${times.length} attempts: ${times}`).toBeLessThanOrEqual(
          START_BUDGET,
        );
      });
    }
  }
}
