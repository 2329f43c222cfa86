// Writes the TypeScript catalogue of the engine from the engine itself.
// @ts-check
import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset } from './build.mjs';
import { command, root, say } from './process.mjs';
import { setup } from './setup.mjs';

const file = 'web/src/engine/catalog.ts';

const printed = () => execFileSync(join(root, 'build/native/catalog'), { encoding: 'utf8' });

/** What tells the committed catalogue from the engine's; undefined when they agree. */
export function catalogDrift() {
  const want = printed().split('\n');
  const have = readFileSync(join(root, file), 'utf8').split('\n');
  const line = Array.from({ length: Math.max(want.length, have.length) }).findIndex(
    (_, i) => want[i] !== have[i],
  );
  if (line < 0) return undefined;
  return [
    `${file}:${line + 1} differs from the engine; npm run catalog writes it anew`,
    `  committed: ${have[line] ?? '(end of file)'}`,
    `  engine:    ${want[line] ?? '(end of file)'}`,
  ].join('\n');
}

/** Writes the catalogue from the engine's sources as they are now. */
export async function writeCatalog() {
  await buildPreset('native', ['catalog']);
  writeFileSync(join(root, file), printed());
  say(`${file} is written`);
}

command(import.meta, async () => {
  await setup(['test']);
  await writeCatalog();
});
