// Vite takes Eleventy's pages as entries and bundles what they load; every URL stays relative.

import { defineConfig, type Plugin } from 'vite';
import { filesBelow, pagesDir, root, stagingDir } from './tools/site/paths.ts';

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
  plugins: [developmentPolicy],
  worker: { format: 'es' },
  build: {
    outDir: stagingDir,
    emptyOutDir: true,
    target: ['chrome123', 'firefox128', 'safari17.5'],
    cssTarget: ['chrome123', 'firefox128', 'safari17.5'],
    // The policy allows no data: URLs for fonts and modules.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      input: {
        ...Object.fromEntries(
          filesBelow(pagesDir, '.html').map((file) => [
            file.replace(/\/?index\.html$/, '').replaceAll('/', '-') || 'root',
            `${pagesDir}/${file}`,
          ]),
        ),
        'activation-lab': `${root}/web/src/site/embed.ts`,
      },
      preserveEntrySignatures: 'exports-only',
      output: {
        // Pages of others name this file.
        entryFileNames: ({ name }) =>
          name === 'activation-lab' ? 'embed/[name].js' : 'assets/[name]-[hash].js',
      },
    },
  },
});
