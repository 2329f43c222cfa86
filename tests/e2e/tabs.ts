// A race whose reader looks at other tabs meanwhile. Playwright keeps every page visible, so
// Puppeteer drives the browsers here.

import type { Browser } from 'puppeteer-core';

const SETTINGS = { dataset: 'moons', depth: 2, width: 8, steps: 400, batchSize: 32 } as const;
const LINK = 'en/12-race/?dataset=moons&depth=2&width=8&steps=400&batch-size=32&speed=100';

/** The rows of the race's data table at its end, and the settings that it ran with. */
export async function raceAmongTabs(browser: Browser, site: string) {
  const page = await browser.newPage();
  await page.setViewport({ width: 1100, height: 900 });
  await page.goto(`${site}${LINK}`);
  const race = (await page.waitForSelector('#figure > training-race'))!;
  await race.scrollIntoView();
  const progress = () =>
    race.evaluate((element) => {
      const { phase, step } =
        element.shadowRoot!.querySelector<HTMLElement>('.progress-step')!.dataset;
      return { phase, step: Number(step) };
    });
  const until = async (reached: (now: { phase?: string; step: number }) => boolean) => {
    for (;;) {
      const now = await progress();
      if (reached(now)) return now;
      await new Promise((resolve) => setTimeout(resolve, 20));
    }
  };
  const press = async (selector: string) => {
    const control = await page.waitForSelector(`#figure > training-race >>> ${selector}`);
    // Not at its place on the screen, which moves while the figure draws itself.
    await control!.evaluate((element) => (element as HTMLElement).click());
  };

  await press('::-p-aria(Start[role="button"])');
  for (const step of [60, 200]) {
    await until((now) => now.step > step);
    const other = await browser.newPage();
    const left = await until(({ phase }) => phase === 'resting');
    await new Promise((resolve) => setTimeout(resolve, 500));
    const back = await progress();
    if (back.step !== left.step) throw new Error(`trained on unseen: ${left.step}, ${back.step}`);
    await page.bringToFront();
    await other.close();
  }
  await until(({ phase }) => phase === 'finished');
  await press('::-p-text(Data table)');
  // The table comes with the next drawing.
  await page.waitForSelector('#figure > training-race >>> table.data:not(.results) tbody tr');
  const rows = await race.evaluate((element) =>
    [...element.shadowRoot!.querySelectorAll('table.data:not(.results) tbody tr')].map((row) =>
      [...row.children].map((cell) => cell.textContent?.trim() ?? ''),
    ),
  );
  await page.close();
  return { rows, settings: SETTINGS };
}
