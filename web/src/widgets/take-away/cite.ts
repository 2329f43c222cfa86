// What every file says of where it comes from, and how it is called.

import { languageOf } from '../../i18n/language.ts';
import { toLinkQuery, toQuery } from '../schema.ts';
import { SITE } from '../site.ts';
import { toHash } from './builder-address.ts';
import { citation } from './citation.ts';
import { embedCode } from './embed-code.ts';
import type { TakenFigure } from './types.ts';

/** The address that shows the figure as it is; undefined where it has none. */
export function linkOf(figure: TakenFigure): string | undefined {
  const { schema, settings, authored } = figure;
  if (settings.link) {
    const query = toLinkQuery(schema, settings as never, authored as never, location.search);
    return `${location.origin}${location.pathname}?${query}`;
  }
  if (SITE === undefined) return undefined;
  const place = { site: SITE, title: figure.figureName(), language: languageOf(figure) };
  return embedCode('link', schema, settings, place);
}

/** The page that gives codes to embed the figure as it is set now. */
export function builderOf(figure: TakenFigure): string | undefined {
  if (SITE === undefined) return undefined;
  const { schema, settings } = figure;
  const language = languageOf(figure);
  // The address of that page is its own.
  const values = { ...settings, lang: language, link: false };
  return `${SITE}${language}/builder/${toHash(schema, values)}`;
}

/** One line: the name, the version, the figure, where to find it, and what computed it. */
export function citationOf(figure: TakenFigure): string {
  const { schema, settings } = figure;
  const where = linkOf(figure) ?? `?${toQuery(schema, settings as never)}`;
  return citation(schema.name, where);
}

/** Equal settings give equal names. */
export function fileName(figure: TakenFigure, ending: string): string {
  const { schema, settings } = figure;
  return `activation-lab-${schema.name}-${checksum(toQuery(schema, settings as never))}${ending}`;
}

/** FNV-1a, its upper 24 bits. */
export function checksum(text: string): string {
  let hash = 0x811c9dc5;
  for (const byte of new TextEncoder().encode(text)) {
    hash = Math.imul(hash ^ byte, 0x01000193);
  }
  return (hash >>> 8).toString(16).padStart(6, '0');
}
