// English messages of what the activation plot loads when it is wanted: a layer's pre-activations
// below the curves, formulas whose branches light up, how exact the values are.

export const plotMore = {
  accuracy: {
    exact: 'exact',
    relative: (ulp: string) => `at most ${ulp} ULP`,
    either: (ulp: string, absolute: string) => `at most ${ulp} ULP, or ${absolute}`,
    explanation:
      'The largest error over all 32-bit floats x, with default parameters. An ULP, a unit in the last place, is the distance from one float to the next: about 0.00001 % of the value. The second number is an absolute error; it counts where values come so close to zero that their ULP says little.',
  },
  branches: {
    group: (name: string, which: string) => `Branches of the formula: ${name}, ${which}`,
    stretch: (from: string, to: string) => `x from ${from} to ${to}`,
    or: ' or ',
    holds: 'holds at the cursor',
  },
  layer: {
    title: (layer: number, depth: number, state: string) =>
      `Pre-activations of hidden layer ${layer} of ${depth}, ${state}`,
    fresh: 'before training',
    trained: (steps: number) => `after ${steps} training steps`,
    unit: '% of values in each bin; darker where the function is flat',
    flat: (share: string) => `${share} of the values lie where |f′| is below 1 % of its largest`,
    slope: (mean: string, largest: string) => `|f′| is ${mean} on average, ${largest} at most`,
    diverged: (step: number) => `diverged in step ${step}: no values to show`,
    working: 'Computing …',
    left: (names: string) => `Not shown: ${names}.`,
    leftReason: {
      several: 'Maxout and gated units have more than one pre-activation.',
      most: (most: number) => `At most ${most} layers are drawn over each other.`,
    },
    beyondDepth: (layer: number, depth: number) =>
      `There is no layer ${layer}: the network has ${depth}, and the last one is shown.`,
    note: 'A network on the digits, one for each function. The outermost bins also hold everything beyond ±8.',
    controls: {
      layer: 'Layer',
      depth: 'Hidden layers',
      initScale: 'Initial weights ×',
      steps: 'Training steps',
    },
    reset: 'As at first',
  },
};
