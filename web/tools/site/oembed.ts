// Discovery: a static oEmbed document beside the page of every figure, which names it.

import { mkdirSync, writeFileSync } from 'node:fs';
import { MESSAGES } from '../../src/i18n/index.ts';
import { embedCode, frameHeight } from '../../src/widgets/take-away/embed-code.ts';
import { FIGURES, figureTitle, schemaOf } from './figures.ts';

const WIDTH = 720;
const EXAMPLE = 'https://your.site/';

/** From a figure's own page. */
const TO_ROOT = '../../';

export class AddressError extends Error {
  override name = 'AddressError';
}

/** Where the site will be, with a closing slash; undefined if nobody has said. */
export function siteAddress(text = process.env.SITE_URL): string | undefined {
  if (text === undefined || text.trim() === '') return undefined;
  const wrong = (reason: string, shown = text) =>
    new AddressError(
      `SITE_URL is “${shown}”, ${reason}: give the address of the site’s folder, such as ${EXAMPLE}`,
    );
  if (!URL.canParse(text)) throw wrong('which is no address');
  const url = new URL(text);
  if (!['http:', 'https:'].includes(url.protocol)) throw wrong('which is not of http or https');
  if (url.search || url.hash) throw wrong('which has a query or a fragment');
  if (url.username || url.password) throw wrong('but with a password', url.host);
  return url.href.endsWith('/') ? url.href : `${url.href}/`;
}

/** https://oembed.com, type `rich`; addresses are relative to the document where `site` is not known. */
export function oembedDocument(figure: string, site = TO_ROOT) {
  const title = figureTitle(figure, 'en');
  return {
    version: '1.0',
    type: 'rich',
    title,
    provider_name: MESSAGES.en.site.name,
    provider_url: site,
    width: WIDTH,
    height: frameHeight(figure),
    html: embedCode('lms', schemaOf(figure)!, {}, { site, title }),
  };
}

export function writeOembed(folder: string, site = siteAddress()): void {
  for (const figure of FIGURES) {
    const place = `${folder}/embed/${figure}`;
    mkdirSync(place, { recursive: true });
    const text = JSON.stringify(oembedDocument(figure, site), null, 2);
    writeFileSync(`${place}/oembed.json`, `${text}\n`);
  }
}

/** What the page of a figure says of its document. */
export function oembedLink(figure: string, site = siteAddress()) {
  const href = site === undefined ? 'oembed.json' : `${site}embed/${figure}/oembed.json`;
  return { href, title: figureTitle(figure, 'en') };
}
