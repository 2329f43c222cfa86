// Runs the programs that a command is made of: a log each, progress on the terminal, and none of
// them left behind when the command ends.
// @ts-check
import { spawn } from 'node:child_process';
import { createWriteStream, mkdirSync, readFileSync, realpathSync } from 'node:fs';
import { availableParallelism } from 'node:os';
import { dirname, join } from 'node:path';
import { createInterface } from 'node:readline';
import { finished } from 'node:stream/promises';
import { fileURLToPath } from 'node:url';

export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');
export const cores = availableParallelism();

/** A failure that the reader can act on: shown by its message, without a stack. */
export class CommandError extends Error {}

const live = Boolean(process.stdout.isTTY);
let statusShown = false;

function showStatus(/** @type {string} */ text) {
  const width = process.stdout.columns ?? 80;
  process.stdout.write(`\r\x1b[2K${text.slice(0, width - 1)}`);
  statusShown = true;
}

function clearStatus() {
  if (statusShown) process.stdout.write('\r\x1b[2K');
  statusShown = false;
}

/** Prints a line above the status line. */
export function say(/** @type {string} */ line) {
  clearStatus();
  process.stdout.write(`${line}\n`);
}

/** `93.4` as `1 min 33 s`, `4.25` as `4.3 s`. */
export function formatSeconds(/** @type {number} */ seconds) {
  if (seconds < 59.95) return `${seconds.toFixed(1)} s`;
  const whole = Math.round(seconds);
  return `${Math.floor(whole / 60)} min ${whole % 60} s`;
}

/**
 * Keeps the reader informed while `work` runs: a line rewritten in place on a terminal, a line
 * every half minute in a log.
 * @template T
 * @param {() => string} activity
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function during(activity, work) {
  const start = performance.now();
  const text = () => `${activity()} … ${formatSeconds((performance.now() - start) / 1000)}`;
  const timer = setInterval(() => (live ? showStatus(text()) : say(text())), live ? 200 : 30_000);
  try {
    return await work();
  } finally {
    clearInterval(timer);
    clearStatus();
  }
}

/**
 * `during`, then one line with the time it took.
 * @template T
 * @param {string} title
 * @param {() => Promise<T>} work
 */
export async function step(title, work) {
  const start = performance.now();
  if (!live) say(`${title} …`);
  const result = await during(() => title, work);
  say(`${title}: ${formatSeconds((performance.now() - start) / 1000)}`);
  return result;
}

/** @type {Set<import('node:child_process').ChildProcess>} */
const children = new Set();

function signalGroup(
  /** @type {import('node:child_process').ChildProcess} */ child,
  /** @type {NodeJS.Signals} */ signal,
) {
  try {
    process.kill(-Number(child.pid), signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/** Ends a program and everything it started; what does not listen is killed after 5 seconds. */
export async function stop(/** @type {import('node:child_process').ChildProcess} */ child) {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const exited = new Promise((resolve) => child.once('exit', resolve));
  signalGroup(child, 'SIGTERM');
  const timer = setTimeout(() => signalGroup(child, 'SIGKILL'), 5000);
  await exited;
  clearTimeout(timer);
}

/**
 * Starts a program in its own process group, so that `stop` reaches all that it starts.
 * @param {string} program
 * @param {string[]} args
 * @param {import('node:child_process').SpawnOptions} [options]
 */
export function start(program, args, options = {}) {
  const child = spawn(program, args, { cwd: root, detached: true, ...options });
  children.add(child);
  child.once('exit', () => children.delete(child));
  child.once('error', () => children.delete(child));
  return child;
}

/** The last lines of a log, indented. */
export function tail(/** @type {string} */ log, lines = 30) {
  const text = readFileSync(join(root, log), 'utf8').trimEnd();
  return text
    .split('\n')
    .slice(-lines)
    .map((line) => `  ${line}`)
    .join('\n');
}

/**
 * Runs a program to its end, its output in `log`; the exit code, or a CommandError when it failed
 * and `mayFail` is not set. `shown` is how many of its last lines an error shows.
 * @param {string} program
 * @param {string[]} args
 * @param {{ log: string, env?: NodeJS.ProcessEnv, mayFail?: boolean, timeLimit?: number,
 *   shown?: number, onLine?: (line: string) => void }} options
 */
export async function run(program, args, { log, env, mayFail, timeLimit, shown, onLine }) {
  mkdirSync(dirname(join(root, log)), { recursive: true });
  const file = createWriteStream(join(root, log));
  file.write(`$ ${[program, ...args].join(' ')}\n`);
  const child = start(program, args, { env, stdio: ['ignore', 'pipe', 'pipe'] });
  let late = false;
  const timer =
    timeLimit &&
    setTimeout(() => {
      late = true;
      void stop(child);
    }, timeLimit * 1000);
  for (const stream of [child.stdout, child.stderr]) {
    stream?.pipe(file, { end: false });
    if (stream && onLine) createInterface({ input: stream }).on('line', onLine);
  }
  const code = await new Promise((resolve, reject) => {
    child.once('error', (error) => reject(new CommandError(`${program}: ${error.message}`)));
    child.once('close', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  clearTimeout(timer);
  file.end();
  await finished(file);
  if (late) throw new CommandError(`${program}: stopped after ${timeLimit} s\n${tail(log)}`);
  if (code !== 0 && !mayFail) {
    throw new CommandError(
      `${program} failed (${code}); all of it is in ${log}\n${tail(log, shown)}`,
    );
  }
  return code;
}

/** Runs a program on the reader's own terminal, where it may ask (sudo does). */
export async function runOnTerminal(/** @type {string} */ program, /** @type {string[]} */ args) {
  const child = spawn(program, args, { cwd: root, stdio: 'inherit' });
  const code = await new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (exitCode, signal) => resolve(exitCode ?? signal));
  });
  if (code !== 0) throw new CommandError(`${program} failed (${code})`);
}

/**
 * Runs `main` when its module is the program, and ends all children on a signal. `interrupted` is
 * the exit code after Ctrl-C.
 * @param {ImportMeta} meta
 * @param {(args: string[]) => Promise<void>} main
 * @param {{ interrupted?: number }} [options]
 */
export function command(meta, main, { interrupted = 130 } = {}) {
  if (realpathSync(process.argv[1] ?? '') !== fileURLToPath(meta.url)) return;
  let ending = false;
  const end = async (/** @type {number} */ code) => {
    if (ending) return;
    ending = true;
    clearStatus();
    await Promise.all([...children].map(stop));
    process.exit(code);
  };
  process.on('SIGINT', () => end(interrupted));
  process.on('SIGTERM', () => end(143));
  process.on('SIGHUP', () => end(129));
  main(process.argv.slice(2)).catch((error) => {
    if (ending) return;
    clearStatus();
    process.stderr.write(`${error instanceof CommandError ? error.message : error.stack}\n`);
    void end(1);
  });
}
