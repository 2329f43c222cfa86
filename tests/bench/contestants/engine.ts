// The engine: trainings through its public API, activations on buffers in the module's memory.

import { ACTIVATION_IDS } from '../../../web/src/engine/catalog.ts';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import { loadModule } from '../../../web/src/engine/loader.ts';
import type {
  ActivationId,
  DatasetConfig,
  Engine,
  Training,
} from '../../../web/src/engine/types.ts';
import { activationInputs, ownRows } from '../data.ts';
import {
  type ActivationTask,
  type Contestant,
  cannot,
  type MeasuringTask,
  type Prepare,
  type TrainingTask,
} from '../task.ts';
import { timed } from '../timing.ts';
import { BUFFER_GAP, bufferBytes, firstBuffer } from './buffers.ts';

export const prepareEngine: Prepare = async (task) => {
  if (task.kind === 'training') return trainer(task);
  if (task.kind === 'measuring') return measurer(task);
  if (task.kind === 'activation') return activator(task);
  throw cannot('the engine', task);
};

type RaceTask = Omit<TrainingTask, 'kind'>;

function datasetConfig(task: RaceTask): DatasetConfig {
  if (task.dataset === 'digits') return { name: 'digits' };
  const { inputs, targets } = ownRows(task);
  const kind =
    task.classes > 0
      ? ({ task: 'classification', classes: task.classes } as const)
      : ({ task: 'regression' } as const);
  return { inputs, targets, inputSize: task.inputs, ...kind };
}

/** Trainings side by side, as a lesson runs them. */
class Race {
  private racers: Training[] = [];
  private step = 0;
  private readonly dataset: DatasetConfig;

  constructor(
    private readonly engine: Engine,
    private readonly task: RaceTask,
  ) {
    this.dataset = datasetConfig(task);
    this.begin();
  }

  steps(n: number): void {
    const { length, measureEvery } = this.task;
    for (let left = n; left > 0; ) {
      if (this.step === length) this.begin();
      const toMeasurement = measureEvery > 0 ? measureEvery - (this.step % measureEvery) : left;
      const steps = Math.min(left, toMeasurement, length - this.step);
      for (const racer of this.racers) racer.step(steps);
      this.step += steps;
      left -= steps;
      if (measureEvery > 0 && steps === toMeasurement) this.measure(false);
    }
  }

  measure(histograms: boolean): void {
    for (const racer of this.racers) racer.metrics({ histograms });
  }

  private begin(): void {
    for (const racer of this.racers) racer.dispose();
    this.racers = this.task.racers.map((id) => this.training(id));
    this.step = 0;
  }

  private training(id: ActivationId): Training {
    const { hidden, loss, rate, batch } = this.task;
    return this.engine.createTraining({
      dataset: this.dataset,
      network: { hidden, activation: { id } },
      loss,
      optimizer: { name: 'sgd', learningRate: rate },
      batchSize: batch,
    });
  }
}

async function race(task: RaceTask): Promise<Race> {
  return new Race(await loadEngine({ variant: 'simd' }), task);
}

async function trainer(task: TrainingTask): Promise<Contestant> {
  const running = await race(task);
  return (milliseconds) => timed(milliseconds, task.samplesPerStep, (n) => running.steps(n));
}

/** Only the measurements are timed; between two of them every racer takes a step. */
async function measurer(task: MeasuringTask): Promise<Contestant> {
  const running = await race(task);
  return (milliseconds) => {
    let units = 0;
    let elapsed = 0;
    while (elapsed < milliseconds) {
      running.steps(1);
      const start = performance.now();
      running.measure(task.histograms);
      elapsed += performance.now() - start;
      units += 1;
    }
    return { units, seconds: elapsed / 1000 };
  };
}

async function activator({ racers: [id], n }: ActivationTask): Promise<Contestant> {
  const module = await loadModule('simd');
  const block = module.allocate(bufferBytes(n));
  if (block === 0) throw new Error(`no memory for ${n} floats`);
  const from = firstBuffer(block);
  const to = from + 4 * n + BUFFER_GAP;
  module.HEAPF32.set(activationInputs(n), from / 4);
  const index = ACTIVATION_IDS.indexOf(id);
  return (milliseconds) =>
    timed(milliseconds, n, (times) => {
      for (let i = 0; i < times; i++) {
        if (!module.evaluate(index, false, from, to, n, 0, 0)) throw new Error(`${id}: refused`);
      }
    });
}
