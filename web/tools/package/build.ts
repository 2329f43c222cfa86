// Writes packages of the built site into dist/packages: each kind is replaced as a whole.

import { mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { packagesDir } from '../site/paths.ts';
import { htmlPages } from './html.ts';
import { LANGUAGES, readParts } from './parts.ts';
import { scormPackages } from './scorm.ts';
import { siteArchive } from './site.ts';

function replaceFolder(folder: string, files: ReadonlyMap<string, string | Uint8Array>): void {
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  for (const [name, content] of files) writeFileSync(`${folder}/${name}`, content);
}

export async function buildPackages(kinds: readonly string[]): Promise<void> {
  const parts = await readParts();
  if (kinds.includes('html') || kinds.includes('site')) {
    const pages = await htmlPages(parts);
    if (kinds.includes('html')) replaceFolder(`${packagesDir}/html`, pages);
    if (kinds.includes('site')) {
      const { name, data } = await siteArchive(parts, pages);
      mkdirSync(packagesDir, { recursive: true });
      const older = readdirSync(packagesDir).filter((file) => file.endsWith('.zip'));
      for (const file of older) rmSync(`${packagesDir}/${file}`);
      writeFileSync(`${packagesDir}/${name}`, data);
    }
  }
  if (kinds.includes('scorm')) {
    const packages = await Promise.all(LANGUAGES.map((each) => scormPackages(parts, each)));
    replaceFolder(`${packagesDir}/scorm`, new Map(packages.flatMap((some) => [...some])));
  }
}
