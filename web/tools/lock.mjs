// One build at a time in one repository: a second command waits for the first.
// @ts-check
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { during, root } from './process.mjs';

const lock = join(root, 'build/lock');

const errorCode = (/** @type {unknown} */ error) =>
  /** @type {NodeJS.ErrnoException} */ (error).code;

/** The process that holds the lock; undefined when it has ended without letting go. */
function holder() {
  try {
    const id = Number(readFileSync(lock, 'utf8'));
    process.kill(id, 0);
    return id;
  } catch (error) {
    if (errorCode(error) === 'EPERM') return 'of another user';
    if (errorCode(error) === 'ENOENT' || errorCode(error) === 'ESRCH') return undefined;
    throw error;
  }
}

const release = () => rmSync(lock, { force: true });

/** Takes the lock if nobody has it. */
function take() {
  mkdirSync(dirname(lock), { recursive: true });
  try {
    writeFileSync(lock, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (errorCode(error) !== 'EEXIST') throw error;
    return false;
  }
}

/**
 * Runs `work` while no other process of this repository builds.
 * @template T
 * @param {() => Promise<T>} work
 * @returns {Promise<T>}
 */
export async function exclusively(work) {
  while (!take()) {
    const id = holder();
    if (id === undefined) release();
    else {
      await during(
        () => `waiting for the build of process ${id}`,
        async () => {
          while (holder() !== undefined) await sleep(200);
        },
      );
    }
  }
  process.once('exit', release);
  try {
    return await work();
  } finally {
    process.off('exit', release);
    release();
  }
}
