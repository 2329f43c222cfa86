// What to say about the training, as data.

import type { DivergenceReason } from '../../engine/types.ts';
import type { Course } from './controller.ts';
import { type Counts, sum } from './units.ts';

/** Layers and units are counted from 1, for readers; the accuracy is that on test data. */
export type Verdict =
  | {
      kind: 'diverged';
      step: number;
      layer: number;
      output: boolean;
      unit?: number;
      reason: DivergenceReason;
    }
  /** All units of a layer are off on every training row. */
  | { kind: 'cut'; layer: number; loss: number }
  /** `faint`: share of pairs of a unit and an image with a derivative that is not zero but below 1 %
   * of its largest value. */
  | { kind: 'units'; counts: Counts; units: number; accuracy: number; faint: number };

export function verdictOf({ run, units, settings }: Course): Verdict | undefined {
  const { status } = run;
  const latest = run.samples.at(-1);
  if (status.state === 'diverged') {
    const { step, layer = settings.depth, unit, reason = 'loss' } = status;
    return {
      kind: 'diverged',
      step,
      layer: layer + 1,
      output: layer >= settings.depth,
      ...(unit === undefined ? {} : { unit: unit + 1 }),
      reason,
    };
  }
  if (!latest) return undefined;
  const { layers } = units;
  const cut = layers.findIndex(({ dead }) => dead === settings.width);
  if (cut >= 0) return { kind: 'cut', layer: cut + 1, loss: latest.trainLoss };
  const hidden = latest.layers.slice(0, settings.depth);
  const faint = hidden.map((layer) => layer.saturatedFraction - layer.inactiveFraction);
  return {
    kind: 'units',
    counts: sum(layers),
    units: settings.width * settings.depth,
    accuracy: latest.testAccuracy,
    faint: faint.reduce((a, b) => a + b, 0) / hidden.length,
  };
}
