// Fills the map: hands the planned runs to a pool of sessions, and keeps what came of each, so that
// settings that bring back runs of before show them at once. Knows nothing of the page.

import type { RacerFrame } from '../../engine/protocol.ts';
import type { Runner } from '../runner.ts';
import { type Queue, SessionPool } from '../session/pool.ts';
import { type RunResult, resultOf } from './outcome.ts';
import { type MapJob, type MapPlan, type PlannedCell, planOf } from './plan.ts';
import type { MapSettings } from './settings.ts';

/** `resting`: running, but out of sight. */
export type FillPhase =
  | 'ready'
  | 'running'
  | 'resting'
  | 'paused'
  | 'cancelled'
  | 'finished'
  | 'failed';

/** Time left is not guessed from less than these. */
const LEAST_RUNS = 12;
const LEAST_SECONDS = 1;

export class MapFill implements Queue<MapJob>, Runner {
  phase: FillPhase = 'ready';
  /** Why nothing more can be run. */
  reason = '';
  plan: MapPlan;

  private readonly results = new Map<string, RunResult>();
  /** Jobs not taken yet, and keys of the runs that somebody is at. */
  private waiting: MapJob[] = [];
  private readonly active = new Set<string>();
  private pool: SessionPool<MapJob> | undefined;
  /** Seconds that this plan has been run for, and how many of its runs that has given. */
  private spent = 0;
  private since: number | undefined;
  private ran = 0;
  /** Out of sight: nothing is computed. */
  private unseen = false;

  /** `changed` is called after anything that can be shown has. */
  constructor(
    settings: MapSettings,
    private readonly workers: number,
    private readonly changed: () => void,
  ) {
    this.plan = planOf(settings);
  }

  /** New settings: what is at work is given up, what is known stays. */
  use(settings: MapSettings): void {
    this.stop();
    this.plan = planOf(settings);
    this.spent = 0;
    this.ran = 0;
    this.enter(this.standing);
  }

  get busy(): boolean {
    return this.phase === 'running' || this.phase === 'resting';
  }

  get cancellable(): boolean {
    return this.busy || (this.phase === 'paused' && this.pool !== undefined);
  }

  /** How many sessions are at work. */
  get count(): number {
    return this.pool?.count ?? 0;
  }

  get runs(): number {
    return this.plan.rows.flat().reduce((sum, { runs }) => sum + runs.length, 0);
  }

  /** Runs that are done. */
  get step(): number {
    return this.done;
  }

  get done(): number {
    return this.plan.rows.flat().reduce((sum, cell) => sum + this.of(cell).length, 0);
  }

  result(key: string): RunResult | undefined {
    return this.results.get(key);
  }

  /** What is known of a cell, in the order of its seeds. */
  of({ runs }: PlannedCell): RunResult[] {
    return runs.flatMap(({ key }) => this.results.get(key) ?? []);
  }

  isActive({ runs }: PlannedCell): boolean {
    return runs.some(({ key }) => this.active.has(key));
  }

  /** In seconds; undefined while there is too little to go by. */
  get timeLeft(): number | undefined {
    const { spent, ran } = { spent: this.spent + this.running, ran: this.ran };
    if (ran < LEAST_RUNS || spent < LEAST_SECONDS) return undefined;
    return (spent / ran) * (this.runs - this.done);
  }

  /** Starts, goes on, begins anew once finished, or goes on with what a cancelled or failed filling
   * left open. */
  play(): void {
    if (this.busy) return;
    if (this.phase === 'finished') this.reset();
    if (this.unseen) {
      this.enter('resting');
      return;
    }
    if (this.pool) {
      this.pool.resume();
    } else {
      this.waiting = this.missing();
      this.pool = new SessionPool<MapJob>(this, this.workers);
      this.pool.start();
    }
    this.since = performance.now();
    this.enter('running');
  }

  pause(): void {
    if (this.busy) this.hold('paused');
  }

  /** Stops computing while out of sight, and goes on after. */
  rest(unseen: boolean): void {
    this.unseen = unseen;
    if (unseen && this.phase === 'running') {
      this.hold('resting');
    } else if (!unseen && this.phase === 'resting') {
      this.phase = 'paused';
      this.play();
    }
  }

  /** Ends the workers; cells that are known stay. */
  cancel(): void {
    if (!this.cancellable) return;
    this.stop();
    this.enter('cancelled');
  }

  /** Back to an empty map. */
  reset(): void {
    this.stop();
    this.results.clear();
    this.spent = 0;
    this.ran = 0;
    this.enter('ready');
  }

  dispose(): void {
    this.stop();
    if (this.busy || this.phase === 'paused') this.phase = 'cancelled';
  }

  // The queue.

  take(): MapJob | undefined {
    const job = this.waiting.shift();
    for (const { key } of job?.runs ?? []) this.active.add(key);
    if (job) this.changed();
    return job;
  }

  giveBack(job: MapJob): void {
    for (const { key } of job.runs) this.active.delete(key);
    this.waiting.unshift(job);
    this.changed();
  }

  finished(job: MapJob, racers: readonly RacerFrame[]): void {
    job.runs.forEach(({ key, seed }, i) => {
      const { status, metrics } = racers[i]!;
      this.results.set(key, resultOf(seed, status, metrics!));
      this.active.delete(key);
    });
    this.ran += job.runs.length;
    this.changed();
  }

  drained(): void {
    this.stop();
    this.enter('finished');
  }

  failed(reason: string): void {
    this.stop();
    this.reason = reason;
    this.enter('failed');
  }

  private missing(): MapJob[] {
    return this.plan.jobs.flatMap((job) => {
      const runs = job.runs.filter(({ key }) => !this.results.has(key));
      if (runs.length === 0) return [];
      return { ...job, runs, configs: runs.map(({ config }) => config) };
    });
  }

  private get standing(): FillPhase {
    const { done } = this;
    return done === 0 ? 'ready' : done < this.runs ? 'paused' : 'finished';
  }

  private hold(phase: FillPhase): void {
    this.pool?.pause();
    this.stopWatch();
    this.enter(phase);
  }

  private stop(): void {
    this.pool?.dispose();
    this.pool = undefined;
    this.active.clear();
    this.waiting = [];
    this.stopWatch();
  }

  private get running(): number {
    return this.since === undefined ? 0 : (performance.now() - this.since) / 1000;
  }

  private stopWatch(): void {
    this.spent += this.running;
    this.since = undefined;
  }

  private enter(phase: FillPhase): void {
    this.phase = phase;
    this.changed();
  }
}
