// What ends the command before its work is done, in words for its user.

/** Exit code 2: what was asked for cannot be done as it is written. */
export class UsageError extends Error {}

/** Exit code 1: it was asked for rightly, and failed. */
export class Failure extends Error {}

/** Names what is at fault, its value, and what is allowed. */
export function refused(name: string, value: unknown, allowed: string): UsageError {
  const text = JSON.stringify(value) ?? String(value);
  const shown = text.length > 60 ? `${text.slice(0, 60)}…` : text;
  return new UsageError(`${name}: ${shown} is not allowed; ${allowed}`);
}
