// Trains the networks of the figure in one session, and asks them what the image in force is.

import type { Frame } from '../../engine/protocol.ts';
import type { Dataset } from '../../engine/types.ts';
import { type Lanes, LanesController } from '../session/lanes.ts';
import { plan } from './config.ts';
import type { PadSettings } from './settings.ts';

export type Course = Lanes<PadSettings>;

export class PadController extends LanesController<PadSettings> {
  /** Once the first networks are built. */
  dataset: Dataset | undefined;
  /** Of each network, for the image in force; undefined when it is blank. */
  outputs: readonly (Float32Array | undefined)[] = [];

  private wantedInputs: Float32Array | undefined;
  private looking = false;

  constructor(changed: () => void) {
    super(changed, plan);
  }

  /** Whether the outputs are still about another image. */
  get behind(): boolean {
    return this.looking;
  }

  override async prepare(settings: PadSettings): Promise<void> {
    await super.prepare(settings);
    if (!this.session || this.phase !== 'ready') return;
    try {
      this.dataset ??= await this.session.dataset();
    } catch (error) {
      if (this.session) this.refuse(error);
    }
    // A session forgets its view when it starts.
    await this.look(this.wantedInputs);
  }

  /** Asks every network about an image, now and in every frame to come. Of the images that come
   * while it waits for an answer, only the last is asked about. */
  async look(inputs: Float32Array | undefined): Promise<void> {
    this.wantedInputs = inputs;
    if (this.looking || !this.session || !this.shown) return;
    this.looking = true;
    try {
      let seen: Float32Array | undefined;
      do {
        seen = this.wantedInputs;
        await this.session.view(seen ? { grid: seen } : {});
      } while (seen !== this.wantedInputs);
    } catch (error) {
      if (this.session) this.refuse(error);
    }
    this.looking = false;
    this.changed();
  }

  protected override fill(frame: Frame): boolean {
    const known = super.fill(frame);
    const grids = frame.racers.map(({ grid }) => grid);
    // New networks have not been asked yet: what the ones before said stays until they are.
    const asked = grids[0] !== undefined || this.wantedInputs === undefined;
    if (known && (asked || grids.length !== this.outputs.length)) this.outputs = grids;
    return known;
  }
}
