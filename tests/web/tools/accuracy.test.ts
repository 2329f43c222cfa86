// What an accuracy run reports, refuses and writes.
import { spawnSync } from 'node:child_process';
import { describe, expect, test } from 'vitest';
import {
  complaints,
  describe as inWords,
  type Report,
  table,
  withRecord,
  withTolerances,
} from '../../../web/tools/accuracy-report.mjs';

const nowhere = { x: 0, gate: 0, ulp: 0, absolute: 0, engine: 0, exact: 0 };
const worst = { x: -1.5, gate: 0, ulp: 2.4, absolute: 1e-7, engine: 1, exact: 1 };
const far = { x: 1, gate: 2, ulp: 1e6, absolute: 3e-9, engine: 1, exact: 1 };

function report(declared: { ulp: number; absolute: number }, stride = 1): Report {
  const output = {
    output: 'value',
    values: 1,
    declared,
    bound: { ulp: 2.41, absolute: 3.1e-9 },
    worst: far,
    worstNearZero: worst,
    attained: [far, worst],
  };
  const exact = { ...output, output: 'derivative', declared: undefined };
  const bound = { ulp: 0, absolute: 0 };
  const outputs = [
    output,
    { ...exact, bound, worst: nowhere, worstNearZero: nowhere, attained: [] },
  ];
  return { stride, subjects: [{ id: 'sigmoid', settled: 0, wrongEdges: [], outputs }] };
}

test.each([
  [{ ulp: 0, absolute: 0 }, 'exact'],
  [{ ulp: 0.5, absolute: 0 }, 'at most 0.5 ULP'],
  [{ ulp: 2.41, absolute: 3.1e-9 }, 'at most 2.41 ULP, or 3.1e-9'],
])('%o in words', (tolerance, words) => {
  expect(inWords(tolerance)).toBe(words);
});

test('the table has a line for every output', () => {
  const lines = table(report({ ulp: 3, absolute: 0 })).split('\n');
  expect(lines).toHaveLength(3);
  expect(lines[1]).toMatch(
    /^sigmoid +value +1000000 +1 +1e-7 +-1\.5 +at most 2\.41 ULP, or 3\.1e-9$/,
  );
  expect(lines[2]).toMatch(/^sigmoid +derivative +0 +0 +exact$/);
});

describe('complaints', () => {
  test('none where the declared tolerance is the measured one', () => {
    expect(complaints(report({ ulp: 2.41, absolute: 3.1e-9 }))).toEqual([]);
  });

  test.each([
    ['too small', { ulp: 2.4, absolute: 3.1e-9 }],
    ['too large', { ulp: 4, absolute: 1e-8 }],
  ])('one where it is %s', (_, declared) => {
    const found = complaints(report(declared));
    expect(found).toHaveLength(1);
    expect(found[0]).toContain('sigmoid: value is at most 2.41 ULP, or 3.1e-9, declared at most');
  });

  test('a run with a stride minds only what is too small', () => {
    expect(complaints(report({ ulp: 4, absolute: 1e-8 }, 64))).toEqual([]);
    expect(complaints(report({ ulp: 4, absolute: 0 }, 64))).toHaveLength(1);
  });

  test('one for each wrong answer to NaN or infinity', () => {
    const wrong = report({ ulp: 2.41, absolute: 3.1e-9 });
    wrong.subjects[0]!.wrongEdges.push('value at nan is 1');
    expect(complaints(wrong)).toEqual(['sigmoid: value at nan is 1']);
  });
});

test('a header gets the measured tolerances and nothing else', () => {
  const header =
    '  static constexpr Tolerance value{2.5, 0};\n  static constexpr Tolerance derivative{4, 1e-8};\n  int value{0, 1};\n';
  const [subject] = report({ ulp: 0, absolute: 0 }).subjects;
  expect(withTolerances(header, subject!)).toBe(
    '  static constexpr Tolerance value{2.41, 3.1e-9};\n  static constexpr Tolerance derivative{0, 0};\n  int value{0, 1};\n',
  );
  expect(() => withTolerances('', subject!)).toThrow('sigmoid: its header declares no tolerance');
});

test('a record gets new lines at its end, and its old ones anew', () => {
  const line = '    {"sigmoid", "value", {2.41, 3.1e-09}, {{0x3f800000, 0}, {0xbfc00000, 0}}},';
  const expected = line.replace('3.1e-09', '3.1e-9');
  const other = '    {"tanh", "value", {1, 0}, {}},';
  const derivative = '    {"sigmoid", "derivative", {0, 0}, {}},';
  const empty = `kRecorded[] = {\n${other}\n};\n}\n`;
  const filled = withRecord(empty, report({ ulp: 0, absolute: 0 }));
  expect(filled).toBe(`kRecorded[] = {\n${other}\n${expected}\n${derivative}\n};\n}\n`);
  expect(withRecord(filled.replace('2.41', '9'), report({ ulp: 0, absolute: 0 }))).toBe(filled);
});

test('pairs are recorded with their gates', () => {
  const pairs = report({ ulp: 0, absolute: 0 });
  pairs.subjects[0]!.id = 'glu-pairs';
  expect(withRecord('{\n};\n', pairs)).toContain(
    '{{0x3f800000, 0x40000000}, {0xbfc00000, 0x00000000}}',
  );
});

test.each([
  [['--wide'], /Unknown option '--wide'/],
  [['everything'], /Unexpected argument 'everything'/],
  [['--write', '--stride', '8'], /--write records what all floats give, so it takes no --stride/],
])('accuracy %o is refused before anything is built', (args, message) => {
  const { status, stderr } = spawnSync(process.execPath, ['web/tools/accuracy.mjs', ...args], {
    encoding: 'utf8',
  });
  expect(status).toBe(1);
  expect(stderr).toMatch(message);
});
