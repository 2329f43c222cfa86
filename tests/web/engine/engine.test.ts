// The engine in Node: loading, activations, data sets, and every way to be refused.

import { readFile } from 'node:fs/promises';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import manifest from '../../../package.json' with { type: 'json' };
import { loadEngine } from '../../../web/src/engine/engine.ts';
import { EngineError } from '../../../web/src/engine/errors.ts';
import { loadBytes } from '../../../web/src/engine/loader.ts';
import type { Engine } from '../../../web/src/engine/types.ts';
import { VERSION } from '../../../web/src/engine/version.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});
afterEach(() => vi.restoreAllMocks());

const x = Float32Array.of(-1000, -2, -0.5, 0, 0.5, 2, 1000, Number.NaN);

describe('loading', () => {
  test('finds SIMD, and says what it is', () => {
    expect(engine.variant).toBe('simd');
    expect(engine.version).toBe(VERSION);
    expect(VERSION).toBe(manifest.version);
    expect(engine.activations).toHaveLength(20);
  });

  test('calls at the same time share one module', async () => {
    const engines = await Promise.all([1, 2, 3].map(() => loadEngine({ variant: 'simd' })));
    for (const other of engines) expect(other).toBe(engine);
    expect(await loadEngine({ variant: 'baseline' })).not.toBe(engine);
  });

  test('takes the module from the caller', async () => {
    const { buffer } = new Uint8Array(await readFile('build/wasm-baseline/engine-baseline.wasm'));
    const own = await loadEngine({ variant: 'baseline', wasmBinary: buffer });
    expect(own.evaluate('relu', x)[5]).toBe(2);
  });

  test.each([
    [{ variant: 'fast' }, "options.variant: 'fast' is not known; allowed: auto, simd, baseline"],
    [{ data: 'never' }, "options.data: 'never' is not known; allowed: eager, on-demand"],
    [{ wasmBinary: 'engine.wasm' }, "options.wasmBinary: 'engine.wasm' is not an ArrayBuffer"],
    [
      { path: '/' },
      'options.path: there is no setting of this name; allowed: variant, wasmBinary, data',
    ],
    [null, 'options: null is not an object with variant, wasmBinary, data'],
  ])('refuses %j', async (options, message) => {
    await expect(loadEngine(options as never)).rejects.toThrow(EngineError);
    await expect(loadEngine(options as never)).rejects.toThrow(message);
  });

  test('a module that is none is an EngineError', async () => {
    const bytes = [new ArrayBuffer(0), new ArrayBuffer(64)];
    // A sound module that isn't ours: magic and version only.
    bytes.push(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0).buffer);
    for (const wasmBinary of bytes) {
      const failure = await loadEngine({ wasmBinary }).catch((error) => error);
      expect(failure).toBeInstanceOf(EngineError);
      expect(failure).toMatchObject({ code: 'load-failed', field: 'wasmBinary' });
    }
  });

  test('a file that cannot be had is named with its status, over HTTP and on the disk', async () => {
    const server = createServer((_, response) => response.writeHead(404).end());
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    const { port } = server.address() as AddressInfo;
    const url = `http://127.0.0.1:${port}/engine.wasm`;
    await expect(loadBytes(new URL(url))).rejects.toThrow(
      `${url}: could not be loaded: HTTP status 404`,
    );
    await new Promise((resolve) => server.close(resolve));
    await expect(loadBytes(new URL(url))).rejects.toThrow(EngineError);
    await expect(loadBytes(new URL('file:///nowhere/engine.wasm'))).rejects.toThrow(/ENOENT/);
  });

  test('after a failure the next call tries again', async () => {
    vi.resetModules();
    const fresh = await import('../../../web/src/engine/engine.ts');
    const breakDisk = () =>
      vi.spyOn(process, 'getBuiltinModule').mockImplementation(() => {
        throw new Error('no disk');
      });
    const first = breakDisk();
    await expect(fresh.loadEngine()).rejects.toThrow(/could not be loaded: no disk/);
    first.mockRestore();
    const loaded = await fresh.loadEngine({ data: 'on-demand' });
    expect(loaded.variant).toBe('simd');

    const config = { name: 'digits' } as const;
    expect(() => loaded.dataset(config)).toThrow(
      "dataset.name: the data set 'digits' is not loaded; await prepare('digits') first",
    );
    const second = breakDisk();
    await expect(loaded.prepare('digits')).rejects.toThrow(/digits\.bin: could not be loaded/);
    second.mockRestore();
    await Promise.all([
      loaded.prepare('digits'),
      loaded.prepare('digits'),
      loaded.prepare('moons'),
    ]);
    expect(loaded.dataset(config).count).toBe(1797);
    await expect(loaded.prepare('mnist' as never)).rejects.toThrow(/name: 'mnist' is not known/);
  });
});

