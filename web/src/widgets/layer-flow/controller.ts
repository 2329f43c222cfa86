// Runs the networks of a flow in a session, keeps what they measured, and takes the reader's
// commands. Knows nothing of the page.

import type { Frame } from '../../engine/protocol.ts';
import type { ActivationId } from '../../engine/types.ts';
import { SessionController } from '../session/controller.ts';
import { measurementInterval } from '../training-race/config.ts';
import { addSample, newRun, type Run } from '../training-race/history.ts';
import { trainingConfig } from './config.ts';
import type { FlowSettings } from './settings.ts';

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

export class FlowController extends SessionController {
  /** What can be shown: while others are built, still those before. */
  shown: Flow | undefined;

  /** What frames are about. */
  private flow: Flow | undefined;
  /** What to build once the building in hand is done. */
  private wanted: FlowSettings | undefined;
  private building = false;

  get step(): number {
    return this.flow?.step ?? 0;
  }

  get steps(): number {
    return this.flow?.settings.steps ?? 0;
  }

  protected get built(): boolean {
    return this.shown !== undefined;
  }

  protected get over(): boolean {
    return (this.flow?.lanes ?? []).every(({ run }) => run.status.state === 'diverged');
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
    if (!this.session || this.step >= this.steps) return;
    if (!this.startable && this.phase !== 'resting') return;
    this.enter('running');
    await this.obey((session) => session.runTo(this.steps, { milliseconds: FRAME_MILLISECONDS }));
  }

  /** Stops computing while out of sight, and goes on after. */
  rest(unseen: boolean): Promise<void> {
    return this.restOr(() => this.play(), unseen);
  }

  override dispose(): void {
    this.wanted = undefined;
    super.dispose();
  }

  protected fill(frame: Frame): boolean {
    const { flow } = this;
    if (!flow || frame.racers.length !== flow.lanes.length) return false;
    frame.racers.forEach(({ status, measurements, metrics }, i) => {
      const lane = flow.lanes[i]!;
      if (frame.first) lane.run = newRun(flow.settings.seed);
      lane.run.status = status;
      for (const sample of measurements) addSample(lane.run, sample);
      if (metrics) addSample(lane.run, metrics);
    });
    flow.step = frame.step;
    return true;
  }
}
