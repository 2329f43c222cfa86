// The multiply–add peak of 128-bit vectors and plain copies, in a wasm module of their own.

import { loadBytes } from '../../../web/src/engine/loader.ts';
import { activationInputs } from '../data.ts';
import { type Contestant, type CopyTask, cannot, type Prepare, type Timing } from '../task.ts';
import { timed } from '../timing.ts';
import { BUFFER_GAP, bufferBytes, firstBuffer } from './buffers.ts';

/** wasm/bench/kernels.h. */
interface Kernels {
  memory: WebAssembly.Memory;
  _initialize(): void;
  malloc(bytes: number): number;
  peakForms(): number;
  peakOperations(form: number): number;
  runPeak(form: number, rounds: number): number;
  copyVectors(from: number, to: number, n: number): void;
  copyMemory(from: number, to: number, n: number): void;
}

const FILE = new URL('../../../build/wasm-simd/bench_kernels.wasm', import.meta.url);

async function load(): Promise<Kernels> {
  const { instance } = await WebAssembly.instantiate(await loadBytes(FILE));
  const kernels = instance.exports as unknown as Kernels;
  kernels._initialize();
  return kernels;
}

export const prepareKernels: Prepare = async (task) => {
  const kernels = await load();
  if (task.kind === 'peak') return (milliseconds) => peak(kernels, milliseconds);
  if (task.kind === 'copy') return copier(kernels, task);
  throw cannot('the module of kernels', task);
};

/** The fastest form. */
function peak(kernels: Kernels, milliseconds: number): Timing {
  const forms = Array.from({ length: kernels.peakForms() }, (_, form) =>
    timed(milliseconds / kernels.peakForms(), kernels.peakOperations(form), (times) =>
      kernels.runPeak(form, times),
    ),
  );
  const rate = ({ units, seconds }: Timing) => units / seconds;
  return forms.reduce((best, form) => (rate(form) > rate(best) ? form : best));
}

function copier(kernels: Kernels, { by, n }: CopyTask): Contestant {
  const copy = by === 'vectors' ? kernels.copyVectors : kernels.copyMemory;
  const from = firstBuffer(kernels.malloc(bufferBytes(n)));
  const to = from + 4 * n + BUFFER_GAP;
  new Float32Array(kernels.memory.buffer, from, n).set(activationInputs(n));
  return (milliseconds) =>
    timed(milliseconds, n, (times) => {
      for (let i = 0; i < times; i++) copy(from, to, n);
    });
}
