// One maxout unit of one input, max (wᵢx + bᵢ), or the difference of two, trained by Adam on the
// mean squared error over 201 points.

import { normal, uniform } from '../random.ts';
import { Adam } from './adam.ts';
import type { FitSettings } from './settings.ts';
import { targetValues, XS } from './targets.ts';

export interface Fit {
  pieces: number;
  units: number;
  targets: Float64Array;
  steps: number;
  /** For each step, and in it for each unit, k weights and k biases. */
  history: Float64Array;
  /** The error at each step. */
  errors: Float64Array;
}

/** The weights and biases of one unit. */
export interface Pieces {
  weights: Float64Array;
  biases: Float64Array;
}

type RunSettings = Pick<
  FitSettings,
  'target' | 'drawing' | 'pieces' | 'model' | 'init' | 'jitter' | 'learningRate' | 'steps' | 'seed'
>;

/** `spread` starts with the tangents of x² at k places; `random` as a network does. */
function startOf({ pieces, init, jitter, seed }: RunSettings, units: number): Float64Array {
  const parameters = new Float64Array(2 * pieces * units);
  for (let unit = 0; unit < units; unit++) {
    const next = uniform(seed, unit);
    const { weights, biases } = unitOf(parameters, unit, pieces);
    for (let i = 0; i < pieces; i++) {
      if (init === 'random') {
        weights[i] = normal(next);
        continue;
      }
      const w = pieces === 1 ? 0 : -1 + (2 * i) / (pieces - 1);
      weights[i] = w + jitter * normal(next);
      biases[i] = (-w * w) / 4 + jitter * normal(next);
    }
  }
  return parameters;
}

function unitOf(parameters: Float64Array, unit: number, pieces: number): Pieces {
  const at = unit * 2 * pieces;
  return {
    weights: parameters.subarray(at, at + pieces),
    biases: parameters.subarray(at + pieces, at + 2 * pieces),
  };
}

/** The first of the pieces that are highest at x. */
export function winnerAt({ weights, biases }: Pieces, x: number): number {
  let winner = 0;
  let highest = Number.NEGATIVE_INFINITY;
  for (let i = 0; i < weights.length; i++) {
    const y = weights[i]! * x + biases[i]!;
    if (y > highest) {
      highest = y;
      winner = i;
    }
  }
  return winner;
}

export const heightOf = ({ weights, biases }: Pieces, piece: number, x: number) =>
  weights[piece]! * x + biases[piece]!;

/** Value of the model at x: the unit, or the first less the second. */
export function outputAt(units: readonly Pieces[], x: number): number {
  return units.reduce(
    (sum, unit, u) => sum + (u === 0 ? 1 : -1) * heightOf(unit, winnerAt(unit, x), x),
    0,
  );
}

/** Fills in the gradient, and returns the error. */
export function errorAndGradient(
  units: readonly Pieces[],
  gradients: readonly Pieces[],
  targets: Float64Array,
): number {
  for (const { weights, biases } of gradients) {
    weights.fill(0);
    biases.fill(0);
  }
  let sum = 0;
  XS.forEach((x, n) => {
    const winners = units.map((unit) => winnerAt(unit, x));
    let residual = -targets[n]!;
    winners.forEach((winner, u) => {
      residual += (u === 0 ? 1 : -1) * heightOf(units[u]!, winner, x);
    });
    sum += residual * residual;
    winners.forEach((winner, u) => {
      const slope = ((u === 0 ? 2 : -2) * residual) / XS.length;
      gradients[u]!.weights[winner]! += slope * x;
      gradients[u]!.biases[winner]! += slope;
    });
  });
  return sum / XS.length;
}

export function train(settings: RunSettings): Fit {
  const { target, drawing, pieces, model, learningRate, steps } = settings;
  const units = model === 'difference' ? 2 : 1;
  const targets = targetValues(target, drawing);
  const parameters = startOf(settings, units);
  const gradient = new Float64Array(parameters.length);
  const split = (values: Float64Array) =>
    Array.from({ length: units }, (_, unit) => unitOf(values, unit, pieces));
  const [now, slopes] = [split(parameters), split(gradient)];
  const adam = new Adam(parameters.length, learningRate);
  const history = new Float64Array((steps + 1) * parameters.length);
  const errors = new Float64Array(steps + 1);
  for (let step = 0; step <= steps; step++) {
    history.set(parameters, step * parameters.length);
    errors[step] = errorAndGradient(now, slopes, targets);
    if (step < steps) adam.step(parameters, gradient);
  }
  return { pieces, units, targets, steps, history, errors };
}

/** The units as they were at a step. */
export function unitsAt({ history, pieces, units }: Fit, step: number): Pieces[] {
  const count = 2 * pieces * units;
  const parameters = history.subarray(step * count, (step + 1) * count);
  return Array.from({ length: units }, (_, unit) => unitOf(parameters, unit, pieces));
}

/** The share of the points that each piece of a unit wins. */
export function shares(unit: Pieces): number[] {
  const wins = Array.from(unit.weights, () => 0);
  for (const x of XS) wins[winnerAt(unit, x)]! += 1;
  return wins.map((count) => count / XS.length);
}
