// Networks that differ in their activation and train side by side in a session: builds them, keeps
// what they measured, and takes the reader's commands. Knows nothing of the page.

import type { Frame, SessionOptions } from '../../engine/protocol.ts';
import type { ActivationId, TrainingConfig } from '../../engine/types.ts';
import { addSample, newRun, type Run } from '../training-race/history.ts';
import { type Racer, SessionController } from './controller.ts';

export interface Lane {
  readonly id: ActivationId;
  run: Run;
}

/** Networks that have been built: what was asked for, and what has come of it so far. */
export interface Lanes<Settings> {
  readonly settings: Settings;
  readonly lanes: readonly Lane[];
  step: number;
}

/** What settings ask for. */
export interface Plan {
  ids: readonly ActivationId[];
  config(id: ActivationId): TrainingConfig;
  options: SessionOptions;
}

/** Time that one frame may take in the worker. */
const FRAME_MILLISECONDS = 30;

export class LanesController<
  Settings extends { steps: number; seed: number },
> extends SessionController {
  /** What can be shown: while others are built, still those before. */
  shown: Lanes<Settings> | undefined;

  /** What frames are about. */
  private latest: Lanes<Settings> | undefined;
  /** What to build once the building in hand is done. */
  private wanted: Settings | undefined;
  private building: Promise<void> | undefined;

  constructor(
    changed: () => void,
    private readonly plan: (settings: Settings) => Plan,
  ) {
    super(changed);
  }

  get step(): number {
    return this.latest?.step ?? 0;
  }

  get steps(): number {
    return this.latest?.settings.steps ?? 0;
  }

  protected get built(): boolean {
    return this.shown !== undefined;
  }

  protected get over(): boolean {
    return (this.latest?.lanes ?? []).every(({ run }) => run.status.state === 'diverged');
  }

  protected get racers(): readonly Racer[] {
    return (this.latest?.lanes ?? []).map(({ id, run }) => ({ activation: id, seed: run.seed }));
  }

  /** Builds the networks of new settings and measures them at step 0. A slider asks faster than
   * they are built: of those that wait only the latest are. */
  prepare(settings: Settings): Promise<void> {
    this.wanted = settings;
    this.command++;
    this.building ??= this.buildWanted();
    return this.building;
  }

  private async buildWanted(): Promise<void> {
    this.enter('preparing');
    while (this.wanted) {
      const next: Settings = this.wanted;
      this.wanted = undefined;
      this.phase = 'preparing';
      await this.build(next);
    }
    this.building = undefined;
    if (this.phase === 'preparing') this.enter('ready');
  }

  private async build(settings: Settings): Promise<void> {
    const { ids, config, options } = this.plan(settings);
    const lanes = ids.map((id) => ({ id, run: newRun(settings.seed) }));
    const latest = { settings, lanes, step: 0 };
    this.latest = latest;
    this.session ??= this.open();
    const { session } = this;
    try {
      await session.start(ids.map(config), options);
      if (session !== this.session) return;
      this.shown = latest;
      this.changed();
    } catch (error) {
      if (session === this.session) this.refuse(error);
    }
  }

  protected async run(): Promise<void> {
    this.enter('running');
    await this.obey((session) => session.runTo(this.steps, { milliseconds: FRAME_MILLISECONDS }));
  }

  override dispose(): void {
    this.wanted = undefined;
    super.dispose();
  }

  protected fill(frame: Frame): boolean {
    const { latest } = this;
    if (!latest || frame.racers.length !== latest.lanes.length) return false;
    frame.racers.forEach(({ status, measurements, metrics }, i) => {
      const lane = latest.lanes[i]!;
      if (frame.first) lane.run = newRun(latest.settings.seed);
      lane.run.status = status;
      for (const sample of measurements) addSample(lane.run, sample);
      if (metrics) addSample(lane.run, metrics);
    });
    latest.step = frame.step;
    return true;
  }
}
