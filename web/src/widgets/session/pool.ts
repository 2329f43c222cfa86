// Several training sessions that share one queue of jobs. What a job gives does not depend on who
// does it, so that only the time depends on how many there are. Knows nothing of the page.

import { TrainingSession } from '../../engine/client.ts';
import { messageOf } from '../../engine/errors.ts';
import type { Pace, RacerFrame } from '../../engine/protocol.ts';
import type { TrainingConfig } from '../../engine/types.ts';

export interface Job {
  readonly configs: readonly TrainingConfig[];
  readonly steps: number;
}

/** Where the jobs come from and go to. */
export interface Queue<J extends Job> {
  /** The next job, which is then no longer in the queue. */
  take(): J | undefined;
  /** A job that was taken and could not be finished. */
  giveBack(job: J): void;
  /** The frames after the last step, in the order of the configurations. */
  finished(job: J, racers: readonly RacerFrame[]): void;
  /** The queue is empty, and every job that was taken is finished. */
  drained(): void;
  /** Nobody is left to go on. */
  failed(reason: string): void;
}

/** A worker answers a few times a second; the page's thread has to stay free for the page. */
const PACE: Readonly<Record<'worker' | 'page', Pace>> = {
  worker: { milliseconds: 250 },
  page: { milliseconds: 12 },
};

export class SessionPool<J extends Job> {
  private readonly sessions = new Set<TrainingSession>();
  private ended = false;
  private grown = false;
  /** Resolves when the jobs may go on; undefined while they may. */
  private gate: Promise<void> | undefined;
  private openGate = () => {};

  constructor(
    private readonly queue: Queue<J>,
    /** How many work at once, where there are workers. */
    private readonly size: number,
  ) {}

  /** How many are at work. */
  get count(): number {
    return this.sessions.size;
  }

  /** The first comes alone: it shows whether there are workers at all. */
  start(): void {
    this.add();
  }

  pause(): void {
    if (this.gate) return;
    this.gate = new Promise((resolve) => {
      this.openGate = resolve;
    });
    // What a session that fails has to say, its job is told.
    for (const session of this.sessions) session.pause().catch(() => {});
  }

  resume(): void {
    this.openGate();
    this.gate = undefined;
  }

  /** Ends all workers at once; what they were at is given up. */
  dispose(): void {
    this.ended = true;
    this.resume();
    for (const session of this.sessions) session.dispose();
    this.sessions.clear();
  }

  private add(): void {
    const session = new TrainingSession();
    this.sessions.add(session);
    void this.serve(session);
  }

  private async serve(session: TrainingSession): Promise<void> {
    let job: J | undefined;
    try {
      for (job = this.queue.take(); job; job = this.queue.take()) {
        await session.start(job.configs, { measureEvery: job.steps });
        if (this.ended) return;
        // On the page's thread several would only be in each other's way.
        if (session.place === 'page' && this.count > 1) break;
        if (session.place === 'worker') this.grow();
        const racers = await this.run(session, job.steps);
        if (this.ended) return;
        this.queue.finished(job, racers);
      }
      this.leave(session, job);
      if (this.count === 0) this.queue.drained();
    } catch (error) {
      if (this.ended) return;
      this.leave(session, job);
      if (this.count === 0) this.queue.failed(messageOf(error));
    }
  }

  private grow(): void {
    if (this.grown) return;
    this.grown = true;
    while (this.count < this.size) this.add();
  }

  /** To the last step, however often it is paused on the way. */
  private async run(session: TrainingSession, steps: number): Promise<readonly RacerFrame[]> {
    const pace = PACE[session.place ?? 'worker'];
    for (;;) {
      await this.gate;
      const { step, racers } = await session.runTo(steps, pace);
      const over = racers.every(({ status }) => status.state === 'diverged');
      if (step >= steps || over) return racers;
    }
  }

  private leave(session: TrainingSession, job: J | undefined): void {
    if (job) this.queue.giveBack(job);
    session.dispose();
    this.sessions.delete(session);
  }
}
