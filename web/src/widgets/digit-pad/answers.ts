// What a network says of an image: a probability for each digit.

export interface Answer {
  /** In the order of the digits; they add up to 1. */
  probabilities: readonly number[];
  digit: number;
  /** The probability of that digit. */
  confidence: number;
}

const LEAST = 0.001;

/** In per cent with one decimal; never 0 or 100, which no softmax gives. */
export function probabilityText(probability: number): string {
  if (probability < LEAST) return '< 0.1 %';
  if (probability > 1 - LEAST) return '> 99.9 %';
  return `${(100 * probability).toFixed(1)} %`;
}

/** Softmax; undefined when an output is not finite. */
export function answerOf(outputs: Float32Array): Answer | undefined {
  if (!outputs.every(Number.isFinite)) return undefined;
  const largest = Math.max(...outputs);
  const powers = Array.from(outputs, (output) => Math.exp(output - largest));
  const sum = powers.reduce((a, b) => a + b);
  const digit = outputs.indexOf(largest);
  return {
    probabilities: powers.map((power) => power / sum),
    digit,
    confidence: powers[digit]! / sum,
  };
}
