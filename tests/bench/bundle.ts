// Bundles the page with everything it loads.

import { join } from 'node:path';
import { build } from 'vite';
import { root } from '../../web/tools/process.mjs';
import { PAGE_FOLDER } from './hosts/chromium.ts';

export const bundlePage = () =>
  build({
    configFile: false,
    root,
    base: './',
    publicDir: false,
    logLevel: 'error',
    build: {
      outDir: join(root, PAGE_FOLDER),
      emptyOutDir: true,
      target: 'es2022',
      assetsInlineLimit: 0,
      chunkSizeWarningLimit: 5000,
      rollupOptions: {
        // Never asked for here, so it need not be built.
        external: /engine-baseline\.mjs$/,
        input: join(root, 'tests/bench/page/index.html'),
      },
    },
  });
