// Vite takes Eleventy's pages as entries and bundles what they load; every URL stays relative.

import { defineConfig, type Plugin } from 'vite';
import { framePages } from './tools/site/frame-pages.ts';
import { filesBelow, pagesDir, root, stagingDir } from './tools/site/paths.ts';
import { preloadFigures } from './tools/site/preload.ts';
import { browsers, treeshake } from './tools/site/targets.ts';

/** In development Vite injects styles and opens a socket, which the policy of the pages forbids. */
const developmentPolicy: Plugin = {
  name: 'development-policy',
  apply: 'serve',
  transformIndexHtml: (html) =>
    html.replace(/<meta http-equiv="Content-Security-Policy"[^>]*>/, ''),
};

export default defineConfig({
  root: pagesDir,
  base: './',
  publicDir: `${root}/web/src/site/public`,
  cacheDir: `${root}/build/vite`,
  resolve: {
    alias: [
      { find: /^\/web\//, replacement: `${root}/web/` },
      { find: /^\/build\/generated\//, replacement: `${root}/build/generated/` },
    ],
  },
  server: { host: '127.0.0.1', fs: { allow: [root] } },
  plugins: [developmentPolicy, preloadFigures, framePages],
  worker: { format: 'es', rolldownOptions: { treeshake } },
  build: {
    outDir: stagingDir,
    emptyOutDir: true,
    target: browsers,
    cssTarget: browsers,
    // The policy allows no data: URLs for fonts and modules.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: Object.fromEntries(
        filesBelow(pagesDir, '.html').map((file) => [
          file.replace(/\/?index\.html$/, '').replaceAll('/', '-') || 'root',
          `${pagesDir}/${file}`,
        ]),
      ),
      treeshake,
      output: {
        codeSplitting: {
          groups: [
            // What finds figures comes without what draws them.
            {
              name: 'registry',
              test: /i18n\/(words|language)\.ts|preload-helper|rolldown\/runtime|widgets\/index\.ts/,
              priority: 2,
            },
            // One request for what every lesson asks with.
            {
              name: 'questions',
              test: /widgets\/(question|predict-run|quiz-question)\/(?!styles)[\w-]+\.ts/,
              priority: 2,
            },
            // One request for all that figures share, but what the function plot does without.
            {
              name: 'figure',
              test: /src\/widgets\/(?!setting-controls|label|problems|playback|random|histogram|data-table|site)[\w-]+\.ts|chart\.js|\/lit|engine\/(errors|check)/,
            },
          ],
        },
        // The words of a figure by language, a figure by its folder.
        chunkFileNames: ({ facadeModuleId }) => {
          const parts = /\/([\w-]+)\/([\w-]+)\.ts$/.exec(facadeModuleId ?? '');
          if (!parts) return 'assets/[name]-[hash].js';
          const [, folder, name] = parts;
          return `assets/${folder}${name === 'index' ? '' : `-${name}`}-[hash].js`;
        },
      },
    },
  },
});
