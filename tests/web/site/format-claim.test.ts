// A measured number in prose: a bound is rounded so that the sentence stays true.
import { expect, test } from 'vitest';
import { formatClaim, type Measured } from '../../../web/tools/site/claims.ts';

const written = (value: number, across: string, style: string) =>
  formatClaim({ value, claim: { across, style } } as unknown as Measured, 'en');

test('"at most" rounds up, "at least" rounds down, anything else to the nearest', () => {
  expect(written(0.01034, 'max', 'significant 2')).toBe('0.011');
  expect(written(0.6967, 'min', 'fixed 2')).toBe('0.69');
  expect(written(0.6967, 'median', 'fixed 2')).toBe('0.70');
  expect(written(6.2, 'max', 'integer')).toBe('7');
  expect(written(1, 'max', 'percent 0')).toBe('100\u00a0%');
  expect(written(0.02, 'max', 'significant 2')).toBe('0.020');
});

test('small numbers are written with a power of ten, rounded the same way', () => {
  expect(written(0.0000512, 'max', 'significant 1')).toBe('6 × 10⁻⁵');
  expect(written(0.0000512, 'min', 'significant 2')).toBe('5.1 × 10⁻⁵');
});

test('a mantissa that is rounded up to ten becomes the next power', () => {
  expect(written(0.0000946, 'max', 'significant 1')).toBe('1 × 10⁻⁴');
  expect(written(9.96e-7, 'median', 'significant 2')).toBe('1 × 10⁻⁶');
  expect(written(-7.618e-22, 'median', 'significant 2')).toBe('−7.6 × 10⁻²²');
});
