// Runs the test suites, or those that are named: `test.mjs [suite …]`. Its last line counts them.
// @ts-check
import { CommandError, command, cores, during, formatSeconds, say } from './process.mjs';
import { setup } from './setup.mjs';
import { suites } from './suites.mjs';

/** @typedef {import('./suites.mjs').Suite} Suite */
/** @typedef {import('./reports.mjs').Report} Report */

/** @type {Map<string, number>} */
const running = new Map();

const status = () =>
  `test: ${[...running].map(([name, count]) => `${name} (${count} done)`).join(', ')}`;

/**
 * What `work` reports; its own failure counts as one, and so does a report of nothing.
 * @param {() => Promise<Report>} work
 * @returns {Promise<Report>}
 */
async function reported(work) {
  try {
    const report = await work();
    if (report.passed + report.failures.length > 0) return report;
    return { passed: 0, failures: [{ name: 'the whole suite', message: 'ran no test' }] };
  } catch (error) {
    const { message, stack } = /** @type {Error} */ (error);
    const text = error instanceof CommandError ? message : (stack ?? message);
    return { passed: 0, failures: [{ name: 'the whole suite', message: text }] };
  }
}

function sayResult(
  /** @type {Suite} */ suite,
  /** @type {Report} */ report,
  /** @type {number} */ start,
) {
  const { passed, failures } = report;
  const counts = `${passed} passed${failures.length > 0 ? `, ${failures.length} FAILED` : ''}`;
  const time = formatSeconds((performance.now() - start) / 1000);
  say(`${failures.length > 0 ? '✗' : '✓'} ${suite.name.padEnd(14)} ${counts.padEnd(24)} ${time}`);
}

async function runSuite(/** @type {Suite} */ suite) {
  const start = performance.now();
  running.set(suite.name, 0);
  const tick = () => running.set(suite.name, (running.get(suite.name) ?? 0) + 1);
  const report = await reported(() => suite.run(tick));
  running.delete(suite.name);
  sayResult(suite, report, start);
  return report;
}

function chosen(/** @type {string[]} */ names) {
  const unknown = names.find((name) => !suites.some((suite) => suite.name === name));
  if (unknown) {
    const known = suites.map(({ name }) => name).join(', ');
    throw new CommandError(`${unknown}: no such suite; there are ${known}`);
  }
  return suites.filter(({ name }) => names.length === 0 || names.includes(name));
}

/**
 * Runs all suites, as many at once as the machine has cores where they do not mind.
 * @param {Suite[]} selection
 */
async function runAll(selection) {
  /** @type {Map<Suite, Report>} */
  const reports = new Map();
  for (const suite of selection) {
    const start = performance.now();
    const report = await reported(async () => {
      await suite.build();
      return { passed: 1, failures: [] };
    });
    if (report.failures.length > 0) {
      sayResult(suite, report, start);
      reports.set(suite, report);
    }
  }
  const ready = selection.filter((suite) => !reports.has(suite));
  const work = async (/** @type {Suite[]} */ queue) => {
    for (let suite = queue.shift(); suite; suite = queue.shift()) {
      reports.set(suite, await runSuite(suite));
    }
  };
  await during(status, async () => {
    const together = ready.filter(({ alone }) => !alone);
    await Promise.all(Array.from({ length: cores }, () => work(together)));
    await work(ready.filter(({ alone }) => alone));
  });
  return reports;
}

const indent = (/** @type {string} */ text) =>
  text
    .trimEnd()
    .split('\n')
    .slice(0, 40)
    .map((line) => `    ${line}`)
    .join('\n');

command(import.meta, async (args) => {
  const start = performance.now();
  const selection = chosen(args);
  await setup(['build', 'test']);
  const reports = await runAll(selection);
  let passed = 0;
  let failed = 0;
  for (const [suite, report] of reports) {
    passed += report.passed;
    failed += report.failures.length;
    for (const { name, message } of report.unsteady ?? []) {
      say(`\nPassed at the second try, ${suite.name}: ${name}\n${indent(message)}`);
    }
    for (const { name, message } of report.failures) {
      say(`\nFAILED ${suite.name}: ${name}\n${indent(message)}`);
    }
  }
  say(`\nFull logs: build/logs. Time: ${formatSeconds((performance.now() - start) / 1000)}`);
  say(`${passed} passed, ${failed} failed`);
  process.exit(failed > 0 ? 1 : 0);
});
