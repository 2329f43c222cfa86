// The browser's side: makes contestants when they are first asked for, and runs them.

import { prepareEngine } from '../contestants/engine.ts';
import { prepareKernels } from '../contestants/kernels.ts';
import { preparePlain } from '../contestants/plain.ts';
import type { Contestant, Prepare, Task, Timing } from '../task.ts';

declare global {
  interface Window {
    measure(implementation: string, task: Task, milliseconds: number): Promise<Timing>;
  }
}

const IMPLEMENTATIONS: Record<string, Prepare> = {
  engine: prepareEngine,
  kernels: prepareKernels,
  plain: preparePlain,
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
