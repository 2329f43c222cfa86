// English messages of predictions and quiz questions.

export const question = {
  predict: 'Predict first',
  quiz: 'Check yourself',
  choose: 'Choose an answer first.',
  enter: 'Enter a number within the range first.',
  number: (min: string, max: string) => `Your number, from ${min} to ${max}`,
  draw: 'Draw a curve first.',
  drawHint:
    'Draw with mouse, pen or finger; where you have not drawn yet, the curve follows. By keyboard, ← and → choose a point, ↑ and ↓ move it, Page Up and Page Down move it far.',
  drawAgain: 'Start over',
  curve: 'The loss curve that you expect',
  curvePoint: (step: string) => `Loss at step ${step}`,
  curveValue: (loss: string, step: string) => `loss ${loss} at step ${step}`,
  stepAxis: (step: string) => `step ${step}`,
  lossAxis: 'loss, log scale',
  commit: 'That is my prediction',
  check: 'Check',
  skip: 'Run without predicting',
  kept: 'Your prediction is kept. Now run it, then open the explanation.',
  skipped: 'You chose to run it without predicting.',
  yours: 'Your prediction:',
  right: 'Right.',
  wrong: 'Not quite.',
  earlier: 'Your answer from before:',
  reveal: 'What the run shows',
  toFigure: 'To the figure',
  run: 'Run it',
  locked:
    'The figure waits for your prediction: one that you have committed to teaches more, even a wrong one.',
  back: 'To the prediction',
};
