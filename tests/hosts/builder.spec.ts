// What the builder gives, pasted as it is into an otherwise empty page of somebody else.

import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Locator, Page } from '@playwright/test';
import MarkdownIt from 'markdown-it';
import { EMBED_KINDS, type EmbedKind } from '../../web/src/widgets/take-away/embed-code.ts';
import { expectTrains } from './checks.ts';
import { expect, test } from './host.ts';

/** Opens texts as whole pages of an origin of their own. */
async function servePages() {
  let body = '';
  const server = createServer((request, response) => {
    const icon = request.url === '/favicon.ico';
    response.writeHead(icon ? 204 : 200, { 'Content-Type': 'text/html;charset=utf-8' });
    response.end(icon ? '' : body);
  });
  await new Promise<void>((done) => server.listen(0, '127.0.0.1', done));
  const { port } = server.address() as AddressInfo;
  return {
    async open(page: Page, html: string) {
      body = html;
      await page.goto(`http://localhost:${port}/`);
    },
    close: () => new Promise((done) => server.close(done)),
  };
}

/** The codes that the builder shows for an address of its own. */
async function codesOf(page: Page, hash: string): Promise<Record<EmbedKind, string>> {
  await page.goto(`${process.env.SITE_URL}en/builder/${hash}`);
  const codes: Partial<Record<EmbedKind, string>> = {};
  for (const kind of EMBED_KINDS) {
    await page.locator(`#tab-${kind}`).click();
    codes[kind] = await page.locator('.code').inputValue();
  }
  return codes as Record<EmbedKind, string>;
}

/** The settings in force, the language among them, which an element has as every other does. */
const queryOf = (figure: Locator) =>
  figure.evaluate((element) => {
    const { query, lang } = element as HTMLElement & { query: string };
    return `${query.replace(/&lang=\w+/, '')}&lang=${lang}`;
  });

const asPage: Record<Exclude<EmbedKind, 'link'>, (code: string) => string> = {
  iframe: (code) => code,
  element: (code) => code,
  lms: (code) => code,
  markdown: (code) => new MarkdownIt({ html: true }).render(code),
};

test('a race set up in the builder is the same in every kind of code, and trains', async ({
  page,
  problems,
}) => {
  const hash =
    '#training-race?racers=sigmoid,relu&dataset=moons&size=200&depth=2&width=8&steps=60&charts=loss' +
    '&heading=Sigmoid+%22against%22+%3CReLU%3E&lock=learning-rate&hide=width,seed&lang=en';
  const codes = await codesOf(page, hash);
  const pages = await servePages();
  for (const [kind, write] of Object.entries(asPage)) {
    await test.step(kind, async () => {
      await pages.open(page, write(codes[kind as EmbedKind]));
      const place = kind === 'element' ? page : page.locator('iframe').contentFrame();
      const race = place.locator('training-race');
      await expectTrains(race);
      expect(await queryOf(race)).toBe(hash.slice('#training-race?'.length));
      await race.getByText('Experiment', { exact: true }).click();
      await expect(race.getByLabel('Learning rate').first()).toBeDisabled();
      await expect(race.getByLabel('Units a layer')).toHaveCount(0);
      await expect(race.getByLabel('Seed', { exact: true })).toHaveCount(0);
      if (kind === 'element') return;
      await expect(page.locator('iframe')).toHaveAttribute('title', 'Sigmoid "against" <ReLU>');
      if (kind !== 'iframe') return;
      const height = () => race.evaluate(() => document.documentElement.scrollHeight - innerHeight);
      await expect.poll(height).toBe(0);
    });
  }
  await page.goto(codes.link);
  await expect(page.locator('training-race .figure')).toHaveAttribute('data-phase', 'ready');
  expect(await queryOf(page.locator('training-race'))).toBe(hash.slice('#training-race?'.length));
  await pages.close();
  expect(problems).toEqual([]);
});

test('other figures too, several of them on one page', async ({ page, problems }) => {
  const units = '#dead-units?width=16&steps=20&lang=en';
  const plot = '#activation-plot?functions=relu,gelu&view=f&theme=dark&hide=layout&lang=zh';
  const codes = [await codesOf(page, units)];
  // The same page goes from one figure to the other.
  codes.push(await codesOf(page, plot));
  const pages = await servePages();
  await pages.open(page, codes.map(({ element, lms }) => `${element}\n${lms}`).join('\n'));
  for (const [at, hash] of [units, plot].entries()) {
    const [, name, query] = /^#([a-z-]+)\?(.*)$/.exec(hash)!;
    const frame = page.locator('iframe').nth(at);
    for (const [place, figure] of [
      [page.locator(name!), page.locator(name!)],
      [frame, frame.contentFrame().locator(name!)],
    ] as const) {
      await place.scrollIntoViewIfNeeded();
      await expect(figure.locator('.figure')).toHaveAttribute('data-phase', 'ready');
      expect(await queryOf(figure)).toBe(query);
    }
  }
  const dead = page.locator('dead-units');
  await dead.getByRole('button', { name: 'Start', exact: true }).click();
  await expect(dead.locator('.progress-step[data-phase="finished"]')).toBeVisible();
  await pages.close();
  expect(problems).toEqual([]);
});

test('the frame of an oEmbed document works', async ({ page, problems }) => {
  const site = process.env.SITE_URL!;
  await page.goto(`${site}embed/dead-units/`);
  const link = page.locator('link[type="application/json+oembed"]');
  const address = await link.evaluate((element) => (element as HTMLLinkElement).href);
  const document = await (await page.request.get(address)).json();
  const pages = await servePages();
  // Its addresses are relative to it where the build does not know the site's.
  await pages.open(page, `<base href="${address}">${document.html}`);
  const figure = page.locator('iframe').contentFrame().locator('dead-units .figure');
  await expect(figure).toHaveAttribute('data-phase', 'ready');
  await pages.close();
  expect(problems).toEqual([]);
});
