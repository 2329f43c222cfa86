// Makes what can be taken along: `package.mjs [html] [scorm] [site]`, all three unless some are named.
// @ts-check
import { build, buildPackages, PACKAGES } from './build.mjs';
import { CommandError, command, formatSeconds, say } from './process.mjs';
import { setup } from './setup.mjs';

const known = Object.keys(PACKAGES);

command(import.meta, async (args) => {
  const strange = args.find((kind) => !known.includes(kind));
  if (strange) throw new CommandError(`no package is called “${strange}”: ${known.join(', ')}`);
  const kinds = args.length > 0 ? args : known;
  const start = performance.now();
  await setup(['build']);
  await build();
  await buildPackages(kinds);
  const outputs = kinds.map((kind) => PACKAGES[kind]).join(', ');
  say(`${outputs}: ${formatSeconds((performance.now() - start) / 1000)}`);
});
