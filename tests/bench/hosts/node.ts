// The engine in Node, as a process of its own: see lines.ts.

import { createInterface } from 'node:readline';
import { prepareEngine } from '../contestants/engine.ts';
import type { Contestant } from '../task.ts';

const ready = new Map<string, Promise<Contestant>>();

for await (const line of createInterface({ input: process.stdin })) {
  const { milliseconds, ...task } = JSON.parse(line);
  const key = JSON.stringify(task);
  if (!ready.has(key)) ready.set(key, prepareEngine(task));
  try {
    const contestant = await ready.get(key)!;
    console.log(JSON.stringify(await contestant(milliseconds)));
  } catch (error) {
    console.log(JSON.stringify({ error: String(error) }));
  }
}
