// Draws the networks of the born-dead experiment a few at a time, and keeps the share found so far.

import type { Runner } from '../runner.ts';
import { BornDeadSimulation, standardError } from './born-dead.ts';
import type { DeadUnitsSettings } from './settings.ts';

export interface SharePoint {
  count: number;
  share: number;
  error: number;
}

/** Frames that a whole run takes at least, so that it can be followed. */
const FRAMES = 120;
/** Points kept a decade, equally far apart on a logarithmic axis. */
const POINTS = 60;

export class BornRun implements Runner {
  simulation: BornDeadSimulation;
  points: SharePoint[] = [];
  private frame: number | undefined;

  constructor(
    readonly settings: DeadUnitsSettings,
    private readonly changed: () => void,
  ) {
    this.simulation = this.begin();
  }

  get count(): number {
    return this.simulation.count;
  }

  get step(): number {
    return this.count;
  }

  get busy(): boolean {
    return this.frame !== undefined;
  }

  get startable(): boolean {
    return !this.busy && !this.finished;
  }

  get phase(): 'ready' | 'running' | 'paused' | 'finished' {
    if (this.busy) return 'running';
    return this.finished ? 'finished' : this.count > 0 ? 'paused' : 'ready';
  }

  get finished(): boolean {
    return this.count >= this.settings.networks;
  }

  play(): void {
    if (this.busy) return;
    if (this.finished) this.reset();
    this.frame = requestAnimationFrame(this.slice);
    this.changed();
  }

  pause(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
    this.changed();
  }

  advance(networks: number): void {
    const end = Math.min(this.settings.networks, this.count + networks);
    while (this.count < end) this.draw();
    this.changed();
  }

  reset(): void {
    this.simulation = this.begin();
    this.points = [];
    this.pause();
  }

  private begin(): BornDeadSimulation {
    const { bornWidth, bornDepth, seed } = this.settings;
    return new BornDeadSimulation(bornWidth, bornDepth, seed);
  }

  private keep(): void {
    const { count, share } = this.simulation;
    const last = this.points.at(-1)?.count ?? 0;
    const due = Math.floor(POINTS * Math.log10(count)) > Math.floor(POINTS * Math.log10(last));
    if (!due && count < this.settings.networks) return;
    this.points.push({ count, share, error: standardError(share, count) });
  }

  private readonly slice = (): void => {
    this.frame = undefined;
    const deadline = performance.now() + 8;
    // Slowly at first, while every network moves the share.
    const end = this.count + Math.max(1, Math.min(this.settings.networks / FRAMES, this.count / 8));
    while (this.count < end && !this.finished && performance.now() < deadline) this.draw();
    if (!this.finished) this.frame = requestAnimationFrame(this.slice);
    this.changed();
  };

  private draw(): void {
    this.simulation.run(1);
    this.keep();
  }
}
