// What runs in a figure: its own buttons and the page around it command the same.

export type Command = 'play' | 'pause' | 'advance' | 'reset';

export interface Runner {
  /** `ready`, `running`, `paused`, `finished`, or how else a figure stands. */
  readonly phase: string;
  /** Runs, or would if it were in sight. */
  readonly busy: boolean;
  readonly step: number;
  /** Why it runs no more. */
  readonly reason?: string;
  /** Starts, goes on, or begins again once finished. */
  play(): unknown;
  pause(): unknown;
  /** Takes some steps and stops; where there is none, the figure has no single steps. */
  advance?(n: number): unknown;
  reset?(): unknown;
}

/** Phases that end a run with a reason. */
export const TROUBLES: readonly string[] = ['refused', 'died', 'failed'];
