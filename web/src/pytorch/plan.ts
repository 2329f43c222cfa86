// What a program has to repeat, checked: the racers, their seeds, and what all of them share.

import { activationsOf, isOwn, resolveConfig } from '../engine/config.ts';
import { EngineError } from '../engine/errors.ts';
import type { ActivationChoice, ResolvedTrainingConfig, TrainingConfig } from '../engine/types.ts';
import { infoOf } from './activations.ts';
import { type Data, dataOf } from './data.ts';

export interface Experiment {
  /** Every racer with every seed. They differ in nothing else but, from racer to racer, in the
   * hidden layers. */
  runs: readonly Run[];
  steps: number;
  /** Steps between two measurements; the last step is measured too. */
  measureEvery: number;
  /** Bias of every hidden unit at the start; 0 unless given. */
  hiddenBias?: number;
}

export interface Run {
  /** The racer, as the table calls it: its activation, wherever a figure names it. */
  label: string;
  config: TrainingConfig;
}

export interface Racer {
  label: string;
  choices: readonly ActivationChoice[];
  widths: readonly number[];
}

export interface Plan {
  racers: Racer[];
  seeds: number[];
  steps: number;
  measureEvery: number;
  hiddenBias: number;
  /** Of the first run: what all share. */
  config: ResolvedTrainingConfig;
  data: Data;
  /** Seed of the data; undefined: that of the run. */
  dataSeed: number | undefined;
  outputs: number;
  /** Every activation of every racer. */
  choices: ActivationChoice[];
}

/** Throws an `EngineError` for what no program can repeat. */
export function planOf({ runs, steps, measureEvery, hiddenBias = 0 }: Experiment): Plan {
  if (runs.length === 0) throw new EngineError('missing', 'runs', undefined, 'at least one run');
  const resolved = runs.map((run) => resolveConfig(run.config));
  const config = resolved[0]!;
  const racers = new Map<string, Racer>();
  resolved.forEach((other, i) => {
    const { label } = runs[i]!;
    const racer = { label, choices: activationsOf(other.network), widths: other.network.hidden };
    const known = racers.get(label) ?? racer;
    racers.set(label, known);
    const same = JSON.stringify(known) === JSON.stringify(racer);
    if (same && shared(other) === shared(config) && sameRows(other, config)) return;
    const rule = 'the first run’s but for the seed, and the hidden layers where the label differs';
    throw new EngineError('not-allowed', `runs[${i}].config`, label, rule);
  });
  const seeds = [...new Set(resolved.map(({ seed }) => seed))];
  if (racers.size * seeds.length !== runs.length) {
    const rule = `${racers.size * seeds.length}, every racer with every seed`;
    throw new EngineError('wrong-length', 'runs', runs.length, rule);
  }
  const choices = [...racers.values()].flatMap((racer) => racer.choices);
  const gate = choices.find(({ id }) => infoOf(id).kind === 'gated');
  if (hiddenBias !== 0 && gate) {
    const rule = 'an activation without a gate where hidden units start with a bias';
    throw new EngineError('not-allowed', 'network.activation', gate.id, rule);
  }
  const data = dataOf(config.dataset);
  return {
    racers: [...racers.values()],
    seeds,
    steps,
    measureEvery,
    hiddenBias,
    config,
    data,
    dataSeed: dataSeedOf(config),
    outputs: outputsOf(config, data),
    choices,
  };
}

const dataSeedOf = ({ seed, dataset }: ResolvedTrainingConfig) =>
  dataset.seed === seed ? undefined : dataset.seed;

/** What every run has in common, as one comparable text, without the rows of own data. */
function shared(config: ResolvedTrainingConfig): string {
  const { seed: _, dataset, network, ...rest } = config;
  const { seed: __, inputs: ___, targets: ____, ...data } = dataset as Record<string, unknown>;
  const { hidden, activation, ...others } = network;
  return JSON.stringify([rest, data, others, hidden.length, dataSeedOf(config)]);
}

function sameRows({ dataset: a }: ResolvedTrainingConfig, { dataset: b }: ResolvedTrainingConfig) {
  if (!isOwn(a) || !isOwn(b)) return isOwn(a) === isOwn(b);
  const same = (x: Float32Array, y: Float32Array) =>
    x.length === y.length && x.every((value, i) => value === y[i]);
  return same(a.inputs, b.inputs) && same(a.targets, b.targets);
}

/** As the engine has it (wasm/src/nn/spec.cpp). */
function outputsOf({ loss }: ResolvedTrainingConfig, { classes, targets }: Data): number {
  if (classes === 0) return targets;
  return classes <= 2 && loss !== 'cross-entropy' ? 1 : classes;
}
