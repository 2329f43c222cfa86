// Adam with PyTorch's formulas and defaults, for parameters of our own in double precision.

const BETA1 = 0.9;
const BETA2 = 0.999;
const EPSILON = 1e-8;

export class Adam {
  private readonly mean: Float64Array;
  private readonly square: Float64Array;
  private decay1 = 1;
  private decay2 = 1;

  constructor(
    count: number,
    private readonly learningRate: number,
  ) {
    this.mean = new Float64Array(count);
    this.square = new Float64Array(count);
  }

  /** Changes the parameters in place. */
  step(parameters: Float64Array, gradient: Float64Array): void {
    this.decay1 *= BETA1;
    this.decay2 *= BETA2;
    const rate = this.learningRate / (1 - this.decay1);
    const correction = Math.sqrt(1 - this.decay2);
    for (let i = 0; i < parameters.length; i++) {
      const g = gradient[i]!;
      this.mean[i] = BETA1 * this.mean[i]! + (1 - BETA1) * g;
      this.square[i] = BETA2 * this.square[i]! + (1 - BETA2) * g * g;
      parameters[i]! -=
        (rate * this.mean[i]!) / (Math.sqrt(this.square[i]!) / correction + EPSILON);
    }
  }
}
