// What lessons may claim of this figure: each measurement runs what the figure runs.

import { setHiddenBias } from '../../engine/start.ts';
import type { Engine, Training } from '../../engine/types.ts';
import { BornDeadSimulation, bornDeadProbability } from './born-dead.ts';
import { sessionOptions, trainingConfig } from './config.ts';
import type { DeadUnitsSettings } from './settings.ts';
import { sum, UnitHistory } from './units.ts';

export type Measure = (engine: Engine, settings: DeadUnitsSettings, seed: number) => number;

export type MeasureName =
  | 'deadShare'
  | 'trainLoss'
  | 'testAccuracy'
  | 'firstWeightsUnchanged'
  | 'revivedShareFirst'
  | 'revivedShareDeeper'
  | 'divergedShare'
  | 'zeroShareStart'
  | 'zeroShare'
  | 'alignedPairs'
  | 'bornDeadShare'
  | 'bornDeadProbability';

function trained<T>(
  engine: Engine,
  settings: DeadUnitsSettings,
  seed: number,
  read: (training: Training) => T,
): T {
  const training = begun(engine, settings, seed);
  try {
    training.step(settings.steps);
    return read(training);
  } finally {
    training.dispose();
  }
}

function begun(engine: Engine, settings: DeadUnitsSettings, seed: number): Training {
  const training = engine.createTraining(trainingConfig(settings, seed));
  setHiddenBias(training, settings.bias);
  return training;
}

/** NaN for a network that has become non-finite: it is neither dead nor alive. */
const whereFinite = (read: (training: Training) => number) => (training: Training) =>
  training.status().state === 'diverged' ? Number.NaN : read(training);

function deadShareOf(training: Training): number {
  const layers = training.activity('train');
  const units = layers.reduce((count, shares) => count + shares.length, 0);
  const dead = layers.reduce((count, shares) => count + shares.filter((s) => s === 0).length, 0);
  return dead / units;
}

/** The share of pairs of a hidden unit and a training image with derivative zero: a ReLU's zeros. */
function zeroShareOf(training: Training): number {
  const hidden = training.metrics().layers.slice(0, -1);
  return hidden.reduce((total, layer) => total + layer.inactiveFraction, 0) / hidden.length;
}

/** The share of pairs of images x ≠ x′ of the training set with x·x′ + 1 > 0. */
function alignedPairs(engine: Engine): number {
  const { inputs, inputSize, trainCount } = engine.dataset({ name: 'digits' });
  let aligned = 0;
  for (let i = 0; i < trainCount; i++) {
    for (let j = 0; j < i; j++) {
      let product = 1;
      for (let k = 0; k < inputSize; k++) {
        product += inputs[i * inputSize + k]! * inputs[j * inputSize + k]!;
      }
      if (product > 0) aligned++;
    }
  }
  return aligned / ((trainCount * (trainCount - 1)) / 2);
}

function weightBits(training: Training): Uint32Array {
  const { values } = training.parameters().find(({ name }) => name === 'layers.0.weight')!;
  return new Uint32Array(values.buffer, values.byteOffset, values.length);
}

/** The share of units found dead at some measurement, in the layers chosen, that are no longer. */
function revivedShare(layers: (layer: number) => boolean): Measure {
  return (engine, settings, seed) => {
    const training = begun(engine, settings, seed);
    const history = new UnitHistory();
    const { measureEvery = 1 } = sessionOptions(settings);
    const look = () => {
      const { step } = training.status();
      history.add({ step, train: training.activity('train'), batch: training.activity('batch') });
    };
    try {
      look();
      while (training.status().step < settings.steps) {
        const { state, step } = training.step(
          Math.min(measureEvery, settings.steps - training.status().step),
        );
        if (state === 'diverged') return Number.NaN;
        if (step % measureEvery === 0) look();
      }
    } finally {
      training.dispose();
    }
    const { dead, revived } = sum(history.layers.filter((_, layer) => layers(layer)));
    return dead + revived === 0 ? 0 : revived / (dead + revived);
  };
}

export const measures: Readonly<Record<MeasureName, Measure>> = {
  /** Share of hidden units that are dead on the training set after all steps. */
  deadShare: (engine, settings, seed) => trained(engine, settings, seed, whereFinite(deadShareOf)),
  /** Training loss after all steps. */
  trainLoss: (engine, settings, seed) =>
    trained(engine, settings, seed, (training) => training.metrics().trainLoss),
  testAccuracy: (engine, settings, seed) =>
    trained(
      engine,
      settings,
      seed,
      whereFinite((training) => training.metrics().testAccuracy),
    ),
  divergedShare: (engine, settings, seed) =>
    trained(engine, settings, seed, (training) => (training.status().state === 'diverged' ? 1 : 0)),
  /** Before the first step. */
  zeroShareStart: (engine, settings, seed) => {
    const training = begun(engine, settings, seed);
    try {
      return zeroShareOf(training);
    } finally {
      training.dispose();
    }
  },
  zeroShare: (engine, settings, seed) => trained(engine, settings, seed, whereFinite(zeroShareOf)),
  /**
   * Of the digits, whatever the settings: a step down on x lowers a first-layer unit with a bias on
   * x′ too, by η·δ·(x·x′ + 1).
   */
  alignedPairs,
  /** 1 if every weight into the first layer has the bits it started with, else 0. */
  firstWeightsUnchanged: (engine, settings, seed) => {
    const training = begun(engine, settings, seed);
    try {
      const before = weightBits(training);
      training.step(settings.steps);
      const after = weightBits(training);
      return before.every((bits, i) => bits === after[i]) ? 1 : 0;
    } finally {
      training.dispose();
    }
  },
  revivedShareFirst: revivedShare((layer) => layer === 0),
  revivedShareDeeper: revivedShare((layer) => layer > 0),
  /** Share of networks born dead among `networks` drawn. */
  bornDeadShare: (_, { bornWidth, bornDepth, networks }, seed) => {
    const simulation = new BornDeadSimulation(bornWidth, bornDepth, seed);
    simulation.run(networks);
    return simulation.share;
  },
  bornDeadProbability: (_, { bornWidth, bornDepth }) => bornDeadProbability(bornWidth, bornDepth),
};
