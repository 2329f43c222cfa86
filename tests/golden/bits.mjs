// The bits of curves and trainings as hashes, by the public API; runs in Node and in any browser.
// Its twin is tests/native/bits.cpp.
// @ts-check

/**
 * @typedef {import('activation-lab/engine').Engine} Engine
 * @typedef {import('activation-lab/engine').Status} Status
 * @typedef {import('activation-lab/engine').Training} Training
 * @typedef {import('activation-lab/engine').ActivationId} ActivationId
 * @typedef {import('activation-lab/engine').ActivationParams} ActivationParams
 * @typedef {import('activation-lab/engine').TrainingConfig} TrainingConfig
 *
 * @typedef {{ id: ActivationId, params: ActivationParams }} Curve
 * @typedef {{ name: string, steps: number, config: TrainingConfig }} Run
 * @typedef {{ value: string, derivative: string }} CurveBits
 * @typedef {object} RunBits
 * @property {Status} status
 * @property {number | null} trainLoss null for what JSON cannot hold
 * @property {string} parameters
 * @property {string} metrics
 * @property {string} outputs
 * @typedef {{ curves: (Curve & CurveBits)[], trainings: (Run & RunBits)[] }} Golden
 */

const rotate = (/** @type {number} */ x, /** @type {number} */ bits) =>
  (x << bits) | (x >>> (32 - bits));

/** MurmurHash3 (x86, 32 bits) over words of 32 bits; all NaNs count as one. */
class Hash {
  state = 0;
  words = 0;

  addFloats(/** @type {Float32Array} */ values) {
    const words = new Uint32Array(values.buffer, values.byteOffset, values.length);
    for (const word of words) this.addWord((word & 0x7fffffff) > 0x7f800000 ? 0x7fc00000 : word);
  }

  /** The low word of each first. */
  addNumbers(/** @type {readonly number[]} */ values) {
    // Writing NaN writes this very one only in most engines.
    for (const value of values) {
      const [low, high] = new Uint32Array(Float64Array.of(value).buffer);
      this.addWord(Number.isNaN(value) ? 0 : Number(low));
      this.addWord(Number.isNaN(value) ? 0x7ff80000 : Number(high));
    }
  }

  addWord(/** @type {number} */ word) {
    this.state ^= Math.imul(rotate(Math.imul(word, 0xcc9e2d51), 15), 0x1b873593);
    this.state = (Math.imul(rotate(this.state, 13), 5) + 0xe6546b64) | 0;
    this.words += 1;
  }

  get text() {
    let h = this.state ^ (4 * this.words);
    h = Math.imul(h ^ (h >>> 16), 0x85ebca6b);
    h = Math.imul(h ^ (h >>> 13), 0xc2b2ae35);
    h ^= h >>> 16;
    return (h >>> 0).toString(16).padStart(8, '0');
  }
}

/** @param {Float32Array[]} lists */
function hashOf(...lists) {
  const hash = new Hash();
  for (const list of lists) hash.addFloats(list);
  return hash.text;
}

const POINTS = 2 ** 20;
const IN_THREES = 3 * 1024;

/** As in the twin: 2,048 floats for every sign and exponent, with ±0, ±∞ and every ±2^k. */
const points = Uint32Array.from({ length: POINTS }, (_, i) => {
  const k = Math.imul(i, 0x9e3779b1) & (POINTS - 1);
  return (k << 12) | (Math.imul(k & 0x7ff, k | 1) & 0xfff);
});
const inputs = new Float32Array(points.buffer);

/**
 * The last points are asked for in threes, which leaves nothing for vectors.
 * @param {(x: Float32Array) => Float32Array} f
 */
function curveHash(f) {
  const hash = new Hash();
  for (let from = 0, to = POINTS - IN_THREES; from < POINTS; from = to, to += 3) {
    hash.addFloats(f(inputs.subarray(from, to)));
  }
  return hash.text;
}

/**
 * @param {Engine} engine
 * @param {Curve} curve
 * @returns {CurveBits}
 */
export function curveBits(engine, { id, params }) {
  return {
    value: curveHash((x) => engine.evaluate(id, x, params)),
    derivative: curveHash((x) => engine.derivative(id, x, params)),
  };
}

/** @param {Training} training */
function metricsHash(training) {
  const hash = new Hash();
  const metrics = training.metrics({ histograms: true });
  const { trainLoss, testLoss, trainAccuracy, testAccuracy, layers } = metrics;
  hash.addNumbers([trainLoss, testLoss, trainAccuracy, testAccuracy]);
  for (const layer of layers) {
    hash.addNumbers([layer.gradientNorm, layer.weightNorm, layer.updateRatio]);
    hash.addNumbers([layer.activationMean, layer.activationStd]);
    hash.addNumbers([layer.deadFraction, layer.saturatedFraction]);
    hash.addNumbers([layer.inactiveFraction, layer.outputGradientNorm]);
    for (const list of [layer.histogram, layer.pieceShares]) if (list) hash.addFloats(list);
  }
  return hash.text;
}

/**
 * Everything a training can say of itself, by all that it was measured on.
 * @param {Engine} engine
 * @param {Training} training
 * @returns {RunBits}
 */
export function trainingBits(engine, training) {
  const { trainLoss } = training.metrics();
  return {
    status: training.status(),
    trainLoss: Number.isFinite(trainLoss) ? trainLoss : null,
    parameters: hashOf(...training.parameters().map(({ values }) => values)),
    metrics: metricsHash(training),
    outputs: hashOf(training.predict(engine.dataset(training.config.dataset).inputs)),
  };
}

/**
 * @param {Engine} engine
 * @param {Run} run
 * @returns {RunBits}
 */
export function runBits(engine, { config, steps }) {
  const training = engine.createTraining(config);
  try {
    training.step(steps);
    return trainingBits(engine, training);
  } finally {
    training.dispose();
  }
}

/**
 * What the entries of the golden file say of an engine, in their order.
 * @param {Engine} engine
 * @param {{ curves: Curve[], trainings: Run[] }} golden
 * @returns {{ curves: CurveBits[], trainings: RunBits[] }}
 */
export function bitsOf(engine, { curves, trainings }) {
  return {
    curves: curves.map((curve) => curveBits(engine, curve)),
    trainings: trainings.map((run) => runBits(engine, run)),
  };
}
