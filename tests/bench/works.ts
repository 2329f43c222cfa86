// Every work of the benchmark, who does it, and what the engine is held to: the one place where
// sizes and targets are written down.

import race from '../../lessons/12-race.json' with { type: 'json' };
import type { ActivationId } from '../../web/src/engine/types.ts';
import { defaults } from '../../web/src/widgets/schema.ts';
import { racePlan } from '../../web/src/widgets/training-race/config.ts';
import { type RaceSettings, raceSchema } from '../../web/src/widgets/training-race/settings.ts';
import type { ActivationTask, MeasuringTask, Task, TrainingTask } from './task.ts';

/** Where a contestant runs. */
export const PLACES = ['chromium', 'node', 'native', 'pytorch'] as const;
export type Place = (typeof PLACES)[number];

/**
 * `times`: the engine's rate over the contestant's has to reach the value; `per-second`: that many
 * units a second have to be done.
 */
export interface Target {
  kind: 'times' | 'share' | 'cost';
  value: number;
}

export interface Entry {
  /** Also what `--against` takes. */
  id: string;
  label: string;
  place: Place;
  /** In a page and in Node: which code does it. */
  implementation: string;
  /** Where it differs from the work's. */
  task?: Task;
  /** Floating-point operations rather than units of the work are counted. */
  operations?: boolean;
  target?: Target;
}

export interface Work {
  id: string;
  title: string;
  unit: 'samples' | 'elements' | 'measurements';
  task: Task;
  /** Floating-point operations of the matrix products for one unit. */
  operations?: number;
  /** The first is the engine in the browser. */
  entries: readonly Entry[];
}

export const OURS = 'engine';
const FRAMES = 60;

const times = (value: number): Target => ({ kind: 'times', value });
const share = (value: number): Target => ({ kind: 'share', value });

const ours: Entry = {
  id: OURS,
  label: 'engine in Chromium',
  place: 'chromium',
  implementation: 'engine',
};
const node: Entry = { ...ours, id: 'node', label: 'engine in Node', place: 'node' };
const native: Entry = {
  id: 'native',
  label: 'engine, native SSE',
  place: 'native',
  implementation: 'native',
  target: share(0.85),
};
const engines = [ours, node, native];

const inChromium = (id: string, label: string, target?: Target): Entry => ({
  id,
  label,
  place: 'chromium',
  implementation: id,
  ...(target && { target }),
});
const plain = (target?: Target) => inChromium('plain', 'plain JavaScript loops', target);
const tfjsWasm = (target?: Target) => inChromium('tfjs-wasm', 'TensorFlow.js, wasm', target);
const tfjsBaseline = (target?: Target) =>
  inChromium('tfjs-wasm-baseline', 'TensorFlow.js, wasm without SIMD', target);
const tfjsCpu = (target?: Target) => inChromium('tfjs-cpu', 'TensorFlow.js, cpu', target);
const convnetjs = (target?: Target) => inChromium('convnetjs', 'ConvNetJS', target);
const brain = (target?: Target) => inChromium('brain', 'brain.js, batch 1', target);
const pytorch = (target?: Target): Entry => ({
  id: 'pytorch',
  label: 'PyTorch, one thread',
  place: 'pytorch',
  implementation: 'pytorch',
  ...(target && { target }),
});
const peak = (target: Target): Entry => ({
  id: 'peak',
  label: 'multiply–add peak, SIMD128',
  place: 'chromium',
  implementation: 'kernels',
  task: { kind: 'peak' },
  operations: true,
  target,
});
const nativePeak: Entry = {
  id: 'native-peak',
  label: 'multiply–add peak, native SSE',
  place: 'native',
  implementation: 'native',
  task: { kind: 'peak' },
  operations: true,
};

interface Network {
  title: string;
  inputs: number;
  hidden: readonly number[];
  classes: number;
  racers: readonly ActivationId[];
  batch: number;
  rows: number;
}

/** Trained without an end; the rate keeps the weights small. */
const network = ({ inputs, hidden, classes, racers, batch, rows }: Network): TrainingTask => ({
  kind: 'training',
  dataset: 'own',
  rows,
  inputs,
  classes,
  hidden,
  loss: classes > 0 ? 'cross-entropy' : 'mse',
  batch,
  rate: 0.01,
  racers,
  measureEvery: 0,
  length: 1_000_000_000,
  samplesPerStep: batch,
});

/** Operations a row in each layer's matrix product, a multiplication and an addition each. */
function layerOperations(
  inputs: number,
  hidden: readonly number[],
  outputs: number,
  pieces: number,
): number[] {
  const columns = [...hidden.map((width) => width * pieces), outputs];
  const rows = [inputs, ...hidden];
  return columns.map((width, i) => 2 * width * rows[i]!);
}

const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

/** Of a forward pass. */
export const forwardOperations = (
  inputs: number,
  hidden: readonly number[],
  outputs: number,
  pieces = 1,
) => sum(layerOperations(inputs, hidden, outputs, pieces));

/** Of a step: forward, gradient of the weights and, but for the first layer, of the inputs. */
export function productOperations(
  inputs: number,
  hidden: readonly number[],
  outputs: number,
  pieces = 1,
) {
  const layers = layerOperations(inputs, hidden, outputs, pieces);
  return 3 * sum(layers) - layers[0]!;
}

const training = (id: string, net: Network, peers: readonly Entry[]): Work => ({
  id,
  title: net.title,
  unit: 'samples',
  task: network(net),
  operations: productOperations(net.inputs, net.hidden, net.classes || 1),
  entries: [...engines, ...peers],
});

