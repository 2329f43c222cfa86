// Problems of own data in the words of both languages.

import { describe, expect, test } from 'vitest';
import { type CsvError, parseCsv } from '../../../web/src/engine/csv.ts';
import { LANGUAGES, MESSAGES } from '../../../web/src/i18n/index.ts';
import { problemText } from '../../../web/src/widgets/training-race/own-data.ts';

function texts(csv: string, language: 'en' | 'zh'): string[] {
  try {
    parseCsv(csv);
  } catch (error) {
    const { own } = MESSAGES[language].race;
    return (error as CsvError).details.map((problem) => problemText(problem, own));
  }
  throw new Error('nothing was refused');
}

const repeated = (n: number, row: (i: number) => string) =>
  Array.from({ length: n }, (_, i) => row(i));

/** Every kind of problem at least once. */
const BAD = [
  '',
  '1,2\n1e39,x,\n1,2,"a"b',
  '1,2,a\n3,4,b',
  repeated(10, () => '1,2,a').join('\n'),
  repeated(11, (i) => `1,2,${i < 10 ? i % 2 : 'once'}`).join('\n'),
  repeated(5001, (i) => `1,2,${i % 11}`).join('\n'),
];

describe('problems', () => {
  test('in English', () => {
    expect(BAD.flatMap((csv) => texts(csv, 'en'))).toMatchInlineSnapshot(`
      [
        "There are no rows.",
        "Line 3: a quotation mark is out of place.",
        "Line 1: columns found: 2, needed: 3.",
        "Line 2, column 1: “1e39” is too large; numbers go up to ±3.4e38.",
        "Line 2, column 2: “x” is not a number.",
        "Line 2, column 3: this cell is empty.",
        "Rows found: 2. At least 10 are needed.",
        "Label “a” has fewer than 2 rows.",
        "Label “b” has fewer than 2 rows.",
        "Different labels found: 1. At least 2 are needed.",
        "Label “once” has fewer than 2 rows.",
        "There are 5,001 rows; the most is 5,000.",
        "There are 11 different labels; the most is 10.",
      ]
    `);
  });

  test('in Chinese', () => {
    expect(BAD.flatMap((csv) => texts(csv, 'zh'))).toMatchInlineSnapshot(`
      [
        "没有数据行。",
        "第 3 行：引号位置不对。",
        "第 1 行：有 2 列，应为 3 列。",
        "第 2 行第 1 列：“1e39”超出范围，绝对值不能大于 3.4e38。",
        "第 2 行第 2 列：“x”不是数。",
        "第 2 行第 3 列：此处为空。",
        "只有 2 行，至少需要 10 行。",
        "标签“a”不足 2 行。",
        "标签“b”不足 2 行。",
        "只有 1 种标签，至少需要 2 种。",
        "标签“once”不足 2 行。",
        "共有 5,001 行，最多允许 5,000 行。",
        "共有 11 种标签，最多允许 10 种。",
      ]
    `);
  });

  test('every kind is worded', () => {
    const kinds = new Set(
      BAD.flatMap((csv) => {
        try {
          parseCsv(csv);
          return [];
        } catch (error) {
          return (error as CsvError).details.map(({ kind }) => kind);
        }
      }),
    );
    for (const language of LANGUAGES) {
      expect(Object.keys(MESSAGES[language].race.own.problems).sort()).toEqual([...kinds].sort());
    }
  });
});
