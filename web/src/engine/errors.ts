// The one error that the engine throws, with code, field, value and limit.

import { ERRORS } from './catalog.ts';
import type { Failure } from './wasm-module.ts';

export type ErrorCode = (typeof ERRORS)[number]['code'];
type Shown = string | number | boolean | undefined;

/** An `EngineError` as plain data, for messages between threads. */
export interface EngineErrorRecord {
  code: ErrorCode;
  message: string;
  field: string;
  value: Shown;
  limit: Shown;
  problems: readonly string[];
}

/** Codes whose value is a sentence or a list, shown without quotes. */
const FREE_TEXT: readonly ErrorCode[] = ['load-failed', 'worker-failed', 'bad-csv'];
const LONGEST_TEXT = 60;

function plain(value: unknown): Exclude<Shown, undefined> {
  switch (typeof value) {
    case 'number':
    case 'boolean':
      return value;
    case 'string':
      return value;
    case 'bigint':
      return `${value}n`;
    case 'undefined':
      return 'undefined';
    case 'object':
      if (value === null) return 'null';
      if (Array.isArray(value)) return 'an array';
      return ArrayBuffer.isView(value) ? 'a typed array' : 'an object';
    default:
      return `a ${typeof value}`;
  }
}

function quoted(value: unknown): string {
  if (typeof value !== 'string') return Object.is(value, -0) ? '-0' : String(plain(value));
  return `'${value.length > LONGEST_TEXT ? `${value.slice(0, LONGEST_TEXT)}…` : value}'`;
}

function format(code: ErrorCode, field: string, value: unknown, limit: unknown): string {
  const template = ERRORS.find((entry) => entry.code === code)?.message ?? code;
  const parts: Record<string, string> = {
    field,
    value: FREE_TEXT.includes(code) ? String(plain(value)) : quoted(value),
    limit: String(limit),
  };
  return template.replace(/\{(\w+)\}/g, (_, name: string) => parts[name] ?? '');
}

export class EngineError extends Error {
  override readonly name = 'EngineError';
  readonly code: ErrorCode;
  /** Dotted path of the setting at fault, or what failed. */
  readonly field: string;
  readonly value: Shown;
  /** What is allowed: a bound, or a list of names. */
  readonly limit: Shown;
  /** Every problem found, where one call can have several (CSV). */
  readonly problems: readonly string[];

  constructor(
    code: ErrorCode,
    field: string,
    value?: unknown,
    limit?: string | number,
    options: { cause?: unknown; message?: string; problems?: readonly string[] } = {},
  ) {
    super(
      options.message ?? format(code, field, value, limit),
      'cause' in options ? { cause: options.cause } : undefined,
    );
    this.code = code;
    this.field = field;
    this.value = value === undefined ? undefined : plain(value);
    this.limit = limit;
    this.problems = options.problems ?? [];
  }

  /** From the latest failure of a wasm module. */
  static fromFailure({ code, field, value, limit }: Failure): EngineError {
    return new EngineError(ERRORS[code]?.code ?? 'none', field, value, limit);
  }

  static fromRecord({ code, field, value, ...rest }: EngineErrorRecord): EngineError {
    const { limit, message, problems } = rest;
    return new EngineError(code, field, value, limit as string | number | undefined, {
      message,
      problems,
    });
  }

  toRecord(): EngineErrorRecord {
    const { code, message, field, value, limit, problems } = this;
    return { code, message, field, value, limit, problems };
  }
}

/** The message of whatever was thrown. */
export function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(plain(error));
}
