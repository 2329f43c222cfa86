// What the command line runs: a training that knows its progress and what has come of it.

import type { NamedParameters } from '../engine/types.ts';
import type { DrawnTable } from '../widgets/take-away/types.ts';

export interface Job {
  /** What was asked for, as JSON. */
  readonly asked: object;
  /** The line that every file has. */
  readonly source: string;
  /** Trains to the end; `progress` is told of every frame. */
  run(progress: (done: number, all: number) => void): Promise<void>;
  /** As the CSV has it. */
  drawn(): DrawnTable;
  /** Everything that was measured. */
  record(): unknown;
  /** Undefined where none are kept. */
  weights?(): Promise<NamedParameters[]>;
  /** The same in PyTorch; undefined where there is no such program. */
  program?(): string;
  dispose(): void;
}
