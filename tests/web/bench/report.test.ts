// What the benchmark prints.
import { expect, test } from 'vitest';
import type { WorkResult } from '../../bench/contest.ts';
import { failures, outcomes, summary, table, withPrefix, workTable } from '../../bench/report.ts';

const result: WorkResult = {
  id: 'mlp',
  title: 'a network',
  unit: 'samples',
  entries: [
    { id: 'engine', label: 'engine', rates: [2e6], median: 2e6, operations: 4e9 },
    {
      id: 'peer',
      label: 'a peer',
      rates: [1e6],
      median: 1e6,
      operations: 2e9,
      ratio: 2,
      target: { kind: 'times', value: 15 },
      met: false,
    },
    {
      id: 'native',
      label: 'native',
      rates: [2.5e6],
      median: 2.5e6,
      operations: 5e9,
      ratio: 0.875,
      target: { kind: 'share', value: 0.85 },
      met: true,
    },
    { id: 'away', label: 'PyTorch', rates: [], absent: 'not installed' },
    { id: 'broken', label: 'broken', rates: [], error: 'out of luck' },
  ],
};

test('rates have three digits and the prefix that fits', () => {
  expect([0.5, 7134, 12_345, 1.5e6, 213e6, 1.1e10].map(withPrefix)).toEqual([
    '0.50 ',
    '7134 ',
    '12.3 k',
    '1.50 M',
    '213 M',
    '11.0 G',
  ]);
});

test('columns are aligned, and a long remark widens none', () => {
  expect(table([['a', 'b'], ['long', '10'], ['c'], ['d', '5']])).toBe(
    ['a      b', 'long  10', 'c', 'd      5'].join('\n'),
  );
});

test('a work: medians, ratios, targets, who is missing and who failed', () => {
  expect(workTable(result)).toBe(
    [
      'mlp: a network',
      'contestant  samples/s  GFLOP/s  engine is   target',
      'engine         2.00 M      4.0',
      'a peer         1.00 M      2.0      2.00×  ≥ 15.0×  NOT MET',
      'native         2.50 M      5.0       88 %   ≥ 85 %      met',
      'PyTorch     not installed',
      'broken      FAILED: out of luck',
    ].join('\n'),
  );
});

test('the summary names what is below its target; only failures are failures', () => {
  expect(summary(outcomes([result]))).toBe(
    '1 of 2 targets met\n  mlp against a peer: 2.00×, ≥ 15.0×',
  );
  expect(failures([result])).toEqual(['mlp, broken: out of luck']);
});

test('measuring shows its share of the time', () => {
  const measuring: WorkResult = {
    id: 'measuring',
    title: 'the race',
    unit: 'measurements',
    entries: [
      {
        id: 'engine',
        label: 'engine',
        rates: [400],
        median: 400,
        cost: 0.15,
        target: { kind: 'cost', value: 0.1 },
        met: false,
      },
    ],
  };
  expect(workTable(measuring).split('\n')[2]).toMatch(/15 % {2}≤ 10 % {2}NOT MET$/);
  expect(summary(outcomes([measuring]))).toBe('0 of 1 targets met\n  measuring: 15 %, ≤ 10 %');
});
