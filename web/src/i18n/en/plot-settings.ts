// What the settings of the activation plot do, in English: for the documentation, not for pages.

export const plotSettings = {
  functions: 'The activations drawn, by id, in order.',
  view: 'f and f′ in one chart, apart, or only one of them.',
  layout: 'One chart for all functions, or a small panel for each.',
  axes: 'Whether panels share one vertical scale, or each fits its own curve.',
  xMin: 'Left end of the x-axis.',
  xMax: 'Right end of the x-axis.',
  yMin: 'Lower end of the y-axis; auto fits the curves.',
  yMax: 'Upper end of the y-axis; auto fits the curves.',
  params: 'Parameters that differ from their defaults, such as leaky-relu.slope:0.2.',
  tangents: 'Draws the tangent of each curve at the cursor.',
  autoplay: 'Moves the cursor to and fro by itself, unless the reader prefers less motion.',
  cursor: 'The x at which exact values are read.',
  layer:
    'The hidden layer, from 1, of a network on the digits whose pre-activations are drawn below the curves; 0 draws none.',
  depth: 'Hidden layers of that network.',
  width: 'Units in each of its hidden layers.',
  init: 'How its weights are drawn; recommended takes the scheme that suits the activation.',
  initScale: 'Factor on its initial weights.',
  steps: 'Training steps that it has taken, with batches of 64.',
  learningRate: 'Learning rate of those steps, by plain gradient descent.',
  seed: 'Seed of its weights and batches.',
};
