// Moves the cursor to and fro by itself, until the reader takes over.

import { roundToPixels, type Window } from './interaction.ts';

/** Across the window and back. */
const PERIOD = 14_000;
/** Numbers that move are only readable with few digits. */
const RESOLUTION = 200;

export class CursorSweep {
  private frame: number | undefined;
  private last: number | undefined;
  /** Share of the period, from 0 to 1. */
  private phase = 0;

  /** `move` is called with every new place of the cursor. */
  constructor(
    private readonly window: () => Window,
    private readonly move: (x: number) => void,
  ) {}

  get running(): boolean {
    return this.frame !== undefined;
  }

  start(from: number): void {
    if (this.running) return;
    const { min, max } = this.window();
    const share = Math.min(1, Math.max(0, (from - min) / (max - min)));
    this.phase = Math.acos(1 - 2 * share) / (2 * Math.PI);
    this.last = undefined;
    this.frame = requestAnimationFrame(this.step);
  }

  stop(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
  }

  private readonly step = (time: number): void => {
    // A pause of the page's own is not made up for.
    const passed = Math.min(50, time - (this.last ?? time));
    this.last = time;
    this.phase = (this.phase + passed / PERIOD) % 1;
    const { min, max } = this.window();
    const share = (1 - Math.cos(2 * Math.PI * this.phase)) / 2;
    this.frame = requestAnimationFrame(this.step);
    this.move(roundToPixels(min + (max - min) * share, { min, max }, RESOLUTION));
  };
}
