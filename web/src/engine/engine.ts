// The engine: activations, data sets and trainings over one wasm module.

import { ACTIVATIONS, DATASETS } from './catalog.ts';
import { oneOf, reading, record } from './check.ts';
import { datasetNameCheck, isOwn, resolveConfig, resolveDataset } from './config.ts';
import { EngineError } from './errors.ts';
import { evaluate } from './evaluate.ts';
import { DIGITS } from './files.ts';
import { lend, lendBytes, read, write } from './heap.ts';
import { bestVariant, loadBytes, loadModule, remember, type Variant } from './loader.ts';
import { createTraining } from './training.ts';
import type {
  ActivationId,
  ActivationParams,
  Dataset,
  DatasetConfig,
  DatasetName,
  Engine,
  LoadOptions,
  ResolvedDatasetConfig,
  Training,
  TrainingConfig,
} from './types.ts';
import type { WasmDataset, WasmModule } from './wasm-module.ts';

const optionsCheck = record<LoadOptions>({
  variant: [oneOf(['auto', 'simd', 'baseline'] as const), 'auto'],
  wasmBinary: [{ expects: 'an ArrayBuffer', read: readBinary }, new ArrayBuffer(0)],
  data: [oneOf(['eager', 'on-demand'] as const), 'eager'],
});

function readBinary(value: unknown, field: string): ArrayBuffer {
  if (Object.prototype.toString.call(value) !== '[object ArrayBuffer]') {
    throw new EngineError('wrong-type', field, value, 'an ArrayBuffer');
  }
  return value as ArrayBuffer;
}

const shared = new Map<Variant, Promise<LabEngine>>();

/** Loads the engine. Calls share one module a variant, unless they bring their own binary. */
export async function loadEngine(options: LoadOptions = {}): Promise<Engine> {
  const { variant, data, wasmBinary } = reading('options', () =>
    optionsCheck.read(options, 'options'),
  );
  const chosen = variant === 'auto' ? await bestVariant() : variant;
  const engine = await (options.wasmBinary === undefined
    ? remember(shared, chosen, async () => new LabEngine(await loadModule(chosen), chosen))
    : loadModule(chosen, wasmBinary).then((module) => new LabEngine(module, chosen)));
  if (data === 'eager') await engine.prepare('digits');
  return engine;
}

class LabEngine implements Engine {
  readonly version: string;
  readonly activations = ACTIVATIONS;
  private readonly loading = new Map<DatasetName, Promise<void>>();

  constructor(
    private readonly module: WasmModule,
    readonly variant: Variant,
  ) {
    this.version = module.version();
  }

  evaluate(id: ActivationId, x: Float32Array, params?: ActivationParams): Float32Array {
    return evaluate(this.module, id, false, x, params);
  }

  derivative(id: ActivationId, x: Float32Array, params?: ActivationParams): Float32Array {
    return evaluate(this.module, id, true, x, params);
  }

  async prepare(name: DatasetName): Promise<void> {
    if (datasetNameCheck.read(name, 'name') !== 'digits') return;
    await remember(this.loading, name, async () => {
      const bytes = await loadBytes(DIGITS);
      const loaded = lendBytes(this.module, 'digits', bytes, (pointer) =>
        this.module.loadDigits(pointer, bytes.byteLength),
      );
      if (!loaded) throw EngineError.fromFailure(this.module.lastFailure());
    });
  }

  dataset(config: DatasetConfig): Dataset {
    const resolved = resolveDataset(config);
    return this.withDataset(resolved, (data) => {
      const count = data.count();
      const inputSize = data.inputSize();
      const targetSize = data.targetSize();
      const lengths = [count * inputSize, count * targetSize];
      return lend(this.module, 'dataset', lengths, (inputs, targets) => {
        data.readInputs(inputs!);
        data.readTargets(targets!);
        return {
          name: isOwn(resolved) ? 'own' : resolved.name,
          task: data.classes() > 0 ? 'classification' : 'regression',
          inputs: read(this.module, inputs!, count * inputSize),
          targets: read(this.module, targets!, count * targetSize),
          count,
          trainCount: data.trainCount(),
          inputSize,
          targetSize,
          classes: data.classes(),
        };
      });
    });
  }

  createTraining(config: TrainingConfig): Training {
    const resolved = resolveConfig(config);
    return this.withDataset(resolved.dataset, (data) =>
      createTraining(this.module, resolved, data),
    );
  }

  private withDataset<T>(config: ResolvedDatasetConfig, use: (data: WasmDataset) => T): T {
    const data = this.createDataset(config);
    if (data === null) {
      const error = EngineError.fromFailure(this.module.lastFailure());
      if (error.code !== 'data-not-loaded' || isOwn(config)) throw error;
      throw new EngineError(error.code, error.field, config.name);
    }
    try {
      return use(data);
    } finally {
      data.delete();
    }
  }

  private createDataset(config: ResolvedDatasetConfig): WasmDataset | null {
    const { module } = this;
    if (!isOwn(config)) {
      const { name, size, noise, testFraction, seed } = config;
      return module.createDataset(DATASETS.indexOf(name), size, noise, testFraction, seed);
    }
    const lengths = [config.inputs.length, config.targets.length];
    return lend(module, 'dataset.inputs', lengths, (inputs, targets) => {
      write(module, inputs!, config.inputs);
      write(module, targets!, config.targets);
      return module.createOwnDataset(
        inputs!,
        targets!,
        config.inputs.length / config.inputSize,
        config.inputSize,
        config.targetSize,
        config.classes,
        config.testFraction,
        config.standardize,
        config.seed,
      );
    });
  }
}
