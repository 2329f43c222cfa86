// A builder's figure as the part of its address behind the `#`, to share it and to go back to it:
// `#training-race?depth=8&frame-height=900`. Not as a query, whose `theme` and `lang` are the page's.

import { type Schema, toQuery } from '../schema.ts';
import type { FigureValues } from './embed-code.ts';

const HEIGHT_KEY = 'frame-height';
const LARGEST_HEIGHT = 10_000;

export interface Address {
  figure: string;
  query: string;
  /** Of the frame in the codes, where one was asked for. */
  height?: number;
}

export function toHash(schema: Schema, values: FigureValues, height?: number): string {
  const query = [
    toQuery(schema, values as never),
    ...(height === undefined ? [] : [`${HEIGHT_KEY}=${height}`]),
  ].filter(Boolean);
  return `#${schema.name}${query.length > 0 ? '?' : ''}${query.join('&')}`;
}

/** Pixels of a frame; undefined for what is none. */
export function readHeight(text: string | null | undefined): number | undefined {
  const height = Number(text);
  return Number.isInteger(height) && height >= 1 && height <= LARGEST_HEIGHT ? height : undefined;
}

/** What a hash names; whether there is such a figure is not known here. */
export function fromHash(hash: string): Address | undefined {
  const [, figure, text] = /^#([a-z][a-z-]*)(?:\?(.*))?$/s.exec(hash) ?? [];
  if (figure === undefined) return undefined;
  const query = new URLSearchParams(text ?? '');
  const height = readHeight(query.get(HEIGHT_KEY));
  query.delete(HEIGHT_KEY);
  return { figure, query: query.toString(), ...(height === undefined ? {} : { height }) };
}
