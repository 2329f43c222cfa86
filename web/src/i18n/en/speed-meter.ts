// English messages of the speed meter.

export const speedMeter = {
  title: 'What an activation costs',
  tagline: 'Measured on your own machine, with this site’s engine.',
  setup: (network: string, batch: string, elements: string) =>
    `By element: a pass over ${elements} numbers in memory. By step: a training step of ${network} hidden units on digits, batch ${batch}.`,

  start: 'Start',
  again: 'Measure again',
  stop: 'Stop',
  reset: 'Reset',
  progressLabel: 'Rounds done',
  progress: (done: string, rounds: string) => `Round ${done} of ${rounds}`,
  states: {
    ready: 'Nothing has been measured yet.',
    preparing: 'Loading and warming up…',
    running: 'Measuring.',
    resting: 'Resting while out of sight.',
    stopped: 'Stopped.',
    finished: 'Done.',
    failed: 'Failed.',
  },
  failed: (reason: string) => `It cannot be measured: ${reason}`,
  more: 'More settings',

  work: 'What is timed',
  works: { value: 'f', both: 'f and f′', step: 'Training step' },
  workTitles: {
    value: 'Time for one value f(x)',
    both: 'Time for one value f(x) with its derivative f′(x)',
    step: 'Time for one training step',
  },
  variants: { simd: 'with SIMD', baseline: 'without SIMD' },
  scale: 'Axis',
  scales: { linear: 'linear', log: 'logarithmic' },
  columns: {
    activation: 'Activation',
    variant: 'Module',
    work: 'Timed',
    time: 'Time',
    ratio: '× ReLU',
    share: 'Share of step',
    low: 'Lower quartile',
    high: 'Upper quartile',
    bar: 'Median and middle half',
  },
  shareNote:
    'The share is what the values and derivatives of all hidden units would take by themselves, of the time of the step.',
  none: '–',
  nanoseconds: (text: string) => `${text} ns`,
  microseconds: (text: string) => `${text} µs`,
  times: (text: string) => `${text} ×`,

  verdict: (name: string, variant: string, element: string, step: string, slower: boolean) =>
    `${name}, ${variant}: ${element} times the time of ReLU by element, but ${step} times in a training step${
      slower ? ', most of which goes into the matrix products' : ''
    }.`,
  gain: (gain: string) => `Without SIMD, a value takes ${gain} times as long (median).`,
  spread: (share: string) => `The quartiles of the times lie ${share} of the median apart.`,
  noisy:
    'That is a lot: something else keeps this machine busy. Close other pages, let it come to rest, and measure again.',
  clock: (resolution: string, slice: string, place: 'worker' | 'page') =>
    `The clock here tells ${resolution} apart, so every look at it is worth about ${slice} of work${
      place === 'page'
        ? '; no worker could be had, so the page itself disturbs the measurement'
        : ''
    }.`,
  milliseconds: (text: string) => `${text} ms`,
  tableCaption: 'Median times and quartiles so far',
  units: { element: 'ns an element', step: 'µs a step' },
  summary: (state: string, verdict: string) => `${state} ${verdict}`,
  help: [
    'Start times everything in a worker: each piece of work gets a slice of a few milliseconds, in an order drawn anew for every round. What slows the machine down for a while so slows down all of them. Bars are medians over the rounds, thin lines the middle half; ratios are medians of the ratios within a round.',
    'Everything is warmed up first, as browsers compile again what runs often, and one round is left out. A machine that changes its clock rate, or a busy one, still gives other times; the ratios are steadier.',
    'The buffers fit into a core’s own cache. f and f′ come out of one pass, as in training. Maxout and the gates take several inputs to an output, so only their training steps can be compared; they also have more weights.',
    'The module without SIMD computes the same bits, one number where the other takes four, and takes detours to do so: its disadvantage can be larger than four. It is loaded for this figure only when it is measured.',
  ],
  settings: {
    activations: {
      label: 'Activations',
      description:
        'What is timed, in this order; ReLU always is, as the others are compared with it.',
    },
    variants: {
      label: 'Modules',
      description: 'The engine’s module with SIMD instructions, the one without, or both.',
    },
    work: {
      label: 'What is timed',
      description: 'What is shown: values, values with derivatives, or whole training steps.',
    },
    scale: { label: 'Axis', description: 'Linear or logarithmic axis of times.' },
    rounds: { label: 'Rounds', description: 'How often everything is timed.' },
    depth: { label: 'Hidden layers', description: 'Hidden layers of the network of a step.' },
    width: { label: 'Units a layer', description: 'Units in each hidden layer of that network.' },
    batchSize: { label: 'Batch size', description: 'Training images in one step.' },
  },
};
