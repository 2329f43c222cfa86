// Links and states that were handed out keep opening, and mean what they meant. The files in states/
// hold all values that they stood for, defaults included. They are never changed: a renamed setting
// or another default takes a new version of the schema, with a migration, and files of its own.

import { readdirSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';
import {
  defaults,
  fromQuery,
  fromState,
  type Parsed,
  type Schema,
} from '../../../web/src/widgets/schema.ts';
import { SCHEMAS, schemaOf } from '../../../web/tools/site/figures.ts';

interface Saved {
  widget: string;
  version: number;
  /** Each is a query. */
  links: string[];
  state: object;
  /** What the links and the state all stand for. */
  values: Record<string, unknown>;
  /** What an empty link stood for. */
  defaults: Record<string, unknown>;
}

const folder = fileURLToPath(new URL('./states/', import.meta.url));
const files = readdirSync(folder).map(
  (name) => [name, JSON.parse(readFileSync(`${folder}${name}`, 'utf8')) as Saved] as const,
);

/** All values in force, of the names that were known then. */
function inForce(schema: Schema, parsed: Parsed<Schema>, then: object): Record<string, unknown> {
  expect(parsed.problems).toEqual([]);
  const now: Record<string, unknown> = { ...defaults(schema), ...parsed.given };
  return Object.fromEntries(Object.keys(then).map((name) => [name, now[name]]));
}

test('every version of every widget has a file', () => {
  const known = files.map(([, { widget, version }]) => `${widget} ${version}`);
  const wanted = SCHEMAS.flatMap(({ name, version }) =>
    Array.from({ length: version }, (_, i) => `${name} ${i + 1}`),
  );
  expect(known.sort()).toEqual(wanted.sort());
});

describe.each(files)('%s', (_, saved) => {
  const schema = schemaOf(saved.widget)!;
  const migrated = (values: Record<string, unknown>) =>
    saved.version < schema.version ? schema.migrate!(saved.version, values) : values;
  const meant = migrated(saved.values);
  const usual = migrated(saved.defaults);
  test.each(saved.links)('the link %s', (link) => {
    expect(inForce(schema, fromQuery(schema, link), meant)).toEqual(meant);
  });

  test('the state', () => {
    expect(inForce(schema, fromState(schema, saved.state), meant)).toEqual(meant);
  });

  test('an empty link and an empty state', () => {
    const empty = fromState(schema, { version: saved.version, settings: {} });
    expect(inForce(schema, empty, usual)).toEqual(usual);
    const link = fromQuery(schema, `v=${saved.version}`);
    expect(inForce(schema, link, usual)).toEqual(usual);
  });
});
