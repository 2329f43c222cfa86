// Reads what the test runners report into one form: how many passed, and what failed and why.
// @ts-check

/** @typedef {{ name: string, message: string }} Failure */
/**
 * `unsteady` are those that passed at their second try only.
 * @typedef {{ passed: number, failures: Failure[], unsteady?: Failure[] }} Report
 */

const skipped = 'was skipped; every test has to run';

/**
 * A Google Test log. A test that started and never ended is a failure: the program died in it.
 * @param {string} log
 * @returns {Report}
 */
export function readGoogleTest(log) {
  let passed = 0;
  /** @type {Failure[]} */
  const failures = [];
  /** @type {string | undefined} */
  let running;
  /** @type {string[]} */
  let output = [];
  for (const line of log.split(/\r?\n/)) {
    const started = /^\[ RUN {6}\] (.*)$/.exec(line);
    // Where a result has no time after it, it belongs to the summary at the end.
    const ended = /^\[ *(OK|FAILED|SKIPPED) *\] (.*?)(?:, where .*)? \(\d+ ms\)$/.exec(line);
    if (started) {
      running = started[1];
      output = [];
    } else if (ended) {
      const [, verdict, name = ''] = ended;
      if (verdict === 'OK') passed++;
      else failures.push({ name, message: verdict === 'SKIPPED' ? skipped : output.join('\n') });
      running = undefined;
    } else if (running) {
      output.push(line);
    }
  }
  if (running) failures.push({ name: running, message: `never ended\n${output.join('\n')}` });
  return { passed, failures };
}

/**
 * Vitest's JSON report. A file that could not be loaded has no tests and is one failure.
 * @param {any} report
 * @returns {Report}
 */
export function readVitest(report) {
  let passed = 0;
  /** @type {Failure[]} */
  const failures = [];
  for (const file of report.testResults) {
    for (const test of file.assertionResults) {
      if (test.status === 'passed') passed++;
      else {
        const message = test.status === 'failed' ? test.failureMessages.join('\n') : skipped;
        failures.push({ name: test.fullName, message });
      }
    }
    if (
      file.status === 'failed' &&
      !file.assertionResults.some((/** @type {any} */ test) => test.status === 'failed')
    ) {
      failures.push({ name: file.name, message: file.message });
    }
  }
  return { passed, failures };
}

/**
 * Playwright's JSON report.
 * @param {any} report
 * @returns {Report}
 */
export function readPlaywright(report) {
  let passed = 0;
  /** @type {Failure[]} */
  const failures = report.errors.map((/** @type {any} */ error) => ({
    name: error.location?.file ?? 'before any test',
    message: error.message,
  }));
  /** @type {Failure[]} */
  const unsteady = [];
  const visit = (/** @type {any} */ suite, /** @type {string[]} */ path) => {
    for (const spec of suite.specs ?? []) {
      for (const test of spec.tests) {
        if (test.status === 'expected') {
          passed++;
          continue;
        }
        const errors = test.results.flatMap((/** @type {any} */ result) => result.errors);
        const message = errors.map((/** @type {any} */ error) => error.message).join('\n');
        const name = [...path, spec.title].join(' › ');
        if (test.status === 'flaky') {
          passed++;
          unsteady.push({ name, message });
        } else failures.push({ name, message: test.status === 'skipped' ? skipped : message });
      }
    }
    for (const child of suite.suites ?? []) visit(child, [...path, child.title]);
  };
  for (const suite of report.suites) visit(suite, [suite.title]);
  return unsteady.length > 0 ? { passed, failures, unsteady } : { passed, failures };
}

/**
 * A log of size-limit, which ends with JSON.
 * @param {string} log
 * @returns {Report}
 */
export function readSizeLimit(log) {
  /** @type {{ name: string, passed?: boolean, size: number, sizeLimit: number }[]} */
  const sizes = JSON.parse(log.slice(log.indexOf('[\n')));
  const failures = sizes
    .filter(({ passed }) => !passed)
    .map(({ name, size, sizeLimit }) => ({
      name,
      message: `${size} bytes after brotli, at most ${sizeLimit}`,
    }));
  return { passed: sizes.length - failures.length, failures };
}
