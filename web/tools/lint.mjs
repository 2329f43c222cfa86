// Checks the style and the types of all sources, or with --fix formats them.
// @ts-check
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build, buildPreset } from './build.mjs';
import { CommandError, command, cores, during, root, run, say, step } from './process.mjs';
import { setup } from './setup.mjs';

/** The C++ files below these folders with one of these endings. */
function cppFiles(/** @type {string[]} */ folders, /** @type {RegExp} */ ending) {
  return folders.flatMap((folder) =>
    readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
      .filter((file) => ending.test(file))
      .map((file) => join(folder, file))
      .sort(),
  );
}

const cppFolders = ['wasm', 'tests/native'];
const biome = join(root, 'node_modules/.bin/biome');
const tsc = join(root, 'node_modules/.bin/tsc');

/** clang-tidy over every file of the native build, as many at once as there are cores. */
async function clangTidy() {
  await buildPreset('native', ['build.ninja']);
  const database = JSON.parse(
    readFileSync(join(root, 'build/native/compile_commands.json'), 'utf8'),
  );
  /** @type {string[]} */
  const files = database
    .map((/** @type {{ file: string }} */ entry) => entry.file.slice(root.length + 1))
    .filter((/** @type {string} */ file) => file.startsWith('wasm/src/'));
  if (files.length === 0) throw new CommandError('clang-tidy: no file of wasm/src to check');
  const queue = [...files];
  /** @type {string[]} */
  const problems = [];
  const work = async () => {
    for (let file = queue.shift(); file; file = queue.shift()) {
      const log = `build/logs/clang-tidy/${file.replaceAll('/', '-')}.log`;
      const code = await run('clang-tidy', ['--quiet', '-p', 'build/native', file], {
        log,
        mayFail: true,
      });
      if (code !== 0) problems.push(readFileSync(join(root, log), 'utf8'));
    }
  };
  await during(
    () => `lint: clang-tidy, ${queue.length} of ${files.length} files to go`,
    () => Promise.all(Array.from({ length: cores }, work)),
  );
  if (problems.length > 0) throw new CommandError(problems.join('\n'));
}

/** @type {[string, () => Promise<unknown>][]} */
const checks = [
  [
    'biome',
    () =>
      run(biome, ['check', '--error-on-warnings', '--max-diagnostics=100'], {
        log: 'build/logs/biome.log',
        shown: 300,
      }),
  ],
  ['tsc', () => run(tsc, ['--noEmit', '-p', '.'], { log: 'build/logs/tsc.log', shown: 300 })],
  [
    'clang-format',
    () =>
      run('clang-format', ['--dry-run', '-Werror', ...cppFiles(cppFolders, /\.(cpp|h)$/)], {
        log: 'build/logs/clang-format.log',
        shown: 300,
      }),
  ],
  ['clang-tidy', clangTidy],
];

async function lint() {
  const failed = [];
  for (const [name, check] of checks) {
    try {
      await step(`lint: ${name}`, check);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      say(`${error.message}\nlint: ${name} FAILED`);
      failed.push(name);
    }
  }
  if (failed.length > 0) throw new CommandError(`lint: ${failed.join(', ')} failed`);
  say('lint: no complaint');
}

async function format() {
  await step('format: biome', () =>
    run(biome, ['check', '--write', '--max-diagnostics=100'], { log: 'build/logs/biome.log' }),
  );
  await step('format: clang-format', () =>
    run('clang-format', ['-i', ...cppFiles(cppFolders, /\.(cpp|h)$/)], {
      log: 'build/logs/clang-format.log',
    }),
  );
}

command(import.meta, async (args) => {
  const unknown = args.find((word) => word !== '--fix');
  if (unknown) throw new CommandError(`${unknown}: only --fix is known`);
  await setup(['build', 'lint']);
  if (args.includes('--fix')) return format();
  // The types of the library and of generated modules are there only after a build.
  await build();
  await lint();
});
