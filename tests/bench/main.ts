// npm run bench: builds what runs, runs it, prints tables and writes build/bench/report.json.

import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildModules, buildPreset, buildSite } from '../../web/tools/build.mjs';
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
import type { PageResult } from './frames.ts';
import { watchPage } from './frames-page.ts';
import { pageOutcomes, pageTable } from './frames-report.ts';
import { Hosts } from './hosts/index.ts';
import { type Options, readOptions } from './options.ts';
import { failures, outcomes, summary, workTable } from './report.ts';
import { WORKS } from './works.ts';

const REPORT = 'build/bench/report.json';

async function buildContestants(): Promise<void> {
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

async function runWorks(
  { works, page: _, ...rounds }: Options,
  hosts: Hosts,
): Promise<WorkResult[]> {
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

/** So many times as long as a round, so that a few slow frames or inputs weigh little. */
const PAGE_ROUNDS = 33;

async function runPage({ milliseconds }: Options): Promise<PageResult> {
  let now = '';
  const result = await during(
    () => now,
    () =>
      watchPage(PAGE_ROUNDS * milliseconds, ({ label }) => {
        now = `page: ${label}`;
      }),
  );
  say(`\n${pageTable(result)}`);
  return result;
}

export async function bench(args: string[]): Promise<void> {
  const start = performance.now();
  const options = readOptions(args, WORKS);
  if (options.works.length > 0) await buildContestants();
  if (options.page) {
    await buildModules();
    await buildSite();
  }
  const hosts = new Hosts();
  let results: WorkResult[];
  let machine: Awaited<ReturnType<Hosts['describe']>>;
  try {
    results = await runWorks(options, hosts);
    machine = await hosts.describe();
  } finally {
    await hosts.close();
  }
  const page = options.page ? await runPage(options) : undefined;
  const { rounds, milliseconds } = options;
  const date = new Date().toISOString();
  const report = { date, machine, rounds, milliseconds, works: results, page };
  mkdirSync(join(root, 'build/bench'), { recursive: true });
  writeFileSync(join(root, REPORT), `${JSON.stringify(report, null, 2)}\n`);
  say(`\n${summary([...outcomes(results), ...(page ? pageOutcomes(page) : [])])}`);
  say(`${REPORT} is written: ${formatSeconds((performance.now() - start) / 1000)}`);
  const failed = failures(results);
  if (page?.error) failed.push(`page: ${page.error}`);
  if (failed.length > 0) throw new CommandError(`did not run:\n  ${failed.join('\n  ')}`);
}
