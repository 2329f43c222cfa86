// How scripts for pages of others are bundled: with the engine's files beside them, or inside.

import { build, type InlineConfig, mergeConfig, type Plugin, type Rolldown } from 'vite';
import { root } from './paths.ts';
import { browsers, treeshake } from './targets.ts';

const engine = `${root}/web/src/engine`;
const widgets = `${root}/web/src/widgets`;

/** Modules of a bundle with everything inside, in place of those that know files beside them. */
const INSIDE = {
  [`${engine}/bytes.ts`]: `${engine}/inline-bytes.ts`,
  [`${engine}/workers.ts`]: `${engine}/inline-workers.ts`,
  [`${widgets}/site.ts`]: `${widgets}/inline-site.ts`,
};
const INSIDE_WORKERS = {
  [`${engine}/bytes.ts`]: `${engine}/inline-bytes.ts`,
  [`${engine}/files.ts`]: `${engine}/given-files.ts`,
};

function replaceModules(replacements: Readonly<Record<string, string>>): Plugin {
  return {
    name: 'replace-modules',
    enforce: 'pre',
    async resolveId(id, importer) {
      const found = await this.resolve(id, importer, { skipSelf: true });
      return found && replacements[found.id];
    },
  };
}

/** The engine hands its binary to the glue, which need not know where the file is. */
const glueWithoutFile: Plugin = {
  name: 'glue-without-file',
  enforce: 'pre',
  transform(code, id) {
    if (!/engine-(simd|baseline)\.mjs$/.test(id)) return;
    return code.replace(/new URL\("[\w-]+\.wasm",\s*import\.meta\.url\)/, '""');
  },
};

/** Whoever bundles the rest knows best what to load before it. */
const noPreloads: Plugin = {
  name: 'no-preloads',
  enforce: 'pre',
  load: (id) =>
    id === '\0vite/preload-helper.js'
      ? 'export const __vitePreload = (load) => load();'
      : undefined,
};

/** `worker.ts?script` is the text of a classic script with all that the worker imports. */
const workerScripts: Plugin = {
  name: 'worker-scripts',
  enforce: 'pre',
  async load(id) {
    const file = /^(.*)\?script$/.exec(id)?.[1];
    if (!file) return;
    const [script] = await bundle(file, {
      plugins: [replaceModules(INSIDE_WORKERS)],
      build: {
        write: false,
        rolldownOptions: { transform: withoutAddress, output: { format: 'iife' } },
      },
    });
    return `export default ${JSON.stringify(script.code)};`;
  },
};

/** A script that has everything inside needs not know where it is; a classic one cannot. */
const withoutAddress = { define: { 'import.meta.url': JSON.stringify('about:blank') } };

const beside: InlineConfig = {
  configFile: false,
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  plugins: [glueWithoutFile, noPreloads],
  worker: {
    format: 'es',
    plugins: () => [glueWithoutFile],
    rolldownOptions: {
      treeshake,
      output: {
        codeSplitting: false,
        entryFileNames: '[name].js',
        assetFileNames: '[name][extname]',
      },
    },
  },
  build: {
    emptyOutDir: false,
    target: browsers,
    cssTarget: browsers,
    assetsInlineLimit: 0,
    chunkSizeWarningLimit: 2000,
    rolldownOptions: {
      checks: { pluginTimings: false },
      treeshake,
      preserveEntrySignatures: 'exports-only',
      output: { codeSplitting: false, assetFileNames: '[name][extname]' },
    },
  },
};

/** For a bundle with everything inside. */
export const inside: InlineConfig = {
  plugins: [replaceModules(INSIDE), workerScripts],
  build: {
    assetsInlineLimit: Number.POSITIVE_INFINITY,
    rolldownOptions: { transform: withoutAddress },
  },
};

export type Input = string | Record<string, string>;

export async function bundle(input: Input, ...configs: readonly InlineConfig[]) {
  const options: InlineConfig = { build: { rolldownOptions: { input } } };
  const config = [...configs, options].reduce<InlineConfig>(
    (merged, more) => mergeConfig(merged, more),
    beside,
  );
  return ((await build(config)) as Rolldown.RolldownOutput).output;
}

/** A classic script with everything inside: engine, workers, data, styles. */
export async function classicScript(input: string): Promise<string> {
  const [script, ...others] = await bundle(input, inside, {
    build: { write: false, rolldownOptions: { output: { format: 'iife' } } },
  });
  const files = others.map(({ fileName }) => fileName);
  if (files.length > 0) throw new Error(`${input} leaves files beside it: ${files.join(', ')}`);
  return script.code;
}
