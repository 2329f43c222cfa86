// English messages of the divergence map.

export const divergenceMap = {
  title: 'Divergence map',
  tagline: 'Which activation learns at which learning rate, and what becomes of it elsewhere.',
  setup: (
    network: string,
    dataset: string,
    steps: string,
    batch: string,
    seeds: [first: string, last: string],
  ) =>
    `${network} hidden units on ${dataset}, ${steps} steps of plain SGD, batch ${batch}, ${
      seeds[0] === seeds[1] ? `seed ${seeds[0]}` : `seeds ${seeds[0]}–${seeds[1]}`
    }.`,
  datasets: {
    digits: 'digits',
    moons: 'two moons',
    spiral: 'two spirals',
    circle: 'disc and ring',
    xor: 'exclusive or',
    gauss: 'two Gaussians',
  },

  start: 'Start',
  pause: 'Pause',
  resume: 'Continue',
  finished: 'Done',
  cancel: 'Cancel',
  reset: 'Reset',
  progressLabel: 'Runs done',
  progress: (done: string, runs: string, complete: string, cells: string) =>
    `${done} of ${runs} runs; ${complete} of ${cells} cells complete`,
  left: (seconds: number) =>
    seconds < 60
      ? `about ${Math.max(1, Math.round(seconds))} s left`
      : `about ${Math.round(seconds / 60)} min left`,
  workers: (count: number) => (count === 1 ? '1 worker' : `${count} workers`),
  states: {
    ready: 'Not started.',
    running: 'Running.',
    resting: 'Resting while out of sight.',
    paused: 'Paused.',
    cancelled: 'Cancelled: what is known stays, and Continue fills the rest.',
    finished: 'Complete.',
    failed: 'Stopped by a failure.',
  },
  failed: (reason: string) => `The map cannot be filled: ${reason}`,
  retry: 'Try again',
  swapped: 'The lowest rate is above the highest; they were taken the other way round.',
  more: 'More settings',

  outcomes: {
    converged: 'converged',
    slow: 'slow',
    stalled: 'stalled',
    dead: 'dead',
    erratic: 'erratic',
    diverged: 'diverged',
  },
  meanings: (goal: string, low: string, high: string) => ({
    converged: `training loss below ${goal}`,
    slow: `loss below ${low}: it learns, but is not there`,
    stalled: `loss between ${low} and ${high}: that of guessing`,
    dead: `loss of ${low} or more, and most units dead`,
    erratic: `finite, but a loss above ${high}: worse than guessing`,
    diverged: 'the numbers became infinite or NaN',
  }),
  legend: 'What becomes of a run',
  mixed: 'split: seeds disagree',
  partial: 'small: not all seeds yet',
  activation: 'Activation',
  rate: 'Learning rate',
  gridLabel: 'Outcome by activation and learning rate',
  count: (count: number, runs: number, outcome: string) => `${outcome} ${count} of ${runs}`,
  cell: (name: string, rate: string, text: string) => `${name}, rate ${rate}: ${text}`,
  list: (parts: readonly string[]) => parts.join(', '),
  notRun: 'not run yet',
  seedsSoFar: (done: number, seeds: number) => `${done} of ${seeds} seeds so far`,

  details: 'The chosen cell',
  columns: {
    activation: 'Activation',
    rate: 'Rate',
    seed: 'Seed',
    outcome: 'Outcome',
    trainLoss: 'Training loss',
    testAccuracy: 'Test accuracy',
    deadShare: 'Dead units',
    step: 'Steps',
    divergedAt: 'Diverged at step',
  },
  atStep: (step: string) => `at step ${step}`,
  openRace: 'Open as race',
  newTab: '(in a new tab)',
  range: {
    converged: (low: string, high: string) =>
      low === high ? `all seeds converge at ${low}` : `all seeds converge from ${low} to ${high}`,
    never: 'at no rate do all seeds converge',
    diverged: (rate: string) => `most diverge from ${rate} on`,
    finite: 'most stay finite at the highest rate',
    row: (name: string, converged: string, diverged: string) =>
      `${name}: ${converged}; ${diverged}.`,
  },
  tableCaption: 'Every run so far',
  summary: (progress: string, counts: string) => `${progress}. ${counts}`,
  help: [
    'Every cell is an activation at a learning rate, trained from several seeds. Start fills the map on all cores of this machine, one seed everywhere and whole decades first. It rests while out of sight. The numbers do not depend on how many workers there are.',
    'Click a cell, or move with the arrow keys, Home, End, Page Up and Page Down, to see its runs. “Open as race” shows them step by step with their gradients.',
    'A unit is dead if its derivative is exactly zero on every training example. Units of bounded functions that have been pushed so far out that the derivative rounds to zero count as well.',
    'Outcomes are those after the last step. A run that is slow might get there with more steps; one that is erratic might come to rest.',
  ],
  settings: {
    activations: { label: 'Activations', description: 'The rows, from the top.' },
    rateFrom: { label: 'Lowest rate', description: 'The learning rate of the first column.' },
    rateTo: { label: 'Highest rate', description: 'The learning rate of the last column.' },
    perDecade: {
      label: 'Rates a decade',
      description: 'Columns for each factor of ten in the learning rate.',
    },
    seeds: { label: 'Seeds a cell', description: 'Runs in every cell, from consecutive seeds.' },
    dataset: { label: 'Data', description: 'What is learned: digits, or points in the plane.' },
    depth: { label: 'Hidden layers', description: 'Number of hidden layers.' },
    width: { label: 'Units a layer', description: 'Units in each hidden layer.' },
    steps: { label: 'Steps', description: 'Optimizer steps of every run.' },
    batchSize: { label: 'Batch size', description: 'Training examples in one step.' },
    pieces: { label: 'Maxout pieces', description: 'Affine pieces of each maxout unit.' },
    goal: {
      label: 'Converged below',
      description: 'Training loss below which a run counts as converged.',
    },
    seed: { label: 'First seed', description: 'Seed of the first run of every cell.' },
  },
};
