// What every page of others has to show: figures that train, frames that grow, styles kept apart.

import type { FrameLocator, Locator, Page } from '@playwright/test';
import { fromQuery } from '../../web/src/widgets/schema.ts';
import { raceSchema } from '../../web/src/widgets/training-race/settings.ts';
import { inNode, withoutState } from '../e2e/in-node.ts';
import { expect } from './host.ts';

/** The settings in force on a page, as the figure itself tells them. */
const settingsOf = (race: Locator) =>
  race.evaluate((figure) => (figure as HTMLElement & { query: string }).query);

/** Trains a race to its end, which comes with the numbers of the engine in Node. */
export async function expectTrains(race: Locator): Promise<void> {
  await race.scrollIntoViewIfNeeded();
  await race.locator('.transport').getByRole('button').first().click();
  await expect(race.locator('.progress-step[data-phase="finished"]')).toBeAttached();
  await race.getByText('Data table', { exact: true }).click();
  const table = race.locator('table.data:not(.results)');
  await expect(table).toBeVisible();
  const rows = await table
    .locator('tbody tr')
    .evaluateAll((all) =>
      all.map((row) => [...row.children].map((cell) => cell.textContent!.trim())),
    );
  const { given } = fromQuery(raceSchema, await settingsOf(race));
  expect(withoutState(rows)).toEqual(await inNode(given));
}

/** The figure's own look, whatever the page around it says. */
export async function expectOwnLook(figure: Locator): Promise<void> {
  const look = await figure.locator('.figure').evaluate((inside) => {
    const style = getComputedStyle(inside);
    return {
      font: style.fontSize + style.fontStyle + style.fontWeight,
      spacing: style.letterSpacing + style.wordSpacing + style.textIndent + style.whiteSpace,
      text: style.textTransform + style.textAlign + style.textShadow,
    };
  });
  expect(look).toEqual({
    font: '15pxnormal400',
    spacing: 'normal0px0pxnormal',
    text: 'nonestartnone',
  });
  const button = figure.getByRole('button').first();
  const pressable = await button.evaluate((inside) => {
    const { backgroundColor, textTransform, lineHeight, fontSize } = getComputedStyle(inside);
    const leading = Number.parseFloat(lineHeight) / Number.parseFloat(fontSize);
    return { red: backgroundColor === 'rgb(204, 0, 0)', textTransform, leading };
  });
  expect(pressable).toEqual({ red: false, textTransform: 'none', leading: 1.5 });
}

/** The figure in a frame trains, and the frame is as high as it. */
export async function expectFrame(page: Page): Promise<FrameLocator> {
  const frame = page.locator('iframe').first();
  const inside = frame.contentFrame();
  await frame.scrollIntoViewIfNeeded();
  await expectTrains(inside.locator('training-race'));
  await expect
    .poll(() => inside.locator('html').evaluate((html) => html.scrollHeight - innerHeight))
    .toBe(0);
  return inside;
}
