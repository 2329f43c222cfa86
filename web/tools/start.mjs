// Sets up what is missing, builds the site and serves it: `start.mjs [--port N] [--host H]`.
// @ts-check
import { buildModules, buildSite } from './build.mjs';
import { CommandError, command, say } from './process.mjs';
import { setup } from './setup.mjs';

command(
  import.meta,
  async (args) => {
    await setup(['build']);
    const { serverOptions, startServer } = await import('./serve.mjs');
    const { options, rest } = serverOptions(args);
    if (rest.length > 0) throw new CommandError(`${rest[0]}: only --port and --host are known`);
    await buildModules();
    await buildSite();
    const { url } = await startServer('dist/site', options);
    say(`\nActivation Lab is ready: ${url}\nCtrl-C stops it.`);
  },
  { interrupted: 0 },
);
