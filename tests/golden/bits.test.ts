// One file of hashes, and everything that has to compute the same ones: six native builds, and both
// modules in Node. The browsers' turn is in tests/e2e.

import { execFile } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { promisify } from 'node:util';
import { loadEngine, type ResolvedTrainingConfig, resolveConfig } from 'activation-lab/engine';
import { beforeAll, describe, expect, test } from 'vitest';
import {
  ACTIVATION_IDS,
  DATASETS,
  INITS,
  LOSSES,
  OPTIMIZERS,
  OUTPUT_ACTIVATIONS,
  STATES,
} from '../../web/src/engine/catalog.ts';
import { activationsOf } from '../../web/src/engine/config.ts';
import { bitsOf, type CurveBits, type Golden, type RunBits } from './bits.mjs';
import { curveCases, trainingCases } from './bits-cases.mjs';

const GOLDEN = 'tests/golden/bits.json';
const golden = JSON.parse(readFileSync(GOLDEN, 'utf8')) as Golden;

const curves = golden.curves.map((curve, index) => ({ ...curve, index }));
const trainings = golden.trainings.map((training, index) => ({ ...training, index }));

interface Bits {
  curves: CurveBits[];
  trainings: RunBits[];
}

/** Every hash of the golden file is one test. */
function expectGolden(compute: () => Promise<Bits>) {
  let bits: Bits;
  beforeAll(async () => {
    bits = await compute();
  });

  test.each(curves)('$id $params', ({ index, value, derivative }) => {
    expect(bits.curves[index]).toEqual({ value, derivative });
  });

  test.each(trainings)('training: $name', ({ index, ...pinned }) => {
    const { status, trainLoss, parameters, metrics, outputs } = pinned;
    expect(bits.trainings[index]).toEqual({ status, trainLoss, parameters, metrics, outputs });
  });
}

const BUILDS = ['gcc', 'clang'].flatMap((compiler) =>
  ['O0', 'O2', 'O3'].map((level) => ({ compiler, level })),
);

describe.each(BUILDS)('$compiler -$level', ({ compiler, level }) => {
  expectGolden(async () => {
    const program = `build/bits-${compiler}/bits-${level}`;
    const { stdout } = await promisify(execFile)(program, [GOLDEN, 'wasm/data/digits/digits.bin']);
    return JSON.parse(stdout) as Bits;
  });
});

describe.each(['simd', 'baseline'] as const)('Node, %s', (variant) => {
  expectGolden(async () => bitsOf(await loadEngine({ variant }), golden));
});

describe('the golden file', () => {
  const configs = golden.trainings.map(({ config }) => config as ResolvedTrainingConfig);
  const plain = (value: unknown) =>
    JSON.parse(
      JSON.stringify(value, (_, part) => (part instanceof Float32Array ? [...part] : part)),
    );

  test('holds the cases, with every setting written out', async () => {
    const { activations } = await loadEngine();
    expect(golden.curves).toEqual(
      curveCases(activations).map((curve) => expect.objectContaining(curve)),
    );
    const given = golden.trainings.map(({ name, steps, config }) => ({ name, steps, config }));
    const cases = trainingCases(activations).map(({ name, steps, config }) => {
      return { name, steps, config: plain(resolveConfig(config)) };
    });
    expect(given).toEqual(cases);
  });

  test('has every name there is', () => {
    const all = <T>(list: readonly T[], of: (config: ResolvedTrainingConfig) => T | T[]) =>
      expect(new Set(configs.flatMap(of))).toEqual(new Set(list));
    all(ACTIVATION_IDS, ({ network }) => activationsOf(network).map(({ id }) => id));
    all(LOSSES, ({ loss }) => loss);
    all(OPTIMIZERS, ({ optimizer }) => optimizer.name);
    all(INITS, ({ network }) => network.init);
    all(OUTPUT_ACTIVATIONS, ({ network }) => network.outputActivation);
    all([...DATASETS, 'classification', 'regression'], ({ dataset }) =>
      'name' in dataset ? dataset.name : dataset.task,
    );
    expect(new Set(golden.trainings.map(({ status }) => status.state))).toEqual(new Set(STATES));
  });

  test('has every kind of layer with and without what batches and chance add', () => {
    const kinds = { maxout: 'maxout', glu: 'gated', rrelu: 'random', prelu: 'learned' } as const;
    const layers = configs.flatMap(({ network }) =>
      activationsOf(network).map(({ id }) => ({ ...network, kind: kinds[id as 'glu'] ?? 'dense' })),
    );
    for (const kind of ['dense', ...Object.values(kinds)]) {
      for (const batchNorm of [true, false]) {
        const some = layers.filter((layer) => layer.kind === kind && layer.batchNorm === batchNorm);
        expect(some, `${kind}, ${batchNorm}`).not.toEqual([]);
      }
      expect(layers.some((layer) => layer.kind === kind && layer.dropout > 0)).toBe(true);
    }
  });

  test('has every optimizer with decay and clipping somewhere, and sizes that leave rests', () => {
    for (const setting of ['weightDecay', 'clipNorm'] as const) {
      for (const given of [true, false]) {
        expect(configs.some(({ optimizer }) => optimizer[setting] > 0 === given)).toBe(true);
      }
    }
    const widths = configs.flatMap(({ network }) => network.hidden);
    for (let rest = 0; rest < 8; ++rest) expect(widths.map((width) => width % 8)).toContain(rest);
    expect(Math.max(...widths)).toBeGreaterThan(128);
  });
});
