// From settings to descents: what the figure draws and what claims measure.

import { type Descent, descend, makeProblem, POINTS, type Problem } from './descent.ts';
import type { InputKind, ZigzagSettings } from './settings.ts';

export interface Run {
  kind: InputKind;
  problem: Problem;
  learningRate: number;
  descent: Descent;
}

type RunSettings = Pick<
  ZigzagSettings,
  'batch' | 'rateUnit' | 'rateShare' | 'learningRate' | 'weights' | 'steps' | 'seed'
>;

export function runOf(kind: InputKind, settings: RunSettings): Run {
  const { batch, rateUnit, rateShare, weights, steps, seed } = settings;
  const problem = makeProblem(kind, weights, seed);
  const learningRate = rateUnit === 'limit' ? rateShare * problem.limit : settings.learningRate;
  const batchSize = batch === 'all' ? POINTS : Number(batch);
  const descent = descend(problem, { learningRate, batchSize, steps, seed });
  return { kind, problem, learningRate, descent };
}
