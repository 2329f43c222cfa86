// Own data as CSV text: two numeric columns and a label, every bad row named by line and column.

import Papa from 'papaparse';
import { EngineError } from './errors.ts';
import type { OwnDatasetConfig } from './types.ts';

export const CSV_LIMITS = {
  rows: 5000,
  fewestRows: 10,
  fewestPerLabel: 2,
  classes: 10,
  fewestClasses: 2,
  columns: 3,
  /** Largest magnitude that float32 holds. */
  magnitude: 3.4028234663852886e38,
  /** Problems kept; the rest are only counted. */
  problems: 20,
} as const;

export type CsvProblemKind =
  | 'noRows'
  | 'manyRows'
  | 'fewRows'
  | 'columns'
  | 'empty'
  | 'notNumber'
  | 'tooLarge'
  | 'quote'
  | 'manyLabels'
  | 'fewLabels'
  | 'fewOfLabel';

/** One problem as data: where it is, what was found and what is allowed. */
export interface CsvProblem {
  kind: CsvProblemKind;
  /** As an editor counts, from 1; absent when it concerns the whole text. */
  line?: number;
  column?: number;
  value?: string | number;
  limit?: number;
}

/** Why a text was refused: the first problems, and how many there are in all. */
export class CsvError extends EngineError {
  constructor(
    readonly details: readonly CsvProblem[],
    readonly count: number,
  ) {
    const problems = details.map(sentenceOf);
    const hidden = count - details.length;
    const shown = hidden > 0 ? [...problems, `and ${hidden} more`] : problems;
    const rule = 'each line needs two numbers and a label';
    super('bad-csv', 'csv', shown.join('; '), rule, { problems });
  }
}

export interface CsvData {
  dataset: OwnDatasetConfig;
  /** Names of the classes, in the order of their indices. */
  labels: string[];
  /** Names of the columns, if the first line is a header. */
  columns: string[] | null;
}

interface Line {
  number: number;
  cells: string[];
}

const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;

/** Keeps the first problems and counts them all. */
class Problems {
  readonly kept: CsvProblem[] = [];
  count = 0;

  add(...found: CsvProblem[]): void {
    this.count += found.length;
    this.kept.push(...found.slice(0, CSV_LIMITS.problems - this.kept.length));
  }
}

/**
 * Comma, semicolon or tab between cells; a decimal comma is read unless commas are between.
 * Throws a `CsvError`.
 */
export function parseCsv(text: string): CsvData {
  if (typeof text !== 'string') throw new EngineError('wrong-type', 'csv', text, 'text');
  const problems = new Problems();
  const delimiter = delimiterOf(text);
  const lines = split(text, delimiter, problems);
  const number = (cell: string) => toNumber(cell, delimiter);
  const header = isHeader(lines[0]) ? lines.shift() : undefined;
  const { rows, classes } = CSV_LIMITS;
  if (lines.length === 0 && problems.count === 0) problems.add({ kind: 'noRows' });
  if (lines.length > rows) problems.add({ kind: 'manyRows', value: lines.length, limit: rows });

  const inputs: number[] = [];
  const names: string[] = [];
  for (const line of lines) {
    const found = problemsOf(line, number);
    problems.add(...found);
    if (found.length > 0) continue;
    inputs.push(number(line.cells[0]!), number(line.cells[1]!));
    names.push(line.cells[2]!);
  }
  const counts = countOf(names);
  const labels = sortLabels([...counts.keys()]);
  if (labels.length > classes) {
    problems.add({ kind: 'manyLabels', value: labels.length, limit: classes });
  }
  // Rows that could not be read may be the missing ones.
  if (problems.count === 0) problems.add(...shortages(labels, counts, names.length));
  if (problems.count > 0) throw new CsvError(problems.kept, problems.count);

  const targets = names.map((name) => labels.indexOf(name));
  return {
    dataset: {
      inputs: Float32Array.from(inputs),
      targets: Float32Array.from(targets),
      inputSize: 2,
      task: 'classification',
      classes: labels.length,
      standardize: true,
    },
    labels,
    columns: header?.cells ?? null,
  };
}

function isHeader(line: Line | undefined): boolean {
  return (
    line?.cells.length === CSV_LIMITS.columns &&
    line.cells.slice(0, 2).every((cell) => cell !== '' && !NUMBER.test(cell))
  );
}

function countOf(names: readonly string[]): Map<string, number> {
  const counts = new Map<string, number>();
  for (const name of names) counts.set(name, (counts.get(name) ?? 0) + 1);
  return counts;
}

