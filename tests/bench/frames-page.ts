// Opens the built lesson in Chromium, uses it as a reader does and records frames and answers.

import { type Browser, chromium, type Locator, type Page } from '@playwright/test';
import { startServer } from '../../web/tools/serve.mjs';
import e2e from '../e2e/playwright.config.ts';
import {
  PAGE,
  PAGE_TITLE,
  type PageResult,
  type Recording,
  SCENES,
  type Scene,
  type SceneResult,
  SHORTEST_EVENT,
  sceneResult,
  TARGETS,
} from './frames.ts';

const SITE = 'dist/site';
const LESSON = 'en/12-race/';
const WIDTH = 1280;
/** Milliseconds between two inputs, and until what follows a start is over. */
const BETWEEN_INPUTS = 400;
const SETTLING = 1000;

type Seen = Omit<Recording, 'inputs' | 'busy'> & { phase(): string; stop(): void };

declare global {
  interface Window {
    seen: Seen;
  }
}

const primary = (race: Locator) => race.locator('button.primary');
const phase = (race: Locator, name: string) => race.locator(`.progress-step[data-phase="${name}"]`);
const center = async (target: Locator): Promise<[number, number]> => {
  const { x, y, width, height } = (await target.boundingBox())!;
  return [x + width / 2, y + height / 2];
};

/** Keeps the page free of anything but the input itself. */
type Input = (page: Page) => Promise<unknown>;

/** What the reader does in turn, all of which draws: by mouse, and back by key. */
async function inputsOf(race: Locator): Promise<Input[]> {
  const tabs = (chart: string) => race.locator(`.card[data-chart="${chart}"] .tabs label`);
  const press = async (target: Locator): Promise<Input> => {
    const place = await center(target);
    return (page) => page.mouse.click(...place);
  };
  const key =
    (name: string): Input =>
    (page) =>
      page.keyboard.press(name);
  return [
    await press(tabs('loss').last()),
    key('ArrowLeft'),
    await press(tabs('accuracy').last()),
    key('ArrowLeft'),
    await press(race.locator('.chips label').first()),
    key('Space'),
  ];
}

/** Runs in the page, where nothing has a name: the compiler gives names through a function of its
 * own, which a page lacks. */
function record(shortest: number): void {
  const frames: number[] = [];
  const longTasks: number[] = [];
  const events: { interaction: number; duration: number }[] = [];
  const pauses: number[] = [];
  const race = document.querySelector('#figure > training-race')!.shadowRoot!;
  const progress = race.querySelector<HTMLElement>('.progress-step')!;
  const begun = performance.now();
  const state = { recording: true, click: 0, step: 0, phase: '', since: begun };
  const seen = {
    frames,
    longTasks,
    events,
    pauses,
    steps: 0,
    running: 0,
    look() {
      const { step, phase } = progress.dataset;
      const now = performance.now();
      if (state.phase === 'running') seen.running += now - state.since;
      seen.steps += Math.max(0, Number(step) - state.step);
      if (state.phase === 'running' && phase === 'paused') {
        // After the next frame has been drawn.
        requestAnimationFrame(() => setTimeout(() => pauses.push(performance.now() - state.click)));
      }
      Object.assign(state, { step: Number(step), phase, since: now });
    },
    frame(time: number) {
      if (!state.recording) return;
      frames.push(time);
      requestAnimationFrame(seen.frame);
    },
    phase() {
      return progress.dataset.phase!;
    },
    stop() {
      seen.look();
      state.recording = false;
    },
  };
  Object.assign(state, { step: Number(progress.dataset.step), phase: progress.dataset.phase });
  new MutationObserver(() => seen.look()).observe(progress, { attributes: true });
  addEventListener('click', ({ timeStamp }) => Object.assign(state, { click: timeStamp }), true);
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as (PerformanceEventTiming & {
      interactionId: number;
    })[]) {
      const { interactionId, startTime, duration } = entry;
      if (interactionId && startTime >= begun)
        events.push({ interaction: interactionId, duration });
    }
  }).observe({ type: 'event', durationThreshold: shortest } as PerformanceObserverInit);
  new PerformanceObserver((list) => {
    for (const { duration } of list.getEntries()) longTasks.push(duration);
  }).observe({ type: 'longtask' });
  requestAnimationFrame(seen.frame);
  window.seen = seen;
}

