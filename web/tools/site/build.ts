// The stages of the site build: formulas, pages, bundles, service worker.

import { copyFileSync, existsSync, readdirSync, rmSync } from 'node:fs';
import { resolve } from 'node:path';
import { checkPages } from './check-pages.ts';
import { generateFormulas } from './formulas.ts';
import { generatedDir, libraryDir, pagesDir, root, siteDir } from './paths.ts';
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
  rmSync(pagesDir, { recursive: true, force: true });
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

export async function buildSite(out = siteDir): Promise<void> {
  const folder = resolve(root, out);
  await buildPages();
  process.env.SITE_DIR = folder;
  const { build } = await import('vite');
  await build({ configFile: `${root}/web/vite.config.ts`, logLevel: 'warn' });
  for (const name of readdirSync(pagesDir).filter((file) => file.endsWith('.webmanifest'))) {
    copyFileSync(`${pagesDir}/${name}`, `${folder}/${name}`);
  }
  checkPages(folder);
  await writeServiceWorker(folder);
}
