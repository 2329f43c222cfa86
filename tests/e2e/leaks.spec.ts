// Figures that are made, run and taken away leave nothing: no worker, no listener, no memory.

import { type CDPSession, expect, type Page, test } from '@playwright/test';

const CYCLES = 200;
/** At once: browsers start workers side by side. */
const TOGETHER = 8;
/** Until all that is made once has been made. */
const WARM_UP = 16;
const GROWTH = 0.05;

const ANSWERS = `<p>Which?</p><ul><li data-right>This<p>Yes.</p></li><li>That<p>No.</p></li></ul>`;

/** Small networks: what is left behind does not depend on their size. A question needs no run. */
const ELEMENTS: Record<string, string> = {
  'activation-plot': '<activation-plot functions="relu"></activation-plot>',
  'dead-units': '<dead-units width="8" steps="50"></dead-units>',
  'digit-pad': '<digit-pad racers="relu" depth="1" width="4"></digit-pad>',
  'divergence-map': `<divergence-map dataset="moons" depth="1" width="4" steps="10" seeds="1"
    activations="relu" per-decade="1"></divergence-map>`,
  'gate-plot': '<gate-plot units="glu"></gate-plot>',
  'layer-flow': `<layer-flow activations="relu" depth="2" width="4" batch-size="8"
    init="he" theory="false"></layer-flow>`,
  'maxout-fit': '<maxout-fit></maxout-fit>',
  'predict-run': `<predict-run name="leaks/prediction">${ANSWERS}</predict-run>`,
  'quiz-question': `<quiz-question name="leaks/question">${ANSWERS}</quiz-question>`,
  'slope-tracks': `<slope-tracks dataset="moons" depth="1" width="4" batch-size="8"
    compare=""></slope-tracks>`,
  'speed-meter': '<speed-meter activations="relu" variants="simd"></speed-meter>',
  'training-race': `<training-race dataset="moons" racers="relu" depth="1" width="4"
    batch-size="8"></training-race>`,
  'zigzag-path': '<zigzag-path></zigzag-path>',
};

const PAGE = `<!doctype html><html lang="en"><title>Leaks</title>
<style>div { position: fixed; inset: 0 }</style>`;

test.use({ viewport: { width: 320, height: 480 } });

/** Runs in the page: what nothing but the page can count, and one cycle. */
function prepare(): void {
  const counts = { wasmPages: 0, objectUrls: 0 };
  const { grow } = WebAssembly.Memory.prototype;
  WebAssembly.Memory.prototype.grow = function (pages) {
    counts.wasmPages += pages;
    return grow.call(this, pages);
  };
  const { createObjectURL, revokeObjectURL } = URL;
  URL.createObjectURL = (object) => {
    counts.objectUrls += 1;
    return createObjectURL.call(URL, object);
  };
  URL.revokeObjectURL = (url) => {
    counts.objectUrls -= 1;
    revokeObjectURL.call(URL, url);
  };
  const frame = () => new Promise(requestAnimationFrame);
  const START = /^(Start|Train|Play|Move the cursor)$/;

  async function live(markup: string): Promise<void> {
    const holder = document.createElement('div');
    holder.innerHTML = markup;
    const figure = holder.firstElementChild!;
    const loaded = new Promise((resolve) => figure.addEventListener('figure-loaded', resolve));
    document.body.append(holder);
    if (figure.shadowRoot) {
      await loaded;
      await (figure as unknown as { updateComplete: Promise<unknown> }).updateComplete;
      const buttons = [...figure.shadowRoot.querySelectorAll('button')];
      const start = buttons.find(({ textContent }) => START.test(textContent.trim()));
      start?.click();
    }
    await frame();
    await frame();
    holder.remove();
  }

  Object.assign(globalThis, { counts, live });
}

async function run(page: Page, markup: string, cycles: number): Promise<void> {
  await page.evaluate(
    async ({ markup, cycles, together }) => {
      const { live } = globalThis as unknown as { live(markup: string): Promise<void> };
      for (let i = 0; i < cycles; i += together) {
        await Promise.all(Array.from({ length: together }, () => live(markup)));
      }
    },
    { markup, cycles, together: TOGETHER },
  );
}

interface Left {
  heap: number;
  nodes: number;
  listeners: number;
  wasmPages: number;
  objectUrls: number;
}

/** What programs can keep; code, which the browser keeps as it sees fit, is none of it. */
const KEPT = /^(array|string|object|closure|regexp|number|symbol|bigint|.* string)$/;

/** Bytes of what is alive; taking a snapshot collects all that is not. */
async function heapOf(browser: CDPSession): Promise<number> {
  const chunks: string[] = [];
  const take = ({ chunk }: { chunk: string }) => chunks.push(chunk);
  browser.on('HeapProfiler.addHeapSnapshotChunk', take);
  await browser.send('HeapProfiler.takeHeapSnapshot', { reportProgress: false });
  browser.off('HeapProfiler.addHeapSnapshotChunk', take);
  const { snapshot, nodes } = JSON.parse(chunks.join('')) as {
    snapshot: { meta: { node_fields: string[]; node_types: [string[]] } };
    nodes: number[];
  };
  const { node_fields: fields, node_types: types } = snapshot.meta;
  const kept = types[0].map((name) => KEPT.test(name));
  const [type, size] = [fields.indexOf('type'), fields.indexOf('self_size')];
  let bytes = 0;
  for (let i = 0; i < nodes.length; i += fields.length) {
    if (kept[nodes[i + type]!]) bytes += nodes[i + size]!;
  }
  return bytes;
}

/** Browsers end workers, and forget the styles of what is gone, a moment later. */
async function settle(page: Page, browser: CDPSession): Promise<Left> {
  await expect.poll(() => page.workers().length, 'workers').toBe(0);
  // Has Chromium forget the computed styles that it keeps for elements to come.
  for (const colorScheme of ['dark', 'light'] as const) await page.emulateMedia({ colorScheme });
  const heap = await heapOf(browser);
  const { metrics } = await browser.send('Performance.getMetrics');
  const metric = (name: string) => metrics.find((m) => m.name === name)!.value;
  const counts = await page.evaluate(
    () => (globalThis as unknown as { counts: Pick<Left, 'wasmPages' | 'objectUrls'> }).counts,
  );
  return { heap, nodes: metric('Nodes'), listeners: metric('JSEventListeners'), ...counts };
}

for (const [name, markup] of Object.entries(ELEMENTS)) {
  test(`${CYCLES} times <${name}> leave nothing behind`, async ({ page, baseURL }) => {
    test.setTimeout(300_000);
    const problems: string[] = [];
    page.on('pageerror', (error) => problems.push(String(error)));
    await page.route('**/blank', (route) =>
      route.fulfill({ contentType: 'text/html', body: PAGE }),
    );
    await page.goto('blank');
    await page.evaluate(prepare);
    await page.evaluate((script) => import(script), `${baseURL}embed/activation-lab.js`);
    const browser = await page.context().newCDPSession(page);
    await browser.send('Performance.enable');
    await run(page, markup, WARM_UP);
    const before = await settle(page, browser);
    await run(page, markup, CYCLES);
    // A worker that was busy may hold on to its figure until its thread has ended.
    await expect(async () => {
      const after = await settle(page, browser);
      for (const [what, value] of Object.entries(before)) {
        const most = Math.floor(value * (1 + GROWTH));
        expect(after[what as keyof Left], `${what}, from ${value}`).toBeLessThanOrEqual(most);
      }
    }).toPass({ timeout: 30_000 });
    expect(problems).toEqual([]);
  });
}
