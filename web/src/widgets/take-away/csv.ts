// Comma-separated values as RFC 4180 has them. A number is written so that it reads back as the
// same number; a comment is the first line, after a `#`, as the readers of tables know it.

import type { DrawnTable } from './types.ts';

function field(value: string | number): string {
  const text = String(value);
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

export function toCsv({ head, rows }: DrawnTable, comment?: string): string {
  const lines = [head, ...rows].map((row) => row.map(field).join(','));
  if (comment !== undefined) lines.unshift(`# ${comment.replace(/\s+/g, ' ')}`);
  return lines.map((line) => `${line}\r\n`).join('');
}
