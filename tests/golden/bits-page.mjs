// Compares the browser that opens bits.html with the golden file: `?variant=baseline` for the module
// without SIMD.
// @ts-check
import { bitsOf } from './bits.mjs';

const report = /** @type {HTMLElement} */ (document.querySelector('#report'));

/** The entries of a list whose bits are not those of the golden file. */
function differing(
  /** @type {readonly object[]} */ golden,
  /** @type {readonly object[]} */ measured,
) {
  return golden.filter((entry, i) => {
    const have = Object.entries(measured[i] ?? {});
    const want = /** @type {Record<string, unknown>} */ (entry);
    return !have.every(([key, value]) => JSON.stringify(want[key]) === JSON.stringify(value));
  });
}

try {
  const variant = new URLSearchParams(location.search).get('variant') ?? 'simd';
  /** @type {typeof import('activation-lab/engine')} */
  const { loadEngine } = await import(`${new URL('../../dist/lib/engine.js', import.meta.url)}`);
  const golden = await (await fetch(new URL('bits.json', import.meta.url))).json();
  const engine = await loadEngine({ variant: /** @type {'simd'} */ (variant) });
  const bits = bitsOf(engine, golden);
  const { curves, trainings } = golden;
  const wrong = [
    ...differing(curves, bits.curves).map((curve) => JSON.stringify(curve)),
    ...differing(trainings, bits.trainings).map((run) => /** @type {any} */ (run).name),
  ];
  const count = curves.length + trainings.length;
  report.textContent = [
    `${engine.variant}: ${count - wrong.length} of ${count} agree`,
    ...wrong.map((name) => `differs: ${name}`),
  ].join('\n');
  report.dataset.done = engine.variant;
} catch (error) {
  report.textContent = String(error);
  report.dataset.done = 'failed';
}
