// Checks of untrusted values: small readers that combine into tables, each throwing an EngineError
// that names field, value and what is allowed.

import { EngineError } from './errors.ts';

export interface Check<T> {
  /** What is allowed, for the error about a missing value. */
  expects: string;
  read(value: unknown, field: string): T;
}

/** Rows of a table: the check and, for a setting that may be left out, its default. */
export type Fields<T> = { [K in keyof T]-?: readonly [check: Check<T[K]>, preset?: T[K]] };

export function number(min: number, max: number): Check<number> {
  const expects = `a number from ${min} to ${max}`;
  return {
    expects,
    read(value, field) {
      if (typeof value !== 'number') throw new EngineError('wrong-type', field, value, expects);
      if (!Number.isFinite(value)) throw new EngineError('not-finite', field, value);
      if (value < min) throw new EngineError('too-small', field, value, min);
      if (value > max) throw new EngineError('too-large', field, value, max);
      return value;
    },
  };
}

export function integer(min: number, max: number): Check<number> {
  const range = number(min, max);
  const expects = `an integer from ${min} to ${max}`;
  return {
    expects,
    read(value, field) {
      if (typeof value !== 'number') throw new EngineError('wrong-type', field, value, expects);
      if (Number.isFinite(value) && !Number.isInteger(value)) {
        throw new EngineError('not-integer', field, value);
      }
      return range.read(value, field);
    },
  };
}

export const boolean: Check<boolean> = {
  expects: 'true or false',
  read(value, field) {
    if (typeof value !== 'boolean') {
      throw new EngineError('wrong-type', field, value, this.expects);
    }
    return value;
  },
};

export function oneOf<T extends string>(names: readonly T[]): Check<T> {
  const list = names.join(', ');
  return {
    expects: `one of ${list}`,
    read(value, field) {
      if (!names.includes(value as T)) throw new EngineError('unknown-name', field, value, list);
      return value as T;
    },
  };
}

/** A plain object with the settings of the table, defaults filled in, nothing else. */
export function record<T extends object>(fields: Fields<T>): Check<Required<T>> {
  const names = Object.keys(fields) as (keyof T & string)[];
  const list = names.join(', ');
  const expects = `an object with ${list}`;
  return {
    expects,
    read(value, field) {
      const source = object(value, field, expects);
      for (const key of Object.keys(source)) {
        if (!names.includes(key as never) && source[key] !== undefined) {
          throw new EngineError('unknown-key', join(field, key), undefined, list || 'none');
        }
      }
      const result: Partial<T> = {};
      for (const name of names) {
        const [check, preset] = fields[name];
        const given = source[name];
        if (given !== undefined) result[name] = check.read(given, join(field, name));
        else if (preset !== undefined) result[name] = preset;
        else throw new EngineError('missing', join(field, name), undefined, check.expects);
      }
      return result as Required<T>;
    },
  };
}

export function object(value: unknown, field: string, expects: string): Record<string, unknown> {
  if (value === undefined) throw new EngineError('missing', field, undefined, expects);
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw new EngineError('wrong-type', field, value, expects);
  }
  if (ArrayBuffer.isView(value)) throw new EngineError('wrong-type', field, value, expects);
  return value as Record<string, unknown>;
}

/** An array or typed array of numbers as a new Float32Array; `place` names an element at fault. */
export function floats(
  value: unknown,
  field: string,
  place: (index: number) => string = (index) => `${field}[${index}]`,
): Float32Array {
  if (!isNumbers(value)) {
    throw new EngineError('wrong-type', field, value, 'an array of numbers');
  }
  const result = new Float32Array(value.length);
  for (let i = 0; i < result.length; ++i) {
    const given: unknown = value[i];
    if (typeof given !== 'number') {
      throw new EngineError('wrong-type', place(i), given, 'a number');
    }
    result[i] = given;
    if (!Number.isFinite(result[i])) throw new EngineError('not-finite', place(i), given);
  }
  return result;
}

export function isNumbers(value: unknown): value is ArrayLike<unknown> {
  return Array.isArray(value) || (ArrayBuffer.isView(value) && !(value instanceof DataView));
}

const typedArray = Object.getPrototypeOf(Float32Array.prototype) as object;
const tag = Object.getOwnPropertyDescriptor(typedArray, Symbol.toStringTag)?.get;

/** Also takes a Float32Array of another frame, which `instanceof` would not. */
export function float32Array(value: unknown, field: string): Float32Array {
  if (tag?.call(value) !== 'Float32Array') {
    throw new EngineError('wrong-type', field, value, 'a Float32Array');
  }
  return value as Float32Array;
}

/** Runs a reader of a caller's object. What its getters or traps throw is the caller's mistake. */
export function reading<T>(field: string, read: () => T): T {
  try {
    return read();
  } catch (cause) {
    if (cause instanceof EngineError) throw cause;
    throw new EngineError('wrong-type', field, {}, 'plain data that can be read', { cause });
  }
}

function join(field: string, key: string): string {
  return field === '' ? key : `${field}.${key}`;
}
