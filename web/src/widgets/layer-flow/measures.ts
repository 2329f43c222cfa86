// What can be measured of a flow: the numbers behind the charts, and what lessons state of them.

import type { Engine, LayerMetrics, Metrics, Training } from '../../engine/types.ts';
import { trainingConfig } from './config.ts';
import { hiddenOutputs, imageSpread } from './image-spread.ts';
import type { FlowSettings } from './settings.ts';

/** Root mean square over all units and training rows. */
export function rms({ activationMean, activationStd }: LayerMetrics): number {
  return Math.hypot(activationMean, activationStd);
}

export const hiddenLayers = ({ layers }: Metrics): LayerMetrics[] => layers.slice(0, -1);

/** How a quantity changes from one end of the hidden layers to the other, in all and a layer. */
export interface Change {
  from: number;
  to: number;
  ratio: number;
  factor: number;
}

function change(from: number, to: number, layers: number): Change {
  const ratio = to / from;
  return { from, to, ratio, factor: ratio ** (1 / (layers - 1)) };
}

/** The signal from the first hidden layer to the last. */
export function forwardChange(metrics: Metrics): Change {
  const hidden = hiddenLayers(metrics);
  return change(rms(hidden[0]!), rms(hidden.at(-1)!), hidden.length);
}

/** The gradient by the outputs, from the last hidden layer back to the first. */
export function backwardChange(metrics: Metrics): Change {
  const hidden = hiddenLayers(metrics);
  const norm = (layer: LayerMetrics) => layer.outputGradientNorm;
  return change(norm(hidden.at(-1)!), norm(hidden[0]!), hidden.length);
}

type Measure = (engine: Engine, settings: FlowSettings, seed: number) => number;

/** Measures the first activation's network. */
function using(
  measure: (training: Training, settings: FlowSettings, engine: Engine) => number,
): Measure {
  return (engine, settings, seed) => {
    const training = engine.createTraining(
      trainingConfig(settings, settings.activations[0]!, seed),
    );
    try {
      return measure(training, settings, engine);
    } finally {
      training.dispose();
    }
  };
}

const atStart = (measure: (metrics: Metrics, settings: FlowSettings) => number) =>
  using((training, settings) => measure(training.metrics(), settings));

/** How far the images are apart, from the first hidden layer to the last. */
const imageChange = (measure: (change: Change) => number) =>
  using((training, { depth }, engine) => {
    const spreads = hiddenOutputs(engine, training).map(imageSpread);
    return measure(change(spreads[0]!, spreads.at(-1)!, depth));
  });

const variance = ({ activationStd }: LayerMetrics) => activationStd ** 2;

function chosenLayer(metrics: Metrics, { layer, depth }: FlowSettings): LayerMetrics {
  return metrics.layers[Math.min(layer, depth) - 1]!;
}

/** Steps between two looks at the layers while something is awaited. */
const LOOK_EVERY = 25;

/** The sample with the smallest mean of the last hidden layer. */
function smallestTop(training: Training, steps: number): Metrics {
  const top = (metrics: Metrics) => hiddenLayers(metrics).at(-1)!.activationMean;
  let smallest = training.metrics();
  for (let done = 0; done < steps; done += LOOK_EVERY) {
    const { state } = training.step(Math.min(LOOK_EVERY, steps - done));
    if (state === 'diverged') break;
    const metrics = training.metrics();
    if (top(metrics) < top(smallest)) smallest = metrics;
  }
  return smallest;
}

/** Images that are compared with one another. */
const COMPARED = 100;

/** Mean cosine between the network's outputs for any two of some training images. */
const outputCosine: Measure = (engine, settings, seed) =>
  using((training) => {
    const { inputs, inputSize } = engine.dataset(training.config.dataset);
    const outputs = training.predict(inputs.subarray(0, COMPARED * inputSize));
    const size = outputs.length / COMPARED;
    const rows = Array.from({ length: COMPARED }, (_, i) =>
      outputs.subarray(i * size, (i + 1) * size),
    );
    const dot = (a: Float32Array, b: Float32Array) => a.reduce((sum, x, i) => sum + x * b[i]!, 0);
    const units = rows.map((row) => row.map((x) => x / Math.sqrt(dot(row, row))));
    const pairs = units.flatMap((a, i) => units.slice(0, i).map((b) => dot(a, b)));
    return pairs.reduce((sum, cosine) => sum + cosine, 0) / pairs.length;
  })(engine, settings, seed);

export const measures: Record<string, Measure> = {
  /** Norm of the gradient by the outputs of the first hidden layer over that of the last. */
  outputGradientRatio: atStart((m) => backwardChange(m).ratio),
  outputGradientFactor: atStart((m) => backwardChange(m).factor),
  /** The same for the gradients of the weights. */
  gradientRatio: atStart(({ layers }) => layers[0]!.gradientNorm / layers.at(-2)!.gradientNorm),
  firstGradient: atStart(({ layers }) => layers[0]!.gradientNorm),
  lastGradient: atStart(({ layers }) => layers.at(-2)!.gradientNorm),
  firstRms: atStart((m) => forwardChange(m).from),
  lastRms: atStart((m) => forwardChange(m).to),
  rmsRatio: atStart((m) => forwardChange(m).ratio),
  rmsFactor: atStart((m) => forwardChange(m).factor),
  /** Of the layer that the settings choose, at the start. */
  layerRms: atStart((m, settings) => rms(chosenLayer(m, settings))),
  layerMean: atStart((m, settings) => chosenLayer(m, settings).activationMean),
  layerVariance: atStart((m, settings) => variance(chosenLayer(m, settings))),
  layerSaturation: atStart((m, settings) => chosenLayer(m, settings).saturatedFraction),
  startSaturation: atStart((m) => {
    const hidden = hiddenLayers(m);
    return (
      hidden.reduce((sum, { saturatedFraction }) => sum + saturatedFraction, 0) / hidden.length
    );
  }),
  firstImageSpread: imageChange(({ from }) => from),
  lastImageSpread: imageChange(({ to }) => to),
  imageSpreadFactor: imageChange(({ factor }) => factor),
  smallestVariance: atStart((m) => Math.min(...hiddenLayers(m).map(variance))),
  largestVariance: atStart((m) => Math.max(...hiddenLayers(m).map(variance))),
  largestMean: atStart((m) =>
    Math.max(...hiddenLayers(m).map(({ activationMean }) => Math.abs(activationMean))),
  ),
  outputCosine,
  /** After all steps; NaN once a number is no longer finite. */
  trainLoss: using((training, { steps }) => {
    training.step(steps);
    return training.metrics().trainLoss;
  }),
  divergedShare: using((training, { steps }) =>
    training.step(steps).state === 'diverged' ? 1 : 0,
  ),
  smallestTopMean: using(
    (training, { steps }) => hiddenLayers(smallestTop(training, steps)).at(-1)!.activationMean,
  ),
  /** Of the first hidden layer, when that of the last is smallest. */
  firstMeanThen: using(
    (training, { steps }) => smallestTop(training, steps).layers[0]!.activationMean,
  ),
};
