// Builds the bundle for pages of others: the module `activation-lab.js` with its files beside it,
// and `activation-lab.inline.js` with everything inside; each also in a folder of its version.

import { cpSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { build, type InlineConfig, mergeConfig, type Plugin, type Rolldown } from 'vite';
import { root } from './paths.ts';
import { browsers, treeshake } from './targets.ts';

const source = `${root}/web/src`;
const stage = `${root}/build/embed`;

/** Modules of the bundle with everything inside, in place of those that know files beside them. */
const INSIDE = {
  [`${source}/engine/bytes.ts`]: `${source}/engine/inline-bytes.ts`,
  [`${source}/engine/workers.ts`]: `${source}/engine/inline-workers.ts`,
  [`${source}/widgets/site.ts`]: `${source}/widgets/inline-site.ts`,
};
const INSIDE_WORKERS = {
  [`${source}/engine/bytes.ts`]: `${source}/engine/inline-bytes.ts`,
  [`${source}/engine/files.ts`]: `${source}/engine/given-files.ts`,
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

/** With one script there is nothing to load before it. */
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
      build: { write: false, rolldownOptions: CLASSIC },
    });
    return `export default ${JSON.stringify(script.code)};`;
  },
};

/** A classic script has no `import.meta.url`, and what is inside needs none. */
const CLASSIC: Rolldown.RolldownOptions = {
  transform: { define: { 'import.meta.url': JSON.stringify('about:blank') } },
  output: { format: 'iife' },
};

const { version } = JSON.parse(readFileSync(`${root}/package.json`, 'utf8'));

const common: InlineConfig = {
  configFile: false,
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  define: { ACTIVATION_LAB_VERSION: JSON.stringify(version) },
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
    outDir: stage,
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

async function bundle(input: string, config: InlineConfig) {
  const options: InlineConfig = { build: { rolldownOptions: { input } } };
  const result = await build(mergeConfig(mergeConfig(common, config), options));
  return (result as Rolldown.RolldownOutput).output;
}

/** A classic script with everything inside: engine, workers, data, styles. */
export async function classicScript(input: string): Promise<string> {
  const [script, ...beside] = await bundle(input, {
    plugins: [replaceModules(INSIDE), workerScripts],
    build: {
      write: false,
      assetsInlineLimit: Number.POSITIVE_INFINITY,
      rolldownOptions: CLASSIC,
    },
  });
  const files = beside.map(({ fileName }) => fileName);
  if (files.length > 0) throw new Error(`${input} leaves files beside it: ${files.join(', ')}`);
  return script.code;
}

export async function buildEmbedBundle(folder: string): Promise<void> {
  rmSync(stage, { recursive: true, force: true });
  await bundle(`${source}/site/embed.ts`, {
    build: { rolldownOptions: { output: { entryFileNames: 'activation-lab.js' } } },
  });
  const inline = await classicScript(`${source}/site/embed-inline.ts`);
  writeFileSync(`${stage}/activation-lab.inline.js`, inline);
  for (const target of [folder, `${folder}/${version}`]) cpSync(stage, target, { recursive: true });
}
