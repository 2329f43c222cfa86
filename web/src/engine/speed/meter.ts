// Times pieces of work against each other with a coarse clock: all take turns, a short slice each,
// in an order drawn anew for every round, so that what slows the machine down for a while slows
// down all alike. Generators, so that whoever runs them can do something else between two slices.

export interface Contestant {
  /** What a repetition does so many of: the times are for one. */
  readonly units: number;
  repeat(times: number): void;
}

/** Milliseconds. */
const LEAST_SLICE = 1;
const MOST_SLICE = 40;
/** A slice is at least so many times what the clock can tell apart. */
const RESOLUTIONS = 20;
/** Of each contestant, before anything counts: the engine of the browser compiles meanwhile. */
const WARM_UP = 25;
/** Of these, the fastest tells how much fits into a slice: whatever disturbs slows down. */
const TRIES = 3;
const CLOCK_LOOKS = 15;

export class Meter {
  /** The smallest difference that the clock tells, and the length of a slice, in milliseconds. */
  readonly resolution: number;
  readonly slice: number;
  private readonly times: number[];

  constructor(
    private readonly contestants: readonly Contestant[],
    private readonly now: () => number = () => performance.now(),
    private readonly warmth = WARM_UP,
  ) {
    this.resolution = resolutionOf(now);
    this.slice = Math.min(MOST_SLICE, Math.max(LEAST_SLICE, RESOLUTIONS * this.resolution));
    this.times = contestants.map(() => 1);
  }

  /** Works for a while, and finds how many repetitions fill a slice; one round that is not counted. */
  *warmUp(): Generator<void, void> {
    for (const i of this.contestants.keys()) {
      for (let spent = 0; spent < this.warmth; ) spent += this.fill(i);
      const fastest = Math.min(...Array.from({ length: TRIES }, () => this.fill(i)));
      this.times[i] = Math.max(1, Math.round((this.times[i]! * this.slice) / fastest));
      yield;
    }
    yield* this.round();
  }

  /** Nanoseconds for a unit, by contestant. */
  *round(): Generator<void, number[]> {
    const values: number[] = [];
    for (const i of shuffled(this.contestants.length)) {
      const time = this.fill(i);
      values[i] = (1e6 * time) / (this.times[i]! * this.contestants[i]!.units);
      yield;
    }
    return values;
  }

  /** Milliseconds for its repetitions, which are made more if they are over too soon to be timed. */
  private fill(i: number): number {
    for (;;) {
      const start = this.now();
      this.contestants[i]!.repeat(this.times[i]!);
      const time = this.now() - start;
      if (time >= this.slice / 2) return time;
      this.times[i]! *= 2;
    }
  }
}

/** The median of several steps of the clock. */
function resolutionOf(now: () => number): number {
  const steps = Array.from({ length: CLOCK_LOOKS }, () => {
    const start = now();
    let next = now();
    while (next === start) next = now();
    return next - start;
  });
  return steps.sort((a, b) => a - b)[CLOCK_LOOKS >> 1]!;
}

function shuffled(count: number): number[] {
  const order = Array.from({ length: count }, (_, i) => i);
  for (let i = count - 1; i > 0; i--) {
    const j = Math.floor(Math.random() * (i + 1));
    [order[i], order[j]] = [order[j]!, order[i]!];
  }
  return order;
}

/** Runs a generator to its end without a break. */
export function finish<T>(work: Generator<void, T>): T {
  for (;;) {
    const { done, value } = work.next();
    if (done) return value;
  }
}
