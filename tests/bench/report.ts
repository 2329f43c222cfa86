// The results as a table for a terminal.

import type { EntryResult, WorkResult } from './contest.ts';
import type { Target, Work } from './works.ts';

const UNITS: Record<Work['unit'], string> = {
  samples: 'samples/s',
  elements: 'elements/s',
  measurements: 'measurements/s',
};

/** Three digits, with the prefix that fits. */
export function withPrefix(value: number): string {
  const [scale, prefix] =
    value >= 1e9 ? [1e9, ' G'] : value >= 1e6 ? [1e6, ' M'] : value >= 1e4 ? [1e3, ' k'] : [1, ' '];
  const scaled = value / scale;
  return `${scaled.toFixed(scaled >= 100 ? 0 : scaled >= 10 ? 1 : 2)}${prefix}`;
}

const percent = (value: number) => `${(100 * value).toFixed(value < 0.1 ? 1 : 0)} %`;
const factor = (value: number) => `${value.toFixed(value >= 100 ? 0 : value >= 10 ? 1 : 2)}×`;

function ratioText({ ratio, cost, target }: EntryResult): string {
  if (cost !== undefined && ratio === undefined) return percent(cost);
  if (ratio === undefined) return '';
  return target?.kind === 'share' ? percent(ratio) : factor(ratio);
}

function targetText({ kind, value }: Target): string {
  if (kind === 'cost') return `≤ ${percent(value)}`;
  return `≥ ${kind === 'share' ? percent(value) : factor(value)}`;
}

function metText({ target, met }: EntryResult): string {
  if (!target || met === undefined) return '';
  return met ? 'met' : 'NOT MET';
}

function cells(entry: EntryResult): string[] {
  const { label, median, operations, target, absent, error } = entry;
  if (error !== undefined) return [label, `FAILED: ${error}`];
  if (absent !== undefined) return [label, absent];
  return [
    label,
    withPrefix(median!),
    operations === undefined ? '' : `${(operations / 1e9).toFixed(1)}`,
    ratioText(entry),
    target ? targetText(target) : '',
    metText(entry),
  ];
}

/** Columns as wide as their widest cell, all but the first aligned to the right. */
export function table(rows: readonly (readonly string[])[]): string {
  const count = Math.max(...rows.map((row) => row.length));
  const whole = rows.filter((row) => row.length === count);
  const widths = Array.from({ length: count }, (_, i) =>
    Math.max(
      ...whole.map((row) => row[i]!.length),
      ...(i === 0 ? rows.map((r) => r[0]!.length) : []),
    ),
  );
  return rows
    .map((row) =>
      row
        .map((cell, i) =>
          i === 0 || row.length < count
            ? cell.padEnd(i === 0 ? widths[0]! : 0)
            : cell.padStart(widths[i]!),
        )
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

export function workTable({ id, title, unit, entries }: WorkResult): string {
  const head = ['contestant', UNITS[unit], 'GFLOP/s', 'engine is', 'target', ''];
  return `${id}: ${title}\n${table([head, ...entries.map(cells)])}`;
}

/** Whether a target was met, and what was reached. */
export interface Outcome {
  met: boolean;
  text: string;
}

export const outcomes = (results: readonly WorkResult[]): Outcome[] =>
  results.flatMap((work) =>
    work.entries
      .filter(({ met }) => met !== undefined)
      .map((entry) => {
        const what = entry.cost === undefined ? `${work.id} against ${entry.label}` : work.id;
        const text = `${what}: ${ratioText(entry)}, ${targetText(entry.target!)}`;
        return { met: entry.met!, text };
      }),
  );

/** How many targets were met, and which were not. */
export function summary(all: readonly Outcome[]): string {
  const missed = all.filter(({ met }) => !met);
  const count = `${all.length - missed.length} of ${all.length} targets met`;
  return [count, ...missed.map(({ text }) => `  ${text}`)].join('\n');
}

export const failures = (results: readonly WorkResult[]) =>
  results.flatMap((work) =>
    work.entries
      .filter(({ error }) => error !== undefined)
      .map(({ label, error }) => `${work.id}, ${label}: ${error}`),
  );
