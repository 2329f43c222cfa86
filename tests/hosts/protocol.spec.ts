// A page of another origin commands the figures in its frames; nobody else can.

import type { Page } from '@playwright/test';
import { expect, test } from './host.ts';

interface Message {
  type: string;
  id?: number;
  code?: string;
  phase?: string;
  step?: number;
  [field: string]: unknown;
}
type Host = typeof globalThis & {
  // biome-ignore lint/suspicious/noExplicitAny: what `connect` returns, in the page.
  figures: Record<string, any>;
  heard: Record<string, Message[]>;
};

const heard = (page: Page, frame: string, type: string) =>
  page.evaluate(
    ([name, kind]) => (globalThis as Host).heard[name]!.filter((m) => m.type === kind),
    [frame, type] as const,
  );

/** Calls a method of a connection, and says what came of it. */
const call = (page: Page, frame: string, method: string, ...args: unknown[]): Promise<Message> =>
  page.evaluate(
    ([name, key, given]) =>
      (globalThis as Host).figures[name]
        [key](...given)
        // biome-ignore lint/suspicious/noExplicitAny: whatever the page throws.
        .catch((error: any) => ({ type: 'rejected', code: error.code, message: error.message })),
    [frame, method, args] as const,
  );

const openHost = (page: Page, hosts: string) => page.goto(`${hosts}protocol/host.html`);

test('a host plays, pauses, steps, resets, and sets and gets the state', async ({
  page,
  hosts,
  problems,
}) => {
  await openHost(page, hosts);
  await expect
    .poll(() => heard(page, 'race', 'ready'))
    .toMatchObject([{ widget: 'training-race', engine: expect.stringMatching(/^\d+\.\d+\.\d+/) }]);
  expect(await call(page, 'race', 'step', 3)).toMatchObject({ phase: 'paused', step: 3 });
  expect(await call(page, 'race', 'step')).toMatchObject({ step: 4, running: false });
  expect(await call(page, 'race', 'reset')).toMatchObject({ phase: 'ready', step: 0 });
  await call(page, 'race', 'play');
  await expect
    .poll(() => heard(page, 'race', 'finished'))
    .toMatchObject([{ step: 40, summary: expect.stringContaining('40') }]);

  const state = (await call(page, 'race', 'getState')) as unknown as {
    settings: Record<string, unknown>;
  };
  expect(state).toMatchObject({ widget: 'training-race', version: 1, settings: { steps: 40 } });
  // New networks are built before the next command is carried out.
  const slow = { ...state, settings: { ...state.settings, steps: 20_000, speed: '5' } };
  expect(await call(page, 'race', 'setState', slow)).toMatchObject({ state: slow });
  expect(await call(page, 'race', 'play')).toMatchObject({ phase: 'running', running: true });
  expect(await call(page, 'race', 'pause')).toMatchObject({ phase: 'paused', running: false });

  expect(await call(page, 'race', 'step', 0)).toMatchObject({ code: 'malformed' });
  const wrong = { ...state, settings: { depth: 99 } };
  expect(await call(page, 'race', 'setState', wrong)).toMatchObject({ state: { settings: {} } });
  await expect
    .poll(() => heard(page, 'race', 'error'))
    .toContainEqual(expect.objectContaining({ code: 'invalid-setting', field: 'depth' }));
  const height = (id: string) => page.locator(id).evaluate((e) => e.clientHeight);
  await expect.poll(() => height('#race')).toBeGreaterThan(300);
  expect(problems).toEqual([]);
});

test('texts, parts and locks of the teacher', async ({ page, hosts }) => {
  await openHost(page, hosts);
  const race = page.frameLocator('#race');
  await expect(race.getByRole('heading', { name: 'One <b>network</b>' })).toBeVisible();
  await expect(race.getByText('Data table')).toBeVisible();
  await expect(race.getByRole('button', { name: 'Start' })).toHaveCount(0);
  await expect(race.getByText('Take away')).toHaveCount(0);
  await expect(race.getByText('Help', { exact: true })).toHaveCount(0);
  await race.getByText('Experiment', { exact: false }).first().click();
  await expect(race.getByRole('slider', { name: /depth|layers/i }).first()).toBeDisabled();
});

