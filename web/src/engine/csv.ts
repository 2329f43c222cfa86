// Own data as CSV text: two numeric columns and a label, every bad row named by line and column.

import Papa from 'papaparse';
import { EngineError } from './errors.ts';
import type { OwnDatasetConfig } from './types.ts';

export const CSV_LIMITS = { rows: 5000, classes: 10, problems: 20 } as const;

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

const COLUMNS = 3;
const NUMBER = /^[+-]?(\d+([.,]\d*)?|[.,]\d+)(e[+-]?\d+)?$/i;

/** Comma, semicolon or tab between cells; a decimal comma is read unless commas are between. */
export function parseCsv(text: string): CsvData {
  if (typeof text !== 'string') throw new EngineError('wrong-type', 'csv', text, 'text');
  const delimiter = delimiterOf(text);
  const { lines, problems } = split(text, delimiter);
  const first = lines[0];
  const number = (cell: string) => toNumber(cell, delimiter);
  const header =
    first?.cells.length === COLUMNS && first.cells.slice(0, 2).every((cell) => !isNumber(cell))
      ? lines.shift()
      : undefined;
  const { rows, classes, problems: most } = CSV_LIMITS;
  if (lines.length === 0 && problems.length === 0) problems.push('there are no rows');
  if (lines.length > rows) problems.push(`there are ${lines.length} rows, at most ${rows}`);

  const inputs: number[] = [];
  const names: string[] = [];
  for (const line of lines) {
    if (problems.length >= most) break;
    const found = problemsOf(line, number);
    problems.push(...found);
    if (found.length > 0) continue;
    inputs.push(number(line.cells[0]!), number(line.cells[1]!));
    names.push(line.cells[2]!);
  }
  const labels = sortLabels(new Set(names));
  if (problems.length === 0 && labels.length < 2) {
    problems.push(`there is one label only, '${labels[0]}', at least 2 are needed`);
  }
  if (labels.length > classes) {
    problems.push(`there are ${labels.length} different labels, at most ${classes}`);
  }
  if (problems.length > 0) {
    const shown = problems.slice(0, most);
    const rule = 'each line needs two numbers and a label';
    throw new EngineError('bad-csv', 'csv', shown.join('; '), rule, { problems: shown });
  }
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

function delimiterOf(text: string): string {
  const firstLine = text.trimStart().split(/\r?\n|\r/, 1)[0] ?? '';
  const bare = firstLine.replace(/"[^"]*"/g, '');
  return ['\t', ';'].find((candidate) => bare.includes(candidate)) ?? ',';
}

/** The lines that are not blank, with the numbers that an editor would show. */
function split(text: string, delimiter: string): { lines: Line[]; problems: string[] } {
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
  const problems = errors
    .filter((error) => error.type === 'Quotes')
    .map((error) => `line ${starts[error.row ?? 0] ?? 1}: a quotation mark is out of place`);
  return { lines, problems };
}

function problemsOf({ number, cells }: Line, toValue: (cell: string) => number): string[] {
  if (cells.length !== COLUMNS) {
    return [`line ${number}: ${cells.length} columns instead of ${COLUMNS}`];
  }
  const problems: string[] = [];
  for (const [i, cell] of cells.entries()) {
    const place = `line ${number}, column ${i + 1}`;
    if (cell === '') problems.push(`${place}: nothing there`);
    else if (i < 2 && !Number.isFinite(Math.fround(toValue(cell)))) {
      problems.push(`${place}: '${shorten(cell)}' is not a number`);
    }
  }
  return problems;
}

function isNumber(cell: string): boolean {
  return cell === '' || NUMBER.test(cell);
}

function toNumber(cell: string, delimiter: string): number {
  if (!NUMBER.test(cell) || (delimiter === ',' && cell.includes(','))) return Number.NaN;
  return Number(cell.replace(',', '.'));
}

/** By value if all are numbers, else by code unit: independent of the order of the rows. */
function sortLabels(labels: Set<string>): string[] {
  const list = [...labels];
  return list.every((label) => label !== '' && Number.isFinite(Number(label)))
    ? list.sort((a, b) => Number(a) - Number(b))
    : list.sort();
}

function shorten(cell: string): string {
  return cell.length > 30 ? `${cell.slice(0, 30)}…` : cell;
}
