// English messages of the digit pad.

import { training } from './training.ts';

const networks = (count: number) => (count === 1 ? 'network' : 'networks');

export const digitPad = {
  title: 'Digit pad',
  tagline: 'Draw a digit, and let networks that differ only in their activation say what it is.',
  setup: (depth: string, width: string, rate: string, batch: string, seed: string) =>
    `${depth} × ${width} hidden units, plain SGD at rate ${rate}, batch ${batch}, seed ${seed}.`,

  ...training,
  more: 'More settings',
  badImage: '64 digits to the base 17, 0 to g, one a pixel, row by row; or nothing',

  pad: {
    draw: 'Draw here',
    shown: 'The image',
    hint: 'Draw a digit with mouse, pen or finger',
    label: 'The drawing; by keyboard, use the image of 8 by 8 pixels',
    emptyLabel: 'Empty drawing surface; by keyboard, use the image of 8 by 8 pixels',
  },
  image: {
    title: 'What networks get',
    label: 'Image of 8 by 8 pixels',
    editLabel:
      'Image of 8 by 8 pixels. Arrow keys move, Space inks or clears a pixel, Shift with an arrow key paints, plus and minus change the level.',
    cell: (row: string, column: string, level: string) =>
      `Row ${row}, column ${column}: level ${level} of 16`,
  },
  undo: 'Undo',
  clear: 'Clear',
  previous: '‹ Test image',
  next: 'Test image ›',
  source: {
    blank: 'Nothing drawn yet.',
    drawn: 'Your drawing, upright, scaled and centred like the images of the data set.',
    painted: 'An image painted pixel by pixel.',
    example: (number: string, count: string, label: string) =>
      `Test image ${number} of ${count}, labelled ${label}.`,
  },

  says: (digit: string, confidence: string) => `${digit}, ${confidence}`,
  noImage: 'no image',
  diverged: (step: string) => `Diverged in step ${step}: no answer.`,
  right: 'as labelled',
  wrong: 'not as labelled',
  atStep: (step: string) => `Step ${step}`,
  accuracy: (accuracy: string) => `test accuracy ${accuracy}`,
  stopped: (step: string) => `Stopped in step ${step}`,
  barsLabel: (activation: string, answer: string) =>
    `${activation}: ${answer}. Probabilities of the digits 0 to 9; the data table has them all.`,
  barsNote: 'Height of a bar: the probability that softmax gives to the digit, from 0 to 100 %.',
  truthNote: 'Framed: the true label.',
  honest:
    'The networks have only seen scans of digits that 13 people wrote on forms. A digit drawn here is brought into the same form (sheared, scaled, thickened, counted in blocks), but it comes from another hand and another pen: expect more mistakes than the test accuracy says, some of them with great confidence.',

  verdict: {
    none: 'Draw a digit or take a test image; the networks answer at once.',
    right: (right: number, all: number, label: string) =>
      `${right} of ${all} ${networks(all)} ${right === 1 ? 'reads' : 'read'} the image as labelled, ${label}.`,
    agree: (all: number, digit: string) =>
      all === 1 ? `The network reads a ${digit}.` : `All ${all} networks read a ${digit}.`,
    differ: (digits: number) =>
      digits === 1
        ? 'Not every network has an answer.'
        : `The networks disagree: ${digits} different digits.`,
  },
  readerSummary: (activation: string, answer: string) => `${activation}: ${answer}`,
  summary: (image: string, step: string, answers: readonly string[]) =>
    `${image} Step ${step}. ${answers.join('; ')}.`,
  table: {
    caption: (step: string) => `Probability of each digit at step ${step}`,
    digit: 'Digit',
  },
  help: [
    'Draw with mouse, pen or finger. By keyboard, go to the image of 8 × 8 pixels: the arrow keys move, Space inks or clears a pixel, Shift with an arrow key paints on, + and − change the level. Undo takes back one stroke or pixel.',
    'The data set holds images of 32 × 32 pixels, counted in blocks of 4 × 4. NIST’s programs had made those upright (the leftmost ink of the last row below that of the first), 20 pixels wide and 32 high, and of much the same amount of ink. A drawing here goes the same way.',
    'Start trains the networks; they answer at every step that is shown. Before the first step the answers are those of random weights. A network whose bars stay at about 10 % gives the same answer to every image: it has learned nothing.',
  ],

  settings: {
    racers: {
      label: 'Activations',
      description: 'Activations of the hidden layers, one network each.',
    },
    example: {
      label: 'Test image',
      description: 'Number of the test image shown; 0 for none. An image of its own comes first.',
    },
    image: {
      label: 'Image',
      description:
        'An image of its own: 64 digits to the base 17, one a pixel, row by row; empty for none.',
    },
    depth: { label: 'Hidden layers', description: 'Number of hidden layers.' },
    width: { label: 'Units a layer', description: 'Units in each hidden layer.' },
    learningRate: {
      label: 'Learning rate',
      description: 'Step size of plain gradient descent.',
    },
    steps: { label: 'Steps', description: 'Where the training ends.' },
    seed: {
      label: 'Seed',
      description: 'Seed of all random draws; the same seed gives the same run.',
    },
    autoplay: {
      label: 'Start by itself',
      description: 'Starts training as soon as the figure is in view.',
    },
  },
};
