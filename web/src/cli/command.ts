// One run of the command: its arguments, what it trains, and the files it leaves.

import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { parseArgs } from 'node:util';
import { messageOf } from '../engine/errors.ts';
import { VERSION } from '../engine/version.ts';
import { en } from '../i18n/en.ts';
import { weightsZip } from '../widgets/session/weights.ts';
import { toCsv } from '../widgets/take-away/csv.ts';
import { readJob } from './config.ts';
import { refused, UsageError } from './failure.ts';
import type { Job } from './job.ts';
import { type Content, checkTarget, writeWhole } from './output.ts';
import { HELP } from './words.ts';

export interface Streams {
  stdout: { write(text: string): unknown };
  stderr: { write(text: string): unknown; isTTY?: boolean };
}

const OPTIONS = {
  out: { type: 'string' },
  json: { type: 'boolean', default: false },
  weights: { type: 'string' },
  pytorch: { type: 'string' },
  seed: { type: 'string' },
  steps: { type: 'string' },
  site: { type: 'string' },
  force: { type: 'boolean', default: false },
  help: { type: 'boolean', short: 'h', default: false },
  version: { type: 'boolean', default: false },
} as const;

type Options = ReturnType<typeof read>['values'];

/** Resolves with the exit code. */
export async function runCommand(args: readonly string[], streams: Streams): Promise<number> {
  try {
    await act(args, streams);
    return 0;
  } catch (error) {
    streams.stderr.write(`activation-lab: ${messageOf(error)}\n`);
    return error instanceof UsageError ? 2 : 1;
  }
}

async function act(args: readonly string[], streams: Streams): Promise<void> {
  const { values, positionals } = read(args);
  if (values.help) return void streams.stdout.write(HELP);
  if (values.version) return void streams.stdout.write(`${VERSION}\n`);
  const [command, file, ...more] = positionals;
  if (command !== 'run') throw refused('the command', command, 'there is: run <config.json>');
  if (file === undefined) throw new UsageError('run: the configuration is missing');
  if (more.length > 0) throw refused('run', more[0], 'it takes one configuration');
  await run(file, values, streams);
}

function read(args: readonly string[]) {
  try {
    return parseArgs({ args: [...args], options: OPTIONS, allowPositionals: true });
  } catch (error) {
    throw new UsageError(`${messageOf(error)}\n--help lists the options`);
  }
}

async function run(file: string, options: Options, { stdout, stderr }: Streams): Promise<void> {
  const job = jobOf(file, options, (text) => stderr.write(`activation-lab: ${text}\n`));
  const makers = makersOf(job, options);
  checkTargets(makers, options.force);
  try {
    await job.run(stderr.isTTY ? progressOn(stderr) : () => {});
    const made: [string | undefined, Content][] = [];
    for (const { file, make } of makers) made.push([file, await make()]);
    for (const [target, content] of made) {
      if (target === undefined) stdout.write(content as string);
      else writeWhole(target, content, options.force);
    }
  } finally {
    job.dispose();
    if (stderr.isTTY) stderr.write(CLEAR);
  }
}

interface Maker {
  option: string;
  /** Standard output unless given. */
  file: string | undefined;
  make(): Content | Promise<Content>;
}

/** What is wanted of a job; refuses what it has not. */
function makersOf(job: Job, { out, json, weights, pytorch }: Options): Maker[] {
  const makers: Maker[] = [
    {
      option: '--out',
      file: out,
      make: () => (json ? jsonOf(job) : toCsv(job.drawn(), job.source)),
    },
  ];
  if (weights !== undefined) {
    if (!job.weights) throw refused('--weights', weights, 'of this figure none are kept');
    const make = async () => weightsZip(await job.weights!(), job.source, en.weights);
    makers.push({ option: '--weights', file: weights, make });
  }
  if (pytorch !== undefined) {
    if (!job.program) throw refused('--pytorch', pytorch, 'of this figure there is no program');
    const program = job.program();
    makers.push({ option: '--pytorch', file: pytorch, make: () => `# ${job.source}\n${program}` });
  }
  return makers;
}

function checkTargets(makers: readonly Maker[], force: boolean): void {
  const taken = new Set<string>();
  for (const { option, file } of makers) {
    if (file === undefined) continue;
    if (taken.has(resolve(file))) throw refused(option, file, 'another file of its own');
    taken.add(resolve(file));
    checkTarget(option, file, force);
  }
}

function jobOf(file: string, options: Options, warn: (text: string) => void): Job {
  const { seed, steps, site } = options;
  const overrides = {
    ...(seed === undefined ? {} : { seed: numberOf('--seed', seed) }),
    ...(steps === undefined ? {} : { steps: numberOf('--steps', steps) }),
    ...(site === undefined ? {} : { site: siteOf(site) }),
    warn,
  };
  try {
    return readJob(textOf(file), overrides);
  } catch (error) {
    if (!(error instanceof UsageError)) throw error;
    // Those about an option name it themselves.
    const lines = error.message
      .split('\n')
      .map((line) => (line.startsWith('--') ? line : `${file}: ${line}`));
    throw new UsageError(lines.join('\nactivation-lab: '));
  }
}

function textOf(file: string): string {
  try {
    return readFileSync(file === '-' ? 0 : file, 'utf8');
  } catch (error) {
    throw new UsageError(`it cannot be read: ${messageOf(error)}`);
  }
}

function numberOf(option: string, text: string): number {
  const value = Number(text);
  if (text.trim() === '' || !Number.isInteger(value)) throw refused(option, text, 'an integer');
  return value;
}

function siteOf(text: string): string {
  if (!/^https?:\/\//.test(text) || !URL.canParse(text)) {
    throw refused('--site', text, 'an address that begins with http:// or https://');
  }
  return text.endsWith('/') ? text : `${text}/`;
}

/** JSON has no NaN and no infinities, and takes typed arrays for objects. */
function jsonOf(job: Job): string {
  const document = { source: job.source, asked: job.asked, runs: job.record() };
  const plain = (_: string, value: unknown) => {
    if (typeof value === 'number' && !Number.isFinite(value)) return String(value);
    return value instanceof Float32Array ? Array.from(value) : value;
  };
  return `${JSON.stringify(document, plain)}\n`;
}

const CLEAR = '\r\x1b[K';
const REDRAW_MILLISECONDS = 100;

function progressOn(stderr: Streams['stderr']) {
  let next = 0;
  return (done: number, all: number) => {
    if (performance.now() < next) return;
    next = performance.now() + REDRAW_MILLISECONDS;
    stderr.write(`${CLEAR}${done} of ${all}`);
  };
}
