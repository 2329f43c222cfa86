// Floats and bytes in the wasm module's memory, lent for the length of one call.

import { LIMITS } from './catalog.ts';
import { EngineError } from './errors.ts';
import type { WasmModule } from './wasm-module.ts';

const FLOAT = Float32Array.BYTES_PER_ELEMENT;

/** Calls `use` with a pointer to each block of floats, and frees them all. */
export function lend<T>(
  module: WasmModule,
  field: string,
  lengths: readonly number[],
  use: (...pointers: number[]) => T,
): T {
  const pointers: number[] = [];
  try {
    for (const length of lengths) pointers.push(allocate(module, field, length * FLOAT));
    return use(...pointers);
  } finally {
    for (const pointer of pointers) module.release(pointer);
  }
}

/** Calls `use` with a pointer to a copy of the bytes. */
export function lendBytes<T>(
  module: WasmModule,
  field: string,
  bytes: ArrayBuffer,
  use: (pointer: number) => T,
): T {
  const pointer = allocate(module, field, bytes.byteLength);
  try {
    module.HEAPU8.set(new Uint8Array(bytes), pointer);
    return use(pointer);
  } finally {
    module.release(pointer);
  }
}

export function write(module: WasmModule, pointer: number, values: Float32Array): void {
  module.HEAPF32.set(values, pointer / FLOAT);
}

export function read(module: WasmModule, pointer: number, length: number): Float32Array {
  return module.HEAPF32.slice(pointer / FLOAT, pointer / FLOAT + length);
}

function allocate(module: WasmModule, field: string, bytes: number): number {
  const pointer = bytes > LIMITS.bytes ? 0 : module.allocate(Math.max(bytes, FLOAT));
  if (pointer === 0) throw new EngineError('out-of-memory', field, bytes, LIMITS.bytes);
  return pointer;
}
