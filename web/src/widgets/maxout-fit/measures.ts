// What lessons state about `<maxout-fit>`, after the last of the settings' steps.

import type { Engine } from '../../engine/types.ts';
import { type Fit, shares, train, unitsAt } from './fit.ts';
import type { FitSettings } from './settings.ts';
import { squareTheory } from './targets.ts';

type Measure = (engine: Engine, settings: FitSettings, seed: number) => number;

const measure =
  (value: (fit: Fit) => number): Measure =>
  (_engine, settings, seed) =>
    value(train({ ...settings, seed }));

const mse = ({ errors }: Fit) => errors.at(-1)!;

/** Pieces that win at least one point, of both units. */
function piecesUsed(run: Fit): number {
  const won = unitsAt(run, run.steps).flatMap(shares);
  return won.filter((share) => share > 0).length;
}

export const measures: Record<string, Measure> = {
  mse: measure(mse),
  /** Over the least error on x²: 1 is perfect, where the target is x². */
  mseOverTheory: measure((run) => mse(run) / squareTheory(run.pieces)),
  theory: (_engine, { pieces }) => squareTheory(pieces),
  piecesUsed: measure(piecesUsed),
  /** 1 if some piece wins nothing, else 0. */
  losesPieces: measure((run) => (piecesUsed(run) < run.pieces * run.units ? 1 : 0)),
  /** A weight and a bias a piece. */
  parameters: (_engine, { pieces, model }) => 2 * pieces * (model === 'difference' ? 2 : 1),
};
