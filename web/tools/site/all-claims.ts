// Measures the claims of all lessons, on all cores.

import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Measured } from './claims.ts';
import { lessonSlugs, readLesson } from './lessons.ts';
import { root } from './paths.ts';

interface Reply {
  slug: string;
  measured?: Measured[];
  error?: { name: string; message: string };
}

/** By lesson; fails with the first claim that does not hold. */
export async function measureAllClaims(): Promise<Map<string, Measured[]>> {
  const count = (slug: string) => Object.keys(readLesson(slug).claims).length;
  // Those with most claims first, so that no worker is left with them at the end.
  const waiting = lessonSlugs().sort((a, b) => count(b) - count(a));
  const found = new Map<string, Measured[]>();
  const workers = Array.from({ length: Math.min(availableParallelism(), waiting.length) }, () =>
    work(waiting, found),
  );
  await Promise.all(workers);
  return found;
}

/** One worker, until nothing waits. */
function work(waiting: string[], found: Map<string, Measured[]>): Promise<void> {
  const worker = new Worker(`${root}/web/tools/claims-worker.mjs`);
  return new Promise<void>((resolve, reject) => {
    const next = () => {
      const slug = waiting.shift();
      if (slug === undefined) resolve();
      else worker.postMessage(slug);
    };
    worker.on('message', ({ slug, measured, error }: Reply) => {
      if (!measured) return reject(Object.assign(new Error(error?.message), error));
      const broken = measured.find(({ holds }) => !holds);
      if (broken) return reject(new Error(describe(slug, broken)));
      found.set(slug, measured);
      next();
    });
    worker.on('error', reject);
    next();
  }).finally(() => worker.terminate());
}

function describe(slug: string, { id, value, claim }: Measured): string {
  const { above = '−∞', below = '∞' } = claim;
  return `lessons/${slug}.json: claim "${id}" is ${value}, not in (${above}, ${below})`;
}
