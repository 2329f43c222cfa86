// Runs a race: one session, its lanes filled from frames, and the reader's commands. Knows nothing
// of the page.

import type { TrainingSession } from '../../engine/client.ts';
import { messageOf } from '../../engine/errors.ts';
import type { Frame, View } from '../../engine/protocol.ts';
import type { Dataset, OwnDatasetConfig } from '../../engine/types.ts';
import {
  type Racer,
  SessionController,
  type Phase as SessionPhase,
} from '../session/controller.ts';
import { type RacePlan, racePlan } from './config.ts';
import { addSample, type Lane, newRun } from './history.ts';
import type { Outputs } from './outputs.ts';
import type { RaceSettings } from './settings.ts';
import { chanceLoss, type Majority, majorityOf } from './verdict.ts';

/** Own data are chosen but not given. */
type WithoutData = 'without-data';
export type Phase = SessionPhase | WithoutData;

export type Speed = RaceSettings['speed'];

/** A race that has been built: what was asked for, and what has come of it so far. */
export interface Heat {
  readonly settings: RaceSettings;
  readonly lanes: readonly Lane[];
  /** Latest predictions of each racer's first seed. */
  readonly outputs: Map<string, Outputs>;
  dataset: Dataset | undefined;
  /** Loss of a constant guess. */
  chance: number;
  majority: Majority | undefined;
  step: number;
}

/** Time that one frame may take in the worker at full speed. */
const FRAME_MILLISECONDS = 30;
/** At a limited speed, frames come at most this often. */
const TICK_MILLISECONDS = 50;
/** Images come and go no faster than they can be looked at. */
const IMAGES_MILLISECONDS = 400;

const wait = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));

export class RaceController extends SessionController<WithoutData> {
  /** What can be shown: while another is prepared, still the one before. */
  shown: Heat | undefined;
  /** Steps a second, smoothed; 0 when nothing runs. */
  rate = 0;

  /** What frames are about. */
  private heat: Heat | undefined;
  private view: View = {};
  private preparation = 0;
  private clock = { time: 0, step: 0 };
  private imagesAt = 0;

  /** `speed` is asked whenever the race starts or goes on. */
  constructor(
    changed: () => void,
    private readonly speed: () => Speed,
  ) {
    super(changed);
  }

  get step(): number {
    return this.heat?.step ?? 0;
  }

  /** Where the race ends. */
  get steps(): number {
    return this.heat?.settings.steps ?? 0;
  }

  protected get built(): boolean {
    return this.shown !== undefined;
  }

  protected get over(): boolean {
    const lanes = this.heat?.lanes ?? [];
    return lanes.every(({ runs }) => runs.every(({ status }) => status.state === 'diverged'));
  }

  protected get racers(): readonly Racer[] {
    const lanes = this.heat?.lanes ?? [];
    return lanes.flatMap(({ id, runs }) => runs.map(({ seed }) => ({ activation: id, seed })));
  }

  /** Builds the networks of new settings; whatever ran is given up. */
  async prepare(settings: RaceSettings, own?: OwnDatasetConfig): Promise<void> {
    const turn = ++this.preparation;
    this.command++;
    this.enter('preparing');
    try {
      if (settings.dataset === 'own' && !own) {
        this.forget('without-data');
        return;
      }
      const plan = racePlan(settings, own);
      const heat = newHeat(settings, plan);
      this.heat = heat;
      this.view = {};
      this.session ??= this.open();
      const configs = plan.entries.flatMap((entry) =>
        plan.seeds.map((seed) => plan.config(entry, seed)),
      );
      await this.session.start(configs, { measureEvery: plan.interval });
      heat.dataset = await this.session.dataset(0);
      heat.chance = chanceLoss(heat.dataset);
      heat.majority = majorityOf(heat.dataset);
      if (turn !== this.preparation) return;
      this.shown = heat;
      this.enter('ready');
    } catch (error) {
      if (turn !== this.preparation || this.phase === 'died') return;
      this.reason = messageOf(error);
      this.forget('refused');
    }
  }

  /** Asks for predictions with every frame; the session forgets them with the next start. */
  async watch(view: View): Promise<void> {
    if (!this.session || !this.shown || this.phase === 'preparing') return;
    if (view.grid === this.view.grid && Boolean(view.test) === Boolean(this.view.test)) return;
    this.view = view;
    await this.session.view({ ...view, every: this.seeds }).catch((error) => this.refuse(error));
  }

  /** Another speed is in force. */
  changePace(): void {
    if (this.phase === 'running') void this.run();
  }

  protected async run(): Promise<void> {
    const speed = this.speed();
    this.clock = { time: performance.now(), step: this.step };
    this.enter('running');
    await this.obey(async (session) => {
      const turn = this.command;
      if (speed === 'max') {
        await session.runTo(this.steps, { milliseconds: FRAME_MILLISECONDS });
      } else {
        await this.paced(session, Number(speed), () => turn === this.command);
      }
    });
  }

  /** A few steps at a time, by the clock. */
  private async paced(session: TrainingSession, speed: number, current: () => boolean) {
    const tick = Math.max(TICK_MILLISECONDS, 1000 / speed);
    const steps = Math.max(1, Math.round((speed * tick) / 1000));
    while (current() && this.step < this.steps && !this.over) {
      const begun = performance.now();
      await session.step(Math.min(steps, this.steps - this.step));
      if (!current()) return;
      await wait(Math.max(0, tick - (performance.now() - begun)));
    }
  }

  override dispose(): void {
    this.preparation++;
    super.dispose();
  }

  private get seeds(): number {
    return this.heat?.settings.seeds ?? 1;
  }

  protected fill(frame: Frame): boolean {
    const { heat, seeds } = this;
    if (!heat || frame.racers.length !== heat.lanes.length * seeds) return false;
    if (frame.first) clear(heat);
    const now = performance.now();
    const images = !frame.playing || now - this.imagesAt >= IMAGES_MILLISECONDS;
    if (images) this.imagesAt = now;
    frame.racers.forEach(({ status, measurements, metrics, grid, test }, i) => {
      const lane = heat.lanes[Math.floor(i / seeds)]!;
      const run = lane.runs[i % seeds]!;
      run.status = status;
      for (const sample of measurements) addSample(run, sample);
      if (metrics) addSample(run, metrics);
      if (i % seeds === 0 && (grid || (test && images))) heat.outputs.set(lane.id, { grid, test });
    });
    heat.step = frame.step;
    const { time, step } = this.clock;
    if (this.phase === 'running' && now - time > 500) {
      this.rate = ((frame.step - step) * 1000) / (now - time);
      this.clock = { time: now, step: frame.step };
    }
    return true;
  }

  /** Nothing can be shown. */
  private forget(phase: Phase): void {
    this.heat = undefined;
    this.shown = undefined;
    this.enter(phase);
  }

  protected override enter(phase: Phase): void {
    if (phase !== 'running') this.rate = 0;
    super.enter(phase);
  }
}

function newHeat(settings: RaceSettings, { entries, seeds }: RacePlan): Heat {
  const lanes = entries.map((entry) => ({ ...entry, runs: seeds.map(newRun) }));
  const outputs = new Map<string, Outputs>();
  return {
    settings,
    lanes,
    outputs,
    dataset: undefined,
    chance: Number.NaN,
    majority: undefined,
    step: 0,
  };
}

function clear({ lanes }: Heat): void {
  for (const { runs } of lanes)
    runs.splice(0, runs.length, ...runs.map(({ seed }) => newRun(seed)));
}
