// Runs the benchmark: `bench.mjs [--only work,…] [--against contestant,…] [--rounds N] [--quick]`.
// @ts-check
import { command } from './process.mjs';
import { setup } from './setup.mjs';

command(import.meta, async (args) => {
  await setup(['build', 'test']);
  const { register } = await import('tsx/esm/api');
  register();
  const { bench } = await import('../../tests/bench/main.ts');
  await bench(args);
});
