// Parameter counts, and the width that matches a count.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATION_IDS } from '../../../web/src/engine/catalog.ts';
import { loadEngine } from '../../../web/src/engine/index.ts';
import {
  closestWidth,
  type NetworkShape,
  parameterCount,
} from '../../../web/src/widgets/training-race/network-size.ts';

const digits: NetworkShape = {
  activation: 'relu',
  inputs: 64,
  outputs: 10,
  depth: 6,
  width: 32,
  pieces: 2,
  batchNorm: false,
};

describe('parameterCount', () => {
  it.each([
    ['relu', 65 * 32 + 5 * 33 * 32 + 330],
    ['prelu', 65 * 32 + 5 * 33 * 32 + 330 + 6 * 32],
    ['maxout', 2 * (65 * 32 + 5 * 33 * 32) + 330],
    ['glu', 2 * (65 * 32 + 5 * 33 * 32) + 330],
  ] as const)('counts 6×32 %s on digits', (activation, count) => {
    expect(parameterCount({ ...digits, activation })).toBe(count);
  });

  it('multiplies the hidden part by the pieces', () => {
    const hidden = (pieces: number) =>
      parameterCount({ ...digits, activation: 'maxout', pieces }) - 330;
    expect(hidden(5)).toBe(5 * hidden(1));
  });
});

describe('the engine', () => {
  it.each(ACTIVATION_IDS)(
    'has as many parameters with %s, with and without batch norm',
    async (id) => {
      const engine = await loadEngine({ data: 'on-demand' });
      for (const batchNorm of [false, true]) {
        const pieces = 3;
        const activation = id === 'maxout' ? { id, params: { pieces } } : { id };
        const training = engine.createTraining({
          dataset: { name: 'moons', size: 20 },
          network: { hidden: [5, 5, 5], activation, batchNorm },
        });
        const learned = training.parameters().filter(({ kind }) => !kind.startsWith('running'));
        const count = learned.reduce((sum, { values }) => sum + values.length, 0);
        training.dispose();
        const shape = { inputs: 2, outputs: 2, depth: 3, width: 5, pieces, batchNorm };
        expect(parameterCount({ activation: id, ...shape })).toBe(count);
      }
    },
  );
});

describe('closestWidth', () => {
  it('finds the width with the closest count', () => {
    const shapes = fc.record({
      activation: fc.constantFrom('maxout' as const, 'glu' as const, 'relu' as const),
      inputs: fc.integer({ min: 1, max: 64 }),
      outputs: fc.integer({ min: 1, max: 10 }),
      depth: fc.integer({ min: 1, max: 20 }),
      width: fc.constant(1),
      pieces: fc.integer({ min: 2, max: 8 }),
      batchNorm: fc.boolean(),
    });
    fc.assert(
      fc.property(shapes, fc.integer({ min: 1, max: 200_000 }), (shape, target) => {
        const distance = (width: number) => Math.abs(parameterCount({ ...shape, width }) - target);
        const width = closestWidth(shape, target, 300);
        for (let other = 1; other <= 300; other++) {
          expect(distance(width)).toBeLessThanOrEqual(distance(other));
        }
      }),
      { numRuns: 60 },
    );
  });

  it('gives maxout with two pieces about 1/√2 of the width', () => {
    expect(closestWidth({ ...digits, activation: 'maxout' }, parameterCount(digits))).toBe(21);
  });
});
