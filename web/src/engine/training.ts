// One training: a network, its data and its optimizer inside the wasm module.

import { activationIndex, activationInfo } from './activation.ts';
import {
  DIVERGENCE_REASONS,
  INITS,
  LOSSES,
  OPTIMIZERS,
  OUTPUT_ACTIVATIONS,
  PARAMETER_KINDS,
  STATES,
} from './catalog.ts';
import { boolean, float32Array, floats, oneOf, reading, record } from './check.ts';
import { activationsOf, stepsCheck } from './config.ts';
import { EngineError } from './errors.ts';
import { lend, read, write } from './heap.ts';
import type {
  LayerMetrics,
  Metrics,
  MetricsOptions,
  Parameter,
  ResolvedTrainingConfig,
  Status,
  Training,
} from './types.ts';
import type {
  LayerSpec,
  ParameterRecord,
  StatusRecord,
  TrainingSpec,
  WasmDataset,
  WasmModule,
  WasmTraining,
} from './wasm-module.ts';

/** The training copies or shares the data; the caller deletes its handle. */
export function createTraining(
  module: WasmModule,
  config: ResolvedTrainingConfig,
  data: WasmDataset,
): Training {
  const layers = new module.LayerSpecs();
  try {
    for (const layer of layersOf(config)) layers.push_back(layer);
    const handle = module.createTraining(data, specOf(config), layers);
    if (handle === null) throw EngineError.fromFailure(module.lastFailure());
    return new LabTraining(module, handle, config);
  } finally {
    layers.delete();
  }
}

function layersOf({ network }: ResolvedTrainingConfig): LayerSpec[] {
  const choices = activationsOf(network);
  return network.hidden.map((width, i) => {
    const { id, params, shift = 0 } = choices[i]!;
    const names = activationInfo(id).parameters.map((parameter) => parameter.id as 'slope');
    const [a = 0, b = 0] = names.map((name) => params?.[name]);
    return { width, activation: activationIndex(id), a, b, shift };
  });
}

function specOf(config: ResolvedTrainingConfig): TrainingSpec {
  const { seed, batchSize, targetLoss, network, optimizer } = config;
  const { name, ...rates } = optimizer;
  return {
    seed,
    loss: LOSSES.indexOf(config.loss),
    batchSize,
    targetLoss,
    init: INITS.indexOf(network.init),
    initScale: network.initScale,
    batchNorm: network.batchNorm,
    dropout: network.dropout,
    outputActivation: OUTPUT_ACTIVATIONS.indexOf(network.outputActivation),
    optimizer: OPTIMIZERS.indexOf(name),
    ...rates,
  };
}

/** Frees what a caller forgot to dispose of. */
const forgotten = new FinalizationRegistry<WasmTraining>((handle) => handle.delete());

const activityRows = oneOf(['train', 'batch'] as const);
const metricsOptions = record<MetricsOptions>({ histograms: [boolean, false] });

class LabTraining implements Training {
  readonly config: ResolvedTrainingConfig;
  private handle: WasmTraining | null;

  constructor(
    private readonly module: WasmModule,
    handle: WasmTraining,
    config: ResolvedTrainingConfig,
  ) {
    this.config = frozen(config);
    this.handle = handle;
    forgotten.register(this, handle, this);
  }

  step(n: number): Status {
    const live = this.live;
    return toStatus(live.step(stepsCheck.read(n, 'n')));
  }

  status(): Status {
    return toStatus(this.live.status());
  }

  metrics(options: MetricsOptions = {}): Metrics {
    const live = this.live;
    const { histograms } = reading('options', () => metricsOptions.read(options, 'options'));
    const losses = live.measure(histograms);
    const { step, epoch } = live.status();
    const layers = Array.from({ length: live.layerCount() }, (_, layer) =>
      this.layerMetrics(live, layer, histograms),
    );
    return { step, epoch, ...losses, layers };
  }

  activity(rows: 'train' | 'batch'): Float32Array[] {
    const live = this.live;
    const count = live.measureActivity(activityRows.read(rows, 'rows') === 'batch');
    return this.config.network.hidden.map((units, layer) =>
      lend(this.module, 'activity', [units], (pointer) => {
        live.readActivity(layer, pointer!);
        return read(this.module, pointer!, units).map((active) => active / count);
      }),
    );
  }

  predict(inputs: Float32Array): Float32Array {
    const live = this.live;
    float32Array(inputs, 'inputs');
    const width = live.inputSize();
    const rows = inputs.length / width;
    if (!Number.isInteger(rows)) {
      const expected = `a multiple of the input size (${width})`;
      throw new EngineError('wrong-length', 'inputs', inputs.length, expected);
    }
    const outputs = rows * live.outputSize();
    const values = floats(
      inputs,
      'inputs',
      (i) => `inputs[row ${Math.floor(i / width)}, column ${i % width}]`,
    );
    return lend(this.module, 'inputs', [inputs.length, outputs], (from, to) => {
      write(this.module, from!, values);
      live.predict(from!, rows, to!);
      return read(this.module, to!, outputs);
    });
  }

