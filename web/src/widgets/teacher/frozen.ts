// Frozen links: every setting written out, the controls locked, and a checksum of the numbers that
// came of it, so that whoever opens one is told whether the numbers are still the same.

import { VERSION } from '../../engine/version.ts';
import type { Language } from '../../i18n/language.ts';
import { loadWords } from '../../i18n/words.ts';
import { defaults, type Settings, SHARED_NAMES, toKebab, toQuery } from '../schema.ts';
import { SITE } from '../site.ts';
import { toCsv } from '../take-away/csv.ts';
import type { DrawnTable, TakenFigure } from '../take-away/types.ts';

/** What a frozen link needs of a figure. */
export interface FreezableFigure extends TakenFigure {
  /** Whether the same settings give the same numbers. */
  readonly repeatable: boolean;
  /** Whether something has to run before all numbers are there. */
  readonly hasRun: boolean;
  readonly standing: { phase: string; step: number };
}

const PRIME = 0x100000001b3n;
const BASIS = 0xcbf29ce484222325n;

/** FNV-1a, 64 bits, of a table as comma-separated values. */
export function checksumOf(table: DrawnTable): string {
  let hash = BASIS;
  for (const byte of new TextEncoder().encode(toCsv(table))) {
    hash = BigInt.asUintN(64, (hash ^ BigInt(byte)) * PRIME);
  }
  return hash.toString(16).padStart(16, '0');
}

/** The query of a frozen link. */
export function frozenQuery(
  schema: TakenFigure['schema'],
  settings: Readonly<Record<string, unknown>>,
  checksum: string,
): string {
  const all = schema.settings as Settings;
  const lockable = Object.keys(all).filter((name) => all[name]!.lockable);
  const values = {
    ...settings,
    link: false,
    lock: lockable.map(toKebab),
    frozen: `${VERSION}~${checksum}`,
  };
  // No setting has this value: all of the figure's own are written.
  const nothing = Object.keys(all).filter((name) => !SHARED_NAMES.includes(name));
  const base = { ...defaults(schema), ...Object.fromEntries(nothing.map((name) => [name, '\0'])) };
  const written = toQuery(schema, values as never, base as never);
  return `v=${schema.version}&engine=${VERSION}&${written.replace(/^v=\d+&/, '')}`;
}

/** The link, or why there is none. */
export async function frozenLink(
  figure: FreezableFigure,
  language: Language,
): Promise<{ link: string } | { why: string }> {
  const { frozen } = (await loadWords('teacher', language)).teacher;
  const { schema, settings } = figure;
  if (!figure.repeatable || !figure.drawn) return { why: frozen.timed };
  if (settings.dataset === 'own') return { why: frozen.ownData };
  if (figure.hasRun && figure.standing.phase !== 'finished') return { why: frozen.unfinished };
  if (SITE === undefined) return { why: frozen.noPage };
  const query = frozenQuery(schema, settings, checksumOf(await figure.drawn()));
  return { link: `${SITE}embed/${schema.name}/?${query}` };
}
