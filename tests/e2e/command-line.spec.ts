// What a page saves and what the command line makes of the page's settings: the same bytes.

import { readFileSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';
import { strFromU8, unzipSync } from 'fflate';
import { runCommand } from '../../web/src/cli/command.ts';

/** Presses a button of the figure's "Take away", and saves the file that it gives. */
async function take(page: Page, figure: Locator, name: string, to: string): Promise<void> {
  const download = page.waitForEvent('download');
  await figure.getByRole('button', { name, exact: true }).click();
  await (await download).saveAs(to);
}

for (const [figure, query] of [
  ['training-race', 'racers=relu,prelu&dataset=moons&size=60&depth=2&width=4&steps=130&seeds=2'],
  ['dead-units', 'depth=2&width=8&steps=40'],
] as const) {
  test(`${figure}: the command line writes what the page saves`, async ({
    page,
    baseURL,
  }, info) => {
    await page.goto(`/embed/${figure}/?${query}&lang=en`);
    const element = page.locator(figure);
    await expect(element.locator('.progress [data-phase=ready]')).toBeAttached();
    await element.evaluate((running) => (running as HTMLElement & { play(): void }).play());
    await expect(element.locator('[data-phase=finished]')).toBeAttached();
    await element.getByText('Take away', { exact: true }).click();
    const path = (name: string) => info.outputPath(name);
    await take(page, element, 'CSV', path('page.csv'));
    await take(page, element, 'Settings', path('settings.json'));
    await take(page, element, 'Weights', path('page.zip'));

    const streams = { stdout: process.stdout, stderr: process.stderr };
    const files = ['--out', path('command.csv'), '--weights', path('command.zip')];
    const args = ['run', path('settings.json'), '--site', baseURL!, ...files];
    expect(await runCommand(args, streams)).toBe(0);
    const read = (name: string) => readFileSync(path(name));
    expect(read('command.csv').toString()).toBe(read('page.csv').toString());
    const [ours, theirs] = ['command.zip', 'page.zip'].map((name) => unzipSync(read(name)));
    expect(Object.keys(ours!)).toEqual(Object.keys(theirs!));
    expect(Object.keys(ours!).filter((name) => name.endsWith('.npy')).length).toBeGreaterThan(5);
    for (const [name, bytes] of Object.entries(ours!)) {
      expect(strFromU8(bytes, true), name).toBe(strFromU8(theirs![name]!, true));
    }
  });
}
