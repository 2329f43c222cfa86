// Curves as the plot draws them, from the real engine: exact values, and jumps drawn as jumps.

import { beforeAll, describe, expect, it } from 'vitest';
import { ACTIVATIONS } from '../../../web/src/engine/catalog.ts';
import { loadEngine } from '../../../web/src/engine/index.ts';
import type { ActivationInfo, Engine } from '../../../web/src/engine/types.ts';
import { completeParams } from '../../../web/src/widgets/activation-plot/parameters.ts';
import {
  evaluateAt,
  findJumps,
  fitHeight,
  sampleActivation,
  spread,
} from '../../../web/src/widgets/activation-plot/sampling.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine({ data: 'on-demand' });
});

const infoOf = (id: string) => ACTIVATIONS.find((info) => info.id === id)!;
const sample = (info: ActivationInfo, min = -5, max = 5, count = 1001) =>
  sampleActivation(engine, info.id, completeParams(info, {}), { min, max, count });

/** Those of the catalogue, and where the default pieces of a maxout unit meet. */
const kinksOf = (info: ActivationInfo) => (info.kind === 'maxout' ? [-1, 1] : [...info.kinks]);

describe('sampleActivation', () => {
  it.each(ACTIVATIONS)('finds the kinks of $id, wherever the samples lie', (info) => {
    const windows = [
      [-5, 5, 1001],
      [-5, 5, 1000],
      [-3.1, 4.7, 777],
      [-30, 30, 640],
    ] as const;
    for (const [min, max, count] of windows) {
      expect(sample(info, min, max, count).kinks).toEqual(kinksOf(info));
    }
  });

  it.each(ACTIVATIONS)('draws $id through exact values, in order', (info) => {
    const params = completeParams(info, {});
    const { f, derivative } = sample(info);
    for (const [which, curve] of [['f', f] as const, ['derivative', derivative] as const]) {
      const breaks = new Set(curve.dots.map(({ x }) => x));
      const plain = curve.points.filter(({ x }) => !breaks.has(x));
      const xs = Float32Array.from(plain, ({ x }) => x);
      expect(Array.from(evaluateAt(engine, which, info.id, xs, params))).toEqual(
        plain.map(({ y }) => y),
      );
      const ordered = curve.points.every(({ x }, i) => i === 0 || x >= curve.points[i - 1]!.x);
      expect(ordered).toBe(true);
    }
  });

  it('breaks the line at a jump and marks which side has the value', () => {
    const { f, derivative } = sample(infoOf('relu'), -1, 1, 101);
    expect(f.dots).toEqual([]);
    expect(derivative.dots).toEqual([
      { x: 0, y: 1, filled: false },
      { x: 0, y: 0, filled: true },
    ]);
    const at = derivative.points.filter(({ x }) => x === 0).map(({ y }) => y);
    expect(at).toEqual([0, Number.NaN, 1]);

    const step = sample(infoOf('step'), -1, 1, 101);
    expect(step.f.dots).toEqual([
      { x: 0, y: 0, filled: false },
      { x: 0, y: 1, filled: true },
    ]);
    expect(step.derivative.dots).toEqual([]);
  });

  it('follows the parameters', () => {
    const info = infoOf('hard-sigmoid');
    const window = { min: -5, max: 5, count: 900 };
    const { kinks } = sampleActivation(engine, info.id, { slope: 0.5 }, window);
    expect(kinks).toEqual([-1, 1]);
  });

  it('takes a steep smooth curve and a narrow window for what they are', () => {
    const window = { min: -5, max: 5, count: 900 };
    const steep = { weight: 3, bias: 0, gateWeight: 3, gateBias: 0 };
    expect(sampleActivation(engine, 'gtu', steep, window).kinks).toEqual([]);
    expect(sample(infoOf('sigmoid'), 0.9995, 1.0005, 800).kinks).toEqual([]);
    expect(sample(infoOf('sigmoid'), -1000, 1000, 800).kinks).toEqual([]);
  });
});

describe('findJumps', () => {
  it('finds jumps anywhere to the last digit', () => {
    for (const place of [Math.fround(0.3), Math.fround(-123.456), 3]) {
      const f = (x: Float32Array) => x.map((v) => (v < place ? 0 : 1));
      const x = spread(place - 7.3, place + 4.1, 333);
      const [found, ...more] = findJumps(f, x, f(x));
      expect(more).toEqual([]);
      expect(Math.abs(found! - place)).toBeLessThanOrEqual(Math.abs(place) * 1.2e-7);
    }
  });
});

describe('fitHeight', () => {
  const curve = (...ys: number[]) => ({ points: ys.map((y, x) => ({ x, y })), dots: [] });

  it('holds every curve and 0 with a margin', () => {
    const { min, max } = fitHeight([curve(1, Number.NaN, 4), curve(2)], {
      min: 'auto',
      max: 'auto',
    });
    expect(min).toBeCloseTo(-0.24);
    expect(max).toBeCloseTo(4.24);
  });

  it('keeps fixed ends, unless they cross', () => {
    expect(fitHeight([curve(1)], { min: -2, max: 3 })).toEqual({ min: -2, max: 3 });
    expect(fitHeight([curve(1)], { min: 2, max: 1 }).max).toBeGreaterThan(1);
    expect(fitHeight([curve(0, 0)], { min: 'auto', max: 'auto' }).max).toBeGreaterThan(0);
  });
});