/** What is missing for a race to mean anything. */
function shortages(
  labels: readonly string[],
  counts: ReadonlyMap<string, number>,
  rows: number,
): CsvProblem[] {
  const { fewestRows, fewestClasses, fewestPerLabel } = CSV_LIMITS;
  const found: CsvProblem[] = [];
  if (rows < fewestRows) found.push({ kind: 'fewRows', value: rows, limit: fewestRows });
  if (labels.length < fewestClasses) {
    return [...found, { kind: 'fewLabels', value: labels.length, limit: fewestClasses }];
  }
  for (const label of labels) {
    if (counts.get(label)! >= fewestPerLabel) continue;
    found.push({ kind: 'fewOfLabel', value: shorten(label), limit: fewestPerLabel });
  }
  return found;
}

function delimiterOf(text: string): string {
  const firstLine = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
  const bare = firstLine.replace(/"[^"]*"/g, '');
  return ['\t', ';'].find((candidate) => bare.includes(candidate)) ?? ',';
}

/** The lines that are not blank, with the numbers that an editor would show. */
function split(text: string, delimiter: string, problems: Problems): Line[] {
  const { data, errors } = Papa.parse<string[]>(text.replace(/^\uFEFF/, ''), { delimiter });
  const lines: Line[] = [];
  const starts: number[] = [];
  let number = 1;
  for (const raw of data) {
    starts.push(number);
    const cells = raw.map((cell) => cell.trim());
    if (cells.some((cell) => cell !== '')) lines.push({ number, cells });
    number += raw.join('').split(/\r\n|\r|\n/).length;
  }
  // The parser may complain several times of one mark.
  const misquoted = errors.filter(({ type }) => type === 'Quotes');
  for (const line of new Set(misquoted.map(({ row }) => starts[row ?? 0] ?? 1))) {
    problems.add({ kind: 'quote', line });
  }
  return lines;
}

function problemsOf({ number: line, cells }: Line, toValue: (cell: string) => number) {
  const { columns, magnitude } = CSV_LIMITS;
  const problems: CsvProblem[] = [];
  if (cells.length !== columns) {
    return [{ kind: 'columns', line, value: cells.length, limit: columns } as const];
  }
  for (const [i, cell] of cells.entries()) {
    const column = i + 1;
    const number = i < 2 ? toValue(cell) : 0;
    if (cell === '') problems.push({ kind: 'empty', line, column });
    else if (Number.isNaN(number)) {
      problems.push({ kind: 'notNumber', line, column, value: shorten(cell) });
    } else if (!Number.isFinite(Math.fround(number))) {
      problems.push({ kind: 'tooLarge', line, column, value: shorten(cell), limit: magnitude });
    }
  }
  return problems;
}

/** In English, for the error's message. */
function sentenceOf({ kind, line, column, value, limit }: CsvProblem): string {
  const sentences: Record<CsvProblemKind, string> = {
    noRows: 'there are no rows',
    manyRows: `there are ${value} rows, at most ${limit}`,
    fewRows: `the number of rows is ${value}, at least ${limit}`,
    columns: `the number of columns is ${value} instead of ${limit}`,
    empty: 'nothing there',
    notNumber: `'${value}' is not a number`,
    tooLarge: `'${value}' is too large for float32, whose limit is ${limit}`,
    quote: 'a quotation mark is out of place',
    manyLabels: `there are ${value} different labels, at most ${limit}`,
    fewLabels: `the number of different labels is ${value}, at least ${limit}`,
    fewOfLabel: `label '${value}' has fewer than ${limit} rows`,
  };
  const place = [line && `line ${line}`, column && `column ${column}`].filter(Boolean).join(', ');
  return place ? `${place}: ${sentences[kind]}` : sentences[kind];
}

function toNumber(cell: string, delimiter: string): number {
  if (!NUMBER.test(cell) || (delimiter === ',' && cell.includes(','))) return Number.NaN;
  return Number(cell.replace(',', '.'));
}

/** By value if all are numbers, else by code unit: independent of the order of the rows. */
function sortLabels(list: string[]): string[] {
  return list.every((label) => label !== '' && Number.isFinite(Number(label)))
    ? list.sort((a, b) => Number(a) - Number(b))
    : list.sort();
}

function shorten(cell: string): string {
  return cell.length > 30 ? `${cell.slice(0, 30)}…` : cell;
}
