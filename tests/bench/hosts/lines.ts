// A contestant's own process: a task a line goes in, a timing a line comes out.

import { createInterface } from 'node:readline';
import { CommandError, start, stop } from '../../../web/tools/process.mjs';
import type { Task, Timing } from '../task.ts';

export type Encode = (task: Task, milliseconds: number) => string;

export const asJson: Encode = (task, milliseconds) => JSON.stringify({ ...task, milliseconds });

/** As key=value words, lists with commas, true and false as 1 and 0. */
export const asWords: Encode = (task, milliseconds) =>
  Object.entries({ ...task, milliseconds })
    .map(([key, value]) => `${key}=${typeof value === 'boolean' ? Number(value) : value}`)
    .join(' ');

export class LineHost {
  private readonly child;
  private readonly lines: AsyncIterator<string>;
  private stderr = '';

  constructor(
    private readonly name: string,
    program: string,
    args: string[],
    private readonly encode: Encode,
    env: NodeJS.ProcessEnv = process.env,
  ) {
    this.child = start(program, args, { env, stdio: ['pipe', 'pipe', 'pipe'] });
    this.child.stderr!.on('data', (text) => {
      this.stderr += text;
    });
    this.child.stdin!.on('error', () => {}); // its end is noticed below
    this.lines = createInterface({ input: this.child.stdout! })[Symbol.asyncIterator]();
  }

  async measure(task: Task, milliseconds: number): Promise<Timing> {
    this.child.stdin!.write(`${this.encode(task, milliseconds)}\n`);
    const { value, done } = await this.lines.next();
    if (done)
      throw new CommandError(`${this.name} ended: ${this.stderr.trim() || 'no reason given'}`);
    const answer = JSON.parse(value);
    if ('error' in answer) throw new CommandError(answer.error);
    return answer;
  }

  close(): Promise<void> {
    return stop(this.child);
  }
}
