// The engine's histograms as bars.

import { expect, it } from 'vitest';
import { histogramBins, outlineOf } from '../../../web/src/widgets/histogram.ts';

it('a histogram’s outline has the share of each bin at both of its ends', () => {
  expect(outlineOf(histogramBins(Float32Array.of(1, 3)))).toEqual([
    { x: -8, y: 25 },
    { x: 0, y: 25 },
    { x: 0, y: 75 },
    { x: 8, y: 75 },
  ]);
});

it('one without counts has no shares', () => {
  expect(histogramBins(new Float32Array(2)).map(({ percent }) => percent)).toEqual([
    Number.NaN,
    Number.NaN,
  ]);
});
