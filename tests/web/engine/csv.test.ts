// Own data as CSV text.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { parseCsv } from '../../../web/src/engine/csv.ts';
import { EngineError } from '../../../web/src/engine/errors.ts';

function problems(text: string): readonly string[] {
  try {
    parseCsv(text);
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    expect((error as EngineError).code).toBe('bad-csv');
    return (error as EngineError).problems;
  }
  throw new Error('nothing was refused');
}

describe('good files', () => {
  test('become a data set', () => {
    expect(parseCsv('x,y,kind\n1,2,b\n-3.5,4e-1,a\n')).toEqual({
      dataset: {
        inputs: Float32Array.of(1, 2, -3.5, 0.4),
        targets: Float32Array.of(1, 0),
        inputSize: 2,
        task: 'classification',
        classes: 2,
        standardize: true,
      },
      labels: ['a', 'b'],
      columns: ['x', 'y', 'kind'],
    });
  });

  test.each([
    ['no header', '1,2,a\n3,4,b'],
    ['semicolons', '1;2;a\n3;4;b'],
    ['tabs', '1\t2\ta\n3\t4\tb'],
    ['spaces, blank lines, Windows line ends', ' 1 , 2 , a \r\n\r\n3,4,b\r\n\r\n'],
    ['a byte order mark', '\uFEFF1,2,a\n3,4,b'],
    ['quotes', '"1","2","a"\n3,4,"b"'],
    ['decimal commas', '1,0;2,0;a\n3;4;b'],
  ])('%s', (_, text) => {
    const { dataset, labels } = parseCsv(text);
    expect([...dataset.inputs]).toEqual([1, 2, 3, 4]);
    expect([...dataset.targets]).toEqual([0, 1]);
    expect(labels).toEqual(['a', 'b']);
  });

  test('labels that are numbers are in numeric order', () => {
    expect(parseCsv('0,0,10\n0,0,9\n0,0,2').labels).toEqual(['2', '9', '10']);
  });

  test('5,000 rows are not too many', () => {
    const rows = Array.from({ length: 5000 }, (_, i) => `${i},${-i},${i % 3}`);
    expect(parseCsv(rows.join('\n')).dataset.targets).toHaveLength(5000);
  });

  test('any numbers and labels are read back', () => {
    // Not -0, which JavaScript writes as 0.
    const number = fc.float({ noNaN: true, noDefaultInfinity: true }).map((x) => x + 0);
    const label = fc.constantFrom('red', 'green', 'two words', '中文', 'a"b', 'c,d', 'e\nf');
    const quote = (text: string) => `"${text.replaceAll('"', '""')}"`;
    fc.assert(
      fc.property(fc.array(fc.tuple(number, number, label), { minLength: 2 }), (rows) => {
        fc.pre(new Set(rows.map((row) => row[2])).size > 1);
        const text = rows.map(([x, y, name]) => `${x},${y},${quote(name)}`).join('\n');
        const { dataset, labels } = parseCsv(text);
        expect([...dataset.inputs]).toEqual(rows.flatMap(([x, y]) => [x, y] as const));
        expect([...dataset.targets].map((target) => labels[target])).toEqual(
          rows.map((row) => row[2]),
        );
      }),
    );
  });
});

describe('bad files', () => {
  test('every bad row is named by line and column', () => {
    const text = 'x,y,l\n1,2,a\n\n3,,b\n4,five,c\n6,7\n8,9,\n1e99,0,a';
    expect(problems(text)).toEqual([
      'line 4, column 2: nothing there',
      "line 5, column 2: 'five' is not a number",
      'line 6: 2 columns instead of 3',
      'line 7, column 3: nothing there',
      "line 8, column 1: '1e99' is not a number",
    ]);
  });

  test('line numbers count lines inside quotes', () => {
    expect(problems('1,2,"a\nb"\n3,x,c')).toEqual(["line 3, column 2: 'x' is not a number"]);
  });

  test('20 problems at most', () => {
    expect(problems(Array(100).fill('1,x,a').join('\n'))).toHaveLength(20);
  });

  test.each([
    ['', ['there are no rows']],
    ['\n \n', ['there are no rows']],
    ['x,y,label', ['there are no rows']],
    ['1,2,a\n3,4,a', ["there is one label only, 'a', at least 2 are needed"]],
    ['1,x,a\n3,4,a', ["line 1, column 2: 'x' is not a number"]],
    ['1,2,"a\n3,4,b', ['line 1: a quotation mark is out of place']],
  ])('%j', (text, expected) => {
    expect(problems(text)).toEqual(expected);
  });

  test('too many labels and too many rows', () => {
    const rows = Array.from({ length: 5001 }, (_, i) => `0,0,${i % 11}`);
    expect(problems(rows.join('\n'))).toEqual([
      'there are 5001 rows, at most 5000',
      'there are 11 different labels, at most 10',
    ]);
  });

  test('the message says everything', () => {
    expect(() => parseCsv('1,2,a\n3,b,c')).toThrowErrorMatchingInlineSnapshot(
      `[EngineError: csv: line 2, column 2: 'b' is not a number; each line needs two numbers and a label]`,
    );
    expect(() => parseCsv(5 as never)).toThrowErrorMatchingInlineSnapshot(
      `[EngineError: csv: 5 is not text]`,
    );
  });

  test('no text makes anything but an EngineError', () => {
    const cell = fc.oneof(fc.string(), fc.constantFrom('1', '-2.5', 'a', '"', '', '\r', '1,5'));
    const row = fc.array(cell, { maxLength: 4 }).map((cells) => cells.join(','));
    const file = fc.oneof(
      fc.string(),
      fc.array(row).map((rows) => rows.join('\n')),
    );
    fc.assert(
      fc.property(file, (text) => {
        try {
          const { dataset } = parseCsv(text);
          expect(dataset.inputs).toHaveLength(2 * dataset.targets.length);
        } catch (error) {
          expect(error).toBeInstanceOf(EngineError);
        }
      }),
    );
  });
});
