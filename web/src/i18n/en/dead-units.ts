// English messages of the figure of dead units.

import { training } from './training.ts';

const units = (count: number, text: string) => (count === 1 ? '1 unit' : `${text} units`);

export const deadUnits = {
  title: 'Dead units',
  tagline: 'Every hidden unit as a cell, while the network learns handwritten digits.',
  setup: (depth: string, width: string, batch: string, seed: string) =>
    `${depth} × ${width} hidden units, plain SGD, batch ${batch}, seed ${seed}.`,
  bornTitle: 'Born dead',
  bornTagline: 'How many networks are dead before the first step?',

  ...training,
  stepBy: (n: string) => `+${n}`,
  drawByLabel: (n: number) => (n === 1 ? 'Draw 1 network' : `Draw ${n} networks`),
  drawn: (count: string, networks: string) => `${count} of ${networks} networks`,
  progressLabel: 'Progress',
  preparing: 'Preparing the network…',
  more: 'More settings',

  states: {
    alive: 'alive',
    inactive: 'inactive on this batch',
    dead: 'dead on the training set',
    revived: 'revived',
  },
  stateNotes: {
    alive:
      'Has a derivative on some image of the coming batch; the fuller the colour, the more training images it responds to.',
    inactive: 'Derivative zero on the whole coming batch, but not on all training images.',
    dead: 'Derivative exactly zero on every training image.',
    revived: 'Was dead in an earlier measurement and no longer is.',
  },
  legend: 'What the cells mean, and how many units are so',
  layer: (layer: string) => `Hidden layer ${layer}`,
  layerCounts: (dead: string, count: string) => `${dead} of ${count} dead`,
  pickUnit: (layer: string) => `Units of hidden layer ${layer}`,
  unit: (layer: string, unit: string, state: string, train: string, batch: string) =>
    `Layer ${layer}, unit ${unit}: ${state}. Non-zero derivative on ${train} of the training images and ${batch} of the coming batch.`,
  unitDied: (step: string) => `Found dead at step ${step}.`,
  unitRevived: (step: string) => `Alive again at step ${step}.`,
  unitHint: 'Point at a cell, or move to it with the arrow keys, to read the unit.',

  charts: {
    units: 'share of units',
    loss: 'cross-entropy',
    step: 'step',
    networks: 'networks drawn',
    share: 'share born dead',
    unitsTitle: 'Units over training',
    lossTitle: 'Loss',
    shareTitle: 'Running share',
  },
  readings: {
    trainLoss: 'training loss',
    testLoss: 'test loss',
    testAccuracy: 'test accuracy',
    formula: 'formula',
    simulated: 'simulated',
    error: (error: string) => `± ${error} (one standard error)`,
  },

  verdicts: {
    layer: (layer: string, output: boolean) =>
      output ? 'the output layer' : `hidden layer ${layer}`,
    diverged: (step: string, place: string, unit: string, reason: string) =>
      `The network diverged in step ${step}: ${reason} in ${place}${unit && `, unit ${unit}`} became non-finite. Nothing can be said about its units any more; the cells show the last measurement before.`,
    reasons: {
      activation: 'an activation',
      loss: 'the loss',
      gradient: 'a gradient',
      parameter: 'a parameter',
    },
    cut: (layer: string, loss: string) =>
      `All of hidden layer ${layer} is dead. Its output is the same for every image and no gradient passes through it, so nothing in it or before it will change again; only what comes after can still learn, which is the frequency of the classes. Training loss ${loss}; chance is ln 10 = 2.303.`,
    units: (dead: number, deadText: string, all: string, share: string, accuracy: string) =>
      `${units(dead, deadText)} of ${all} (${share}) dead on the training set; test accuracy ${accuracy}.`,
    faint: (share: string) =>
      ` For ${share} of all pairs of a unit and a training image, the derivative is not zero but below 1 % of its largest value: not dead, yet hardly learning.`,
    revived: (count: number, text: string) => ` ${units(count, text)} revived.`,
  },

  born: {
    settings: (width: string, depth: string) =>
      `Width ${width}, ${depth} hidden ReLU layers, no bias, symmetric weights, one input.`,
    latest: 'The latest network',
    none: 'No network drawn yet. A row is a layer: from the input above to the output below.',
    alive: 'Something gets through to the last layer.',
    deadAt: (layer: string) =>
      `Layer ${layer} is off as a whole: nothing passes, forward or back. Born dead.`,
    cells: 'Units of the latest network, a row a layer: a full cell is on, an empty one is off.',
    on: 'on',
    off: 'off',
    deadRow: 'layer off as a whole',
    verdict: (dead: string, count: string, share: string, error: string, formula: string) =>
      `${dead} of ${count} networks born dead: ${share} ± ${error}; the formula gives ${formula}.`,
    formula: '1 − (1 − 2⁻ᴺ)ᴸ',
  },

  table: {
    caption: (step: string) => `Units by layer at step ${step}`,
    layer: 'Layer',
    all: 'All',
    bornCaption: 'The running share',
    networks: 'Networks',
    share: 'Share born dead',
    error: 'Standard error',
    formula: 'Formula',
  },

  summary: (state: string, verdict: string) => `${state}. ${verdict}`,
  help: [
    'A fully connected network learns handwritten digits by plain gradient descent, and every hidden unit is a cell. Start runs it, +1 to +100 take single steps, Reset goes back to the same start.',
    'A unit is dead when its derivative is exactly zero on every training image. No gradient reaches it then, and it can come back only if the layers before it change its inputs. A unit in the first layer has fixed inputs and never comes back.',
    'Only activations that are exactly flat somewhere have dead units in this sense. A slope of 0.01, or of 10⁻²² for GELU at −10, is not dead, yet may learn as little: compare the loss.',
  ],
  bornHelp: [
    'Each network has N units in each of L hidden ReLU layers, no biases, weights drawn symmetrically about zero, and one random input. A unit is off with probability ½, so a whole layer is with probability 2⁻ᴺ.',
    'The line is the share of networks with such a layer among those drawn so far, the band one standard error, the dashed line the exact probability.',
  ],

  settings: {
    mode: {
      label: 'Experiment',
      description:
        'Which experiment: units during training, or networks that are dead from the start.',
    },
    activation: {
      label: 'Activation',
      description: 'Activation of the hidden layers.',
    },
    slope: {
      label: 'Slope for x < 0',
      description: 'Slope of leaky ReLU on the negative side; other activations have none.',
    },
    learningRate: {
      label: 'Learning rate',
      description: 'Step size of plain gradient descent.',
    },
    bias: {
      label: 'Hidden bias at the start',
      description: 'What every hidden bias starts at; at −10, every ReLU unit is off.',
    },
    width: { label: 'Units a layer', description: 'Units in each hidden layer.' },
    depth: { label: 'Hidden layers', description: 'Number of hidden layers.' },
    batchSize: { label: 'Batch size', description: 'Training images in one step.' },
    steps: { label: 'Steps', description: 'Where the training ends.' },
    bornWidth: {
      label: 'Width N',
      description: 'Units in each layer of the networks of the born-dead experiment.',
    },
    bornDepth: {
      label: 'Hidden layers L',
      description: 'Hidden layers of the networks of the born-dead experiment.',
    },
    networks: {
      label: 'Networks',
      description: 'How many random networks the born-dead experiment draws.',
    },
    seed: {
      label: 'Seed',
      description: 'Seed of all random draws; the same seed gives the same run.',
    },
  },
  modes: { training: 'Training', born: 'Born dead' },
};
