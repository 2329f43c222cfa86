// Measures the engine's error over all floats and compares it with what the catalogue declares:
// `accuracy.mjs [--only ID,…] [--stride N] [--threads N] [--all] [--write]`.
// @ts-check
import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { complaints, table, withRecord, withTolerances } from './accuracy-report.mjs';
import { buildPreset } from './build.mjs';
import { writeCatalog } from './catalog.mjs';
import { CommandError, command, during, formatSeconds, root, run, say } from './process.mjs';
import { setup } from './setup.mjs';
import { findVersion } from './toolchain.mjs';

/** @typedef {import('./accuracy-report.mjs').Report} Report */

const output = 'build/accuracy.json';
const log = 'build/logs/accuracy.log';
const headers = 'wasm/src/activations';
const record = 'tests/native/accuracy_record.h';

function readOptions(/** @type {string[]} */ args) {
  try {
    return parseArgs({
      args,
      options: {
        only: { type: 'string' },
        stride: { type: 'string' },
        threads: { type: 'string' },
        all: { type: 'boolean', default: false },
        write: { type: 'boolean', default: false },
      },
    }).values;
  } catch (error) {
    throw new CommandError(/** @type {Error} */ (error).message);
  }
}

/**
 * Runs the program, which checks the values of its options itself.
 * @param {{ only?: string, stride?: string, threads?: string, all: boolean }} options
 * @returns {Promise<Report>}
 */
async function measure({ only, stride, threads, all }) {
  const args = ['--output', output, ...(all ? ['--all'] : [])];
  for (const [name, value] of Object.entries({ only, stride, threads })) {
    if (value !== undefined) args.push(`--${name}`, value);
  }
  const start = performance.now();
  let status = 'accuracy';
  /** @type {string[]} */
  const refusals = [];
  const onLine = (/** @type {string} */ line) => {
    const progress = /^(\d\.\d+) (\S+)$/.exec(line);
    if (!progress) return refusals.push(line);
    const done = Number(progress[1]);
    const left = ((performance.now() - start) / 1000 / done) * (1 - done);
    const rest = done > 0.01 ? `, ${formatSeconds(left)} to go` : '';
    status = `accuracy: ${progress[2]}, ${(100 * done).toFixed(0)} %${rest}`;
  };
  const program = join(root, 'build/native/accuracy');
  const code = await during(
    () => status,
    () => run(program, args, { log, mayFail: true, onLine }),
  );
  if (code === 2) throw new CommandError(refusals.join('\n'));
  if (code !== 0) throw new CommandError(`accuracy failed (${code}); all of it is in ${log}`);
  return JSON.parse(readFileSync(join(root, output), 'utf8'));
}

/** Holds the program's own references against mpmath. */
async function checkReferences() {
  const python = findVersion(['python3'], '1', ['-c', 'import mpmath; print(mpmath.__version__)']);
  if (!python) {
    say('The references are not checked: no python3 has mpmath (Debian: python3-mpmath).');
    return;
  }
  const script = 'wasm/tools/accuracy/check_reference.py';
  await run(python.program, [script, output], { log: 'build/logs/accuracy-reference.log' });
  say(
    readFileSync(join(root, 'build/logs/accuracy-reference.log'), 'utf8')
      .trim()
      .split('\n')
      .at(-1) ?? '',
  );
}

/** Writes the measured tolerances to headers, record and catalogue. */
async function writeSources(/** @type {Report} */ report) {
  const files = readdirSync(join(root, headers)).map((name) => join(root, headers, name));
  for (const subject of report.subjects) {
    if (!subject.outputs.some(({ declared }) => declared)) continue;
    const file = files.find((name) =>
      readFileSync(name, 'utf8').includes(` id = "${subject.id}";`),
    );
    if (!file) throw new CommandError(`no header in ${headers} has the id ${subject.id}`);
    const header = readFileSync(file, 'utf8');
    writeFileSync(file, withTolerances(header, subject));
  }
  const recorded = readFileSync(join(root, record), 'utf8');
  writeFileSync(join(root, record), withRecord(recorded, report));
  await writeCatalog();
  say(`The tolerances in ${headers} and ${record} are written.`);
}

command(import.meta, async (args) => {
  const { write, ...options } = readOptions(args);
  if (write && options.stride !== undefined && options.stride !== '1') {
    throw new CommandError('--write records what all floats give, so it takes no --stride');
  }
  await setup(['build', 'test']);
  await buildPreset('native', ['accuracy']);
  const start = performance.now();
  const report = await measure(options);
  say(table(report));
  say(`\nTime: ${formatSeconds((performance.now() - start) / 1000)}. All of it: ${output}`);
  await checkReferences();
  const edges = report.subjects.flatMap(({ wrongEdges }) => wrongEdges);
  if (write && edges.length === 0) return writeSources(report);
  const wrong = complaints(report);
  if (wrong.length > 0) {
    const advice = options.stride === undefined ? '\n-- --write writes the measured ones' : '';
    throw new CommandError(`\n${wrong.join('\n')}${advice}`);
  }
  say('Every declared tolerance holds.');
});
