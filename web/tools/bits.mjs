// Writes tests/golden/bits.json anew, from the cases and the SIMD module in Node. What moved is named.
// @ts-check
import { existsSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildLibrary, buildModules } from './build.mjs';
import { command, root, say } from './process.mjs';
import { setup } from './setup.mjs';

const file = 'tests/golden/bits.json';

/** @typedef {import('../../tests/golden/bits.mjs').Golden} Golden */

/** @returns {Promise<Golden>} */
async function measured() {
  const { loadEngine } = await import('activation-lab/engine');
  const { curveBits, trainingBits } = await import('../../tests/golden/bits.mjs');
  const { curveCases, trainingCases } = await import('../../tests/golden/bits-cases.mjs');
  const engine = await loadEngine({ variant: 'simd' });
  const curves = curveCases(engine.activations).map((curve) => ({
    ...curve,
    ...curveBits(engine, curve),
  }));
  const trainings = trainingCases(engine.activations).map(({ name, steps, config }) => {
    const training = engine.createTraining(config);
    training.step(steps);
    const bits = trainingBits(engine, training);
    training.dispose();
    return { name, steps, ...bits, config: training.config };
  });
  return { curves, trainings };
}

/**
 * One entry a line, so that a diff shows which moved.
 * @param {Golden} golden
 */
function textOf(golden) {
  const plain = (/** @type {string} */ _, /** @type {unknown} */ value) =>
    value instanceof Float32Array ? [...value] : value;
  const list = (/** @type {readonly object[]} */ entries) =>
    entries.map((entry) => `  ${JSON.stringify(entry, plain)}`).join(',\n');
  const { curves, trainings } = golden;
  return `{\n"curves": [\n${list(curves)}\n],\n"trainings": [\n${list(trainings)}\n]\n}\n`;
}

command(import.meta, async () => {
  await setup(['build']);
  await buildModules();
  await buildLibrary();
  const path = join(root, file);
  const before = existsSync(path) ? readFileSync(path, 'utf8').split('\n') : [];
  const text = textOf(await measured());
  writeFileSync(path, text);
  const entries = text.split('\n').filter((line) => line.startsWith('  {'));
  const moved = entries.filter((line) => !before.includes(line));
  for (const line of moved) say(`new: ${line.slice(2, 80)} …`);
  say(`${file} is written; ${moved.length} of its ${entries.length} entries are new`);
});
