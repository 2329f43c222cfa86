// English messages of the flow through the layers.

import { training } from './training.ts';

export const layerFlow = {
  title: 'Flow through the layers',
  tagline: 'How the signal fares on its way up, and the gradient on its way back.',
  digits: 'Digits',
  summary: (setup: string, step: string, findings: string) =>
    `${setup}. After ${step} steps: ${findings}`,
  setup: {
    rate: (rate: string) => `SGD, rate ${rate}`,
    batch: (size: string) => `batch ${size}`,
    batchNorm: 'batch normalization',
    clipNorm: (norm: string) => `gradients clipped at ${norm}`,
    seed: (seed: string) => `seed ${seed}`,
  },

  ...training,
  start: 'Train',
  again: 'Train again',
  experiment: 'More settings',

  compareWith: 'Compared with',
  nothingElse: 'nothing',
  settings: {
    activations: {
      label: 'Activation',
      description: 'The activation of the hidden layers, and one to compare it with.',
    },
    init: {
      label: 'Initialization',
      description: 'How weights are drawn: the recommended way for each activation, or one.',
    },
    initScale: {
      label: 'Gain',
      description:
        'Factor on every initial weight of the hidden layers: draws the networks anew at once.',
    },
    depth: { label: 'Hidden layers', description: 'Number of hidden layers.' },
    width: { label: 'Units a layer', description: 'Units in each hidden layer.' },
    batchNorm: { label: 'Batch normalization', description: 'Normalizes every pre-activation.' },
    learningRate: { label: 'Learning rate', description: 'Learning rate of SGD.' },
    batchSize: {
      label: 'Batch size',
      description: 'Rows in a batch; more than the training rows means all of them.',
    },
    clipNorm: {
      label: 'Clip gradients at',
      description: 'Largest global gradient norm; 0 means no clipping.',
    },
    steps: { label: 'Steps', description: 'Optimizer steps to run.' },
    seed: { label: 'Seed', description: 'Seed of batches and initial draws.' },
    layer: { label: 'Layer read', description: 'The hidden layer whose values are shown.' },
    theory: {
      label: 'Theory for wide layers',
      description: 'Thin lines: what mean-field theory predicts at the start.',
    },
    charts: { label: 'Charts', description: 'Which charts are shown.' },
    autoplay: { label: 'Autoplay', description: 'Starts by itself once the figure is visible.' },
  },
  inits: {
    recommended: 'Recommended',
    xavier: 'Xavier',
    he: 'He',
    lecun: 'LeCun',
    normal: 'Normal, σ = 0.01',
    uniform: 'Uniform ± 1/√n',
    lsuv: 'LSUV',
  },

  readLayer: 'Read all charts at layer',
  readStep: 'At step',
  latest: 'Latest',
  layerAxis: 'Hidden layer',
  preActivationAxis: 'Pre-activation z',
  charts: {
    spread: { title: 'Outputs: mean and spread', subtitle: 'Mean ± standard deviation' },
    rms: { title: 'Signal on its way up', subtitle: 'RMS of the outputs, log scale' },
    'output-gradient': {
      title: 'Gradient on its way back',
      subtitle: 'Norm of ∂L/∂h over a batch, log scale',
    },
    'weight-gradient': {
      title: 'Gradient of the weights',
      subtitle: 'Norm of ∂L/∂W over a batch, log scale',
    },
    saturation: { title: 'Saturation', subtitle: 'Saturated, % of (unit, row) pairs' },
    histogram: { title: 'Pre-activations of the layer read', subtitle: '% of values in each bin' },
  },
  histogramOf: (layer: string) => `Layer ${layer}: % of values in each bin`,
  notes: {
    spread: 'Line: mean over units and training rows. Band: one standard deviation either way.',
    rms: 'RMS: root mean square over units and training rows.',
    outputGradient: 'Read from right to left: h is the output of a layer, L the loss.',
    saturation: 'Saturated: |f′| below 1 % of its largest value.',
    histogram: 'The outermost bins hold everything beyond ±8.',
  },
  sentences: (sentences: readonly string[]) => sentences.join(' '),
  faint: 'Faint: at step 0.',
  thin: 'Thin: theory for infinitely wide layers at step 0.',
  allDiverged: 'Every network has diverged by this step. Read an earlier one.',
  diverged: 'diverged',
  findings: {
    forward: (v: { label: string; depth: string; from: string; to: string; factor: string }) =>
      `${v.label}: from layer 1 to ${v.depth} the RMS goes from ${v.from} to ${v.to}${v.factor ? `, × ${v.factor} a layer` : ''};`,
    backward: (v: { depth: string; from: string; to: string; factor: string }) =>
      `back from ${v.depth} to 1 the gradient goes from ${v.from} to ${v.to}${v.factor ? `, × ${v.factor} a layer` : ''}.`,
    loss: (loss: string, accuracy: string) => `Training loss ${loss}, test accuracy ${accuracy}.`,
    diverged: (label: string, step: string) =>
      `${label} diverged in step ${step}: a number became infinite or undefined. Read an earlier step, lower the gain or the learning rate, or clip the gradients.`,
  },
  table: {
    caption: (step: string) => `Every hidden layer after ${step} steps, as the engine computed it`,
    columns: [
      'Activation',
      'Layer',
      'Mean',
      'Standard deviation',
      'RMS',
      'Norm of ∂L/∂h',
      'Norm of ∂L/∂W',
      'Saturated share',
    ] as readonly string[],
  },
  help: [
    'Move the gain: the networks are drawn anew and measured at once, before any training. Then train and watch the layers change.',
    'Point at a chart, or move the slider for the layer, to read all charts at one layer; the histogram shows that layer. The slider for the step goes back to what has been.',
    'Signals and their spread are measured on all training rows, gradients on the latest batch (before the first step: the first batch). The same settings and seed give the same numbers on every device.',
  ] as readonly string[],
};