  parameters(): Parameter[] {
    const live = this.live;
    return this.records(live).map((entry, index) => ({
      name: nameOf(entry),
      layer: entry.layer,
      kind: PARAMETER_KINDS[entry.kind]!,
      shape: [entry.shape0, entry.shape1, entry.shape2].slice(0, entry.dims),
      values: lend(this.module, nameOf(entry), [entry.size], (pointer) => {
        live.readParameter(index, pointer!);
        return read(this.module, pointer!, entry.size);
      }),
    }));
  }

  setParameters(parameters: readonly Pick<Parameter, 'name' | 'values'>[]): void {
    const live = this.live;
    // Everything is checked before anything is written.
    const values = reading('parameters', () => checkValues(parameters, this.records(live)));
    const lengths = Array.from(values.values(), (value) => value.length);
    lend(this.module, 'parameters', lengths, (...pointers) => {
      for (const [i, [index, value]] of [...values].entries()) {
        write(this.module, pointers[i]!, value);
        live.writeParameter(index, pointers[i]!);
      }
    });
  }

  dispose(): void {
    if (this.handle === null) return;
    forgotten.unregister(this);
    this.handle.delete();
    this.handle = null;
  }

  private get live(): WasmTraining {
    if (this.handle === null) throw new EngineError('disposed', 'training');
    return this.handle;
  }

  private records(live: WasmTraining): ParameterRecord[] {
    return Array.from({ length: live.parameterCount() }, (_, index) => live.parameter(index));
  }

  private layerMetrics(live: WasmTraining, layer: number, histograms: boolean): LayerMetrics {
    const metrics: LayerMetrics = live.layer(layer);
    const series = (reader: (pointer: number) => number) => {
      const length = reader(0);
      if (length === 0) return undefined;
      return lend(this.module, 'metrics', [length], (pointer) => {
        reader(pointer!);
        return read(this.module, pointer!, length);
      });
    };
    const all = {
      histogram: histograms ? series((at) => live.readHistogram(layer, at)) : undefined,
      slopes: series((at) => live.readSlopes(layer, at)),
      pieceShares: series((at) => live.readPieceShares(layer, at)),
    };
    for (const [name, values] of Object.entries(all)) {
      if (values) metrics[name as keyof typeof all] = values;
    }
    return metrics;
  }
}

/** Freezes an object and all in it, except typed arrays, which cannot be frozen. */
function frozen<T>(value: T): T {
  if (typeof value !== 'object' || value === null || ArrayBuffer.isView(value)) return value;
  Object.values(value).forEach(frozen);
  return Object.freeze(value);
}

/** New values by index of their parameter. */
function checkValues(parameters: unknown, records: ParameterRecord[]): Map<number, Float32Array> {
  if (!Array.isArray(parameters)) {
    throw new EngineError('wrong-type', 'parameters', parameters, 'a list of { name, values }');
  }
  const names = oneOf(records.map(nameOf));
  const result = new Map<number, Float32Array>();
  for (const [i, given] of parameters.entries()) {
    const field = `parameters[${i}]`;
    if (typeof given !== 'object' || given === null) {
      throw new EngineError('wrong-type', field, given, 'an object with name, values');
    }
    const name = names.read(given.name, `${field}.name`);
    const index = records.findIndex((entry) => nameOf(entry) === name);
    const { size, kind } = records[index]!;
    const values = floats(given.values, `${name}.values`);
    if (values.length !== size) {
      throw new EngineError('wrong-length', `${name}.values`, values.length, size);
    }
    const negative = values.findIndex((value) => value < 0);
    if (PARAMETER_KINDS[kind] === 'runningVar' && negative >= 0) {
      throw new EngineError('too-small', `${name}.values[${negative}]`, values[negative], 0);
    }
    if (result.has(index)) {
      throw new EngineError('not-allowed', `${field}.name`, name, 'each name only once');
    }
    result.set(index, values);
  }
  return result;
}

function nameOf({ layer, kind }: ParameterRecord): string {
  return `layers.${layer}.${PARAMETER_KINDS[kind]}`;
}

function toStatus({ state, step, epoch, layer, unit, reason }: StatusRecord): Status {
  const status: Status = { state: STATES[state]!, step, epoch };
  if (layer >= 0) status.layer = layer;
  if (unit >= 0) status.unit = unit;
  if (reason >= 0) status.reason = DIVERGENCE_REASONS[reason];
  return status;
}
