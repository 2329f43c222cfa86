// English messages of the maxout figure.

export const maxoutFit = {
  title: 'The pieces of a maxout unit fitting a function',
  target: 'Function to fit',
  targets: {
    abs: '|x|',
    square: 'x²',
    quartic: 'x⁴',
    'negative-square': '−x²',
    cubic: 'x³',
    drawn: 'draw your own',
  },
  pieces: 'Pieces k',
  model: 'Model',
  models: { unit: 'one maxout unit', difference: 'difference of two' },
  more: 'More settings',
  init: 'Start',
  inits: { spread: 'spread out', random: 'random' },
  jitter: 'Size of the random jitter',
  learningRate: 'Learning rate (Adam)',
  steps: 'Steps in all',
  seed: 'Seed',
  drawHint: 'Draw in the picture, or set the heights here.',
  heights: 'Heights of the drawing',
  heightAt: (x: string) => `Height at x = ${x}`,
  legend: {
    target: 'function to fit',
    output: 'what the model gives',
    piece: 'piece',
    second: 'piece of the second unit, which is subtracted',
    idle: 'piece that wins nothing',
  },
  strip: 'wins at x',
  secondStrip: 'in the second',
  errorTitle: 'Mean squared error over the 201 points',
  stepAxis: 'step',
  errorAxis: 'MSE',
  theoryLine: 'dotted: (2/k)⁴/180, the least that k pieces can reach on x²',
  rows: {
    mse: 'Mean squared error',
    theory: 'Least error with k pieces, (2/k)⁴/180',
    used: 'Pieces that win somewhere',
    parameters: 'Parameters: a weight and a bias a piece',
  },
  usedOf: (used: number, all: number) => `${used} of ${all}`,
  parametersOf: (all: number, factor: number) =>
    factor === 1 ? `${all}` : `${all} (${factor} times a ReLU unit’s 2)`,
  columns: { piece: 'piece', formula: 'wx + b', share: 'wins' },
  pieceName: (index: number, second: boolean) => (second ? `${index}′` : `${index}`),
  nothing: 'nothing',
  verdict: {
    concave:
      'The largest of straight lines is always convex: this function is not, and no number of pieces helps one unit.',
    difference:
      'The difference of two convex functions can bend both ways: two units fit what one cannot.',
    idle: (count: number) =>
      count === 1
        ? 'One piece wins nowhere: it gets no gradient, and rests once Adam’s momentum is spent.'
        : `${count} pieces win nowhere: they get no gradient, and rest once Adam’s momentum is spent.`,
  },
  pictureLabel: (target: string, pieces: number, mse: string) =>
    `${target}, fitted with ${pieces} ${pieces === 1 ? 'piece' : 'pieces'}: mean squared error ${mse}.`,
  summary: (model: string, target: string, step: string, mse: string, used: string) =>
    `Fit of ${target} by ${model}: after ${step} steps, the mean squared error is ${mse}, and ${used} pieces win somewhere.`,
  tableCaption: 'Heights after the step in view',
  tableColumns: { target: 'target', output: 'model' },
  badDrawing: (count: number, highest: string) =>
    `${count} heights from −${highest} to ${highest}, separated by spaces`,
  help: [
    'Each straight line is one piece wᵢx + bᵢ. A maxout unit gives the largest of its pieces; the strip below the picture says which one that is. A piece learns only from the points where it wins.',
    'The pieces start as tangents of x² at k places, with a little jitter, and Adam moves them to make the mean squared error over 201 points of [−1, 1] small. A random start draws the weights from N(0, 1) with bias 0, as in a network.',
    'The error that theory gives for x² is that of the best line on each of k intervals of equal width. It is meant for all of [−1, 1]; over 201 points the error is a few percent larger.',
  ],
  settings: {
    target: 'The function to fit.',
    drawing: 'Heights at x = −1, −0.8, …, 1, joined by straight lines, where target is drawn.',
    pieces: 'Pieces of each maxout unit.',
    model: 'One maxout unit, or the difference of two.',
    init: 'Where the pieces start: tangents of x², or drawn at random with bias 0.',
    jitter: 'Standard deviation of what is added to a spread start.',
    learningRate: 'Learning rate of Adam.',
    steps: 'Steps in all.',
    seed: 'Seed of the start.',
    autoplay: 'Plays by itself once seen, unless the reader prefers less motion.',
  },
};
