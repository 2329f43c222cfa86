// Takes the place of `workers.ts` in the one-file bundle: the workers' scripts are inside, and come
// to life as Blobs with the engine's files before them.

import { DIGITS, WASM } from './files.ts';
import type { GivenFiles } from './given-files.ts';
import speedScript from './speed/speed-worker.ts?script';
import raceScript from './worker.ts?script';
import type * as workers from './workers.ts';

const addresses = new Map<string, string>();

/** One Blob a script, however many workers run it. */
function workerOf(script: string): Worker {
  if (!addresses.has(script)) {
    const { simd, baseline } = WASM;
    const files: GivenFiles = { simd: simd.href, baseline: baseline.href, digits: DIGITS.href };
    const parts = [`var activationLabFiles = ${JSON.stringify(files)};\n`, script];
    addresses.set(script, URL.createObjectURL(new Blob(parts, { type: 'text/javascript' })));
  }
  return new Worker(addresses.get(script)!);
}

export const raceWorker: typeof workers.raceWorker = () => workerOf(raceScript);
export const speedWorker: typeof workers.speedWorker = () => workerOf(speedScript);
