// A predicted curve is drawn only while the race is the one that it is about.
import { expect, test } from 'vitest';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { Expectations } from '../../../web/src/widgets/training-race/expectations.ts';
import { raceSchema } from '../../../web/src/widgets/training-race/settings.ts';

const authored = { ...defaults(raceSchema), seeds: 3 };
const points = [
  { x: 0, y: 2.3 },
  { x: 1000, y: 0.1 },
];

test('a curve is about a state, whatever the seeds and the view', () => {
  const expectations = new Expectations();
  expect(expectations.of(authored, authored)).toBeUndefined();
  expectations.set('four', { points, query: '?depth=4&learning-rate=0.3' });
  expect(expectations.of(authored, authored)).toBeUndefined();
  const four = { ...authored, depth: 4, learningRate: 0.3 };
  expect(expectations.of(four, authored)).toBe(points);
  expect(expectations.of({ ...four, seed: 9, seeds: 1, lossScale: 'linear' }, authored)).toBe(
    points,
  );
  expect(expectations.of({ ...four, steps: 500 }, authored)).toBeUndefined();
});

test('one without a query is about the figure as its author wrote it, and can be taken back', () => {
  const expectations = new Expectations();
  expectations.set('first', { points, query: '' });
  expect(expectations.of(authored, authored)).toBe(points);
  expectations.set('first', undefined);
  expect(expectations.of(authored, authored)).toBeUndefined();
});
