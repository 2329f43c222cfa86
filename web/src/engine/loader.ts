// Loads the wasm module that the machine can run, and the packed data.

import { simd } from 'wasm-feature-detect';
import { EngineError, messageOf } from './errors.ts';
import type { WasmFactory, WasmModule } from './wasm-module.ts';

export type Variant = 'simd' | 'baseline';

// Written out, so that the bundler finds, hashes and copies the files.
const VARIANTS: Record<Variant, { wasm: URL; glue: () => Promise<{ default: WasmFactory }> }> = {
  simd: {
    wasm: new URL('../../../build/wasm-simd/engine-simd.wasm', import.meta.url),
    glue: () => import('../../../build/wasm-simd/engine-simd.mjs'),
  },
  baseline: {
    wasm: new URL('../../../build/wasm-baseline/engine-baseline.wasm', import.meta.url),
    glue: () => import('../../../build/wasm-baseline/engine-baseline.mjs'),
  },
};

export const DIGITS = new URL('../../../wasm/data/digits/digits.bin', import.meta.url);

export async function bestVariant(): Promise<Variant> {
  return (await simd()) ? 'simd' : 'baseline';
}

/** A file beside the engine, over HTTP or, in Node, from the disk. */
export async function loadBytes(url: URL): Promise<ArrayBuffer> {
  try {
    if (url.protocol === 'file:') {
      // Asked for by name at run time, so that no bundle for browsers mentions it.
      const { readFile } = process.getBuiltinModule('node:fs/promises');
      return new Uint8Array(await readFile(url)).buffer;
    }
    const response = await fetch(url);
    if (!response.ok) throw new Error(`HTTP status ${response.status}`);
    return await response.arrayBuffer();
  } catch (cause) {
    throw loadFailed(url.href, cause);
  }
}

export async function loadModule(variant: Variant, wasmBinary?: ArrayBuffer): Promise<WasmModule> {
  const { wasm, glue } = VARIANTS[variant];
  const name = wasmBinary ? 'wasmBinary' : wasm.href;
  const [factory, binary] = await Promise.all([
    glue().catch((cause) => Promise.reject(loadFailed(`the ${variant} engine`, cause))),
    wasmBinary ?? loadBytes(wasm),
  ]);
  try {
    return await instantiate(factory.default, await WebAssembly.compile(binary));
  } catch (cause) {
    throw loadFailed(name, cause);
  }
}

// The factory would abort on a module that doesn't fit; this way it is a rejection.
function instantiate(factory: WasmFactory, compiled: WebAssembly.Module): Promise<WasmModule> {
  return new Promise((resolve, reject) => {
    const instantiateWasm: Parameters<WasmFactory>[0]['instantiateWasm'] = (imports, receive) => {
      WebAssembly.instantiate(compiled, imports)
        .then((instance) => receive(instance, compiled))
        .catch(reject);
      return {};
    };
    factory({ instantiateWasm }).then(resolve, reject);
  });
}

/** One promise a key; a failure is forgotten, so that the next call tries again. */
export function remember<K, T>(
  promises: Map<K, Promise<T>>,
  key: K,
  make: () => Promise<T>,
): Promise<T> {
  const known = promises.get(key);
  if (known) return known;
  const promise = make();
  promises.set(key, promise);
  promise.catch(() => promises.delete(key));
  return promise;
}

function loadFailed(what: string, cause: unknown): EngineError {
  return new EngineError('load-failed', what, messageOf(cause), undefined, { cause });
}
