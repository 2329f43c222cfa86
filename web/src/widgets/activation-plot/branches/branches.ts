// The branches of piecewise formulas: which one holds at x, and on which stretches each one does.
// They are numbered as in the formula: rows of cases, terms of max and min, in the order written.

import type { ActivationId, ActivationParams } from '../../../engine/types.ts';
import type { Which } from '../sampling.ts';

type Holds = (x: number, params: ActivationParams) => number;

interface Pieces {
  /** Where one branch gives way to another, ascending. */
  edges: (params: ActivationParams) => readonly number[];
  f?: Holds;
  derivative?: Holds;
}

/** x above 0, something else below. */
const twoCases: Pieces = {
  edges: () => [0],
  f: (x) => (x > 0 ? 0 : 1),
  derivative: (x) => (x > 0 ? 0 : 1),
};

/** max(low, min(high, line)): flat from the limit on, both ways. */
function clipped(limit: (params: ActivationParams) => number): Pieces {
  return {
    edges: (params) => [-limit(params), limit(params)],
    f: (x, params) => (x <= -limit(params) ? 0 : x >= limit(params) ? 1 : 2),
    derivative: (x, params) => (Math.abs(x) < limit(params) ? 0 : 1),
  };
}

const PIECES: Readonly<Partial<Record<ActivationId, Pieces>>> = {
  step: { edges: () => [0], f: (x) => (x >= 0 ? 0 : 1) },
  'hard-sigmoid': clipped(({ slope }) => 0.5 / slope!),
  'hard-tanh': clipped(() => 1),
  relu: { ...twoCases, f: (x) => (x > 0 ? 1 : 0) },
  'leaky-relu': twoCases,
  prelu: twoCases,
  rrelu: twoCases,
  elu: twoCases,
  selu: twoCases,
};

export interface Stretch {
  from: number;
  to: number;
}

/** The branch that holds at x; undefined where the formula is in one piece. */
export function branchAt(
  id: ActivationId,
  which: Which,
  x: number,
  params: ActivationParams,
): number | undefined {
  return PIECES[id]?.[which]?.(x, params);
}

/** Where each branch holds, by its number. */
export function branchesOf(
  id: ActivationId,
  which: Which,
  params: ActivationParams,
): readonly (readonly Stretch[])[] {
  const pieces = PIECES[id];
  const holds = pieces?.[which];
  if (!pieces || !holds) return [];
  const edges = pieces.edges(params);
  const ends = [Number.NEGATIVE_INFINITY, ...edges, Number.POSITIVE_INFINITY];
  const found: Stretch[][] = [];
  for (const [i, to] of ends.slice(1).entries()) {
    const from = ends[i]!;
    const inside = Number.isFinite(from)
      ? Number.isFinite(to)
        ? (from + to) / 2
        : from + 1
      : to - 1;
    const branch = holds(inside, params);
    found[branch] = [...(found[branch] ?? []), { from, to }];
  }
  return found;
}

/** The part of a branch that a window shows best: the widest; undefined if it shows none. */
export function shownStretch(
  stretches: readonly Stretch[],
  window: { min: number; max: number },
): Stretch | undefined {
  return stretches
    .map(({ from, to }) => ({ from: Math.max(from, window.min), to: Math.min(to, window.max) }))
    .filter(({ from, to }) => from < to)
    .sort((a, b) => b.to - b.from - (a.to - a.from))[0];
}
