// Where a training starts, other than where its initial draws put it.

import type { Training } from './types.ts';

/** Sets every bias of the hidden layers, which are 0 otherwise; 0 leaves all as it is. */
export function setHiddenBias(training: Training, bias: number): void {
  if (bias === 0) return;
  const hidden = training.config.network.hidden.length;
  const biases = training
    .parameters()
    .filter(({ kind, layer }) => kind === 'bias' && layer < hidden);
  training.setParameters(biases.map(({ name, values }) => ({ name, values: values.fill(bias) })));
}
