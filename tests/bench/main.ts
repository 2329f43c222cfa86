// npm run bench: builds what runs, runs it, prints tables and writes build/bench/report.json.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildPreset } from '../../web/tools/build.mjs';
import {
  CommandError,
  during,
  formatSeconds,
  root,
  run,
  say,
  step,
} from '../../web/tools/process.mjs';
import { packagesAreCurrent } from '../../web/tools/setup.mjs';
import { bundlePage } from './bundle.ts';
import { contest, type WorkResult } from './contest.ts';
import { Hosts } from './hosts/index.ts';
import { type Options, readOptions } from './options.ts';
import { failures, summary, workTable } from './report.ts';
import { WORKS } from './works.ts';

const REPORT = 'build/bench/report.json';

async function build(): Promise<void> {
  const folder = join(root, 'tests/bench');
  if (!packagesAreCurrent(folder)) {
    await step('bench: npm ci of the libraries to compare with', () =>
      run('npm', ['ci', '--prefix', folder, '--ignore-scripts'], {
        log: 'build/logs/bench-npm.log',
      }),
    );
  }
  await buildPreset('wasm-simd', ['engine-simd', 'bench_kernels']);
  await buildPreset('native', ['engine_bench']);
  await step('bench: the page', bundlePage);
}

async function runWorks({ works, ...rounds }: Options, hosts: Hosts): Promise<WorkResult[]> {
  const results: WorkResult[] = [];
  for (const work of works) {
    let now = work.id;
    const result = await during(
      () => now,
      () =>
        contest(work, rounds, hosts.measure, (entry, round) => {
          const count = round === 0 ? 'warming up' : `round ${round} of ${rounds.rounds}`;
          now = `${work.id}: ${count}, ${entry.label}`;
        }),
    );
    say(`\n${workTable(result)}`);
    results.push(result);
  }
  return results;
}

export async function bench(args: string[]): Promise<void> {
  const start = performance.now();
  const options = readOptions(args, WORKS);
  await build();
  const hosts = new Hosts();
  let results: WorkResult[];
  let machine: Awaited<ReturnType<Hosts['describe']>>;
  try {
    results = await runWorks(options, hosts);
    machine = await hosts.describe();
  } finally {
    await hosts.close();
  }
  const { rounds, milliseconds } = options;
  const report = { date: new Date().toISOString(), machine, rounds, milliseconds, works: results };
  mkdirSync(join(root, 'build/bench'), { recursive: true });
  writeFileSync(join(root, REPORT), `${JSON.stringify(report, null, 2)}\n`);
  say(`\n${summary(results)}`);
  say(`${REPORT} is written: ${formatSeconds((performance.now() - start) / 1000)}`);
  const failed = failures(results);
  if (failed.length > 0) throw new CommandError(`did not run:\n  ${failed.join('\n  ')}`);
}
