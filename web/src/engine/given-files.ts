// Takes the place of `files.ts` in the workers of the one-file bundle, which have no folder: the
// page puts their addresses, or what is in them, before the worker's script.

import type * as files from './files.ts';

export interface GivenFiles {
  readonly simd: string;
  readonly baseline: string;
  readonly digits: string;
}

declare global {
  var activationLabFiles: GivenFiles;
}

const { simd, baseline, digits } = globalThis.activationLabFiles;

export const WASM: typeof files.WASM = { simd: new URL(simd), baseline: new URL(baseline) };
export const DIGITS: typeof files.DIGITS = new URL(digits);
