// Saved weights as others read them: NumPy loads every file of the zip, bit for bit.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { strFromU8, unzipSync } from 'fflate';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import { toNpy } from '../../../web/src/engine/npy.ts';
import type { ActivationId, NamedParameters, Parameter } from '../../../web/src/engine/types.ts';
import { MESSAGES } from '../../../web/src/i18n/index.ts';
import { weightsZip } from '../../../web/src/widgets/session/weights.ts';
import { findVersion } from '../../../web/tools/toolchain.mjs';

/** Shape, type and bits of every array, and whether the JSON gives the same. */
const READER = `
import io, json, sys, zipfile
import numpy as np
with zipfile.ZipFile(sys.argv[1]) as zip:
    read = lambda name: np.load(io.BytesIO(zip.read(name)))
    arrays = {name: read(name) for name in zip.namelist() if name.endswith(".npy")}
    document = json.loads(zip.read("weights.json"))
same = 0
for network in document["networks"]:
    for parameter in network["parameters"]:
        array = arrays["%s/seed-%d/%s.npy" % (network["activation"], network["seed"], parameter["name"])]
        values = np.array([float(v) for v in parameter["values"]], np.float32)
        same += np.array_equal(values.reshape(parameter["shape"]), array, equal_nan=True)
json.dump({"same": same, "arrays": {
    name: {"shape": array.shape, "dtype": array.dtype.str, "bits": array.tobytes().hex()}
    for name, array in arrays.items()
}}, sys.stdout)
`;

interface Read {
  same: number;
  arrays: Record<string, { shape: number[]; dtype: string; bits: string }>;
}

const bitsOf = (values: Float32Array) => Buffer.from(values.buffer).toString('hex');
const folder = mkdtempSync(join(tmpdir(), 'weights-'));
const networks: NamedParameters[] = [];
let zip: Uint8Array;

beforeAll(async () => {
  const engine = await loadEngine();
  const train = (activation: ActivationId, seed: number, batchNorm = false) => {
    const training = engine.createTraining({
      seed,
      dataset: { name: 'moons', size: 60 },
      network: { hidden: [5, 3], activation: { id: activation }, batchNorm },
    });
    const { step } = training.step(20);
    networks.push({ activation, seed, step, parameters: training.parameters() });
    training.dispose();
  };
  train('relu', 1, true);
  train('relu', 4_294_967_295);
  train('prelu', 1);
  train('maxout', 1);
  train('glu', 1);
  train('tanh', 1);
  // What a network that diverges may end with.
  networks.at(-1)!.parameters[0]!.values.set([Number.NaN, Infinity, -Infinity, -0]);
  zip = weightsZip(networks, 'a line about the source', MESSAGES.en.weights);
});
afterAll(() => rmSync(folder, { recursive: true }));

test('NumPy and JSON give what the engine has', () => {
  const file = join(folder, 'weights.zip');
  writeFileSync(file, zip);
  const withNumpy = ['-c', 'import numpy; print(numpy.__version__)'];
  const python = findVersion(['python3'], '1', withNumpy);
  if (!python) throw new Error('no python3 has NumPy (Debian: python3-numpy)');
  const output = execFileSync(python.program, ['-c', READER, file], { encoding: 'utf8' });
  const { same, arrays } = JSON.parse(output) as Read;
  const expected = networks.flatMap(({ activation, seed, parameters }) =>
    parameters.map(({ name, shape, values }: Parameter) => [
      `${activation}/seed-${seed}/${name}.npy`,
      { shape, dtype: '<f4', bits: bitsOf(values) },
    ]),
  );
  expect(arrays).toEqual(Object.fromEntries(expected));
  expect(same).toBe(expected.length);
});

test('the zip says where it comes from and how to load it, and has the same bytes again', () => {
  const files = unzipSync(zip);
  const readme = strFromU8(files['README.txt']!);
  expect(readme).toContain('a line about the source');
  expect(readme).toContain('np.load("relu/seed-1/layers.0.weight.npy")');
  expect(JSON.parse(strFromU8(files['weights.json']!)).source).toBe('a line about the source');
  expect(weightsZip(networks, 'a line about the source', MESSAGES.en.weights)).toEqual(zip);
});

test('numbers begin at a multiple of 64, whatever the shape', () => {
  for (const shape of [[], [1], [1024, 1024, 8], [7, 3]]) {
    const size = shape.reduce((a, b) => a * b, 1);
    expect((toNpy(shape, new Float32Array(size)).length - 4 * size) % 64).toBe(0);
  }
  expect(() => toNpy([2, 3], new Float32Array(5))).toThrow('[2,3] holds 6 numbers, not 5');
});
