// Made-up measurements for the tests of the race model.

import type { LayerMetrics, Metrics, Status } from '../../../web/src/engine/types.ts';
import { addSample, type Lane, newRun } from '../../../web/src/widgets/training-race/history.ts';

export function layer(values: Partial<LayerMetrics> = {}): LayerMetrics {
  return {
    gradientNorm: 1,
    weightNorm: 1,
    updateRatio: 0.01,
    outputGradientNorm: 1,
    activationMean: 0,
    activationStd: 1,
    deadFraction: 0,
    inactiveFraction: 0.5,
    saturatedFraction: 0,
    ...values,
  };
}

export function metrics(step: number, trainLoss: number, values: Partial<Metrics> = {}): Metrics {
  return {
    step,
    epoch: step / 20,
    trainLoss,
    testLoss: trainLoss,
    trainAccuracy: 0.5,
    testAccuracy: 0.5,
    layers: [layer(), layer(), layer()],
    ...values,
  };
}

/** A lane of two hidden layers with one run for each list of [step, loss] pairs. */
export function lane(
  losses: readonly (readonly (readonly [number, number])[])[],
  status: Partial<Status> = {},
): Lane {
  const runs = losses.map((pairs, i) => {
    const run = newRun(i + 1);
    for (const [step, loss] of pairs) addSample(run, metrics(step, loss));
    run.status = { state: 'running', step: pairs.at(-1)?.[0] ?? 0, epoch: 0, ...status };
    return run;
  });
  return { id: 'relu', width: 8, parameters: 100, runs };
}
