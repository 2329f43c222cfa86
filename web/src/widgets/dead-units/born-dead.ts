// Networks that are dead before the first step: the exact probability and a simulation of it.
//
// N units a layer, L hidden ReLU layers, no biases, weights drawn symmetrically about zero, one
// input. A unit is off with probability 1/2 whatever comes in, each on its own, so that a layer is
// off as a whole with probability 2^−N; a network is born dead if any of its layers is.

/** 1 − (1 − 2^−N)^L. */
export function bornDeadProbability(width: number, depth: number): number {
  return 1 - (1 - 2 ** -width) ** depth;
}

/** Standard error of a share found in `count` independent draws. */
export function standardError(share: number, count: number): number {
  return Math.sqrt((share * (1 - share)) / count);
}

/**
 * Numbers in (−1, 1), symmetric about zero and never zero: sfc32 (Chris Doty-Humphrey, PractRand)
 * seeded with (0, 0, seed, 1), the first twelve numbers left out. Integer arithmetic only, so that
 * every browser draws the same.
 */
function symmetric(seed: number): () => number {
  let a = 0;
  let b = 0;
  let c = seed | 0;
  let counter = 1;
  const next = () => {
    const sum = (a + b + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 12; i++) next();
  return () => (next() + 0.5) / 2 ** 31 - 1;
}

export class BornDeadSimulation {
  /** Networks drawn, and those of them born dead. */
  count = 0;
  dead = 0;
  /** Of the latest network, row by row: whether each unit is on for the input. */
  readonly on: Uint8Array;
  /** Of the latest network: the first layer that is off as a whole; −1 without one. */
  deadLayer = -1;

  private readonly draw: () => number;
  private inputs: Float64Array;
  private outputs: Float64Array;

  constructor(
    readonly width: number,
    readonly depth: number,
    seed: number,
  ) {
    this.draw = symmetric(seed);
    this.on = new Uint8Array(width * depth);
    this.inputs = new Float64Array(width);
    this.outputs = new Float64Array(width);
  }

  get share(): number {
    return this.dead / this.count;
  }

  /** Draws networks, each with an input of its own. */
  run(networks: number): void {
    for (let i = 0; i < networks; i++) this.next();
  }

  private next(): void {
    const { width, depth, draw, on } = this;
    // He's variance 2 / N, drawn uniformly; the scale keeps numbers in range and decides nothing.
    const scale = Math.sqrt(6 / width);
    on.fill(0);
    this.deadLayer = -1;
    for (let i = 0; i < width; i++) this.inputs[i] = draw();
    for (let layer = 0; layer < depth && this.deadLayer < 0; layer++) {
      let any = false;
      for (let unit = 0; unit < width; unit++) {
        let z = 0;
        for (let i = 0; i < width; i++) z += scale * draw() * this.inputs[i]!;
        this.outputs[unit] = Math.max(0, z);
        if (z > 0) {
          any = true;
          on[layer * width + unit] = 1;
        }
      }
      [this.inputs, this.outputs] = [this.outputs, this.inputs];
      if (!any) this.deadLayer = layer;
    }
    this.count++;
    if (this.deadLayer >= 0) this.dead++;
  }
}
