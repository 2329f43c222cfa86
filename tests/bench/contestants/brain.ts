// brain.js: an update after every row, for it has no batches; its activation is the output's too.

import brain from 'brain.js/dist/neural-network.js';
import { ownRows } from '../data.ts';
import { cannot, type Prepare } from '../task.ts';
import { timed } from '../timing.ts';

/** It refuses none at all. */
const NO_MOMENTUM = 1e-12;

export const prepareBrain: Prepare = async (task) => {
  if (task.kind !== 'training' || task.classes > 0) throw cannot('brain.js', task);
  const { inputs, hidden, rate } = task;
  const net = new brain.default({ hiddenLayers: [...hidden], activation: task.racers[0]! });
  const rows = ownRows(task);
  const data = Array.from(rows.targets, (target, i) => ({
    input: Array.from(rows.inputs.subarray(i * inputs, (i + 1) * inputs)),
    output: [target],
  }));
  // One iteration passes over all rows.
  return (milliseconds) =>
    timed(milliseconds, task.rows, (iterations) => {
      net.train(data, {
        iterations,
        learningRate: rate,
        momentum: NO_MOMENTUM,
        errorThresh: 1e-12,
      });
    });
};
