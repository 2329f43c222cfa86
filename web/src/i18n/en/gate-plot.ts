// English messages of the figure of gated units.

export const gatePlot = {
  title: 'A value, a gate, and what their product passes on',
  units: 'Units',
  unitNames: { glu: 'GLU', gtu: 'GTU' },
  formulas: { glu: 'a · σ(b)', gtu: 'tanh(a) · σ(b)' },
  tiedFormulas: { glu: 'a · σ(a), which is swish', gtu: 'tanh(a) · σ(a)' },
  show: 'Colours show',
  quantities: {
    output: 'output f',
    'value-slope': '∂f/∂a',
    'gate-slope': '∂f/∂b',
  },
  value: 'Value a',
  gate: 'Gate b',
  tied: 'Gate tied to the value (b = a)',
  reset: 'Reset',
  axes: { value: 'value a', gate: 'gate b', both: 'a = b' },
  signs: { negative: '< 0', positive: '> 0' },
  scale: (quantity: string, levels: string) =>
    `Colours of ${quantity}: the bands meet at ${levels}.`,
  mapLabel:
    'Point in the plane of value and gate; left and right move the value, up and down the gate',
  spot: (value: string, gate: string) => `a = ${value}, b = ${gate}`,
  charts: {
    'value-output': (gate: string) => `Output along the value, at b = ${gate}`,
    'value-slope': (gate: string) => `Slope ∂f/∂a, at b = ${gate}`,
    'gate-output': (value: string) => `Output along the gate, at a = ${value}`,
    'gate-slope': (value: string) => `Slope ∂f/∂b, at a = ${value}`,
    'tied-output': () => 'Output where the gate is the value',
    'tied-slope': () => 'Slope df/da',
  },
  readout: 'Numbers at the point',
  rows: {
    opening: 'Gate, σ(b)',
    output: 'Output f',
    valueSlope: 'To the value, ∂f/∂a',
    gateSlope: 'To the gate, ∂f/∂b',
    tiedSlope: 'Both together, df/da',
  },
  share: (unit: string, percent: string) => `${unit} ${percent}`,
  passed: (shares: string) =>
    `Of a gradient that arrives here, this much goes on to the value: ${shares}.`,
  separator: ', ',
  verdict: {
    closed: 'The gate is nearly closed: neither unit passes anything on.',
    flat: 'The gate is the same for both; what GTU loses is the slope of tanh, which is flat out here.',
    alike: 'Near a = 0 tanh is almost a straight line, and the two units are almost the same.',
  },
  summary: (spot: string, readings: string) => `At ${spot}: ${readings}.`,
  reading: (unit: string, output: string, valueSlope: string, gateSlope: string) =>
    `${unit} gives ${output}, with ∂f/∂a = ${valueSlope} and ∂f/∂b = ${gateSlope}`,
  tableCaption: (value: string, gate: string) =>
    `Along the value at b = ${gate}, and along the gate at a = ${value}`,
  tiedCaption: 'Where the gate is the value',
  tableColumns: {
    place: 'a or b',
    tiedPlace: 'a = b',
    alongValue: (unit: string) => `${unit} along a`,
    valueSlope: (unit: string) => `∂f/∂a of ${unit}`,
    alongGate: (unit: string) => `${unit} along b`,
    gateSlope: (unit: string) => `∂f/∂b of ${unit}`,
    tied: (unit: string) => unit,
    tiedSlope: (unit: string) => `df/da of ${unit}`,
  },
  help: [
    'A gated unit computes two pre-activations from its inputs: the value a and the gate b. Its output is the value, linear in GLU and squashed by tanh in GTU, times σ(b), which lies between 0 (closed) and 1 (open).',
    'Drag the point, click into a plane, move it with the arrow keys (with Shift in larger steps), or type numbers. The dashed lines are the slices that the charts show. Both units share the point, the colours and the axes of the charts.',
    'Choose ∂f/∂a or ∂f/∂b to see how much of a gradient that arrives at the unit goes on to the value or to the gate. Tie the gate to the value, and both come from the same weights: GLU becomes swish.',
  ],
  settings: {
    units: 'The gated units shown.',
    show: 'What the colours show: the output, or its slope by the value or by the gate.',
    value: 'The value a of the point.',
    gate: 'The gate b of the point; without effect where it is tied.',
    tied: 'Ties the gate to the value.',
  },
};