describe('activations', () => {
  test('every one has values and derivatives, and leaves its input alone', () => {
    for (const { id } of engine.activations) {
      const input = x.slice();
      const y = engine.evaluate(id, input);
      const slope = engine.derivative(id, input);
      expect(input).toEqual(x);
      expect([y.length, slope.length]).toEqual([8, 8]);
      expect(y.subarray(0, 7).every(Number.isFinite), id).toBe(true);
      expect(slope.subarray(0, 7).every(Number.isFinite), id).toBe(true);
    }
  });

  test('parameters are those of the catalogue', () => {
    const at = (id: string, params: object) =>
      Array.from(engine.evaluate(id as 'relu', Float32Array.of(-2, 2), params));
    expect(at('leaky-relu', { slope: 0.5 })).toEqual([-1, 2]);
    expect(at('prelu', { slope: 0.125 })).toEqual([-0.25, 2]);
    expect(at('rrelu', { lower: 0.25, upper: 0.75 })).toEqual([-1, 2]);
    expect(at('swish', { beta: 0 })).toEqual([-1, 1]);
    expect(at('maxout', {})).toEqual([2, 2]);
    expect(at('maxout', { weights: [0, 2, 0.5], biases: [1, 0, -1] })).toEqual([1, 4]);
    expect(at('maxout', { weights: [0, 2] })).toEqual([0, 4]);
    expect(at('glu', { weight: 2, bias: 1, gateWeight: 0, gateBias: 0 })).toEqual([-1.5, 2.5]);
  });

  test('nothing in, nothing out', () => {
    expect(engine.evaluate('mish', new Float32Array(0))).toHaveLength(0);
  });

  test.each([
    ['relu6', x, {}, /^id: 'relu6' is not known; allowed: identity, step, sigmoid/],
    ['relu', [1], {}, /^x: an array is not a Float32Array/],
    ['relu', new Float64Array(1), {}, /^x: a typed array is not a Float32Array/],
    ['relu', x, { slope: 1 }, /^params.slope: there is no setting of this name; allowed: none/],
    ['prelu', x, { slope: 'a' }, /^params.slope: 'a' is not a number from/],
    ['prelu', x, { slope: Number.NaN }, /^params.slope: NaN is not a finite number/],
    ['elu', x, { alpha: -1e9 }, /^params.alpha: -1000000000 is too small/],
    ['rrelu', x, { lower: 0.5, upper: 0.1 }, /^params.lower: 0.5 is too large; at most upper/],
    ['maxout', x, { weights: [1] }, /^params.weights.length: 1 is too small; at least 2/],
    ['maxout', x, { weights: Array(9).fill(1) }, /^params.weights.length: 9 is too large/],
    ['maxout', x, { weights: [1, Number.NaN] }, /^params.weights\[1\]: NaN is not a finite/],
    ['maxout', x, { biases: [1] }, /^params.biases: length 1 does not fit; expected 2/],
    ['maxout', x, { pieces: 3 }, /^params.weights: length 2 does not fit; expected pieces/],
    ['gtu', x, { gate: 1 }, /^params.gate: there is no setting of this name; allowed: weight/],
    ['gtu', x, { weight: Number.POSITIVE_INFINITY }, /^params.weight: Infinity is not a finite/],
  ])('refuses %s', (id, values, params, message) => {
    for (const method of ['evaluate', 'derivative'] as const) {
      const call = () => engine[method](id as 'relu', values as Float32Array, params as object);
      expect(call).toThrow(EngineError);
      expect(call).toThrow(message);
    }
  });

  test('too much memory is refused, and the engine goes on', () => {
    const huge = new Float32Array(2 ** 27);
    expect(() => engine.evaluate('relu', huge)).toThrow(
      'x: 536870912 bytes are needed; at most 268435456 bytes in all',
    );
    expect(engine.evaluate('relu', x)[5]).toBe(2);
  });
});

describe('data sets', () => {
  test.each(['circle', 'xor', 'gauss', 'spiral', 'moons'] as const)('%s', (name) => {
    const data = engine.dataset({ name, size: 100 });
    expect(data).toMatchObject({
      name,
      task: 'classification',
      count: 100,
      trainCount: 80,
      inputSize: 2,
      targetSize: 1,
      classes: 2,
    });
    expect([data.inputs.length, data.targets.length]).toEqual([200, 100]);
    expect(new Set(data.targets)).toEqual(new Set([0, 1]));
    expect(engine.dataset({ name, size: 100 })).toEqual(data);
    expect(engine.dataset({ name, size: 100, seed: 2 }).inputs).not.toEqual(data.inputs);
  });

  test.each(['abs', 'square', 'sin', 'step'] as const)('%s', (name) => {
    const data = engine.dataset({ name });
    expect(data).toMatchObject({ name, task: 'regression', count: 201, trainCount: 201 });
    expect(data).toMatchObject({ inputSize: 1, targetSize: 1, classes: 0 });
    expect(data.inputs[0]).toBe(-1);
    expect(data.inputs[200]).toBe(1);
  });

  test('digits', () => {
    const data = engine.dataset({ name: 'digits' });
    expect(data).toMatchObject({ count: 1797, trainCount: 1437, inputSize: 64, classes: 10 });
    expect(engine.dataset({ name: 'digits', size: 300 })).toMatchObject({
      count: 660,
      trainCount: 300,
    });
  });

  test('own data come back, scaled when asked for', () => {
    const config = {
      inputs: [0, 10, 2, 10, 4, 10],
      targets: [0, 1, 1],
      inputSize: 2,
      task: 'classification',
    } as const;
    const data = engine.dataset(config);
    expect(data).toMatchObject({ name: 'own', count: 3, trainCount: 3, classes: 2 });
    expect([...data.inputs]).toEqual(config.inputs);
    const [a, zero, b] = engine.dataset({ ...config, standardize: true }).inputs;
    expect([a, zero, b]).toEqual([Math.fround(-Math.sqrt(1.5)), 0, 0]);
  });

  test('own regression with two targets a row', () => {
    const data = engine.dataset({
      inputs: Float32Array.of(1, 2),
      targets: Float32Array.of(1, 2, 3, 4),
      inputSize: 1,
      targetSize: 2,
      task: 'regression',
      testFraction: 0.5,
    });
    expect(data).toMatchObject({ count: 2, trainCount: 1, targetSize: 2, classes: 0 });
  });

  test('a split that leaves no training row is refused', () => {
    const config = { inputs: [1], targets: [1], inputSize: 1, task: 'regression' } as const;
    expect(() => engine.dataset({ ...config, testFraction: 0.9 })).toThrow(EngineError);
  });
});
