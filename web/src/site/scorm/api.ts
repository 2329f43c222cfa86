// The API that a SCORM 1.2 LMS puts into a window around the lesson: finding it, and calling it so
// that no answer of its, nor the lack of one, ever stops the lesson.

import { messageOf } from '../../engine/errors.ts';

export interface ScormApi {
  LMSInitialize(parameter: ''): unknown;
  LMSFinish(parameter: ''): unknown;
  LMSGetValue(element: string): unknown;
  LMSSetValue(element: string, value: string): unknown;
  LMSCommit(parameter: ''): unknown;
  LMSGetLastError(): unknown;
  LMSGetErrorString(code: string): unknown;
}

/** How many frames up an LMS may be. */
const DEPTH = 10;

/** Windows of another origin refuse to be read: nothing of theirs is ours. */
function readable<T>(read: () => T): T | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}

/** The API of a window, of one of its parents, or of one around the window that opened it. */
export function findApi(start: Window): ScormApi | undefined {
  const openers = [readable(() => start.opener), readable(() => start.top?.opener)];
  for (const first of [start, ...openers]) {
    let window: Window | null | undefined = first;
    for (let depth = 0; window && depth <= DEPTH; ++depth) {
      const here: Window = window;
      const api = readable(() => (here as { API?: ScormApi }).API);
      if (typeof readable(() => api?.LMSInitialize) === 'function') return api;
      const parent = readable(() => here.parent);
      window = parent === here ? undefined : parent;
    }
  }
  return undefined;
}

/** What a call came to grief with, in the words of the LMS. */
export interface ScormProblem {
  call: string;
  reason: string;
}

export class Lms {
  constructor(
    private readonly api: ScormApi,
    private readonly onProblem: (problem: ScormProblem) => void,
  ) {}

  initialize(): boolean {
    return this.act('LMSInitialize', () => this.api.LMSInitialize(''));
  }

  set(element: string, value: string): boolean {
    return this.act(`LMSSetValue ${element}`, () => this.api.LMSSetValue(element, value));
  }

  commit(): boolean {
    return this.act('LMSCommit', () => this.api.LMSCommit(''));
  }

  finish(): boolean {
    return this.act('LMSFinish', () => this.api.LMSFinish(''));
  }

  /** The value of an element; empty if it has none, which is an error unless it is `optional`. */
  get(element: string, { optional = false } = {}): string {
    try {
      const value = String(this.api.LMSGetValue(element) ?? '');
      const reason = value === '' && !optional ? this.lastError() : undefined;
      if (reason) this.onProblem({ call: `LMSGetValue ${element}`, reason });
      return value;
    } catch (error) {
      this.onProblem({ call: `LMSGetValue ${element}`, reason: messageOf(error) });
      return '';
    }
  }

  private act(call: string, run: () => unknown): boolean {
    try {
      // Some answer with a boolean where the standard has a string.
      if (String(run()) === 'true') return true;
      this.onProblem({ call, reason: this.lastError() ?? 'false' });
    } catch (error) {
      this.onProblem({ call, reason: messageOf(error) });
    }
    return false;
  }

  private lastError(): string | undefined {
    const code = String(this.api.LMSGetLastError());
    return code === '0' ? undefined : `${code} ${this.api.LMSGetErrorString(code)}`.trim();
  }
}
