// Serves the site for development and reloads it on every change, in C++, pages and scripts:
// `dev.mjs [--port N] [--host H]`.
// @ts-check
import { join } from 'node:path';
import { buildLibrary, buildModules } from './build.mjs';
import { exclusively } from './lock.mjs';
import { CommandError, command, root, run, say, step } from './process.mjs';
import { setup } from './setup.mjs';

const buildPages = () =>
  exclusively(() =>
    step('build: pages', () =>
      run(process.execPath, ['web/tools/build-site.mjs', '--pages'], {
        log: 'build/logs/build-pages.log',
      }),
    ),
  );

/** What is watched, and whether the engine is built from it. Scripts and styles Vite watches. */
const watched = [
  { path: 'wasm/src', engine: true },
  { path: 'wasm/data', engine: true },
  { path: 'CMakeLists.txt', engine: true },
  { path: 'lessons', engine: false },
  { path: 'web/eleventy.config.mjs', engine: false },
  { path: 'web/src/site/layouts', engine: false },
  { path: 'web/src/site/pages', engine: false },
  { path: 'web/src/i18n', engine: false },
  { path: 'web/src/engine/catalog.ts', engine: false },
  { path: 'web/src/widgets', engine: false },
  { path: 'web/tools/site', engine: false },
];

/**
 * Calls `rebuild` with the changes of each quiet moment, one call at a time.
 * @param {(changes: Set<string>) => Promise<void>} rebuild
 */
function inTurn(rebuild) {
  /** @type {Set<string>} */
  let waiting = new Set();
  let busy = false;
  const next = async () => {
    if (busy || waiting.size === 0) return;
    busy = true;
    const changes = waiting;
    waiting = new Set();
    try {
      await rebuild(changes);
    } catch (error) {
      if (!(error instanceof CommandError)) throw error;
      say(error.message);
    }
    busy = false;
    await next();
  };
  /** @type {NodeJS.Timeout | undefined} */
  let timer;
  return (/** @type {string} */ change) => {
    waiting.add(change);
    clearTimeout(timer);
    timer = setTimeout(next, 100);
  };
}

command(
  import.meta,
  async (args) => {
    await setup(['build']);
    const { serverOptions } = await import('./serve.mjs');
    const { port, host } = serverOptions(args, 0);
    await buildModules();
    await buildLibrary();
    await buildPages();

    const { createServer } = await import('vite');
    const server = await createServer({
      configFile: join(root, 'web/vite.config.ts'),
      server: { port, host },
    });
    await server.listen();

    const isEngine = (/** @type {string} */ file) =>
      watched.some(({ path, engine }) => engine && file.startsWith(join(root, path)));
    const changed = inTurn(async (changes) => {
      if ([...changes].some(isEngine)) {
        await buildModules();
        await buildLibrary();
      }
      await buildPages();
      server.ws.send({ type: 'full-reload' });
    });
    const { watch } = await import('chokidar');
    const paths = watched.map(({ path }) => join(root, path));
    watch(paths, { ignoreInitial: true }).on('all', (_, file) => changed(file));
    say(`\nActivation Lab is ready: ${server.resolvedUrls?.local[0]}\nCtrl-C stops it.`);
  },
  { interrupted: 0 },
);
