// A loss curve as the reader expects it: its height at a few steps, on a logarithmic axis.

export interface CurveSpec {
  /** Where the axis of the loss begins and ends; above 0. */
  from: number;
  to: number;
  /** Where the axis of the steps ends. */
  steps: number;
  /** The loss at which the curve lies before anything is drawn. */
  start: number;
}

export interface Place {
  step: number;
  loss: number;
}

/** Heights of a curve, at equal distances from the first step to the last. */
export const PLACES = 11;

/** Three digits are more than anybody can draw. */
const rounded = (loss: number) => Number(loss.toPrecision(3));

export class ExpectedCurve {
  /** The loss at each place. */
  losses: number[];
  /** Places that the reader has put somewhere; the others follow the last of these before them. */
  private moved: boolean[] = [];

  constructor(readonly spec: CurveSpec) {
    this.losses = [];
    this.clear();
  }

  get touched(): boolean {
    return this.moved.some(Boolean);
  }

  clear(): void {
    this.losses = Array.from({ length: PLACES }, () => this.spec.start);
    this.moved = this.losses.map(() => false);
  }

  /** Heights that were kept, of however many places. */
  take(kept: readonly number[]): void {
    const last = kept.length - 1;
    this.losses = this.losses.map((_, place) => kept[Math.round((place * last) / (PLACES - 1))]!);
  }

  stepAt(place: number): number {
    return Math.round((place * this.spec.steps) / (PLACES - 1));
  }

  get places(): Place[] {
    return this.losses.map((loss, place) => ({ step: this.stepAt(place), loss }));
  }

  move(place: number, loss: number): void {
    const { from, to } = this.spec;
    this.losses[place] = rounded(Math.min(to, Math.max(from, loss)));
    this.moved[place] = true;
    for (let next = place + 1; next < PLACES && !this.moved[next]; next++) {
      this.losses[next] = this.losses[place];
    }
  }

  /** Up or down by a part of a factor of ten. */
  nudge(place: number, decades: number): void {
    this.move(place, this.losses[place]! * 10 ** decades);
  }

  /** A line drawn from one point to another, in shares of the axes from 0 to 1: whatever places it
   * passes get its height. */
  sweep(from: Share, to: Share): void {
    const at = (share: number) => Math.round(Math.min(1, Math.max(0, share)) * (PLACES - 1));
    const [first, last] = [at(from.along), at(to.along)];
    for (let place = Math.min(first, last); place <= Math.max(first, last); place++) {
      const along = place / (PLACES - 1);
      const part = first === last ? 1 : (along - from.along) / (to.along - from.along);
      const up = from.up + Math.min(1, Math.max(0, part)) * (to.up - from.up);
      this.move(place, this.lossAt(up));
    }
  }

  /** The share of the axis below a loss. */
  heightOf(loss: number): number {
    const { from, to } = this.spec;
    return Math.log(loss / from) / Math.log(to / from);
  }

  private lossAt(up: number): number {
    const { from, to } = this.spec;
    return from * (to / from) ** Math.min(1, Math.max(0, up));
  }

  /** Powers of ten on the axis. */
  get ticks(): number[] {
    const { from, to } = this.spec;
    const first = Math.ceil(Math.log10(from) - 1e-9);
    const last = Math.floor(Math.log10(to) + 1e-9);
    return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) =>
      Number(`1e${first + i}`),
    );
  }
}

export interface Share {
  along: number;
  up: number;
}
