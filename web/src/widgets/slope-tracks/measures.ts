// What lessons may state of this figure: each measurement trains what the figure trains.

import type { ActivationId, Engine, Metrics } from '../../engine/types.ts';
import { trainingConfig } from './config.ts';
import { LOWER, SlopeDraws, testSlope, UPPER } from './draws.ts';
import type { SlopesSettings } from './settings.ts';
import { meanOf, slopesOf } from './slopes.ts';

export type Measure = (engine: Engine, settings: SlopesSettings, seed: number) => number;

interface Outcome {
  metrics: Metrics;
  diverged: boolean;
  /** Trainable numbers in all, and slopes among them. */
  parameters: number;
  slopes: number;
}

/** Several measurements are taken of one run. */
const outcomes = new WeakMap<Engine, Map<string, Outcome>>();

function outcomeOf(engine: Engine, settings: SlopesSettings, seed: number, id: ActivationId) {
  const config = trainingConfig(settings, id, seed);
  const key = JSON.stringify([config, settings.steps]);
  const known = outcomes.get(engine) ?? new Map<string, Outcome>();
  outcomes.set(engine, known);
  let outcome = known.get(key);
  if (!outcome) {
    const training = engine.createTraining(config);
    try {
      const { state } = training.step(settings.steps);
      const count = (kinds: readonly string[]) =>
        training
          .parameters()
          .filter(({ kind }) => kinds.includes(kind))
          .reduce((sum, { values }) => sum + values.length, 0);
      outcome = {
        metrics: training.metrics(),
        diverged: state === 'diverged',
        parameters: count(['weight', 'bias', 'slope']),
        slopes: count(['slope']),
      };
      known.set(key, outcome);
    } finally {
      training.dispose();
    }
  }
  return outcome;
}

/** Of PReLU's network after all steps; NaN if it has become non-finite. */
function ofSlopes(pick: (layers: Float32Array[], outcome: Outcome) => number): Measure {
  return (engine, settings, seed) => {
    const outcome = outcomeOf(engine, settings, seed, 'prelu');
    return outcome.diverged ? Number.NaN : pick(slopesOf(outcome.metrics), outcome);
  };
}

/** Of the network of any activation after all steps, were it to train beside PReLU's. */
function ofNetwork(id: ActivationId, pick: (metrics: Metrics) => number): Measure {
  return (engine, settings, seed) => {
    const { diverged, metrics } = outcomeOf(engine, settings, seed, id);
    return diverged ? Number.NaN : pick(metrics);
  };
}

const trainLoss = ({ trainLoss: loss }: Metrics) => loss;
const testAccuracy = ({ testAccuracy: accuracy }: Metrics) => accuracy;

const mean = (layers: Float32Array[], index: number) => meanOf(layers.at(index)!);
const flat = (layers: Float32Array[]) => layers.flatMap((slopes) => [...slopes]);

/** Of the slopes that RReLU draws in its first step. */
function ofDraws(pick: (slopes: Float32Array) => number): Measure {
  return (engine, { width }, seed) => {
    const draws = new SlopeDraws(engine, width, seed);
    try {
      return pick(draws.next().slopes);
    } finally {
      draws.dispose();
    }
  };
}

export const measures: Record<string, Measure> = {
  /** Mean slope of the first and the last hidden layer, and of all units. */
  firstSlope: ofSlopes((layers) => mean(layers, 0)),
  lastSlope: ofSlopes((layers) => mean(layers, -1)),
  meanSlope: ofSlopes((layers) => meanOf(Float32Array.from(flat(layers)))),
  /** 1 if the first layer's mean is above the last one's. */
  firstAboveLast: ofSlopes((layers) => (mean(layers, 0) > mean(layers, -1) ? 1 : 0)),
  /** The layer's mean that is smallest or largest. */
  smallestLayerSlope: ofSlopes((layers) => Math.min(...layers.map(meanOf))),
  largestLayerSlope: ofSlopes((layers) => Math.max(...layers.map(meanOf))),
  /** Over all units. */
  smallestSlope: ofSlopes((layers) => Math.min(...flat(layers))),
  largestSlope: ofSlopes((layers) => Math.max(...flat(layers))),
  negativeSlopes: ofSlopes((layers) => {
    const all = flat(layers);
    return all.filter((slope) => slope < 0).length / all.length;
  }),
  /** Slopes among all that is trained. */
  slopeShare: ofSlopes((_, { slopes, parameters }) => slopes / parameters),
  trainLoss: ofNetwork('prelu', trainLoss),
  testAccuracy: ofNetwork('prelu', testAccuracy),
  reluLoss: ofNetwork('relu', trainLoss),
  reluAccuracy: ofNetwork('relu', testAccuracy),
  /** 1 if PReLU's training loss is below ReLU's. */
  lossBelowRelu: (engine, settings, seed) => {
    const [prelu, relu] = (['prelu', 'relu'] as const).map((id) =>
      ofNetwork(id, trainLoss)(engine, settings, seed),
    );
    return prelu! < relu! ? 1 : 0;
  },
  /** Shares of draws beyond their limits, and in the middle half of them. */
  outsideDraws: ofDraws((slopes) => {
    const [least, most] = [LOWER, UPPER].map(Math.fround);
    return slopes.filter((a) => a < least! || a > most!).length / slopes.length;
  }),
  meanDraw: ofDraws((slopes) => meanOf(slopes)),
  middleDraws: ofDraws((slopes) => {
    const quarter = (UPPER - LOWER) / 4;
    const middle = slopes.filter((a) => a >= LOWER + quarter && a < UPPER - quarter);
    return middle.length / slopes.length;
  }),
  testSlope: (engine) => testSlope(engine),
};
