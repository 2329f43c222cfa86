// Runs the training of the figure: one session with one racer, and the reader's commands.

import type { Frame } from '../../engine/protocol.ts';
import type { Metrics, Status } from '../../engine/types.ts';
import { type Racer, SessionController } from '../session/controller.ts';
import { addSample, newRun, type Run } from '../training-race/history.ts';
import { sessionOptions, trainingConfig } from './config.ts';
import type { DeadUnitsSettings } from './settings.ts';
import { UnitHistory } from './units.ts';

/** What has come of the settings that it was built from. */
export interface Course {
  readonly settings: DeadUnitsSettings;
  units: UnitHistory;
  run: Run;
  step: number;
}

export class TrainingController extends SessionController {
  /** While another is prepared, still the one before. */
  shown: Course | undefined;

  /** What frames are about. */
  private course: Course | undefined;
  private preparation = 0;

  get step(): number {
    return this.course?.step ?? 0;
  }

  get steps(): number {
    return this.course?.settings.steps ?? 0;
  }

  protected get built(): boolean {
    return this.shown !== undefined;
  }

  protected get over(): boolean {
    return this.course?.run.status.state === 'diverged';
  }

  protected get racers(): readonly Racer[] {
    const { settings } = this.course ?? {};
    return settings ? [{ activation: settings.activation, seed: settings.seed }] : [];
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

  /** One measurement a frame, so that it can be followed. */
  protected async run(): Promise<void> {
    const { measureEvery } = sessionOptions(this.course!.settings);
    this.enter('running');
    await this.obey((session) => session.runTo(this.steps, { steps: measureEvery }));
  }

  override dispose(): void {
    this.preparation++;
    super.dispose();
  }

  protected fill(frame: Frame): boolean {
    const { course } = this;
    const racer = frame.racers[0];
    if (!course || !racer) return false;
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
    return true;
  }
}

/** A diverged network stopped where its status says. */
function stepOf(frame: Frame, status: Status): number {
  return status.state === 'diverged' ? status.step : frame.step;
}
