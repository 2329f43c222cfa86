// Builds everything that is shipped: both WebAssembly modules, the site and the library.
// What has not changed since its last build is skipped.
// @ts-check
import { createHash } from 'node:crypto';
import {
  existsSync,
  mkdirSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { cpus } from 'node:os';
import { dirname, join } from 'node:path';
import { exclusively } from './lock.mjs';
import { CommandError, command, cores, formatSeconds, root, run, say, step } from './process.mjs';
import { setup } from './setup.mjs';
import {
  emscriptenEnvironment,
  findClang,
  findCmake,
  findCompiler,
  findEmscripten,
  findGcc,
} from './toolchain.mjs';

/** All files at or below a path of the repository, sorted. */
function filesBelow(/** @type {string} */ path) {
  const full = join(root, path);
  if (!existsSync(full)) return [];
  if (!statSync(full).isDirectory()) return [path];
  return readdirSync(full, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath ?? entry.path, entry.name).slice(root.length + 1))
    .sort();
}

function contentHash(/** @type {string[]} */ paths) {
  const hash = createHash('sha256').update(process.version);
  for (const file of paths.flatMap(filesBelow)) {
    hash.update(`\0${file}\0`).update(readFileSync(join(root, file)));
  }
  return hash.digest('hex');
}

/**
 * Runs `work` unless its output stands and its inputs are those of the last time: files and folders,
 * and variables of the environment.
 * @param {string} name
 * @param {{ inputs: string[], variables?: string[], output: string, work: () => Promise<unknown> }} options
 */
export function whenChanged(name, { inputs, variables = [], output, work }) {
  return exclusively(async () => {
    const stamp = join(root, 'build/stamps', name);
    const given = variables.map((variable) => process.env[variable] ?? '');
    const hash = [contentHash(inputs), ...given].join(' ').trim();
    const built = existsSync(join(root, output)) && existsSync(stamp);
    if (built && readFileSync(stamp, 'utf8') === hash) return;
    rmSync(stamp, { force: true });
    await step(`build: ${name}`, work);
    mkdirSync(dirname(stamp), { recursive: true });
    writeFileSync(stamp, hash);
  });
}

/** Which compiler a preset takes. @type {Record<string, typeof findCompiler>} */
const compilers = {
  'wasm-simd': findEmscripten,
  'wasm-baseline': findEmscripten,
  'bits-gcc': findGcc,
  'bits-clang': findClang,
};

function compilerFor(/** @type {string} */ preset) {
  const found = (compilers[preset] ?? findCompiler)();
  if (!found) throw new CommandError(`no compiler for ${preset}: run npm run setup`);
  return found;
}

/** Configures a CMake preset, anew when compiler, presets or the place of the repository changed. */
async function configure(/** @type {string} */ preset) {
  const compiler = compilerFor(preset);
  const folder = join(root, 'build', preset);
  const stamp = join(folder, 'compiler.txt');
  const presets = contentHash(['CMakePresets.json']);
  // Code for this very processor is of no use on another.
  const machine = preset.startsWith('bits-') ? cpus()[0]?.model : '';
  const identity = `${compiler.program} ${compiler.version} ${root} ${presets} ${machine}\n`;
  const wasm = preset.startsWith('wasm-');
  const env = wasm ? emscriptenEnvironment(compiler) : process.env;
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === identity) return env;
  rmSync(folder, { recursive: true, force: true });
  const cmake = findCmake()?.program ?? 'cmake';
  const log = `build/logs/configure-${preset}.log`;
  if (wasm) await run('emcmake', [cmake, '--preset', preset], { log, env });
  else await run(cmake, ['--preset', preset], { log, env });
  writeFileSync(stamp, identity);
  return env;
}

/**
 * Builds targets of a CMake preset; Ninja skips what is up to date.
 * @param {string} preset
 * @param {string[]} targets
 */
export async function buildPreset(preset, targets) {
  const cmake = findCmake()?.program ?? 'cmake';
  await exclusively(() =>
    step(`build: ${preset} (${targets.join(', ')})`, async () => {
      const env = await configure(preset);
      const args = ['--build', `build/${preset}`, '-j', String(cores), '--target', ...targets];
      await run(cmake, args, { log: `build/logs/build-${preset}.log`, env });
    }),
  );
}

/** The check of the golden bits, by two compilers at three levels of optimization. */
export async function buildBits() {
  for (const compiler of ['gcc', 'clang']) await buildPreset(`bits-${compiler}`, ['bits']);
}

/** The two modules of the engine: `simd` and `baseline`. */
export async function buildModules() {
  for (const variant of ['simd', 'baseline']) {
    await buildPreset(`wasm-${variant}`, [`engine-${variant}`]);
  }
}

const modules = ['simd', 'baseline'].flatMap((variant) =>
  ['mjs', 'wasm'].map((type) => `build/wasm-${variant}/engine-${variant}.${type}`),
);
const shared = ['package.json', 'package-lock.json', 'tsconfig.json', 'wasm/data', ...modules];

/** What sources import that is made from other sources: build/generated. */
export const generateSources = () =>
  whenChanged('generated sources', {
    inputs: [
      ...['package-lock.json', 'web/src/engine/catalog.ts', 'web/tools/site'],
      'web/src/widgets/activation-plot/settings.ts',
    ],
    output: 'build/generated/formulas.ts',
    work: () =>
      run(process.execPath, ['web/tools/build-site.mjs', '--generate'], {
        log: 'build/logs/build-generated.log',
      }),
  });

/** The pages, from the modules: dist/site. */
export const buildSite = () =>
  whenChanged('site', {
    inputs: [...shared, 'web', 'lessons'],
    variables: ['SITE_URL'],
    output: 'dist/site/index.html',
    work: () =>
      run(process.execPath, ['web/tools/build-site.mjs'], { log: 'build/logs/build-site.log' }),
  });

/** The library for Node, pages and workers, and what npm packs, from the modules: dist/lib. */
export async function buildLibrary() {
  await generateSources();
  await whenChanged('library', {
    inputs: [...shared, 'web/src', 'web/tools/build-lib.mjs', 'web/tools/lib', 'web/tools/site'],
    output: 'dist/lib/cli.js',
    work: () =>
      run(process.execPath, ['web/tools/build-lib.mjs'], { log: 'build/logs/build-lib.log' }),
  });
}

const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));

/** What can be taken along, and where it is put. @type {Record<string, string>} */
export const PACKAGES = {
  html: 'dist/packages/html',
  scorm: 'dist/packages/scorm',
  site: `dist/packages/activation-lab-${version}.zip`,
};

/** Makes packages of the built site: dist/packages. */
export const buildPackages = (/** @type {string[]} */ kinds = Object.keys(PACKAGES)) =>
  whenChanged(`packages ${kinds.join(' ')}`, {
    inputs: [...shared, 'web', 'lessons'],
    output: PACKAGES[kinds.at(-1) ?? ''] ?? '',
    work: () =>
      run(process.execPath, ['web/tools/build-packages.mjs', ...kinds], {
        log: 'build/logs/build-packages.log',
      }),
  });

export async function build() {
  await buildModules();
  await buildLibrary();
  await buildSite();
}

command(import.meta, async () => {
  const start = performance.now();
  await setup(['build']);
  await build();
  say(`dist/site and dist/lib are built: ${formatSeconds((performance.now() - start) / 1000)}`);
});
