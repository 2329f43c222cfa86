// Loads the wasm module that the machine can run, and the packed data.

import { simd } from 'wasm-feature-detect';
import { bytesOf } from './bytes.ts';
import { EngineError, messageOf } from './errors.ts';
import { WASM } from './files.ts';
import type { WasmFactory, WasmModule } from './wasm-module.ts';

export type Variant = 'simd' | 'baseline';

const GLUE: Record<Variant, () => Promise<{ default: WasmFactory }>> = {
  simd: () => import('../../../build/wasm-simd/engine-simd.mjs'),
  baseline: () => import('../../../build/wasm-baseline/engine-baseline.mjs'),
};

/** What is inside a script has all of itself for a name. */
const LONGEST_NAME = 200;

export async function bestVariant(): Promise<Variant> {
  return (await simd()) ? 'simd' : 'baseline';
}

export async function loadBytes(url: URL): Promise<ArrayBuffer> {
  try {
    return await bytesOf(url);
  } catch (cause) {
    throw loadFailed(url.href, cause);
  }
}

export async function loadModule(variant: Variant, wasmBinary?: ArrayBuffer): Promise<WasmModule> {
  const wasm = WASM[variant];
  const name = wasmBinary ? 'wasmBinary' : wasm.href;
  const [factory, binary] = await Promise.all([
    GLUE[variant]().catch((cause) => Promise.reject(loadFailed(`the ${variant} engine`, cause))),
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
  return new EngineError('load-failed', what.slice(0, LONGEST_NAME), messageOf(cause), undefined, {
    cause,
  });
}
