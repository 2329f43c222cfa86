// Runs the training of the figure: one session with one racer, and the reader's commands.

import { TrainingSession } from '../../engine/client.ts';
import { messageOf } from '../../engine/errors.ts';
import type { Frame } from '../../engine/protocol.ts';
import type { Metrics, Status } from '../../engine/types.ts';
import { addSample, newRun, type Run } from '../training-race/history.ts';
import { sessionOptions, trainingConfig } from './config.ts';
import type { DeadUnitsSettings } from './settings.ts';
import { UnitHistory } from './units.ts';

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

/** What has come of the settings that it was built from. */
export interface Course {
  readonly settings: DeadUnitsSettings;
  units: UnitHistory;
  run: Run;
  step: number;
}

export class TrainingController {
  phase: Phase = 'preparing';
  /** While another is prepared, still the one before. */
  shown: Course | undefined;
  /** Why the training was refused or the worker died. */
  reason = '';

  private session: TrainingSession | undefined;
  /** What frames are about. */
  private course: Course | undefined;
  private preparation = 0;
  private command = 0;

  /** `changed` is called after anything above has. */
  constructor(private readonly changed: () => void) {}

  get step(): number {
    return this.course?.step ?? 0;
  }

  get steps(): number {
    return this.course?.settings.steps ?? 0;
  }

  get busy(): boolean {
    return this.phase === 'running' || this.phase === 'resting';
  }

  get startable(): boolean {
    return this.phase === 'ready' || this.phase === 'paused';
  }

  /** Builds the network of new settings; whatever ran is given up. */
  async prepare(settings: DeadUnitsSettings): Promise<void> {
    const turn = ++this.preparation;
    this.command++;
    this.enter('preparing');
    try {
      const { seed } = settings;
      const course = { settings, units: new UnitHistory(), run: newRun(seed), step: 0 };
      this.course = course;
      this.session ??= this.open();
      await this.session.start([trainingConfig(settings, seed)], sessionOptions(settings));
      if (turn !== this.preparation) return;
      this.shown = course;
      this.enter('ready');
    } catch (error) {
      if (turn === this.preparation) this.refuse(error);
    }
  }

  /** Runs to the end, or until paused; one measurement a frame, so that it can be followed. */
  async play(): Promise<void> {
    const { session, course } = this;
    if (!session || !course || this.step >= this.steps) return;
    this.enter('running');
    const { measureEvery } = sessionOptions(course.settings);
    await this.obey(() => session.runTo(this.steps, { steps: measureEvery }));
  }

  async pause(): Promise<void> {
    const { session } = this;
    if (session && this.busy) await this.obey(() => session.pause());
  }

  /** Takes a few steps and stops. */
  async advance(n: number): Promise<void> {
    const { session } = this;
    const count = Math.min(n, this.steps - this.step);
    if (session && count > 0 && this.startable) {
      await this.obey(() => session.step(count, { steps: count }));
    }
  }

  /** Back to the same start. */
  async reset(): Promise<void> {
    const { session } = this;
    if (session && this.shown && this.phase !== 'preparing') await this.obey(() => session.reset());
  }

  /** Stops computing while out of sight, and goes on after. */
  async rest(unseen: boolean): Promise<void> {
    if (unseen && this.phase === 'running') {
      this.command++;
      this.enter('resting');
      await this.session?.pause().catch((error) => this.refuse(error));
    } else if (!unseen && this.phase === 'resting') {
      await this.play();
    }
  }

  dispose(): void {
    this.preparation++;
    this.command++;
    this.session?.dispose();
    this.session = undefined;
  }

  /** Carries out a command; if no other has come meanwhile, the training stands still after it. */
  private async obey(command: () => Promise<unknown>): Promise<void> {
    const turn = ++this.command;
    try {
      await command();
      if (turn === this.command) this.enter(this.standing);
    } catch (error) {
      if (turn === this.command) this.refuse(error);
    }
  }

  private get standing(): Phase {
    const over = this.course?.run.status.state === 'diverged';
    return this.step >= this.steps || over ? 'finished' : this.step > 0 ? 'paused' : 'ready';
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
    const { course } = this;
    const racer = frame.racers[0];
    if (!course || !racer) return;
    if (frame.first) {
      course.units = new UnitHistory();
      course.run = newRun(course.settings.seed);
    }
    const { run, units } = course;
    run.status = racer.status;
    // Of a network that is no longer finite, nothing can be said unit by unit.
    const finite = (metrics: Metrics) => Number.isFinite(metrics.trainLoss);
    racer.measurements.forEach((metrics, i) => {
      addSample(run, metrics);
      if (finite(metrics)) units.add(racer.activities![i]!);
    });
    if (racer.metrics) {
      addSample(run, racer.metrics);
      if (finite(racer.metrics)) units.show(racer.activity!);
    }
    course.step = stepOf(frame, racer.status);
    if (this.phase !== 'preparing') this.changed();
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

/** A diverged network stopped where its status says. */
function stepOf(frame: Frame, status: Status): number {
  return status.state === 'diverged' ? status.step : frame.step;
}
