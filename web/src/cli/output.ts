// Files that appear as a whole or not at all, and never in place of others unless they may.

import {
  accessSync,
  constants,
  linkSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { dirname, resolve } from 'node:path';
import { UsageError } from './failure.ts';

export type Content = string | Uint8Array;

/** Whether there is something else than a file, such as a pipe or a terminal. */
function isStream(file: string): boolean {
  const found = statSync(file, { throwIfNoEntry: false });
  return found !== undefined && !found.isFile();
}

/** Refuses a file that could not be written later, before anything is computed. */
export function checkTarget(option: string, file: string, force: boolean): void {
  const found = statSync(file, { throwIfNoEntry: false });
  const refuse = (reason: string) =>
    new UsageError(`${option}: ${file} cannot be written: ${reason}`);
  if (found?.isDirectory()) throw refuse('it is a folder');
  if (found?.isFile() && !force) throw refuse('it is there already; --force replaces it');
  try {
    accessSync(isStream(file) ? file : dirname(resolve(file)), constants.W_OK);
  } catch (error) {
    throw refuse((error as Error).message);
  }
}

export function writeWhole(file: string, content: Content, force: boolean): void {
  if (isStream(file)) {
    writeFileSync(file, content);
    return;
  }
  const part = `${file}.${process.pid}.part`;
  try {
    writeFileSync(part, content, { flag: 'wx' });
    if (force) renameSync(part, file);
    else linkSync(part, file);
  } finally {
    rmSync(part, { force: true });
  }
}
