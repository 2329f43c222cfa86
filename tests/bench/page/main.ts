// The browser's side: makes contestants when they are first asked for, and runs them.

import { prepareBrain } from '../contestants/brain.ts';
import { prepareConvNetJS } from '../contestants/convnetjs.ts';
import { prepareEngine } from '../contestants/engine.ts';
import { prepareKernels } from '../contestants/kernels.ts';
import { preparePlain } from '../contestants/plain.ts';
import type { Contestant, Prepare, Task, Timing } from '../task.ts';

declare global {
  interface Window {
    measure(implementation: string, task: Task, milliseconds: number): Promise<Timing>;
  }
}

/** Large, so loaded only where it runs. */
const tensorFlow =
  (backend: 'tfjs-wasm' | 'tfjs-wasm-baseline' | 'tfjs-cpu'): Prepare =>
  async (task) =>
    (await import('../contestants/tfjs.ts')).prepareTensorFlow(backend, task);

const IMPLEMENTATIONS: Record<string, Prepare> = {
  engine: prepareEngine,
  kernels: prepareKernels,
  plain: preparePlain,
  convnetjs: prepareConvNetJS,
  brain: prepareBrain,
  'tfjs-wasm': tensorFlow('tfjs-wasm'),
  'tfjs-wasm-baseline': tensorFlow('tfjs-wasm-baseline'),
  'tfjs-cpu': tensorFlow('tfjs-cpu'),
};

const ready = new Map<string, Promise<Contestant>>();

window.measure = async (implementation, task, milliseconds) => {
  const prepare = IMPLEMENTATIONS[implementation];
  if (!prepare) throw new Error(`${implementation}: no such contestant`);
  const key = `${implementation} ${JSON.stringify(task)}`;
  if (!ready.has(key)) ready.set(key, prepare(task));
  const contestant = await ready.get(key)!;
  return contestant(milliseconds);
};
