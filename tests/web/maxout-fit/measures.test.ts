// What the lessons state of one maxout unit, over several seeds: D8 of the course.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import type { Engine } from '../../../web/src/engine/types.ts';
import { en } from '../../../web/src/i18n/en.ts';
import { measures } from '../../../web/src/widgets/maxout-fit/measures.ts';
import { type FitSettings, fitSchema } from '../../../web/src/widgets/maxout-fit/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';

const SEEDS = [1, 2, 3, 4, 5];
let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine({ data: 'on-demand' });
});

const all = (name: string, set: Partial<FitSettings>, seeds = SEEDS) =>
  seeds.map((seed) => measures[name]!(engine, { ...defaults(fitSchema), ...set }, seed));

it('|x| is fitted exactly by two pieces', () => {
  for (const mse of all('mse', { target: 'abs', pieces: 2 })) expect(mse).toBeLessThan(1e-12);
});

describe('x²', () => {
  it.each([
    [2, 0.05],
    [3, 0.05],
    [4, 0.1],
  ])('%i pieces come as close as theory allows', (pieces, tolerance) => {
    for (const ratio of all('mseOverTheory', { pieces })) {
      expect(Math.abs(ratio - 1)).toBeLessThan(tolerance);
    }
    expect(all('piecesUsed', { pieces })).toEqual(SEEDS.map(() => pieces));
  });

  it('with five, some starts lose a piece', () => {
    const used = all('piecesUsed', { pieces: 5 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(used).toContain(5);
    expect(used).toContain(4);
    const lost = all('losesPieces', { pieces: 5 }, [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(lost).toEqual(used.map((pieces) => (pieces < 5 ? 1 : 0)));
  });

  it('from random starts, pieces go unused', () => {
    expect(Math.min(...all('piecesUsed', { pieces: 5, init: 'random' }))).toBeLessThan(5);
  });
});

describe('−x²', () => {
  const target = 'negative-square' as const;

  it.each([1, 2, 3, 4, 5, 8])('one unit of %i pieces gives a constant', (pieces) => {
    for (const mse of all('mse', { target, pieces })) {
      expect(Math.abs(mse - 0.0907)).toBeLessThan(0.001);
    }
  });

  it('the difference of two units fits', () => {
    for (const mse of all('mse', { target, pieces: 3, model: 'difference' })) {
      expect(mse).toBeLessThan(0.0012);
    }
  });
});

it('each piece has a weight and a bias', () => {
  expect(all('parameters', { pieces: 3 })).toEqual(SEEDS.map(() => 6));
  expect(all('parameters', { pieces: 3, model: 'difference' })).toEqual(SEEDS.map(() => 12));
});

it('every measure has its words, for the tables of claims', () => {
  expect(Object.keys(en.site.claims.measures)).toEqual(
    expect.arrayContaining(Object.keys(measures)),
  );
});
