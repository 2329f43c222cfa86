// The plain loops train what the engine trains: equal weights stay equal.
import { expect, test } from 'vitest';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import { PlainNetwork } from '../../bench/contestants/plain.ts';
import { ownRows } from '../../bench/data.ts';
import type { TrainingTask } from '../../bench/task.ts';

const base: TrainingTask = {
  kind: 'training',
  dataset: 'own',
  rows: 20,
  inputs: 3,
  classes: 0,
  hidden: [8, 5],
  loss: 'mse',
  // All rows, which the engine then takes in their own order.
  batch: 20,
  rate: 0.1,
  racers: ['tanh'],
  measureEvery: 0,
  length: 100,
  samplesPerStep: 20,
};

test.each<[string, TrainingTask]>([
  ['tanh, mean squared error', base],
  ['relu, cross-entropy', { ...base, classes: 4, loss: 'cross-entropy', racers: ['relu'] }],
])('%s', async (_, task) => {
  const engine = await loadEngine();
  const { inputs, targets } = ownRows(task);
  const kind =
    task.classes > 0
      ? ({ task: 'classification', classes: task.classes } as const)
      : ({ task: 'regression' } as const);
  const training = engine.createTraining({
    dataset: { inputs, targets, inputSize: task.inputs, ...kind },
    network: { hidden: task.hidden, activation: { id: task.racers[0]! } },
    loss: task.loss,
    optimizer: { name: 'sgd', learningRate: task.rate },
    batchSize: task.batch,
  });
  const network = new PlainNetwork(task);
  network.layers.forEach((layer, k) => {
    const name = `layers.${k}.weight`;
    const { values, shape } = training.parameters().find((one) => one.name === name)!;
    const outputs = shape[1]!;
    values.forEach((value, at) => {
      layer.weights[(at % outputs) * layer.inputs + Math.floor(at / outputs)] = value;
    });
  });
  training.step(25);
  for (let i = 0; i < 25; i++) network.step();
  const trained = training.parameters();
  training.dispose();
  network.layers.forEach(({ weights, biases, inputs: rows, outputs }, k) => {
    const of = (kind: string) => trained.find(({ name }) => name === `layers.${k}.${kind}`)!.values;
    const transposed = Array.from(
      weights,
      (_value, at) => weights[(at % outputs) * rows + Math.floor(at / outputs)]!,
    );
    expect(largestDifference(of('weight'), transposed)).toBeLessThan(1e-5);
    expect(largestDifference(of('bias'), biases)).toBeLessThan(1e-5);
  });
});

const largestDifference = (a: Float32Array, b: ArrayLike<number>) =>
  Math.max(...a.map((value, i) => Math.abs(value - b[i]!)));
