// English messages of the figure of slopes on the negative side.

import { training } from './training.ts';

export const slopeTracks = {
  title: 'Slopes on the negative side',
  taglines: {
    learned: 'What PReLU’s units learn, layer by layer.',
    draws: 'What RReLU draws, and what PReLU learns.',
  },
  modes: { learned: 'PReLU learns', draws: 'RReLU draws' },
  summary: (setup: string, step: string, findings: readonly string[]) =>
    `${setup}. After ${step} steps: ${findings.join(' ')}`,
  setup: {
    size: (rows: string) => `${rows} rows`,
    start: (slope: string) => `slopes from ${slope}`,
    rate: (rate: string) => `SGD, rate ${rate}`,
    slopeRate: (factor: string) => `× ${factor} for slopes`,
    batch: (size: string) => `batch ${size}`,
    seed: (seed: string) => `seed ${seed}`,
  },

  ...training,
  start: 'Train',
  again: 'Train again',
  experiment: 'More settings',

  settings: {
    mode: {
      label: 'Show',
      description: 'The slopes that PReLU learns, or those that RReLU draws beside them.',
    },
    depth: { label: 'Hidden layers', description: 'Number of hidden layers.' },
    width: { label: 'Units a layer', description: 'Units in each hidden layer.' },
    learningRate: { label: 'Learning rate', description: 'Learning rate of SGD.' },
    slopeRate: {
      label: 'Factor on the rate of slopes',
      description: 'Factor on the learning rate of PReLU’s slopes; 0 keeps them as they are.',
    },
    startSlope: {
      label: 'Starting slope',
      description: 'The slope with which all of PReLU’s units start.',
    },
    compare: {
      label: 'Loss compared with',
      description: 'Other activations that train from the same draws, for their loss.',
    },
    dataset: { label: 'Data', description: 'Handwritten digits, or two classes in the plane.' },
    size: {
      label: 'Amount of data',
      description: 'Training images of the digits, or points of the plane in all.',
    },
    init: {
      label: 'Initialization',
      description: 'How weights are drawn: the recommended way for each activation, or one.',
    },
    batchSize: { label: 'Batch size', description: 'Training rows in a batch.' },
    steps: { label: 'Steps', description: 'Optimizer steps to run.' },
    seed: { label: 'Seed', description: 'Seed of batches, initial draws and drawn slopes.' },
    layer: { label: 'Layer read', description: 'The layer whose spread is shown.' },
    unit: {
      label: 'Unit read',
      description: 'The unit of the first layer whose slopes are shown.',
    },
    autoplay: { label: 'Autoplay', description: 'Starts by itself once the figure is visible.' },
  },
  choices: {
    digits: 'Digits',
    moons: 'Two moons',
    spiral: 'Two spirals',
    recommended: 'Recommended start',
    xavier: 'Xavier',
    he: 'He',
    lecun: 'LeCun',
  },

  readStep: 'At step',
  latest: 'Latest',
  drawAgain: 'Draw again',
  drawnIn: (step: string) => `Drawn in training step ${step}`,
  stepAxis: 'Step',
  layerAxis: 'Hidden layer',
  rowAxis: 'Row of the batch',
  slopeAxis: 'Slope a',
  layer: (layer: string) => `layer ${layer}`,
  charts: {
    tracks: {
      title: 'Slopes over training',
      subtitle: (layer: string) =>
        `Mean over the units of a layer; band: the middle half of layer ${layer}’s units`,
    },
    layers: { title: 'Every unit', subtitle: 'Slope of each unit, and the mean of each layer' },
    loss: { title: 'Loss', subtitle: 'Training loss, cross-entropy, log scale' },
    unit: {
      title: 'One unit in one step',
      subtitle: (unit: string, rows: string) =>
        `Slope of unit ${unit} of layer 1 for each of ${rows} rows`,
    },
    histogram: { title: 'All slopes', subtitle: '% of slopes in each bin' },
  },
  notes: {
    tracks: (start: string) => `Dotted: the starting slope ${start}.`,
    layers: 'A dot is a unit, side by side in its layer. Dotted: the starting slope.',
    loss: (chance: string) =>
      `Over all training rows, in evaluation mode. Dotted: guessing, ${chance}.`,
    unit: 'Band: the limits 1/8 and 1/3 of RReLU’s draws. PReLU’s line is the same for every row.',
    histogram: (drawn: string, learned: string) =>
      `RReLU: the ${drawn} slopes drawn in this step for layer 1. PReLU: its ${learned} slopes in all layers.`,
  },
  meanOfAll: 'mean of all units',
  negative: 'below 0',
  countOf: (count: string, all: string) => `${count} of ${all}`,
  rreluMean: 'RReLU, mean here',
  rreluTest: 'RReLU when testing',
  preluUnit: 'PReLU, this unit',
  range: (label: string) => `${label}, smallest to largest`,
  fromTo: (from: string, to: string) => `${from} … ${to}`,
  lossAndAccuracy: (loss: string, accuracy: string) => `${loss}, ${accuracy} of test right`,
  diverged: 'diverged',
  allDiverged: 'PReLU’s network has diverged by this step. Read an earlier one.',
  findings: {
    learned: (v: { first: string; last: string; depth: string; min: string; max: string }) =>
      `PReLU’s mean slope is ${v.first} in layer 1 and ${v.last} in layer ${v.depth}; single units lie between ${v.min} and ${v.max}.`,
    single: (mean: string, min: string, max: string) =>
      `PReLU’s mean slope is ${mean}; single units lie between ${min} and ${max}.`,
    drawn: (v: {
      step: string;
      count: string;
      min: string;
      max: string;
      mean: string;
      test: string;
    }) =>
      `RReLU drew ${v.count} slopes in training step ${v.step}, between ${v.min} and ${v.max}, mean ${v.mean}. When it does not train, every unit takes ${v.test}.`,
    loss: (label: string, loss: string, accuracy: string) =>
      `${label}: training loss ${loss}, ${accuracy} of the test rows right.`,
    diverged: (label: string, step: string) =>
      `${label} diverged in step ${step}: a number became infinite or undefined. Lower the learning rate or the factor for slopes.`,
  },
  table: {
    caption: (step: string) => `PReLU’s slopes in every layer at step ${step}`,
    columns: [
      'Layer',
      'Mean',
      'Smallest',
      'Lower quartile',
      'Median',
      'Upper quartile',
      'Largest',
    ] as readonly string[],
    drawsCaption: (unit: string, step: string) =>
      `Slopes of unit ${unit} of layer 1, drawn in training step ${step}`,
    drawsColumns: ['Row', 'RReLU', 'PReLU'] as readonly string[],
  },
  help: [
    'PReLU is a ReLU whose slope on the negative side is learned, one for every unit. Train, and watch where the slopes go; point at a chart over steps to read an earlier step.',
    'RReLU draws that slope from a uniform distribution, anew for every unit and row in every training step. “Draw again” takes the draws of the next step. When it does not train, it uses the mean of the limits.',
    'RReLU’s draws are those of the engine: they are read off a real training step of a layer of this width with this seed. The same settings and seed give the same numbers on every device.',
  ] as readonly string[],
};
