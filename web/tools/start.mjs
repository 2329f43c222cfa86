// Sets up what is missing, builds the site and serves it: `start.mjs [--port N] [--host H]`.
// @ts-check
import { build } from './build.mjs';
import { command, say } from './process.mjs';
import { setup } from './setup.mjs';

command(
  import.meta,
  async (args) => {
    await setup(['build']);
    const { serverOptions, startServer } = await import('./serve.mjs');
    const options = serverOptions(args, 0);
    await build();
    const { url } = await startServer('dist/site', options);
    say(`\nActivation Lab is ready: ${url}\nCtrl-C stops it.`);
  },
  { interrupted: 0 },
);
