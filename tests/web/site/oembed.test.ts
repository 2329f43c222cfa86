// The oEmbed documents hold what https://oembed.com requires of a rich one, and a frame of ours.

import { expect, test } from 'vitest';
import { FIGURES } from '../../../web/tools/site/figures.ts';
import { oembedDocument, oembedLink, siteAddress } from '../../../web/tools/site/oembed.ts';

const SITE = 'https://your.site/lab/';

test.each(FIGURES)('%s has all that a rich document needs', (figure) => {
  const document = oembedDocument(figure, SITE);
  // Section 2.3.4: `type` and `version` always; `html`, `width` and `height` for `rich`.
  expect(document).toMatchObject({ type: 'rich', version: '1.0', provider_url: SITE });
  expect(document.width).toBeGreaterThan(0);
  expect(document.height).toBeGreaterThan(0);
  expect(document.title).not.toBe('');
  expect(document.html).toMatch(/^<iframe [^>]*><\/iframe>$/);
  expect(document.html).toContain(` src="${SITE}embed/${figure}/"`);
  expect(document.html).toContain(` height="${document.height}"`);
  expect(oembedLink(figure, SITE).href).toBe(`${SITE}embed/${figure}/oembed.json`);
});

test('without the address of the site, the document starts from itself', () => {
  const { html } = oembedDocument('training-race');
  const [, src] = / src="([^"]*)"/.exec(html)!;
  const { href } = oembedLink('training-race', undefined);
  const page = 'https://any.where/deep/embed/training-race/';
  expect(new URL(src!, new URL(href, page)).href).toBe(page);
});

test('the address of the site is one, or the build says what is wrong with it', () => {
  expect(siteAddress('')).toBeUndefined();
  expect(siteAddress('https://your.site')).toBe('https://your.site/');
  expect(siteAddress('http://your.site/a/b')).toBe('http://your.site/a/b/');
  for (const [text, reason] of [
    ['your.site', /SITE_URL is “your\.site”, which is no address: .*https:\/\/your\.site\//],
    ['ftp://your.site/', /not of http or https/],
    ['https://your.site/?a=1', /query or a fragment/],
    ['https://me:secret@your.site/', /password/],
  ] as const) {
    expect(() => siteAddress(text)).toThrow(reason);
  }
});
