// English messages of the training race.

import { training } from './training.ts';

const layerName = (layer: string, output: boolean) =>
  output ? 'the output layer' : `hidden layer ${layer}`;

const ofSeeds = (count: number, runs: number) => (runs > 1 ? ` in ${count} of ${runs} seeds` : '');

/** Whose numbers a sentence gives, where there are several seeds. */
const ofSeed = ({ seed, runs }: { seed: string; runs: number }) =>
  runs > 1 ? ` (seed ${seed})` : '';

export const race = {
  title: 'Training race',
  tagline: 'Same data, same batches, same draws: only the activation differs.',
  summary: (setup: string, state: string, verdicts: string) => `${setup}. ${state}. ${verdicts}`,
  racers: 'Racers',
  setup: {
    network: (depth: string, width: string) => `${depth} × ${width}`,
    rate: (optimizer: string, rate: string) => `${optimizer}, rate ${rate}`,
    batch: (size: string) => `batch ${size}`,
    scale: (scale: string) => `weights × ${scale}`,
    noise: (noise: string) => `noise ${noise}`,
    budget: 'maxout and gates with about as many parameters as the others',
    batchNorm: 'batch normalization',
    dropout: (rate: string) => `dropout ${rate}`,
    weightDecay: (decay: string) => `weight decay ${decay}`,
    clipNorm: (norm: string) => `gradients clipped at ${norm}`,
    shift: (signed: string) => `f(z) ${signed}`,
    slopeRate: (factor: string) => `rate of the PReLU slopes × ${factor}`,
    seed: (seed: string) => `seed ${seed}`,
    seeds: (first: string, last: string) => `seeds ${first}–${last}`,
    rows: (train: string, test: string) => `${train} training rows, ${test} for testing`,
  },

  ...training,
  stepBy: (n: string) => `+${n}`,
  linkOwnData: 'Your own data are not part of the link: whoever opens it has to bring them.',
  speed: 'Speed',
  noData: 'No data yet',
  noRace: 'Nothing to run',
  rate: (rate: string) => `${rate} steps/s`,
  progressLabel: 'Progress of the race',
  wasReset: 'A setting changed, so the race is back at step 0.',
  newSeedNote: (seed: string) => `New seed ${seed}: new draws for everybody, back at step 0.`,
  failed: (reason: string) => `This race cannot run: ${reason}`,
  needOwnData: 'Load your data below, or choose another data set.',
  experiment: 'Experiment',
  more: 'More',
  auto: 'automatic',

  groups: { racers: 'Who runs', data: 'Data', network: 'Network', training: 'Training' },
  settings: {
    racers: { label: 'Activations', description: 'Who runs: one to six activations.' },
    dataset: {
      label: 'Data set',
      description:
        'What is learned: handwritten digits, points in the plane, a curve, or own data.',
    },
    size: {
      label: 'Rows',
      description: 'Rows of the data set; for digits, training images (at most 1,437).',
    },
    noise: {
      label: 'Noise',
      description: 'Standard deviation of the noise on synthetic data.',
    },
    depth: { label: 'Hidden layers', description: 'Number of hidden layers.' },
    width: { label: 'Units a layer', description: 'Units in each hidden layer.' },
    init: {
      label: 'Initialization',
      description:
        'How weights are drawn: the recommended way for each activation, or one for all.',
    },
    initScale: {
      label: 'Weight scale',
      description: 'Factor on every initial weight of the hidden layers.',
    },
    optimizer: { label: 'Optimizer', description: 'How gradients become updates.' },
    learningRate: { label: 'Learning rate', description: 'Learning rate of the optimizer.' },
    batchSize: {
      label: 'Batch size',
      description: 'Rows in a batch; more than the training rows means all of them.',
    },
    seed: { label: 'Seed', description: 'Seed of data, batches and initial draws.' },
    seeds: {
      label: 'Number of seeds',
      description: 'Runs of each racer, on consecutive seeds: median and range are drawn.',
    },
    steps: { label: 'Steps', description: 'Optimizer steps to run.' },
    pieces: { label: 'Maxout pieces', description: 'Affine pieces of each maxout unit.' },
    budget: {
      label: 'Maxout and gates get',
      description:
        'Whether maxout, GLU and GTU have as many units as the others or about as many parameters.',
    },
    batchNorm: { label: 'Batch normalization', description: 'Normalizes every pre-activation.' },
    dropout: {
      label: 'Dropout',
      description: 'Probability of dropping a hidden activation while training.',
    },
    weightDecay: { label: 'Weight decay', description: 'L2 penalty added to the gradients.' },
    clipNorm: {
      label: 'Clip gradients at',
      description: 'Largest global gradient norm; 0 means no clipping.',
    },
    shift: {
      label: 'Add to every activation',
      description: 'A constant added to the value of every activation; its derivative is the same.',
    },
    slopeRate: {
      label: 'Slope rate ×',
      description: 'Factor on the learning rate of the slopes that PReLU learns.',
    },
    lossScale: { label: 'Loss axis', description: 'Logarithmic or linear loss axis.' },
    speed: { label: 'Speed', description: 'Steps a second, or as fast as possible.' },
    charts: { label: 'Charts', description: 'Which charts are shown.' },
    autoplay: { label: 'Autoplay', description: 'Starts by itself once the figure is visible.' },
  },
  options: {
    dataset: {
      digits: 'Handwritten digits (8 × 8 pixels)',
      moons: 'Two moons',
      spiral: 'Two spirals',
      circle: 'Disc and ring',
      xor: 'Exclusive or',
      gauss: 'Two Gaussians',
      abs: 'Curve |x|',
      square: 'Curve x²',
      sin: 'Curve sin πx',
      step: 'Curve with a step',
      own: 'Own data (CSV)',
    },
    init: {
      recommended: 'Recommended for each',
      xavier: 'Xavier for all',
      he: 'He for all',
      lecun: 'LeCun for all',
      normal: 'Normal for all',
      uniform: 'Uniform for all',
      zeros: 'Zeros for all',
      lsuv: 'LSUV for all',
    },
    optimizer: {
      sgd: 'SGD',
      momentum: 'Momentum',
      nesterov: 'Nesterov',
      rmsprop: 'RMSProp',
      adam: 'Adam',
    },
    budget: { width: 'as many units', parameters: 'as many parameters' },
    lossScale: { log: 'Log', linear: 'Linear' },
    speed: { '5': '5 steps/s', '20': '20 steps/s', '100': '100 steps/s', max: 'Full speed' },
  },
  datasets: {
    digits: 'Digits',
    moons: 'Moons',
    spiral: 'Spirals',
    circle: 'Disc and ring',
    xor: 'XOR',
    gauss: 'Gaussians',
    abs: '|x|',
    square: 'x²',
    sin: 'sin πx',
    step: 'Step',
    own: 'Own data',
  },

  charts: {
    loss: 'Loss',
    expected: 'Dotted, with rings: the curve that you predicted.',
    lossLog: 'Training loss, log scale',
    lossLinear: 'Training loss',
    testLossLog: 'Test loss, log scale',
    testLossLinear: 'Test loss',
    accuracy: 'Accuracy',
    testAccuracy: 'Accuracy on test data, %',
    trainAccuracy: 'Accuracy on training data, %',
    gradients: 'Gradient by layer',
    gradientAxis: 'Weight-gradient norm, log scale',
    units: 'Idle units',
    dead: 'Dead units, % of hidden units',
    saturated: 'Saturated, % of (unit, row) pairs',
    learned: 'What the activations learn',
    slopes: 'PReLU: mean slope a for x < 0',
    shares: 'Maxout: share of inputs won, %',
    outputs: 'What each has learned',
    boundaries: 'Decision boundaries',
    curvesSubtitle: 'Output of each network; dots are training rows',
    curvesNote: 'Below: training loss.',
    curves: 'Fitted curves',
    mistakes: 'Test images read wrongly',
    stepAxis: 'Optimizer step',
    layerAxis: (output: boolean): string =>
      output ? 'Layer (out: the output layer)' : 'Hidden layer',
    out: 'out',
    inputAxis: 'Input x',
    view: 'View',
    tabs: {
      layer: 'By layer',
      time: 'Over time',
      train: 'Training',
      test: 'Test',
      dead: 'Dead',
      saturated: 'Saturated',
      slopes: 'Slopes',
      shares: 'Pieces',
    },
    testLoss: 'Test loss',
    firstLastHint: 'Line: first layer. Faint line: last hidden layer.',
    piece: (piece: string) => `Piece ${piece}`,
    slopesMeaning: 'Line: mean over the units of a layer. Band: all units.',
    sharesMeaning: 'How often each affine piece is the largest, over the training rows.',
    firstToLast: 'Below: first → last hidden layer.',
    readAt: 'Read all charts at step',
    latest: 'Latest',
    band: (count: string) => `Lines are medians of ${count} seeds, bands their range.`,
    allDiverged:
      'Every run has diverged by this step: nothing is left to draw. Read an earlier step.',
    leftOut: 'From the step at which a run diverges on, they leave it out.',
    noAccuracy: 'A regression has no accuracy: this is the loss on held-out rows.',
    deadMeaning: 'Dead: derivative 0 on every training row.',
    saturatedMeaning: 'Saturated: |f′| below 1 % of its largest value.',
    ofSeed: (seed: string) => `Networks of seed ${seed}.`,
    ofLatest: (step: string) => `Shown as they are at step ${step}.`,
    mistakeCount: (wrong: string, of: string) => `${wrong} of ${of} wrong`,
    mistakeLabel: (truth: string, predicted: string) => `a ${truth}, read as ${predicted}`,
    moreMistakes: (n: string) => `and ${n} more`,
    noMistakes: 'None: every test image is read correctly.',
    notFinite: 'No output: the network is no longer finite.',
    boundaryLabel: (label: string, accuracy: string) =>
      `Decision boundary of ${label}; accuracy on test data ${accuracy}`,
    mistakesLegend: 'Under each image: what it is → what the network reads.',
    pointsLegend: 'Colour and shape of a point are its class; the background is the prediction.',
  },

  verdictTitle: 'What happened',
  verdictReady: 'Nothing yet. Whom do you expect to win, and whom to fail?',
  reasons: {
    activation: 'an activation',
    loss: 'the loss',
    gradient: 'a gradient',
    parameter: 'a weight',
  },
  divergedNote:
    'A number that is infinite or undefined (NaN) spoils every number computed from it, and with the next update every weight: such a run cannot recover. A smaller learning rate or clipped gradients prevent it.',
  verdicts: {
    early: (v: { label: string; step: string; loss: string; chance: string }) =>
      `${v.label}: loss ${v.loss} after ${v.step} steps, not yet better than guessing (${v.chance}).`,
    diverged: (v: {
      label: string;
      count: number;
      runs: number;
      layer: string;
      output: boolean;
      unit: string | undefined;
      step: string;
      reason: string;
      seed: string;
    }) =>
      `${v.label} diverged${ofSeeds(v.count, v.runs)}: in step ${v.step}, ${v.reason} in ${layerName(
        v.layer,
        v.output,
      )}${v.unit ? `, unit ${v.unit},` : ''} was the first number to become infinite or undefined${ofSeed(v)}.`,
    dead: (v: {
      label: string;
      count: number;
      runs: number;
      seed: string;
      layer: string;
      step: string;
      loss: string;
    }) =>
      `${v.label} died${ofSeeds(v.count, v.runs)}: by step ${v.step}, every unit of ${layerName(v.layer, false)} has derivative 0 on every training row. No gradient passes that layer any more, so the layers before it stay as they are; the loss stands at ${v.loss}${ofSeed(v)}.`,
    stalled: (v: {
      label: string;
      count: number;
      runs: number;
      seed: string;
      layer: string;
      step: string;
      loss: string;
      factor: string;
    }) =>
      `${v.label} stalled${ofSeeds(v.count, v.runs)}: at step ${v.step} next to no gradient reaches ${layerName(v.layer, false)}${v.factor ? ` (the first layer gets ${v.factor} times less than the last hidden one)` : ''}. Weights that receive no gradient do not move, so the loss stays at ${v.loss}${ofSeed(v)}.`,
    chance: (v: { label: string; step: string; loss: string; chance: string; factor: string }) =>
      `${v.label} has learned nothing by step ${v.step}: its loss of ${v.loss} is that of guessing (${v.chance}).${
        v.factor
          ? ` The first layer receives a gradient ${v.factor} times smaller than the last hidden layer, so the network hardly changes where it reads its input.`
          : ''
      }`,
    dying: (v: { label: string; share: string; layer: string; loss: string; accuracy: string }) =>
      `${v.label} learns, but loses units: ${v.share} of those of hidden layer ${v.layer} are dead (derivative 0 on every training row) and take no part in learning any more. Loss ${v.loss}${v.accuracy}.`,
    learns: (v: { label: string; step: string; loss: string; accuracy: string }) =>
      `${v.label} learns: loss ${v.loss}${v.accuracy} at step ${v.step}.`,
    accuracy: (share: string, tested: boolean) =>
      `, ${tested ? 'test' : 'training'} accuracy ${share}`,
    memorises: (v: { label: string; step: string; train: string; test: string; guess: string }) =>
      `${v.label} memorises but does not generalise: at step ${v.step} it gets ${v.train} of the training rows right, but only ${v.test} of the test rows, no more than always guessing the most frequent class would (${v.guess}).`,
  },
  announce: {
    started: 'The race has started.',
    paused: (step: string) => `Paused at step ${step}.`,
    finished: (step: string) => `Finished at step ${step}.`,
    reset: 'Back at the start.',
  },

  results: {
    title: 'Results',
    racer: 'Racer',
    units: 'Units a layer',
    parameters: 'Parameters',
    trainLoss: 'Training loss',
    testLoss: 'Test loss',
    trainAccuracy: 'Training accuracy',
    testAccuracy: 'Test accuracy',
    state: 'State',
    seed: 'Seed',
    step: 'Step',
    firstGradient: 'Gradient norm, first layer',
    lastGradient: 'Gradient norm, last hidden layer',
    caption: (step: string) => `After ${step} steps`,
    captionSeeds: (step: string, count: string) =>
      `After ${step} steps: median (lowest – highest) of ${count} seeds`,
    partOf: (count: number, runs: number) => `${count} of ${runs} seeds`,
    exactCaption: 'The numbers as the engine computed them: the same on every device.',
  },
  states: {
    ready: 'at the start',
    running: 'learning',
    converged: 'converged',
    stalled: 'stalled',
    dead: 'dead',
    diverged: 'diverged',
    early: 'at chance level so far',
    chance: 'at chance level',
    dying: 'losing units',
    memorises: 'memorising',
    learns: 'learning',
  },

  help: [
    'Every racer gets the same data, the same batches in the same order and the same standard draws for its weights; what differs is the activation and, unless you choose otherwise, the scale of the initial weights that suits it.',
    'Point at a chart, or move the slider below it, to read all charts at that step. The buttons with names show and hide racers.',
    'The same settings and seed give the same numbers on every device: reset and run again, or send the link.',
  ] as readonly string[],

  own: {
    title: 'Your data',
    help: 'Two columns of numbers and a label, separated by commas, one row a line; 10 to 5,000 rows, at least 2 with each label. A fifth is held out for testing.',
    file: 'Load a CSV file',
    text: 'Or paste the rows here',
    use: 'Use these rows',
    loaded: (rows: string, labels: string) => `${rows} rows are in use. Classes: ${labels}.`,
    errors: (n: string) => `Nothing was loaded: ${n} problems.`,
    oneError: 'Nothing was loaded: one problem.',
    moreErrors: (n: string) => `… and ${n} more.`,
    unreadable: (reason: string) => `The file could not be read: ${reason}`,
    kept: (rows: string) => `The ${rows} rows loaded before are still in use.`,
    atLine: (line: number, problem: string) => `Line ${line}: ${problem}`,
    atCell: (line: number, column: number, problem: string) =>
      `Line ${line}, column ${column}: ${problem}`,
    problems: {
      noRows: (_value: string, _limit: string) => 'There are no rows.',
      manyRows: (value: string, limit: string) => `There are ${value} rows; the most is ${limit}.`,
      fewRows: (value: string, limit: string) =>
        `Rows found: ${value}. At least ${limit} are needed.`,
      columns: (value: string, limit: string) => `columns found: ${value}, needed: ${limit}.`,
      empty: (_value: string, _limit: string) => 'this cell is empty.',
      notNumber: (value: string, _limit: string) => `“${value}” is not a number.`,
      tooLarge: (value: string, limit: string) =>
        `“${value}” is too large; numbers go up to ±${limit}.`,
      quote: (_value: string, _limit: string) => 'a quotation mark is out of place.',
      manyLabels: (value: string, limit: string) =>
        `There are ${value} different labels; the most is ${limit}.`,
      fewLabels: (value: string, limit: string) =>
        `Different labels found: ${value}. At least ${limit} are needed.`,
      fewOfLabel: (value: string, limit: string) =>
        `Label “${value}” has fewer than ${limit} rows.`,
    },
  },
};
