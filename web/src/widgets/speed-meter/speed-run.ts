// One measurement as the reader commands it: start, stop, rest while out of sight. Knows nothing of
// the page.

import { messageOf } from '../../engine/errors.ts';
import {
  openMeasurement,
  type Prepared,
  type SpeedMeasurement,
} from '../../engine/speed/client.ts';
import type { Runner } from '../runner.ts';
import { SpeedResults } from './results.ts';
import { type SpeedSettings, specOf } from './settings.ts';

/** `resting`: running, but out of sight, where browsers slow a page down. */
export type SpeedPhase =
  | 'ready'
  | 'preparing'
  | 'running'
  | 'resting'
  | 'stopped'
  | 'finished'
  | 'failed';

export class SpeedRun implements Runner {
  phase: SpeedPhase = 'ready';
  reason = '';
  results: SpeedResults | undefined;
  prepared: Prepared | undefined;
  place: SpeedMeasurement['place'] | undefined;

  private measurement: SpeedMeasurement | undefined;
  /** Counts the commands: what an earlier one still brings about is no longer wanted. */
  private command = 0;
  private unseen = false;
  private wake = () => {};

  /** `changed` is called after anything that can be shown has. */
  constructor(
    private readonly changed: () => void,
    private readonly settings: () => SpeedSettings,
  ) {}

  /** Rounds measured. */
  get step(): number {
    return this.results?.count ?? 0;
  }

  get busy(): boolean {
    return ['preparing', 'running', 'resting'].includes(this.phase);
  }

  /** Measures anew. */
  async play(): Promise<void> {
    if (this.busy) return;
    this.end();
    const settings = this.settings();
    const turn = ++this.command;
    const spec = specOf(settings);
    const results = new SpeedResults(spec.timed);
    this.results = results;
    this.prepared = undefined;
    this.enter('preparing');
    try {
      const measurement = await openMeasurement();
      if (turn !== this.command) return measurement.close();
      this.measurement = measurement;
      this.place = measurement.place;
      this.prepared = await measurement.prepare(spec);
      if (turn !== this.command) return;
      this.enter(this.unseen ? 'resting' : 'running');
      while (results.count < settings.rounds) {
        while (this.unseen) await new Promise<void>((wake) => (this.wake = wake));
        const values = await measurement.round();
        if (turn !== this.command) return;
        // What was timed out of sight was slowed down.
        if (!this.unseen) results.add(values);
        this.changed();
      }
      this.end();
      this.enter('finished');
    } catch (error) {
      if (turn !== this.command) return;
      this.end();
      this.reason = messageOf(error);
      this.enter('failed');
    }
  }

  /** Ends the measurement; what is known stays. */
  pause(): void {
    if (!this.busy) return;
    this.end();
    this.enter(this.results?.count ? 'stopped' : 'ready');
  }

  /** Forgets what was measured. */
  reset(): void {
    this.end();
    this.results = undefined;
    this.enter('ready');
  }

  rest(unseen: boolean): void {
    this.unseen = unseen;
    if (unseen && this.phase === 'running') this.enter('resting');
    if (unseen || this.phase !== 'resting') return;
    this.enter('running');
    this.wake();
  }

  private end(): void {
    this.command++;
    this.measurement?.close();
    this.measurement = undefined;
    this.wake();
  }

  private enter(phase: SpeedPhase): void {
    this.phase = phase;
    this.changed();
  }
}
