// The linear neuron: its data, its quadratic, and gradient descent on it.

import { describe, expect, it } from 'vitest';
import { descend, makeProblem, POINTS } from '../../../web/src/widgets/zigzag-path/descent.ts';
import { symmetricEigen } from '../../../web/src/widgets/zigzag-path/eigen.ts';

const plain = { batchSize: POINTS, steps: 200, seed: 1 };

describe('the eigenvalues', () => {
  it('are those known in closed form', () => {
    const { values, vectors } = symmetricEigen([
      [2, 1],
      [1, 2],
    ]);
    expect(values[0]).toBeCloseTo(1, 14);
    expect(values[1]).toBeCloseTo(3, 14);
    expect(Math.abs(vectors[1]![0]!)).toBeCloseTo(Math.SQRT1_2, 14);
  });

  it.each([2, 5, 10])('diagonalize the Hessian of %i weights', (weights) => {
    const { hessian, eigen } = makeProblem('positive', weights, 3);
    eigen.values.forEach((value, i) => {
      const vector = eigen.vectors[i]!;
      const image = hessian.map((row) => row.reduce((sum, h, j) => sum + h * vector[j]!, 0));
      image.forEach((component, j) => {
        expect(component).toBeCloseTo(value * vector[j]!, 12);
      });
    });
  });
});

describe('the data', () => {
  it('are the same for the same seed, and others for another', () => {
    const { inputs } = makeProblem('positive', 2, 1);
    expect(makeProblem('positive', 2, 1).inputs).toEqual(inputs);
    expect(makeProblem('positive', 2, 2).inputs).not.toEqual(inputs);
    // Pins the generator: links made today show the same path later.
    expect([...inputs.slice(0, 3)]).toMatchInlineSnapshot(`
      [
        0.8914504204876721,
        0.006544230971485376,
        0.21408124826848507,
      ]
    `);
  });

  it('lie in [0, 1) with the moments of the uniform distribution, and are centred on request', () => {
    const { inputs, hessian } = makeProblem('positive', 2, 1);
    expect(Math.min(...inputs)).toBeGreaterThanOrEqual(0);
    expect(Math.max(...inputs)).toBeLessThan(1);
    expect(hessian[0]![0]).toBeCloseTo(1 / 3, 1);
    expect(hessian[0]![1]).toBeCloseTo(1 / 4, 1);
    const centred = makeProblem('centred', 2, 1).inputs;
    const mean = centred.reduce((sum, x) => sum + x, 0) / centred.length;
    expect(mean).toBeCloseTo(0, 14);
    expect(centred[0]! - centred[2]!).toBeCloseTo(inputs[0]! - inputs[2]!, 14);
  });
});

describe('descent', () => {
  it('follows w − w* = (I − ηH)ᵗ (w₀ − w*) on the whole set', () => {
    const problem = makeProblem('positive', 2, 1);
    const learningRate = 0.7 * problem.limit;
    const { weights } = descend(problem, { ...plain, learningRate });
    const start = problem.target.map((w) => -w);
    for (const t of [1, 7, 40]) {
      const expected = [0, 0];
      problem.eigen.values.forEach((value, i) => {
        const v = problem.eigen.vectors[i]!;
        const along = v[0]! * start[0]! + v[1]! * start[1]!;
        for (const j of [0, 1]) expected[j]! += (1 - learningRate * value) ** t * along * v[j]!;
      });
      for (const j of [0, 1]) {
        expect(weights[2 * t + j]).toBeCloseTo(problem.target[j]! + expected[j]!, 10);
      }
    }
  });

  it('takes the same path in batches of everything as without batches', () => {
    const problem = makeProblem('centred', 3, 1);
    const learningRate = 0.5 * problem.limit;
    const whole = descend(problem, { ...plain, learningRate, steps: 20 });
    // Every batch of 499 but the second of each pass, which has the point left over.
    const nearly = descend(problem, { ...plain, learningRate, steps: 1, batchSize: POINTS - 1 });
    expect(nearly.weights[3]).toBeCloseTo(whole.weights[3]!, 2);
    expect(descend(problem, { ...plain, learningRate, steps: 20 })).toEqual(whole);
  });

  it('uses every point once in a pass', () => {
    const problem = makeProblem('positive', 2, 1);
    const tiny = 1e-6;
    const { weights } = descend(problem, {
      learningRate: tiny,
      batchSize: 1,
      steps: POINTS,
      seed: 4,
    });
    // At so small a rate, a pass of single points adds up to 500 steps on the whole set.
    const whole = descend(problem, { ...plain, learningRate: tiny * POINTS, steps: 1 });
    for (const j of [0, 1]) {
      expect(weights[2 * POINTS + j]! / whole.weights[2 + j]!).toBeCloseTo(1, 3);
    }
  });

  it('ends where it is lost', () => {
    const problem = makeProblem('positive', 2, 1);
    const { steps, diverged, distances } = descend(problem, {
      ...plain,
      learningRate: 1.5 * problem.limit,
    });
    expect(diverged).toBe(true);
    expect(steps).toBeLessThan(40);
    expect(distances).toHaveLength(steps + 1);
  });
});
