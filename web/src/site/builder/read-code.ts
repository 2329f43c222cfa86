// Reads what the builder has written, or somebody by hand, back: a link, a frame or an element.

import { fromAttributes, fromQuery, type Problem, type Schema } from '../../widgets/schema.ts';
import { fromHash, readHeight } from '../../widgets/take-away/builder-address.ts';
import type { FigureValues } from '../../widgets/take-away/embed-code.ts';

export type FoundCode =
  | { figure: string; query: string; height?: number }
  | { figure: string; attributes: [string, string][] };

const PAGE = /\/embed\/([a-z][a-z-]*)\/(?:index\.html)?(?:\?([^#]*))?(?:#.*)?$/s;

/** A figure's own page, or the builder's. */
function readAddress(address: string): FoundCode | undefined {
  const [, figure, query = ''] = PAGE.exec(address) ?? [];
  if (figure !== undefined) return { figure, query };
  return /\/builder\//.test(address) ? fromHash(address.slice(address.indexOf('#'))) : undefined;
}

/** The first figure in the text, which may be anything that somebody has copied. */
export function findFigure(text: string, figures: readonly string[]): FoundCode | undefined {
  // Parsed, but neither run nor loaded.
  const { body } = new DOMParser().parseFromString(`<body>${text}`, 'text/html');
  for (const element of body.querySelectorAll(['iframe', ...figures].join(','))) {
    if (element.localName !== 'iframe') {
      const attributes = [...element.attributes].map(({ name, value }) => [name, value] as const);
      return { figure: element.localName, attributes: attributes as [string, string][] };
    }
    const found = readAddress(element.getAttribute('src') ?? '');
    const height = readHeight(element.getAttribute('height'));
    if (found) return 'query' in found && height !== undefined ? { ...found, height } : found;
  }
  for (const [address] of text.matchAll(/https?:\/\/[^\s<>"')\]]+/g)) {
    const found = readAddress(address);
    if (found) return found;
  }
  return undefined;
}

/** Its settings by the schema of its figure, and what that does not know or allow. */
export function readFound(
  schema: Schema,
  found: FoundCode,
): { values: FigureValues; problems: readonly Problem[] } {
  const { given, problems } =
    'query' in found ? fromQuery(schema, found.query) : fromAttributes(schema, found.attributes);
  return { values: given as FigureValues, problems };
}
