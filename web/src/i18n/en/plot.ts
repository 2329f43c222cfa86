// English messages of the activation plot.

export const plot = {
  title: 'Activation functions and their derivatives',
  functions: 'Functions',
  chosen: (count: number, all: number) => `Choose functions (${count} of ${all} shown)`,
  quickPicks: 'Show',
  families: {
    classic: 'Classic four',
    sigmoidal: 'Sigmoid-shaped',
    rectifiers: 'Rectifiers',
    smooth: 'Smooth',
    learned: 'Learned and gated',
    all: 'All',
  },
  ownChoice: 'Own choice',
  view: 'Draw',
  views: {
    both: 'f and f′ together',
    f: 'f only',
    derivative: 'f′ only',
    split: 'f and f′ apart',
  },
  layout: 'Layout',
  layouts: { chart: 'One picture', panels: 'A panel each' },
  chartOf: { f: 'Values f(x)', derivative: 'Derivatives f′(x)', both: 'f(x) and f′(x)' },
  thickness: 'thick: f, thin: f′',
  cursor: 'x',
  cursorLabel: 'Cursor: the x at which values are read',
  valuesAt: (x: string) => `At x = ${x}`,
  formula: 'Formula',
  reading: 'Value',
  zoomIn: 'Zoom in',
  zoomOut: 'Zoom out',
  panLeft: 'Move left',
  panRight: 'Move right',
  resetZoom: 'Whole picture',
  zoomHint: 'Drag to zoom. Ctrl + wheel works, too.',
  zoomHintTouch: 'Pinch to zoom. Touch to read values.',
  parameters: (count: number) =>
    count === 1 ? 'Parameters of one function' : `Parameters of ${count} functions`,
  resetParameters: 'Default parameters',
  addPiece: 'Add a piece',
  removePiece: 'Remove a piece',
  parameterNames: {
    slope: 'slope a',
    lower: 'lower bound',
    upper: 'upper bound',
    alpha: 'α',
    beta: 'β',
    pieces: 'pieces',
    weights: 'w',
    biases: 'b',
    weight: 'w (value)',
    bias: 'b (value)',
    gateWeight: 'v (gate)',
    gateBias: 'c (gate)',
  },
  parameterLabel: (activation: string, parameter: string) => `${activation}: ${parameter}`,
  notes: {
    rrelu: 'Drawn with the mean of its two bounds, as when it is evaluated.',
    maxout: 'A unit takes the largest of its affine pieces wᵢx + bᵢ. Training moves them.',
    glu: 'A linear value times a sigmoid gate.',
    gtu: 'A tanh value times a sigmoid gate.',
  },
  summary: (names: string, count: number, what: string, from: string, to: string) =>
    `${count === 1 ? 'One function' : `${count} functions`} (${names}), ${what}, for x from ${from} to ${to}.`,
  summaryWhat: {
    both: 'with their derivatives',
    f: 'values only',
    derivative: 'derivatives only',
    split: 'with their derivatives below',
  },
  readingInWords: (name: string, value: string, slope: string) =>
    `${name}: value ${value}, derivative ${slope}`,
  kinksInWords: (name: string, places: string) => `${name} has a kink or jump at x = ${places}.`,
  tableCaption: (from: string, to: string) => `Values for x from ${from} to ${to}`,
  listSeparator: ', ',
  sentenceSeparator: '; ',
  colon: ': ',
  stop: '.',
  help: [
    'Move the pointer over a curve, touch it, or focus the chart and use the arrow keys: the table reads the exact values at the cursor. Shift makes larger steps; Home and End go to the edges.',
    'Drag sideways to zoom in on a stretch, hold Shift to move instead; pinch with two fingers, turn the wheel with Ctrl, or press + and −. Press 0 for the whole picture.',
    'At a jump, the filled dot is the value there and the open dot the one that the curve only approaches. At a kink, f′ takes the value that PyTorch uses.',
  ],
  badRange: (name: string, min: string, max: string) =>
    `“${name}”: ${min} to ${max} is not a range; the default one is shown.`,
  paramProblem: {
    activation: (entry: string) =>
      `entries such as leaky-relu.slope:0.2, and “${entry}” names no activation`,
    name: (entry: string, names: string) =>
      `parameters of that activation (${names}), and “${entry}” names none`,
    range: (entry: string, min: number, max: number) =>
      `numbers from ${min} to ${max}, and “${entry}” has others`,
    count: (entry: string, min: number, max: number) =>
      min === max
        ? `one number for a parameter, and “${entry}” has another count`
        : `${min} to ${max} numbers, and “${entry}” has another count`,
    pieces: 'as many weights as biases for maxout',
  },
  settings: {
    functions: 'The activations drawn, by id, in order.',
    view: 'f and f′ in one chart, apart, or only one of them.',
    layout: 'One chart for all functions, or a small panel for each.',
    xMin: 'Left end of the x-axis.',
    xMax: 'Right end of the x-axis.',
    yMin: 'Lower end of the y-axis; auto fits the curves.',
    yMax: 'Upper end of the y-axis; auto fits the curves.',
    params: 'Parameters that differ from their defaults, such as leaky-relu.slope:0.2.',
    cursor: 'The x at which exact values are read.',
  },
};
