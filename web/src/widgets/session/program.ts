// The PyTorch program of a figure; loaded when it is asked for.

import type { OwnDatasetConfig } from '../../engine/types.ts';
import { exactProgram } from '../../pytorch/program.ts';
import { experimentOf } from './experiments.ts';

/** Repeats what these settings train; undefined where they train nothing. */
export function programOf(
  figure: string,
  settings: unknown,
  own?: OwnDatasetConfig,
): string | undefined {
  const experiment = experimentOf(figure, settings, own);
  return experiment && exactProgram(experiment);
}
