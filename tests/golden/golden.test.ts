// Holds the engine against PyTorch in float64: curves, and 200 steps of training. README.md
// defines the measures.

import { readFileSync } from 'node:fs';
import type {
  ActivationId,
  ActivationParams,
  Engine,
  Tolerance,
  TrainingConfig,
} from 'activation-lab/engine';
import { loadEngine } from 'activation-lab/engine';
import { beforeAll, describe, expect, test } from 'vitest';

interface Curve {
  id: ActivationId;
  params: ActivationParams;
  x: number[];
  value: number[];
  derivative: number[];
}

type ByStep<T> = Record<string, T>;

interface Run {
  config: TrainingConfig;
  initial: { name: string; shape: number[]; values: number[] }[];
  evaluationLoss: ByStep<number>;
  parameters: ByStep<Record<string, number[]>>;
}

const VARIANTS = ['simd', 'baseline'] as const;
const OPTIMIZERS = ['sgd', 'momentum', 'nesterov', 'rmsprop', 'adam'] as const;

/** Largest accepted difference of a training run, in the measure of `difference`. */
const TRAINING_TOLERANCE = 1e-3;
/** PyTorch's float64 formulas cancel too: 1 + erf(x), exp(x) − 1, σ(1 − σ). */
const REFERENCE_ERROR = 1e-15;

function read<T>(file: string): T[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8')) as T[];
}

const curves = read<Curve>('activations.json');
const runs = OPTIMIZERS.map((optimizer) => ({
  optimizer,
  runs: read<Run>(`training-${optimizer}.json`),
}));

/** Distance of neighbouring float32 numbers around x. */
function ulp(x: number): number {
  const magnitude = Math.abs(x);
  return 2 ** (magnitude < 2 ** -126 ? -149 : Math.floor(Math.log2(magnitude)) - 23);
}

function accepted(reference: number, tolerance: Tolerance): number {
  return Math.max(tolerance.ulp * ulp(reference), tolerance.absolute, REFERENCE_ERROR);
}

/** Tolerances are measured with the defaults, which are short binary fractions but for one; a
 * product with another parameter is rounded once more. */
function roomFor(tolerance: Tolerance, parameters: readonly { default: number }[], params = {}) {
  const others = parameters.length > 0 && Object.keys(params).length > 0;
  return others ? { ...tolerance, ulp: tolerance.ulp + 1 } : tolerance;
}

/** The points where the engine differs from PyTorch by more than the tolerance, readably. */
function disagreements(x: number[], actual: Float32Array, reference: number[], tol: Tolerance) {
  const found: string[] = [];
  reference.forEach((r, i) => {
    // Written so that NaN disagrees.
    if (!(Math.abs(actual[i]! - r) <= accepted(r, tol))) {
      const ulps = Math.abs(actual[i]! - r) / ulp(r);
      found.push(`x = ${x[i]}: engine ${actual[i]}, PyTorch ${r} (${ulps.toPrecision(3)} ulp)`);
    }
  });
  return found;
}

/** Largest error over the largest magnitude of the reference; NaN where anything is NaN. */
function difference(actual: ArrayLike<number>, reference: readonly number[]): number {
  const error = reference.map((r, i) => Math.abs(actual[i]! - r));
  return Math.max(...error) / Math.max(...reference.map(Math.abs));
}

function activations(config: TrainingConfig) {
  return [config.network.activation].flat();
}

function title({ config }: Run): string {
  const { batchNorm, hidden, outputActivation } = config.network;
  const names = activations(config).map((a) => [a.id, ...Object.values(a.params ?? {})].join(' '));
  return [
    names.join(' / '),
    `[${hidden}]`,
    config.loss,
    outputActivation === 'identity' ? '' : outputActivation,
    batchNorm ? 'batch norm' : '',
    config.optimizer?.weightDecay ? 'weight decay' : '',
    config.optimizer?.clipNorm ? 'clipped' : '',
  ]
    .filter(Boolean)
    .join(', ');
}

/** Trains as recorded and lists whatever leaves the tolerance. */
function retrace(engine: Engine, run: Run): string[] {
  const training = engine.createTraining(run.config);
  training.setParameters(
    run.initial.map(({ name, values }) => ({ name, values: Float32Array.from(values) })),
  );
  const found: string[] = [];
  const compare = (what: string, actual: ArrayLike<number>, reference: number[]) => {
    const d = difference(actual, reference);
    if (!(d <= TRAINING_TOLERANCE)) found.push(`${what} differs by ${d.toExponential(2)}`);
  };
  let taken = 0;
  for (const [step, loss] of Object.entries(run.evaluationLoss)) {
    training.step(Number(step) - taken);
    taken = Number(step);
    expect(training.status().step).toBe(taken);
    compare(`step ${step}: loss`, [training.metrics().trainLoss], [loss]);
    const expected = run.parameters[step];
    if (!expected) continue;
    for (const { name, values } of training.parameters()) {
      compare(`step ${step}: ${name}`, values, expected[name]!);
    }
  }
  training.dispose();
  return found;
}

describe.each(VARIANTS)('%s', (variant) => {
  let engine: Engine;
  beforeAll(async () => {
    engine = await loadEngine({ variant });
  });

  test('loads the variant asked for', () => {
    expect(engine.variant).toBe(variant);
  });

  test('every activation has curves', () => {
    const ids = engine.activations.map((a) => a.id);
    expect(ids).toHaveLength(20);
    expect(new Set(curves.map((c) => c.id))).toEqual(new Set(ids));
  });

  describe('curves agree with PyTorch', () => {
    test.each(curves)('$id $params', ({ id, params, x, value, derivative }) => {
      const { tolerance, parameters } = engine.activations.find((a) => a.id === id)!;
      const room = (of: Tolerance) => roomFor(of, parameters, params);
      const points = Float32Array.from(x);
      const y = engine.evaluate(id, points, params);
      expect(disagreements(x, y, value, room(tolerance.value)), 'f').toEqual([]);
      const dy = engine.derivative(id, points, params);
      expect(disagreements(x, dy, derivative, room(tolerance.derivative)), 'f′').toEqual([]);
    });
  });

  describe.each(runs)('training agrees with PyTorch: $optimizer', ({ optimizer, runs: list }) => {
    test('every activation is trained', () => {
      const alone = list.map((r) => activations(r.config)).filter((a) => a.length === 1);
      expect(alone.map(([a]) => a!.id)).toEqual(engine.activations.map((a) => a.id));
      expect(list.every((r) => r.config.optimizer?.name === optimizer)).toBe(true);
    });

    test.each(list.map((run) => ({ run, name: title(run) })))('$name', ({ run }) => {
      const training = engine.createTraining(run.config);
      const shapes = (list: readonly { name: string; shape: number[] }[]) =>
        Object.fromEntries(list.map(({ name, shape }) => [name, shape]));
      expect(shapes(training.parameters())).toEqual(shapes(run.initial));
      training.dispose();
      expect(retrace(engine, run)).toEqual([]);
    });
  });
});
