// The test suites: what each needs built, and how it runs.
// @ts-check
import { existsSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { buildHosts } from '../../tests/hosts/build.mjs';
import {
  buildBits,
  buildLibrary,
  buildModules,
  buildPackages,
  buildPreset,
  buildSite,
  generateSources,
} from './build.mjs';
import { catalogDrift } from './catalog.mjs';
import { CommandError, root, run, tail } from './process.mjs';
import { readGoogleTest, readPlaywright, readSizeLimit, readVitest } from './reports.mjs';

/** @typedef {import('./reports.mjs').Report} Report */

/**
 * @typedef {object} Suite
 * @property {string} name
 * @property {boolean} alone whether it needs the machine to itself, as what is timed in browsers
 * @property {() => Promise<unknown>} build
 * @property {(tick: () => void) => Promise<Report>} run `tick` counts the tests as they end
 */

const timeLimit = 1800;

/** @type {Map<() => Promise<unknown>, Promise<unknown>>} */
const built = new Map();

/** Builds a part once, however many suites need it. */
async function need(/** @type {(() => Promise<unknown>)[]} */ ...parts) {
  for (const part of parts) {
    if (!built.has(part)) built.set(part, part());
    await built.get(part);
  }
}

/** Adds the failure that a runner's exit code tells of and its report does not. */
function withExit(
  /** @type {Report} */ report,
  /** @type {string | number} */ code,
  /** @type {string} */ log,
) {
  if (code === 0 || report.failures.length > 0) return report;
  const message = `exit code ${code}; all of it is in ${log}\n${tail(log)}`;
  return { ...report, failures: [{ name: 'the test runner itself', message }] };
}

/**
 * The engine's tests, built by one CMake preset.
 * @param {string} preset
 * @returns {Suite}
 */
function engineSuite(preset) {
  const wasm = preset.startsWith('wasm-');
  const targets = preset === 'native' ? ['engine_tests', 'catalog'] : ['engine_tests'];
  const program = `build/${preset}/engine_tests`;
  const log = `build/logs/test-${preset}.log`;
  return {
    name: preset,
    alone: false,
    build: () => buildPreset(preset, targets),
    async run(tick) {
      const [file, args] = wasm
        ? [process.execPath, [`${program}.cjs`]]
        : [join(root, program), []];
      const onLine = (/** @type {string} */ line) => {
        if (/^\[ *(OK|FAILED) *\].*ms\)$/.test(line)) tick();
      };
      const code = await run(file, args, { log, mayFail: true, timeLimit, onLine });
      return withExit(readGoogleTest(readFileSync(join(root, log), 'utf8')), code, log);
    },
  };
}

/**
 * A runner from node_modules that leaves a JSON report.
 * @param {{ name: string, alone: boolean, build: () => Promise<unknown>, tool: string, args: string[],
 *   env?: Record<string, string>, report: string, read: (json: any) => Report }} options
 * @returns {Suite}
 */
function scriptSuite({ name, alone, build, tool, args, env, report, read }) {
  const log = `build/logs/test-${name}.log`;
  return {
    name,
    alone,
    build,
    async run(tick) {
      rmSync(join(root, report), { force: true });
      const code = await run(join(root, 'node_modules/.bin', tool), args, {
        log,
        env: { ...process.env, NO_COLOR: '1', ...env },
        mayFail: true,
        timeLimit,
        onLine: (line) => /^\s+[✓✘×]\s/.test(line) && tick(),
      });
      if (!existsSync(join(root, report))) {
        throw new CommandError(`${tool} left no report (${code}); see ${log}\n${tail(log)}`);
      }
      return withExit(read(JSON.parse(readFileSync(join(root, report), 'utf8'))), code, log);
    },
  };
}

const vitest = (
  /** @type {string} */ name,
  /** @type {string} */ project,
  /** @type {boolean} */ alone,
  /** @type {() => Promise<unknown>} */ build,
) =>
  scriptSuite({
    name,
    alone,
    build,
    tool: 'vitest',
    args: [
      ...['run', '--config', 'tests/vitest.config.ts', '--project', project],
      ...['--reporter=verbose', '--reporter=json', `--outputFile=build/logs/${name}.json`],
    ],
    report: `build/logs/${name}.json`,
    read: readVitest,
  });

const playwright = (
  /** @type {string} */ name,
  /** @type {string[]} */ args,
  /** @type {(() => Promise<unknown>)[]} */ ...more
) =>
  scriptSuite({
    name,
    alone: true,
    build: () => need(buildModules, buildLibrary, buildSite, ...more),
    tool: 'playwright',
    args: ['test', '--config', 'tests/e2e/playwright.config.ts', '--reporter=list,json', ...args],
    env: { PLAYWRIGHT_JSON_OUTPUT_FILE: join(root, `build/logs/${name}.json`) },
    report: `build/logs/${name}.json`,
    read: readPlaywright,
  });

/** @type {Suite[]} */
export const suites = [
  engineSuite('native'),
  engineSuite('sanitize'),
  engineSuite('wasm-simd'),
  engineSuite('wasm-baseline'),
  {
    name: 'catalog',
    alone: false,
    build: () => buildPreset('native', ['engine_tests', 'catalog']),
    async run() {
      const message = catalogDrift();
      return message
        ? { passed: 0, failures: [{ name: 'the catalogue is the engine’s', message }] }
        : { passed: 1, failures: [] };
    },
  },
  vitest('bits', 'bits', false, () => need(buildModules, buildLibrary, buildBits)),
  vitest('pytorch', 'pytorch', false, () => need(buildModules, buildLibrary)),
  vitest('package', 'package', true, () => need(buildModules, buildLibrary)),
  vitest('vitest', 'unit', false, () => need(buildModules, buildLibrary, generateSources)),
  {
    name: 'size',
    alone: false,
    build: () => need(buildModules, buildLibrary, buildSite),
    async run() {
      const log = 'build/logs/test-size.log';
      const file = join(root, 'node_modules/.bin/size-limit');
      const code = await run(file, ['--json'], { log, mayFail: true, timeLimit });
      return withExit(readSizeLimit(readFileSync(join(root, log), 'utf8')), code, log);
    },
  },
  playwright('playwright', ['--project=use']),
  playwright('hosts', ['--project=hosts'], buildHosts, buildPackages),
  playwright('start', ['--project=start', '--workers=1']),
  vitest('firefox', 'firefox', true, () => need(buildModules, buildLibrary, buildSite)),
];
