// The files beside the engine: its modules and the packed data. Workers of the one-file bundle,
// which have no folder, are given them (`given-files.ts`).

import type { Variant } from './loader.ts';

// Written out, so that the bundler finds, hashes and copies the files.
export const WASM: Readonly<Record<Variant, URL>> = {
  simd: new URL('../../../build/wasm-simd/engine-simd.wasm', import.meta.url),
  baseline: new URL('../../../build/wasm-baseline/engine-baseline.wasm', import.meta.url),
};

export const DIGITS = new URL('../../../wasm/data/digits/digits.bin', import.meta.url);
