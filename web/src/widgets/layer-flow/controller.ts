// Runs the networks of a flow in a session, keeps what they measured, and takes the reader's
// commands. Knows nothing of the page.

import { TrainingSession } from '../../engine/client.ts';
import { messageOf } from '../../engine/errors.ts';
import type { Frame } from '../../engine/protocol.ts';
import type { ActivationId } from '../../engine/types.ts';
import { measurementInterval } from '../training-race/config.ts';
import { addSample, newRun, type Run } from '../training-race/history.ts';
import { trainingConfig } from './config.ts';
import type { FlowSettings } from './settings.ts';

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

export interface Lane {
  readonly id: ActivationId;
  run: Run;
}

/** Networks that have been built: what was asked for, and what has come of it so far. */
export interface Flow {
  readonly settings: FlowSettings;
  readonly lanes: readonly Lane[];
  step: number;
}

/** Measuring many layers takes as long as many steps: it is done this much less often than in a race. */
const SLOWER = 2;

/** Time that one frame may take in the worker. */
const FRAME_MILLISECONDS = 30;

export class FlowController {
  phase: Phase = 'preparing';
  /** What can be shown: while others are built, still those before. */
  shown: Flow | undefined;
  /** Why the networks were refused or the worker died. */
  reason = '';

  private session: TrainingSession | undefined;
  /** What frames are about. */
  private flow: Flow | undefined;
  /** What to build once the building in hand is done. */
  private wanted: FlowSettings | undefined;
  private building = false;
  private command = 0;

  /** `changed` is called after anything above has. */
  constructor(private readonly changed: () => void) {}

  get step(): number {
    return this.flow?.step ?? 0;
  }

  get steps(): number {
    return this.flow?.settings.steps ?? 0;
  }

  get busy(): boolean {
    return this.phase === 'running' || this.phase === 'resting';
  }

  get startable(): boolean {
    return this.phase === 'ready' || this.phase === 'paused';
  }

  /** Builds the networks of new settings and measures them at step 0. A slider asks faster than
   * they are built: of those that wait only the latest are. */
  async prepare(settings: FlowSettings): Promise<void> {
    this.wanted = settings;
    this.command++;
    if (this.building) return;
    this.building = true;
    this.enter('preparing');
    while (this.wanted) {
      const next: FlowSettings = this.wanted;
      this.wanted = undefined;
      this.phase = 'preparing';
      await this.build(next);
    }
    this.building = false;
    if (this.phase === 'preparing') this.enter('ready');
  }

  private async build(settings: FlowSettings): Promise<void> {
    const lanes = settings.activations.map((id) => ({ id, run: newRun(settings.seed) }));
    const flow: Flow = { settings, lanes, step: 0 };
    this.flow = flow;
    this.session ??= this.open();
    const { session } = this;
    try {
      await session.start(
        settings.activations.map((id) => trainingConfig(settings, id)),
        { measureEvery: measurementInterval(SLOWER * settings.steps), histograms: true },
      );
      if (session !== this.session) return;
      this.shown = flow;
      this.changed();
    } catch (error) {
      if (session === this.session) this.refuse(error);
    }
  }

  /** Runs to the end, or until paused. */
  async play(): Promise<void> {
    const { session } = this;
    if (!session || !this.startable || this.step >= this.steps) return;
    const turn = ++this.command;
    this.enter('running');
    try {
      await session.runTo(this.steps, { milliseconds: FRAME_MILLISECONDS });
      if (turn === this.command) this.stop();
    } catch (error) {
      if (turn === this.command) this.refuse(error);
    }
  }

  async pause(): Promise<void> {
    if (!this.busy) return;
    await this.commanded((session) => session.pause());
  }

  /** Takes a few steps and stops. */
  async advance(n: number): Promise<void> {
    const count = Math.min(n, this.steps - this.step);
    if (count <= 0 || !this.startable) return;
    await this.commanded((session) => session.step(count, { steps: count }));
  }

  /** Back to the same start. */
  async reset(): Promise<void> {
    if (!this.shown || this.phase === 'preparing') return;
    await this.commanded((session) => session.reset());
  }

  /** Stops computing while out of sight, and goes on after. */
  async rest(unseen: boolean): Promise<void> {
    if (unseen && this.phase === 'running') {
      this.command++;
      this.enter('resting');
      await this.session?.pause().catch((error) => this.refuse(error));
    } else if (!unseen && this.phase === 'resting') {
      this.phase = 'paused';
      await this.play();
    }
  }

  dispose(): void {
    this.command++;
    this.wanted = undefined;
    this.session?.dispose();
    this.session = undefined;
  }

  private async commanded(call: (session: TrainingSession) => Promise<Frame>): Promise<void> {
    const { session } = this;
    if (!session) return;
    const turn = ++this.command;
    try {
      await call(session);
      if (turn === this.command) this.stop();
    } catch (error) {
      if (turn === this.command) this.refuse(error);
    }
  }

  private open(): TrainingSession {
    const session = new TrainingSession();
    session.addEventListener('frame', ({ frame }) => {
      if (session === this.session) this.take(frame);
    });
    session.addEventListener('failure', ({ error }) => {
      if (session !== this.session) return;
      this.dispose();
      this.reason = error.message;
      this.enter('died');
    });
    return session;
  }

  private take(frame: Frame): void {
    const { flow } = this;
    if (!flow || frame.racers.length !== flow.lanes.length) return;
    frame.racers.forEach(({ status, measurements, metrics }, i) => {
      const lane = flow.lanes[i]!;
      if (frame.first) lane.run = newRun(flow.settings.seed);
      lane.run.status = status;
      for (const sample of measurements) addSample(lane.run, sample);
      if (metrics) addSample(lane.run, metrics);
    });
    flow.step = frame.step;
    if (this.phase !== 'preparing') this.changed();
  }

  /** Whether every network has become non-finite. */
  private get over(): boolean {
    return (this.flow?.lanes ?? []).every(({ run }) => run.status.state === 'diverged');
  }

  private stop(): void {
    this.enter(this.step >= this.steps || this.over ? 'finished' : this.step ? 'paused' : 'ready');
  }

  private refuse(error: unknown): void {
    if (this.phase === 'died') return;
    this.reason = messageOf(error);
    this.enter('refused');
  }

  private enter(phase: Phase): void {
    this.phase = phase;
    this.changed();
  }
}
