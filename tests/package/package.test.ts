// The packed package in the hands of others: in Node, on plain pages, and bundled by Vite, webpack and
// esbuild without configuration. A race trains everywhere, with the numbers of Node.

import { execFileSync, spawn } from 'node:child_process';
import { mkdirSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { type Browser, chromium } from '@playwright/test';
import { build as esbuild } from 'esbuild';
import { strFromU8, unzipSync } from 'fflate';
import { build as vite } from 'vite';
import { afterAll, beforeAll, expect, test } from 'vitest';
import webpack from 'webpack';
import type { NamedParameters } from '../../web/src/engine/types.ts';
import { FIGURE_NAMES } from '../../web/src/widgets/index.ts';
import { startServer } from '../../web/tools/serve.mjs';
import { findChromium } from '../../web/tools/toolchain.mjs';
import { makeProject } from './project.ts';

const SETTINGS = { racers: ['relu', 'maxout'], dataset: 'digits', depth: 1, width: 8, steps: 20 };
const CONFIG = {
  dataset: { name: 'digits' },
  network: { hidden: [8], activation: { id: 'relu' } },
} as const;

/** Leaves what came of it in `globalThis.outcome`. */
const PROGRAM = `
const session = new TrainingSession();
await session.start([${JSON.stringify(CONFIG)}]);
const { racers } = await session.runTo(20);
const race = document.createElement('training-race');
document.body.append(race);
await customElements.whenDefined('training-race');
race.assign(${JSON.stringify({ ...SETTINGS, autoplay: true })});
while (!race.shadowRoot?.querySelector('[data-phase=finished]')) {
  await new Promise((resolve) => setTimeout(resolve, 50));
}
globalThis.outcome = {
  place: session.place,
  loss: racers[0].metrics.trainLoss,
  weights: (${sumsOf})(await race.weights()),
};
`;
const main = (from: { race: string; engine: string }) =>
  `import '${from.race}';
import { TrainingSession } from '${from.engine}';
(async () => {${PROGRAM}})().catch((error) => { globalThis.outcome = String(error.stack); });
`;
const page = (script: string) =>
  `<!doctype html><html lang="en"><meta charset="utf-8"><title>Sample</title><link rel="icon" href="data:,">${script}<body></body></html>`;

const project = makeProject();
const installed = join(project.folder, 'node_modules/activation-lab');
const manifest = JSON.parse(readFileSync(join(installed, 'package.json'), 'utf8'));
const entries = Object.keys(manifest.exports).filter((name) => name !== './package.json');
const load = (name: string) =>
  import(pathToFileURL(join(installed, manifest.exports[name].default)).href);

let node: ReturnType<typeof expected>;
let browser: Browser;
let server: { url: string; close(): Promise<void> };

beforeAll(async () => {
  browser = await chromium.launch({
    executablePath: findChromium(),
    args: process.getuid?.() === 0 ? ['--no-sandbox'] : [],
  });
  server = await startServer(project.folder);
  node = expected();
});
afterAll(async () => {
  await browser?.close();
  await server?.close();
  project.remove();
});

type Sums = (string | number)[][];

/** What Node makes of the same settings: by the engine, and by the command line. */
async function expected(): Promise<{ loss: number; weights: Sums }> {
  const { loadEngine } = await load('./engine');
  const training = (await loadEngine()).createTraining(CONFIG);
  training.step(20);
  const loss: number = training.metrics().trainLoss;
  project.write(
    'race.json',
    JSON.stringify({ widget: 'training-race', version: 1, settings: SETTINGS }),
  );
  const command = join(installed, manifest.bin['activation-lab']);
  const args = [command, 'run', 'race.json', '--weights', 'weights.zip', '--force'];
  execFileSync(process.execPath, args, { cwd: project.folder });
  const zip = unzipSync(readFileSync(join(project.folder, 'weights.zip')));
  const { networks } = JSON.parse(strFromU8(zip['weights.json']!));
  return { loss, weights: sumsOf(networks) };
}

/** Runs here and, as text, in pages. */
function sumsOf(networks: NamedParameters[]): Sums {
  return networks.map(({ activation, step, parameters }) => [
    activation,
    step,
    ...parameters.map(({ values }) => values.reduce((sum, value) => sum + value, 0)),
  ]);
}

interface Outcome {
  place: string;
  loss: number;
  weights: Sums;
}

async function outcomeOf(path: string): Promise<Outcome> {
  const tab = await browser.newPage();
  const problems: string[] = [];
  tab.on('pageerror', ({ message }) => problems.push(message));
  tab.on('console', (message) => message.type() === 'error' && problems.push(message.text()));
  tab.on('response', (response) => {
    if (response.status() >= 400) problems.push(`${response.status()} ${response.url()}`);
  });
  await tab.goto(`${server.url}${path}`);
  await tab.waitForFunction(() => 'outcome' in globalThis, null, { timeout: 40_000 });
  const outcome = await tab.evaluate(() => (globalThis as never as { outcome: Outcome }).outcome);
  await tab.close();
  expect(problems).toEqual([]);
  return outcome;
}

const builders: Record<string, (folder: string) => Promise<unknown>> = {
  async vite(folder) {
    project.write('index.html', page('<script type="module" src="/main.js"></script>'));
    await vite({
      root: project.folder,
      base: './',
      logLevel: 'warn',
      configFile: false,
      build: { outDir: folder },
    });
  },
  async webpack(folder) {
    await new Promise<void>((resolve, reject) => {
      const options: webpack.Configuration = {
        context: project.folder,
        mode: 'production',
        entry: './main.js',
        output: { path: folder },
        performance: false,
        optimization: { minimize: false },
      };
      webpack(options, (error, stats) => {
        const { errors = [], warnings = [] } =
          stats?.toJson({ all: false, errors: true, warnings: true }) ?? {};
        if (error) return reject(error);
        if (errors.length + warnings.length > 0)
          return reject(new Error(JSON.stringify([errors, warnings])));
        resolve();
      });
    });
    project.write('webpack/index.html', page('<script defer src="main.js"></script>'));
  },
  async esbuild(folder) {
    const { warnings } = await esbuild({
      absWorkingDir: project.folder,
      entryPoints: ['main.js'],
      bundle: true,
      outfile: join(folder, 'main.js'),
      logLevel: 'silent',
    });
    expect(warnings).toEqual([]);
    project.write('esbuild/index.html', page('<script defer src="main.js"></script>'));
  },
  async plain(folder) {
    mkdirSync(folder);
    const at = (name: string) => `../node_modules/activation-lab/${manifest.exports[name].default}`;
    project.write('plain/main.js', main({ race: at('.'), engine: at('./engine') }));
    project.write('plain/index.html', page('<script type="module" src="main.js"></script>'));
  },
};

test.each(Object.keys(builders))('a race trains by %s', async (name) => {
  const from = { race: 'activation-lab/training-race', engine: 'activation-lab/engine' };
  project.write('main.js', main(from));
  await builders[name]!(join(project.folder, name));
  expect(await outcomeOf(`${name}/`)).toEqual({ place: 'worker', ...(await node) });
});

test('every entry can be imported where there is no DOM, and makes no DOM', async () => {
  const found = await Promise.all(entries.map(async (name) => [name, await load(name)] as const));
  for (const name of ['HTMLElement', 'document', 'customElements']) {
    expect(name in globalThis).toBe(false);
  }
  const modules = Object.fromEntries(found);
  expect(Object.keys(modules).sort()).toEqual(
    ['.', './engine', ...FIGURE_NAMES.map((name) => `./${name}`)].sort(),
  );
  expect(modules['.'].version).toBe(manifest.version);
  expect(modules['./training-race'].TrainingRace).toBeTypeOf('function');
});

test('an interrupted command leaves nothing', async () => {
  const settings = { ...SETTINGS, dataset: 'digits', depth: 8, width: 64, steps: 20_000 };
  project.write('long.json', JSON.stringify({ widget: 'training-race', version: 1, settings }));
  await node; // it leaves files, too
  const before = readdirSync(project.folder);
  const args = [
    join(installed, manifest.bin['activation-lab']),
    'run',
    'long.json',
    '--out',
    'o.csv',
  ];
  const command = spawn(process.execPath, args, { cwd: project.folder, stdio: 'ignore' });
  // Long before it could be done.
  setTimeout(() => command.kill('SIGINT'), 1500);
  const end = await new Promise((resolve) => {
    command.on('exit', (code, signal) => resolve(code ?? signal));
  });
  // By the signal itself where Node is not there yet.
  expect([130, 'SIGINT']).toContain(end);
  expect(readdirSync(project.folder)).toEqual(before);
});

test('the tarball holds what is needed, and licences', () => {
  const { files, size } = project.packed;
  const known =
    /^(LICENSE|README\.md|package\.json|wasm\/data\/digits\/README\.md|dist\/lib\/(LICENSES\.md|[\w.-]+(\.d\.ts|\.js)|chunks\/[\w.-]+\.js|(engine|package)\/[\w-]+\.d\.ts))$/;
  expect(files.filter((file) => !known.test(file))).toEqual([]);
  expect(files).not.toContain('dist/lib/engine.js');
  expect(files).toEqual(
    expect.arrayContaining(['LICENSE', 'README.md', 'dist/lib/LICENSES.md', 'dist/lib/cli.js']),
  );
  expect(size).toBeLessThan(800_000);
  for (const name of entries) {
    const { types, default: script } = manifest.exports[name];
    expect(files).toEqual(expect.arrayContaining([types.slice(2), script.slice(2)]));
  }
});