/** The race of lesson 12, its first seed. */
function lessonRace(): { task: TrainingTask; operations: number } {
  const settings = { ...defaults(raceSchema), ...race.presets.deep.settings } as RaceSettings;
  const plan = racePlan(settings);
  const config = plan.config(plan.entries[0]!, plan.seeds[0]!);
  const [inputs, rows, tests, classes] = [64, 1437, 360, 10];
  const { hidden } = config.network;
  const batch = config.batchSize!;
  const racers = plan.entries.map(({ id }) => id);
  const samplesPerStep = rows / Math.ceil(rows / batch);
  const measured = (rows + tests) / (plan.interval * samplesPerStep);
  const operations = racers.map((id) => {
    const pieces = id === 'maxout' ? settings.pieces : 1;
    const forward = forwardOperations(inputs, hidden, classes, pieces);
    return productOperations(inputs, hidden, classes, pieces) + measured * forward;
  });
  return {
    task: {
      kind: 'training',
      dataset: 'digits',
      rows,
      inputs,
      classes,
      hidden,
      loss: 'cross-entropy',
      batch,
      rate: config.optimizer!.learningRate!,
      racers,
      measureEvery: plan.interval,
      length: settings.steps,
      samplesPerStep: racers.length * samplesPerStep,
    },
    operations: sum(operations) / racers.length,
  };
}

const lesson = lessonRace();

const measuring = (
  id: string,
  what: string,
  how: Partial<MeasuringTask>,
  target?: Target,
): Work => ({
  id,
  title: `${what}, all measurements${how.histograms ? ' with histograms' : ''}, ${FRAMES} times a second`,
  unit: 'measurements',
  task: { ...lesson.task, kind: 'measuring', measureEvery: 0, histograms: false, ...how },
  entries: engines.map(({ target: _, ...entry }) => ({
    ...entry,
    ...(entry.id === OURS && target && { target }),
  })),
});
const one = { racers: ['relu'] as const };
const cheap: Target = { kind: 'cost', value: 0.1 };

const N = 65_536;
const activation = (id: ActivationId, peers: readonly Entry[]): Work => ({
  id,
  title: `${id} on ${N.toLocaleString('en')} floats`,
  unit: 'elements',
  task: { kind: 'activation', racers: [id], n: N } satisfies ActivationTask,
  entries: [...engines, ...peers],
});

const curvePeers = [tfjsWasm(times(12)), tfjsBaseline(times(12)), tfjsCpu(), plain(times(4))];
const copy: Entry = {
  id: 'copy',
  label: 'SIMD copy of the same bytes',
  place: 'chromium',
  implementation: 'kernels',
  task: { kind: 'copy', by: 'vectors', n: N },
  target: share(0.8),
};
const linePeers: Entry[] = [
  copy,
  {
    id: 'memory-copy',
    label: 'memory.copy of the same bytes',
    place: 'chromium',
    implementation: 'kernels',
    task: { kind: 'copy', by: 'memory', n: N },
  },
  {
    id: 'native-copy',
    label: 'SIMD copy, native SSE',
    place: 'native',
    implementation: 'native',
    task: { kind: 'copy', by: 'vectors', n: N },
  },
  tfjsWasm(),
  tfjsBaseline(),
  tfjsCpu(),
  plain(),
];

export const WORKS: readonly Work[] = [
  training(
    'mlp-tiny',
    {
      title: '2-8-8-1 tanh, batch 10, SGD',
      inputs: 2,
      hidden: [8, 8],
      classes: 0,
      racers: ['tanh'],
      batch: 10,
      rows: 500,
    },
    [
      convnetjs(times(15)),
      brain(),
      plain(),
      tfjsWasm(times(300)),
      tfjsCpu(times(300)),
      pytorch(times(100)),
    ],
  ),
  training(
    'mlp-small',
    {
      title: '64-32-10 relu, batch 32, cross-entropy',
      inputs: 64,
      hidden: [32],
      classes: 10,
      racers: ['relu'],
      batch: 32,
      rows: 1024,
    },
    [convnetjs(), plain(), tfjsWasm(times(30)), tfjsCpu(), pytorch(times(4))],
  ),
  training(
    'mlp-large',
    {
      title: '784-128-10 relu, batch 64, cross-entropy',
      inputs: 784,
      hidden: [128],
      classes: 10,
      racers: ['relu'],
      batch: 64,
      rows: 1024,
    },
    [
      peak(share(0.8)),
      nativePeak,
      convnetjs(),
      plain(),
      tfjsWasm(times(5.5)),
      tfjsCpu(),
      pytorch(),
    ],
  ),
  {
    id: 'race',
    title: `the race of lesson 12 (${lesson.task.racers.join(', ')}), measurements included`,
    unit: 'samples',
    ...lesson,
    entries: [...engines, peak(share(0.5)), nativePeak],
  },
  measuring('measuring', 'the race’s relu network', one, cheap),
  measuring('measuring-histograms', 'the race’s relu network', { ...one, histograms: true }, cheap),
  measuring('measuring-race', 'the race, four networks', {}),
  activation('sigmoid', curvePeers),
  activation('tanh', curvePeers),
  activation('gelu', curvePeers),
  activation('relu', linePeers),
  activation('prelu', linePeers),
];

/** Share of the time that measuring takes at 60 frames a second, from measurements a second. */
export const measuringCost = (rate: number) => FRAMES / rate;
