// Branches of piecewise formulas: as the engine evaluates them, and as the formulas are written.

import { describe, expect, it, test } from 'vitest';
import { ACTIVATIONS } from '../../../web/src/engine/catalog.ts';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import type { ActivationId, ActivationParams } from '../../../web/src/engine/types.ts';
import {
  branchAt,
  branchesOf,
  shownStretch,
} from '../../../web/src/widgets/activation-plot/branches/branches.ts';
import { completeParams } from '../../../web/src/widgets/activation-plot/parameters.ts';
import { markBranches } from '../../../web/tools/site/katex.ts';

const engine = await loadEngine({ data: 'on-demand' });
const WHICH = ['f', 'derivative'] as const;
const infoOf = (id: ActivationId) => ACTIVATIONS.find((info) => info.id === id)!;

type Expression = (x: number, params: ActivationParams) => number;
const id: Expression = (x) => x;
const scaled: Expression = (x, { slope }) => slope! * x;
const constant =
  (value: number): Expression =>
  () =>
    value;
const slope: Expression = (_, params) => params.slope!;

/** What each branch says, in the order of the formula. */
const SAID: Partial<Record<ActivationId, { f: Expression[]; derivative?: Expression[] }>> = {
  step: { f: [constant(1), constant(0)] },
  'hard-sigmoid': {
    f: [constant(0), constant(1), (x, { slope: a }) => a! * x + 0.5],
    derivative: [slope, constant(0)],
  },
  'hard-tanh': { f: [constant(-1), constant(1), id], derivative: [constant(1), constant(0)] },
  relu: { f: [constant(0), id], derivative: [constant(1), constant(0)] },
  'leaky-relu': { f: [id, scaled], derivative: [constant(1), slope] },
  prelu: { f: [id, scaled], derivative: [constant(1), slope] },
  elu: {
    f: [id, (x, { alpha }) => alpha! * Math.expm1(x)],
    derivative: [constant(1), (x, { alpha }) => alpha! * Math.exp(x)],
  },
};

describe.each(Object.keys(SAID) as ActivationId[])('%s', (name) => {
  const info = infoOf(name);
  const chosen: ActivationParams[] = info.parameters.length
    ? [{}, { [info.parameters[0]!.id]: 0.6 }]
    : [{}];

  it.each(chosen)('has the value of the branch that holds, with %o', (own) => {
    const params = completeParams(info, { [name]: own });
    for (let x = -4; x <= 4; x += 0.125) {
      for (const which of WHICH) {
        const branch = branchAt(name, which, x, params);
        const said = SAID[name]![which];
        if (!said) {
          expect(branch).toBeUndefined();
          continue;
        }
        const compute = which === 'f' ? engine.evaluate : engine.derivative;
        const value = compute.call(engine, name, Float32Array.of(x), params)[0]!;
        expect(value, `${which} at ${x}`).toBeCloseTo(said[branch!]!(x, params), 5);
      }
    }
  });
});

test.each(ACTIVATIONS)('the formulas of $id are marked with the branches they have', (info) => {
  for (const which of WHICH) {
    const latex = which === 'f' ? info.latex : info.latexDerivative;
    const marked = [...markBranches(latex).matchAll(/branch=(\d)/g)].map(([, n]) => Number(n));
    const branches = branchesOf(info.id, which, completeParams(info, {}));
    expect([...new Set(marked)].sort()).toEqual(branches.map((_, i) => i));
  }
});

test('the branches cover the axis, each where it holds', () => {
  for (const info of ACTIVATIONS) {
    const params = completeParams(info, {});
    for (const which of WHICH) {
      const branches = branchesOf(info.id, which, params);
      if (branches.length === 0) continue;
      const all = branches.flat().sort((a, b) => a.from - b.from);
      expect(all[0]!.from).toBe(Number.NEGATIVE_INFINITY);
      expect(all.at(-1)!.to).toBe(Number.POSITIVE_INFINITY);
      for (const [i, { from }] of all.slice(1).entries()) expect(from).toBe(all[i]!.to);
      for (const [branch, stretches] of branches.entries()) {
        for (const { from, to } of stretches) {
          const inside = Math.min(Math.max(0, from + 0.25), to - 0.25);
          expect(branchAt(info.id, which, inside, params)).toBe(branch);
        }
      }
    }
  }
});

test('of several stretches, the one that the window shows best', () => {
  const outside = [
    { from: Number.NEGATIVE_INFINITY, to: -1 },
    { from: 1, to: Number.POSITIVE_INFINITY },
  ];
  expect(shownStretch(outside, { min: -2, max: 5 })).toEqual({ from: 1, to: 5 });
  expect(shownStretch(outside, { min: -0.5, max: 0.5 })).toBeUndefined();
});

test('only cases, max and min are marked', () => {
  expect(markBranches('f(x)=\\max_{1\\le i\\le k}\\,(w_i x+b_i)')).not.toContain('htmlData');
  expect(markBranches('f(x)=\\max(0,\\,x)')).toBe(
    'f(x)=\\max(\\htmlData{branch=0}{0},\\,\\htmlData{branch=1}{x})',
  );
});
