// What lessons may claim of a layer under the curves: the network of the first function drawn.

import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { Engine, LayerMetrics } from '../../engine/types.ts';
import { type Flatness, flatness } from './layer/flatness.ts';
import { shownLayer, trainingConfig } from './layer/network.ts';
import { completeParams, parseParams } from './parameters.ts';
import type { PlotSettings } from './settings.ts';

type Measure = (engine: Engine, settings: PlotSettings, seed: number) => number;

function measuring(pick: (flatness: Flatness, layer: LayerMetrics) => number): Measure {
  return (engine, settings, seed) => {
    if (settings.layer === 0) throw new Error('“layer” is 0: there is no layer to measure');
    const info = ACTIVATIONS.find(({ id }) => id === settings.functions[0])!;
    const params = completeParams(info, parseParams(ACTIVATIONS, settings.params).params);
    const training = engine.createTraining(trainingConfig(settings, info, params, seed));
    try {
      training.step(settings.steps);
      const layer = training.metrics({ histograms: true }).layers[shownLayer(settings)]!;
      return pick(
        flatness(layer, (x) => engine.derivative(info.id, x, params)),
        layer,
      );
    } finally {
      training.dispose();
    }
  };
}

export const measures: Readonly<Record<string, Measure>> = {
  /** Share of the layer's values where |f′| is below 1 % of its largest. */
  flatShare: measuring(({ share }) => share),
  /** Mean of |f′| over the layer's values. */
  meanDerivative: measuring(({ meanSlope }) => meanSlope),
};
