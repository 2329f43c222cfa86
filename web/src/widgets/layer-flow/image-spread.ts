// How far apart the images are in each hidden layer: what the layers leave of the input.

import type { Engine, Training } from '../../engine/types.ts';

/** Row-major [count, units]. */
export interface Outputs {
  units: number;
  values: Float32Array;
}

/** What each hidden layer gives out for the training rows, computed from the weights alone. */
export function hiddenOutputs(engine: Engine, training: Training): Outputs[] {
  const { dataset, network } = training.config;
  const { inputs, inputSize, trainCount } = engine.dataset(dataset);
  const all = training.parameters();
  const other = all.find(({ kind, shape }) => !/^(weight|bias)$/.test(kind) || shape.length > 2);
  if (other) {
    throw new Error(`layers of one weight matrix and a bias are needed, not ${other.name}`);
  }
  const parameters = new Map(all.map(({ name, values }) => [name, values]));
  let from: Outputs = { units: inputSize, values: inputs.slice(0, trainCount * inputSize) };
  return network.hidden.map((units, layer) => {
    const weight = parameters.get(`layers.${layer}.weight`)!;
    const bias = parameters.get(`layers.${layer}.bias`)!;
    const sums = new Float32Array(trainCount * units);
    for (let row = 0; row < trainCount; row++) {
      const sum = Float64Array.from(bias);
      for (let i = 0; i < from.units; i++) {
        const x = from.values[row * from.units + i]!;
        for (let unit = 0; unit < units; unit++) sum[unit]! += x * weight[i * units + unit]!;
      }
      sums.set(sum, row * units);
    }
    const { activation } = network;
    const { id, params } = Array.isArray(activation) ? activation[layer]! : activation;
    from = { units, values: engine.evaluate(id, sums, params) };
    return from;
  });
}

/** Standard deviation over the images, root mean square over the units. */
export function imageSpread({ units, values }: Outputs): number {
  const rows = values.length / units;
  let total = 0;
  for (let unit = 0; unit < units; unit++) {
    let mean = 0;
    for (let row = 0; row < rows; row++) mean += values[row * units + unit]! / rows;
    for (let row = 0; row < rows; row++) total += (values[row * units + unit]! - mean) ** 2 / rows;
  }
  return Math.sqrt(total / units);
}
