// A frozen link says everything, locks everything, and knows its numbers again.

import { describe, expect, it } from 'vitest';
import { VERSION } from '../../../web/src/engine/version.ts';
import { defaults, fromQuery, SHARED_NAMES, toKebab } from '../../../web/src/widgets/schema.ts';
import { checksumOf, frozenQuery } from '../../../web/src/widgets/teacher/frozen.ts';
import { SCHEMAS } from '../../../web/tools/site/figures.ts';

const CHECKSUM = '0123456789abcdef';

describe.each(SCHEMAS.map((schema) => [schema.name, schema] as const))('%s', (_, schema) => {
  const settings = { ...defaults(schema), heading: 'Week 3', autoplay: true };
  const query = frozenQuery(schema as never, settings, CHECKSUM);
  const { given, problems } = fromQuery(schema, query);

  it('names every setting of its own, the engine and the version', () => {
    expect(problems).toEqual([]);
    const own = Object.keys(schema.settings).filter((name) => !SHARED_NAMES.includes(name));
    const named = [...new URLSearchParams(query).keys()];
    expect(named).toEqual(expect.arrayContaining([...own.map(toKebab), 'v', 'engine']));
    for (const name of own) expect(given).toHaveProperty(name);
  });

  it('opens with the same settings, locked', () => {
    const { lock, frozen, ...rest } = { ...defaults(schema), ...given } as Record<string, unknown>;
    const { lock: _before, frozen: _none, ...before } = settings as Record<string, unknown>;
    expect(rest).toMatchObject(
      Object.fromEntries(Object.entries(before).filter(([name]) => name in schema.settings)),
    );
    const lockable = Object.entries(schema.settings).filter(([, setting]) => setting.lockable);
    expect(lock).toEqual(lockable.map(([name]) => toKebab(name)));
    expect(frozen).toBe(`${VERSION}~${CHECKSUM}`);
  });
});

it('a checksum is that of the numbers, to the last digit', () => {
  const table = (value: number) => ({ head: ['step', 'loss'], rows: [[1, value]] });
  // FNV-1a of 'step,loss\r\n1,0.5\r\n', 64 bits.
  expect(checksumOf(table(0.5))).toMatch(/^[0-9a-f]{16}$/);
  expect(checksumOf(table(0.5))).toBe(checksumOf(table(0.5)));
  expect(checksumOf(table(0.5))).not.toBe(checksumOf(table(0.5000000000000001)));
  expect(checksumOf({ head: [], rows: [] })).not.toBe(checksumOf({ head: ['a'], rows: [] }));
});