test('malformed messages are answered, those for others are not', async ({ page, hosts }) => {
  await openHost(page, hosts);
  await call(page, 'race', 'getState');
  await page.evaluate(() => {
    const { race } = window.frames as unknown as Record<string, Window>;
    const send = (message: unknown) => race!.postMessage(message, '*');
    send('play');
    send({ target: 'somebody-else', command: 'play' });
    send({ target: 'activation-lab', version: 1, command: 'explode', id: 'mine' });
    send({ target: 'activation-lab', version: 9, command: 'play' });
  });
  await expect
    .poll(async () => {
      const errors = (await heard(page, 'race', 'error')) as unknown as { field: string }[];
      // Answers carry an id; they keep no order.
      return errors.sort((a, b) => (a.field < b.field ? -1 : 1));
    })
    .toMatchObject([
      {
        code: 'malformed',
        id: 'mine',
        field: 'command',
        value: 'explode',
        allowed: expect.stringContaining('getState'),
        message: expect.stringContaining('“explode”'),
      },
      { code: 'malformed', field: 'version', value: '9', allowed: '1' },
    ]);
  expect(await call(page, 'race', 'getState')).toMatchObject({ settings: { steps: 40 } });
});

test('a sibling and an opener command nothing and hear nothing', async ({ page, hosts }) => {
  await openHost(page, hosts);
  await call(page, 'race', 'getState');
  const stranger = page.frames().find((frame) => frame.url().endsWith('stranger.html'))!;
  await stranger.evaluate(() => (globalThis as unknown as { attack(): void }).attack());
  expect(await call(page, 'race', 'getState')).toMatchObject({ settings: { steps: 40 } });
  expect(await call(page, 'race', 'step')).toMatchObject({ step: 1 });
  expect(await heard(page, 'race', 'error')).toEqual([]);
  expect(
    await stranger.evaluate(() => (globalThis as unknown as { answers: unknown[] }).answers),
  ).toEqual([]);

  // A page that opens the figure by itself is not its parent.
  const popup = page.waitForEvent('popup');
  const url = await page.locator('#race').getAttribute('src');
  await page.evaluate((address) => {
    const opened = window.open(address)!;
    const play = { target: 'activation-lab', version: 1, command: 'play', id: 1 };
    setInterval(() => opened.postMessage(play, '*'), 50);
  }, url!);
  const figure = (await popup).locator('training-race');
  await expect(figure.locator('.progress-step')).toHaveAttribute('data-phase', 'ready');
  await page.waitForTimeout(300);
  await expect(figure.locator('.progress-step')).toHaveAttribute('data-phase', 'ready');
});

test('a figure for one origin alone is silent elsewhere', async ({ page, hosts }) => {
  await openHost(page, hosts);
  await page.locator('#gates').scrollIntoViewIfNeeded();
  await expect(page.frameLocator('#gates').locator('gate-plot canvas').first()).toBeVisible();
  expect(await heard(page, 'gates', 'ready')).toEqual([]);
});

test('a required question keeps a figure until it is answered, without any storage', async ({
  page,
  hosts,
}) => {
  await openHost(page, hosts);
  const asked = page.frameLocator('#asked');
  await page.locator('#asked').scrollIntoViewIfNeeded();
  await expect(asked.getByText('Will it learn?')).toBeVisible();
  expect(await call(page, 'asked', 'play')).toMatchObject({ type: 'rejected', code: 'locked' });
  await expect(asked.locator('.figure')).toHaveAttribute('inert', '');
  await asked.getByRole('radio', { name: 'No', exact: true }).check();
  await asked.getByRole('button', { name: 'Check' }).click();
  await expect
    .poll(() => heard(page, 'asked', 'answered'))
    .toMatchObject([{ value: 2, right: false }]);
  await expect(asked.getByText('Not quite.')).toBeVisible();
  await expect(asked.locator('.figure')).not.toHaveAttribute('inert');
  await asked.getByRole('button', { name: 'Start' }).click();
  await expect.poll(() => heard(page, 'asked', 'finished')).toMatchObject([{ step: 40 }]);
});
