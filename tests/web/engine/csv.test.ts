// Own data as CSV text.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CSV_LIMITS, type CsvError, parseCsv } from '../../../web/src/engine/csv.ts';
import { EngineError } from '../../../web/src/engine/errors.ts';

function refusal(text: string): CsvError {
  try {
    parseCsv(text);
  } catch (error) {
    expect(error).toBeInstanceOf(EngineError);
    expect((error as CsvError).code).toBe('bad-csv');
    return error as CsvError;
  }
  throw new Error('nothing was refused');
}

const problems = (text: string) => refusal(text).problems;

/** The same lines again and again, as many as a file needs at least. */
const enough = (line: string, end = '\n') =>
  Array(CSV_LIMITS.fewestRows / 2)
    .fill(line)
    .join(end);

describe('good files', () => {
  test('become a data set', () => {
    expect(parseCsv(`x,y,kind\n${enough('1,2,b\n-3.5,4e-1,a')}\n`)).toEqual({
      dataset: {
        inputs: Float32Array.from(Array(5).fill([1, 2, -3.5, 0.4]).flat()),
        targets: Float32Array.from(Array(5).fill([1, 0]).flat()),
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
    ['quotes', '"1","2","a"\n3,4,"b"'],
    ['decimal commas', '1,0;2,0;a\n3;4;b'],
  ])('%s', (_, text) => {
    const { dataset, labels } = parseCsv(enough(text));
    expect([...dataset.inputs]).toEqual(Array(5).fill([1, 2, 3, 4]).flat());
    expect([...dataset.targets]).toEqual(Array(5).fill([0, 1]).flat());
    expect(labels).toEqual(['a', 'b']);
  });

  test('a byte order mark is no part of the first cell', () => {
    expect(parseCsv(`\uFEFF${enough('1,2,a\n3,4,b')}`).dataset.inputs[0]).toBe(1);
  });

  test('labels that are numbers are in numeric order', () => {
    expect(parseCsv(enough('0,0,10\n0,0,9\n0,0,2')).labels).toEqual(['2', '9', '10']);
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
      fc.property(fc.array(fc.tuple(number, number, label), { minLength: 5 }), (half) => {
        fc.pre(new Set(half.map((row) => row[2])).size > 1);
        const rows = [...half, ...half];
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
      'line 6: the number of columns is 2 instead of 3',
      'line 7, column 3: nothing there',
      "line 8, column 1: '1e99' is too large for float32, whose limit is 3.4028234663852886e+38",
    ]);
  });

  test('line numbers count lines inside quotes', () => {
    expect(problems('1,2,"a\nb"\n3,x,c')).toEqual(["line 3, column 2: 'x' is not a number"]);
  });

  test('problems are data too', () => {
    expect(refusal('1,2\n1e39,x,a').details).toEqual([
      { kind: 'columns', line: 1, value: 2, limit: 3 },
      { kind: 'tooLarge', line: 2, column: 1, value: '1e39', limit: CSV_LIMITS.magnitude },
      { kind: 'notNumber', line: 2, column: 2, value: 'x' },
    ]);
  });

  test('the largest float32 is a number, what rounds beyond it is not', () => {
    const row = (x: string) => enough(`${x},0,a\n0,0,b`);
    expect(parseCsv(row('-3.4028234663852886e38')).dataset.inputs[0]).toBe(-CSV_LIMITS.magnitude);
    expect(refusal(row('3.41e38')).details[0]!.kind).toBe('tooLarge');
  });

  test('all problems are counted, the first 20 kept', () => {
    const error = refusal(Array(100).fill('x,x,a').join('\n').replace('x,x', '1,x'));
    expect(error.count).toBe(199);
    expect(error.problems).toHaveLength(20);
    expect(error.details).toHaveLength(20);
    expect(error.message).toContain('; and 179 more; each line needs');
  });

  test('too few rows, in all and of a label', () => {
    const rows = (n: number) => Array.from({ length: n }, (_, i) => `0,0,${i % 2}`).join('\n');
    expect(problems(rows(9))).toEqual(['the number of rows is 9, at least 10']);
    expect(parseCsv(rows(10)).labels).toEqual(['0', '1']);
    expect(problems(`${rows(10)}\n0,0,2`)).toEqual(["label '2' has fewer than 2 rows"]);
  });

  test.each([
    ['', ['there are no rows']],
    ['\n \n', ['there are no rows']],
    ['x,y,label', ['there are no rows']],
    [enough('1,2,a\n3,4,a'), ['the number of different labels is 1, at least 2']],
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