/** Presses the button that starts and pauses, and waits for what it says. */
async function pressPrimary(page: Page, place: [number, number], until: string): Promise<void> {
  await page.mouse.click(...place);
  await page.waitForFunction((phase) => window.seen.phase() === phase, until, { timeout: 5000 });
}

/** Uses the page for so long; how many inputs that were. */
async function use(page: Page, race: Locator, milliseconds: number): Promise<number> {
  const start = await center(primary(race));
  const inputs = await inputsOf(race);
  const end = performance.now() + milliseconds;
  let count = 0;
  while (performance.now() < end) {
    for (const input of inputs) {
      await page.waitForTimeout(BETWEEN_INPUTS);
      await input(page);
    }
    await page.waitForTimeout(BETWEEN_INPUTS);
    const running = await page.evaluate(() => window.seen.phase() === 'running');
    if (running) await pressPrimary(page, start, 'paused');
    // Goes on, or begins another race.
    await pressPrimary(page, start, 'running');
    count += inputs.length + (running ? 2 : 1);
  }
  await page.waitForTimeout(BETWEEN_INPUTS);
  return count;
}

async function recordScene(
  browser: Browser,
  site: string,
  { seeds, steps, height }: Scene,
  milliseconds: number,
): Promise<Recording> {
  // Saving the site for offline use is over soon, and not what is looked at.
  const context = await browser.newContext({
    viewport: { width: WIDTH, height },
    serviceWorkers: 'block',
  });
  const page = await context.newPage();
  await page.goto(`${site}${LESSON}?steps=${steps}&seeds=${Math.max(1, seeds)}`);
  const race = page.locator('#figure > training-race');
  await phase(race, 'ready').waitFor({ state: 'attached' });
  if (seeds > 0) await primary(race).click();
  await page.waitForTimeout(SETTLING);
  const devtools = await context.newCDPSession(page);
  await devtools.send('Performance.enable');
  const busySeconds = async () => {
    const { metrics } = await devtools.send('Performance.getMetrics');
    return metrics.find(({ name }) => name === 'TaskDuration')!.value;
  };
  await page.evaluate(record, SHORTEST_EVENT);
  const begun = performance.now();
  const busyBefore = await busySeconds();
  const inputs = seeds > 0 ? await use(page, race, milliseconds) : 0;
  if (seeds === 0) await page.waitForTimeout(milliseconds);
  const busy = (await busySeconds()) - busyBefore;
  const seconds = (performance.now() - begun) / 1000;
  const seen = await page.evaluate(() => {
    window.seen.stop();
    const { frames, longTasks, events, pauses, steps, running } = window.seen;
    return { frames, longTasks, events, pauses, steps, running };
  });
  await context.close();
  return { ...seen, inputs, busy: busy / seconds };
}

/** Every scene for so long; what fails ends it, and the scenes before stand. */
export async function watchPage(
  milliseconds: number,
  progress: (scene: Scene) => void,
): Promise<PageResult> {
  const scenes: SceneResult[] = [];
  const result: PageResult = { id: PAGE, title: PAGE_TITLE, targets: TARGETS, scenes };
  const server = await startServer(SITE);
  const browser = await chromium.launch(e2e.use!.launchOptions);
  result.chromium = browser.version();
  try {
    for (const scene of SCENES) {
      progress(scene);
      scenes.push(sceneResult(scene, await recordScene(browser, server.url, scene, milliseconds)));
    }
  } catch (error) {
    result.error = error instanceof Error ? error.message : String(error);
  } finally {
    await browser.close();
    await server.close();
  }
  return result;
}
