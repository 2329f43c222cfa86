// The stages of the site build: formulas, pages, bundles, service worker.

import { copyFileSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import { checkPages } from './check-pages.ts';
import { buildEmbedBundle } from './embed-bundle.ts';
import { generateFormulas } from './formulas.ts';
import { writeOembed } from './oembed.ts';
import { generatedDir, libraryDir, pagesDir, root, siteDir, stagingDir } from './paths.ts';
import { writeServiceWorker } from './precache.ts';

export { generateFormulas as generate };

export async function buildPages(): Promise<void> {
  for (const [path, command] of [
    [`${libraryDir}/engine.js`, 'npm run build'],
    [`${root}/web/src/engine/catalog.ts`, 'npm run catalog'],
  ]) {
    if (!existsSync(path!)) throw new Error(`${path} is missing: ${command} makes it`);
  }
  generateFormulas();
  // @ts-expect-error Eleventy ships no types.
  const { Eleventy } = await import('@11ty/eleventy');
  // Eleventy takes its folders relative to the working directory.
  process.chdir(root);
  const eleventy = new Eleventy('lessons', 'build/pages', {
    configPath: 'web/eleventy.config.mjs',
    quietMode: true,
  });
  await eleventy.write();
  if (!existsSync(`${generatedDir}/lesson.css`)) throw new Error('Eleventy left no lesson.css');
}

/** Replaces the site as a whole, and only by one that is complete. */
export async function buildSite(out = siteDir): Promise<void> {
  rmSync(pagesDir, { recursive: true, force: true });
  await buildPages();
  const { build } = await import('vite');
  await build({ configFile: `${root}/web/vite.config.ts`, logLevel: 'warn' });
  for (const name of readdirSync(pagesDir).filter((file) => file.endsWith('.webmanifest'))) {
    copyFileSync(`${pagesDir}/${name}`, `${stagingDir}/${name}`);
  }
  await buildEmbedBundle(`${stagingDir}/embed`);
  writeOembed(stagingDir);
  checkPages(stagingDir);
  await writeServiceWorker(stagingDir);
  const folder = resolve(root, out);
  mkdirSync(dirname(folder), { recursive: true });
  rmSync(folder, { recursive: true, force: true });
  renameSync(stagingDir, folder);
}
