// What every figure that trains in a session shares: phases, the reader's commands, rest while out
// of sight, refused settings and a worker that dies. Knows nothing of the page.

import { TrainingSession } from '../../engine/client.ts';
import { EngineError, messageOf } from '../../engine/errors.ts';
import type { Frame } from '../../engine/protocol.ts';
import type { NamedParameters } from '../../engine/types.ts';
import type { Runner } from '../runner.ts';

/** `resting`: running, but out of sight. */
export type Phase =
  | 'preparing'
  | 'ready'
  | 'running'
  | 'resting'
  | 'paused'
  | 'finished'
  | 'refused'
  | 'died';

/** What is known of a network by its place in the session. */
export type Racer = Pick<NamedParameters, 'activation' | 'seed'>;

export abstract class SessionController<Other extends string = never> implements Runner {
  phase: Phase | Other = 'preparing';
  /** Why the training was refused or the worker died. */
  reason = '';

  protected session: TrainingSession | undefined;
  /** Counts the reader's commands: what an earlier one still brings about is no longer wanted. */
  protected command = 0;
  /** Out of sight: nothing is computed. */
  private unseen = false;

  /** `changed` is called after anything that can be shown has. */
  constructor(protected readonly changed: () => void) {}

  abstract get step(): number;
  /** Where the training ends. */
  abstract get steps(): number;
  /** Whether there is something to go on with, or to go back from. */
  protected abstract get built(): boolean;
  /** Whether everything has become non-finite. */
  protected abstract get over(): boolean;
  /** Who trains, in the session's order. */
  protected abstract get racers(): readonly Racer[];
  /** Fills in what a frame tells; false: it is about something else. */
  protected abstract fill(frame: Frame): boolean;

  get busy(): boolean {
    return this.phase === 'running' || this.phase === 'resting';
  }

  get startable(): boolean {
    return this.phase === 'ready' || this.phase === 'paused';
  }

  /** Runs to the end, or until paused; begins again once finished. */
  async play(): Promise<void> {
    if (this.phase === 'finished') await this.reset();
    if (!this.startable) return;
    if (this.unseen) this.enter('resting');
    else await this.run();
  }

  protected abstract run(): Promise<void>;

  async pause(): Promise<void> {
    if (this.busy) await this.obey((session) => session.pause());
  }

  /** Takes a few steps and stops. */
  async advance(n: number): Promise<void> {
    const count = Math.min(n, this.steps - this.step);
    if (count <= 0 || !this.startable) return;
    await this.obey((session) => session.step(count, { steps: count }));
  }

  /** Back to the same start. */
  async reset(): Promise<void> {
    if (!this.built || this.phase === 'preparing') return;
    await this.obey((session) => session.reset());
  }

  /** What every network has learned by now. */
  async weights(): Promise<NamedParameters[]> {
    const { session, racers } = this;
    if (!session) throw new EngineError('not-allowed', 'session', 'weights', 'start it first');
    const learned = await session.parameters();
    return learned.map(({ status: { step }, parameters }, i) => ({
      ...racers[i]!,
      step,
      parameters,
    }));
  }

  dispose(): void {
    this.command++;
    this.session?.dispose();
    this.session = undefined;
  }

  /** Stops computing while out of sight, and goes on after. */
  async rest(unseen: boolean): Promise<void> {
    this.unseen = unseen;
    if (unseen && this.phase === 'running') {
      this.command++;
      this.enter('resting');
      await this.session?.pause().catch((error) => this.refuse(error));
    } else if (!unseen && this.phase === 'resting') {
      await this.run();
    }
  }

  /** Carries out a command; if no other has come meanwhile, the training stands still after it. */
  protected async obey(call: (session: TrainingSession) => Promise<unknown>): Promise<void> {
    const { session } = this;
    if (!session) return;
    const turn = ++this.command;
    try {
      await call(session);
      if (turn === this.command) this.enter(this.standing);
    } catch (error) {
      if (turn === this.command) this.refuse(error);
    }
  }

  private get standing(): Phase {
    return this.step >= this.steps || this.over ? 'finished' : this.step > 0 ? 'paused' : 'ready';
  }

  protected open(): TrainingSession {
    const session = new TrainingSession();
    session.addEventListener('frame', ({ frame }) => {
      if (session !== this.session || !this.fill(frame)) return;
      if (this.phase !== 'preparing') this.changed();
    });
    session.addEventListener('failure', ({ error }) => {
      if (session !== this.session) return;
      this.dispose();
      this.reason = error.message;
      this.enter('died');
    });
    return session;
  }

  protected refuse(error: unknown): void {
    if (this.phase === 'died') return;
    this.reason = messageOf(error);
    this.enter('refused');
  }

  protected enter(phase: Phase | Other): void {
    this.phase = phase;
    this.changed();
  }
}
