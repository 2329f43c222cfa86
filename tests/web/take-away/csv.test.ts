// Tables as text: what any reader of CSV gets back is what was written.

import fc from 'fast-check';
import Papa from 'papaparse';
import { expect, test } from 'vitest';
import { toCsv } from '../../../web/src/widgets/take-away/csv.ts';

const read = (csv: string) =>
  Papa.parse<string[]>(csv, { comments: '#', skipEmptyLines: 'greedy' }).data;

test('numbers come back bit for bit', () => {
  fc.assert(
    fc.property(fc.array(fc.double(), { minLength: 1, maxLength: 20 }), (numbers) => {
      const rows = read(toCsv({ head: ['x'], rows: numbers.map((x) => [x]) })).slice(1);
      // Text has one zero.
      expect(rows.map(([text]) => Number(text))).toEqual(numbers.map((x) => x + 0));
    }),
  );
});

test('quotes, commas and line breaks stay in their field', () => {
  const rows = [
    ['a,b', 'say "no"'],
    ['two\r\nlines', ' 1 '],
  ];
  expect(read(toCsv({ head: ['one', 'two'], rows }))).toEqual([['one', 'two'], ...rows]);
});

test('the comment is one line before the names', () => {
  const csv = toCsv({ head: ['x'], rows: [[1]] }, 'made by\nhand');
  expect(csv).toBe('# made by hand\r\nx\r\n1\r\n');
});
