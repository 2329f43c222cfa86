// Every lesson in every language, on a desktop and on a phone: by keyboard alone from the first
// prediction to the last question; quiet, accessible, and no wider than the screen.

import { expect, type Page, test } from '@playwright/test';
import { LANGUAGES } from '../../web/src/i18n/index.ts';
import { lessonSlugs } from '../../web/tools/site/lessons.ts';
import { expectAccessible, watch } from './helpers.ts';

const SCREENS = {
  desktop: { viewport: { width: 1280, height: 800 }, colorScheme: 'light' },
  phone: { viewport: { width: 390, height: 844 }, colorScheme: 'dark' },
} as const;

/** More stops than any lesson has: a focus that is trapped never gets to the end. */
const MOST_STOPS = 1500;

/** What has the focus: the end of the page, a control of an open question, or a figure's start. */
interface Stop {
  kind: 'end' | 'radio' | 'number' | 'slider' | 'submit' | 'start' | 'other';
  question: string;
  label: string;
}

function focused(page: Page): Promise<Stop> {
  return page.evaluate(() => {
    let at: Element | null = document.activeElement;
    const host = at;
    while (at?.shadowRoot?.activeElement) at = at.shadowRoot.activeElement;
    const label = at?.textContent?.trim() ?? '';
    const none = { question: '', label };
    if (!at || !host || at === document.body) return { kind: 'end', ...none };
    const question = host.closest('predict-run, quiz-question');
    const name = question?.getAttribute('name') ?? '';
    const type = at.getAttribute('type') ?? '';
    if (question?.contains(at)) {
      const kind =
        type === 'radio' || type === 'number' || type === 'submit'
          ? type
          : at.getAttribute('role') === 'slider'
            ? 'slider'
            : 'other';
      return { kind, question: name, label };
    }
    const figure = document.querySelector('.figure');
    const starts = figure?.contains(host) && at.matches('button.primary:not(:disabled)');
    return { kind: starts ? 'start' : 'other', ...none };
  });
}

/** Walks from the top of the page to its end, answering and running what there is on the way. */
async function walk(page: Page): Promise<{ answered: Set<string>; stops: number }> {
  const answered = new Set<string>();
  let started = false;
  for (let stops = 1; stops < MOST_STOPS; stops++) {
    await page.keyboard.press('Tab');
    const { kind, question, label } = await focused(page);
    if (kind === 'end') return { answered, stops };
    if (kind === 'radio') await page.keyboard.press('Space');
    if (kind === 'number') await page.keyboard.type('1');
    if (kind === 'slider') await page.keyboard.press('ArrowDown');
    if (kind === 'submit') {
      await page.keyboard.press('Enter');
      answered.add(question);
    }
    if (kind === 'start' && !started) {
      await page.keyboard.press('Enter');
      await expect.poll(async () => (await focused(page)).label, 'it runs').not.toBe(label);
      started = true;
    }
  }
  throw new Error(`the end of the page was not reached with ${MOST_STOPS} presses of Tab`);
}

for (const slug of lessonSlugs()) {
  for (const language of LANGUAGES) {
    for (const [screen, { viewport, colorScheme }] of Object.entries(SCREENS)) {
      test(`${language}/${slug} on a ${screen}, by keyboard`, async ({ page, baseURL }) => {
        const problems = watch(page, baseURL!);
        await page.setViewportSize(viewport);
        await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
        await page.goto(`${language}/${slug}/`);
        const questions = page.locator('predict-run, quiz-question');
        const names = await questions.evaluateAll((all) =>
          all.map((question) => question.getAttribute('name')!),
        );
        expect(names.length).toBeGreaterThanOrEqual(4);
        // Questions come to life after the first figure.
        for (const name of ['predict-run', 'quiz-question']) {
          await page.waitForFunction((tag) => customElements.get(tag) !== undefined, name);
        }

        const { answered } = await walk(page);
        expect([...answered].sort()).toEqual([...names].sort());
        await expect(page.locator('.figure-lock')).toHaveCount(0);
        for (const name of names) {
          const status = page.locator(`[name="${name}"] .question-status`).first();
          await expect(status, name).not.toBeEmpty();
        }
        await expectAccessible(page);
        const over = () =>
          page.evaluate(() => document.documentElement.scrollWidth - document.body.clientWidth);
        expect(await over(), 'pixels wider than the screen').toBeLessThanOrEqual(0);
        await page.setViewportSize({ ...viewport, width: 320 });
        await expect.poll(over, 'pixels wider than 320').toBeLessThanOrEqual(0);
        // What is loaded ahead for a figure below the fold waits for the reader to get there.
        expect(problems.filter((text) => !text.includes('was preloaded using link'))).toEqual([]);
        await page.goto(`${language}/`);
        const row = page.locator(`[data-lesson="${slug}"] [data-state]`);
        await expect(row).toHaveText((await row.getAttribute('data-done'))!);
      });
    }
  }
}
