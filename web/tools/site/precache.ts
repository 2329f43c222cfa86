// Writes the service worker with the list of every file of the site's own pages and its hash.

import { createHash } from 'node:crypto';
import { readFileSync, writeFileSync } from 'node:fs';
import { transformWithOxc } from 'vite';
import { filesBelow, root } from './paths.ts';

const NAME = 'sw.js';

/** The bundle for pages of others, which this service worker does not serve. */
const FOR_OTHERS = /^embed\/(?:[^/]+$|\d)/;

/** Of each SHA-256 so many bytes: whole ones would be most of a script that every reader loads. */
const HASH_BYTES = 12;

/** URLs relative to the root of the site, `index.html` by its folder, to hashes in base64. */
export function precacheList(folder: string): Record<string, string> {
  const files = filesBelow(folder).filter((file) => file !== NAME && !FOR_OTHERS.test(file));
  return Object.fromEntries(
    files.map((file) => [
      file.replace(/(^|\/)index\.html$/, '$1'),
      createHash('sha256')
        .update(readFileSync(`${folder}/${file}`))
        .digest()
        .subarray(0, HASH_BYTES)
        .toString('base64'),
    ]),
  );
}

export async function writeServiceWorker(folder: string): Promise<void> {
  const source = `${root}/web/src/site/sw.ts`;
  const { code } = await transformWithOxc(readFileSync(source, 'utf8'), source);
  const list = JSON.stringify(precacheList(folder), null, 1);
  const version = createHash('sha256').update(list).digest('hex').slice(0, 16);
  writeFileSync(
    `${folder}/${NAME}`,
    `const VERSION = '${version}';\nconst PRECACHE = ${list};\n${code}`,
  );
}
