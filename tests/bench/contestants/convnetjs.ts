// ConvNetJS: one row at a time, an update after every batch.

import convnetjs from 'convnetjs';
import { ownRows } from '../data.ts';
import { cannot, type Prepare } from '../task.ts';
import { timed } from '../timing.ts';

export const prepareConvNetJS: Prepare = async (task) => {
  if (task.kind !== 'training') throw cannot('ConvNetJS', task);
  const { inputs, hidden, classes, batch } = task;
  const net = new convnetjs.Net();
  net.makeLayers([
    { type: 'input', out_sx: 1, out_sy: 1, out_depth: inputs },
    ...hidden.map((num_neurons) => ({ type: 'fc', num_neurons, activation: task.racers[0]! })),
    classes > 0
      ? { type: 'softmax', num_classes: classes }
      : { type: 'regression', num_neurons: 1 },
  ]);
  const trainer = new convnetjs.SGDTrainer(net, {
    learning_rate: task.rate,
    batch_size: batch,
    momentum: 0,
    l1_decay: 0,
    l2_decay: 0,
  });
  const rows = ownRows(task);
  const volumes = Array.from({ length: task.rows }, (_, i) => {
    const volume = new convnetjs.Vol(1, 1, inputs, 0);
    volume.w.set(rows.inputs.subarray(i * inputs, (i + 1) * inputs));
    return volume;
  });
  const targets = Array.from(rows.targets, (target) => (classes > 0 ? target : [target]));
  let next = 0;
  return (milliseconds) =>
    timed(milliseconds, batch, (times) => {
      for (let i = 0; i < times * batch; i++) {
        trainer.train(volumes[next]!, targets[next]!);
        next = next + 1 === task.rows ? 0 : next + 1;
      }
    });
};
