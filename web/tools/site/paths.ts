// Where the site build reads and writes.

import { readdirSync, statSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../../..', import.meta.url)).replace(/\/$/, '');
export const lessonsDir = `${root}/lessons`;
export const generatedDir = `${root}/build/generated`;
export const pagesDir = `${root}/build/pages`;
export const stagingDir = `${root}/build/site`;
export const claimsDir = `${root}/build/claims`;
export const siteDir = `${root}/dist/site`;
export const packagesDir = `${root}/dist/packages`;
export const libraryDir = `${root}/dist/lib`;

/** All files below a folder, relative to it, sorted. */
export function filesBelow(folder: string, ending = ''): string[] {
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((file) => file.endsWith(ending) && statSync(`${folder}/${file}`).isFile())
    .sort();
}
