// Trains the networks of the layer view in a worker; the latest wish replaces those not begun.

import { TrainingSession } from '../../../engine/client.ts';
import { messageOf } from '../../../engine/errors.ts';
import type { RacerFrame } from '../../../engine/protocol.ts';
import type { ActivationId, TrainingConfig } from '../../../engine/types.ts';

export interface Wish {
  /** Equal for equal networks. */
  key: string;
  ids: readonly ActivationId[];
  configs: readonly TrainingConfig[];
  steps: number;
}

/** Measurements are only wanted at the end. */
const NEVER = 1_000_000;

export class Networks {
  /** What has been measured, by activation; that of an older wish until the new one is met. */
  found: ReadonlyMap<ActivationId, RacerFrame> = new Map();
  busy = false;
  /** Why the latest wish could not be met. */
  problem = '';

  private session: TrainingSession | undefined;
  private wish: Wish | undefined;
  private met = '';

  constructor(private readonly changed: () => void) {}

  want(wish: Wish): void {
    if (wish.key === this.wish?.key) return;
    this.wish = wish;
    this.problem = '';
    if (!this.busy) void this.work();
  }

  retry(): void {
    this.met = '';
    this.problem = '';
    if (!this.busy) void this.work();
  }

  dispose(): void {
    this.session?.dispose();
    this.session = undefined;
    this.wish = undefined;
    this.met = '';
  }

  private async work(): Promise<void> {
    this.busy = true;
    while (this.wish && this.wish.key !== this.met && !this.problem) {
      const { wish } = this;
      try {
        const racers = await this.train(wish);
        this.found = new Map(wish.ids.map((id, i) => [id, racers[i]!]));
        this.met = wish.key;
      } catch (error) {
        this.session?.dispose();
        this.session = undefined;
        // What nobody wants any more may fail.
        if (wish === this.wish) this.problem = messageOf(error);
      }
    }
    this.busy = false;
    this.changed();
  }

  private async train({ configs, steps }: Wish): Promise<readonly RacerFrame[]> {
    if (configs.length === 0) return [];
    this.session ??= new TrainingSession();
    const first = await this.session.start(configs, { histograms: true, measureEvery: NEVER });
    const last = steps > 0 ? await this.session.runTo(steps) : first;
    return last.racers;
  }
}
