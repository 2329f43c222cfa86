// A worker of the build: measures the claims of one lesson after the other, as asked.
// @ts-check
import { parentPort } from 'node:worker_threads';
import { register } from 'tsx/esm/api';

register();
const { ClaimRunner } = await import('./site/claims.ts');
const { readLesson } = await import('./site/lessons.ts');
const runner = await ClaimRunner.create();

parentPort?.on('message', (/** @type {string} */ slug) => {
  try {
    parentPort?.postMessage({ slug, measured: runner.measure(readLesson(slug)) });
  } catch (/** @type {any} */ error) {
    parentPort?.postMessage({ slug, error: { name: error.name, message: error.message } });
  }
});
