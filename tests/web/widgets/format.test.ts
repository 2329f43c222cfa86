// Numbers as readers see them: exact float32 values, and round ticks.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { formatFloat32, formatNumber, niceStep, ticks } from '../../../web/src/widgets/format.ts';

const parse = (text: string) => Number(text.replaceAll('−', '-').replace('∞', 'Infinity'));

describe('formatFloat32', () => {
  it('reads back as the same float32', () => {
    fc.assert(
      fc.property(fc.float({ noNaN: true }), (value) => {
        expect(Math.fround(parse(formatFloat32(value)))).toBe(value === 0 ? 0 : value);
      }),
    );
  });

  it.each([
    [Math.fround(0.1), '0.1'],
    [Math.fround(-2.5), '−2.5'],
    [0, '0'],
    [1e-7, '1e−7'],
    [Number.NaN, 'NaN'],
    [-Infinity, '−∞'],
  ])('%d is %s', (value, text) => {
    expect(formatFloat32(value)).toBe(text);
  });
});

describe('formatNumber', () => {
  it.each([
    [1234.5678, 3, '1230'],
    [0.000012345, 2, '1.2e−5'],
    [3e8, 1, '3e8'],
  ])('%d to %d digits is %s', (value, digits, text) => {
    expect(formatNumber(value, digits)).toBe(text);
  });
});

describe('ticks', () => {
  it('are multiples of a step of 1, 2 or 5, within the range', () => {
    fc.assert(
      fc.property(
        fc.double({ min: -1000, max: 1000, noNaN: true }),
        fc.double({ min: 1e-3, max: 1000, noNaN: true }),
        fc.integer({ min: 2, max: 40 }),
        (min, span, count) => {
          const step = niceStep(span, count);
          expect(step).toBeLessThanOrEqual((span / count) * (1 + 1e-9));
          expect(step).toBeGreaterThan(span / count / 2.6);
          const found = ticks(min, min + span, step);
          expect(found.length).toBeGreaterThanOrEqual(count - 1);
          found.forEach((tick, i) => {
            expect(Math.abs(tick / step - Math.round(tick / step))).toBeLessThan(1e-6);
            if (i > 0) expect(tick - found[i - 1]!).toBeCloseTo(step, 9);
          });
        },
      ),
    );
  });

  it('are free of rounding errors', () => {
    expect(ticks(-0.3, 0.3, 0.1)).toEqual([-0.3, -0.2, -0.1, 0, 0.1, 0.2, 0.3]);
  });
});
