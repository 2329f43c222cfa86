// Zip archives that depend on nothing but what is in them: sorted names, one date.

import { strToU8, type Zippable, zipSync } from 'fflate';

export type Files = ReadonlyMap<string, string | Uint8Array>;

const byName = ([a]: readonly [string, unknown], [b]: readonly [string, unknown]) =>
  a < b ? -1 : 1;

export function zip(files: Files): Uint8Array {
  const entries: Zippable = {};
  for (const [name, content] of [...files].sort(byName)) {
    entries[name] = typeof content === 'string' ? strToU8(content) : content;
  }
  // The first date that the format can tell, in local time, as the format has it.
  return zipSync(entries, { mtime: new Date(1980, 0, 1), level: 6 });
}
