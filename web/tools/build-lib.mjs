// Builds the library into dist/lib: engine.js with its worker, modules and data beside it, for this
// repository, and what `npm pack` packs, which has everything inside.
// @ts-check
import { mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { register } from 'tsx/esm/api';
import ts from 'typescript';
import { build } from 'vite';

const root = fileURLToPath(new URL('../..', import.meta.url));
const entry = join(root, 'web/src/engine/index.ts');
const figures = join(root, 'web/src/package/figure.ts');
const output = join(root, 'build/lib');
const library = join(root, 'dist/lib');

function emitDeclarations() {
  const { config, error } = ts.readConfigFile(join(root, 'tsconfig.json'), ts.sys.readFile);
  if (error) throw new Error(ts.flattenDiagnosticMessageText(error.messageText, '\n'));
  const { options } = ts.parseJsonConfigFileContent(config, ts.sys, root);
  const program = ts.createProgram([entry, figures, join(root, 'web/src/engine/assets.d.ts')], {
    ...options,
    allowJs: false,
    noEmit: false,
    declaration: true,
    emitDeclarationOnly: true,
    rootDir: join(root, 'web/src'),
    outDir: output,
  });
  const problems = [...ts.getPreEmitDiagnostics(program), ...program.emit().diagnostics];
  if (problems.length === 0) return;
  const host = {
    getCanonicalFileName: (/** @type {string} */ name) => name,
    getCurrentDirectory: () => root,
    getNewLine: () => '\n',
  };
  throw new Error(ts.formatDiagnostics(problems, host));
}

rmSync(output, { recursive: true, force: true });
// Not Vite's library mode, which would put the modules and the data into the script itself.
await build({
  configFile: false,
  root,
  base: './',
  publicDir: false,
  logLevel: 'warn',
  worker: { format: 'es' },
  build: {
    outDir: output,
    target: 'es2022',
    modulePreload: false,
    assetsInlineLimit: 0,
    rollupOptions: {
      input: { engine: entry },
      preserveEntrySignatures: 'strict',
      output: { entryFileNames: '[name].js', chunkFileNames: 'assets/[name]-[hash].js' },
    },
  },
});
emitDeclarations();
register();
const { buildPackage } = await import('./lib/package.ts');
await buildPackage(output);

// The library in use is replaced as a whole, and only by a complete one.
mkdirSync(dirname(library), { recursive: true });
rmSync(library, { recursive: true, force: true });
renameSync(output, library);
