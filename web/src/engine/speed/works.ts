// What is timed: an activation over a buffer, by itself and with its derivative, and steps of a
// training whose hidden layers have it; each with the module with SIMD and the one without.

import { activationIndex } from '../activation.ts';
import { LIMITS } from '../catalog.ts';
import { loadEngine } from '../engine.ts';
import { EngineError } from '../errors.ts';
import { loadModule } from '../loader.ts';
import type { ActivationId, Engine } from '../types.ts';
import type { WasmModule } from '../wasm-module.ts';
import type { Contestant } from './meter.ts';
import { ELEMENTS, hasElements, type SpeedSpec, type Variant } from './spec.ts';

/** Inputs lie in ± this. */
const SPAN = 4;
/** Bytes between two buffers, which would slow each other down a whole number of pages apart. */
const GAP = 2112;
const ALIGNMENT = 64;
const FLOAT = 4;
/** The weights hardly move, so that every step is alike. */
const SLOW_RATE = 0.001;

/** Loads a variant once it is asked for. */
export async function contestants(spec: SpeedSpec): Promise<Contestant[]> {
  const buffers = new Map<Variant, Buffers>();
  const engines = new Map<Variant, Engine>();
  for (const variant of new Set(spec.timed.map((timed) => timed.variant))) {
    buffers.set(variant, new Buffers(await loadModule(variant)));
    engines.set(variant, await loadEngine({ variant }));
  }
  return spec.timed.map(({ variant, id, work }) =>
    work === 'step'
      ? trainingSteps(engines.get(variant)!, id, spec)
      : buffers.get(variant)!.evaluation(id, work === 'both'),
  );
}

/** Two buffers in a module's own memory, so that nothing is copied while the clock runs. */
export class Buffers {
  private readonly from: number;
  private readonly to: number;

  constructor(private readonly module: WasmModule) {
    const bytes = ELEMENTS * FLOAT;
    const all = 2 * bytes + GAP + ALIGNMENT;
    const block = module.allocate(all);
    if (block === 0) throw new EngineError('out-of-memory', 'speed', all, LIMITS.bytes);
    this.from = Math.ceil(block / ALIGNMENT) * ALIGNMENT;
    this.to = this.from + bytes + GAP;
    const inputs = Float32Array.from({ length: ELEMENTS }, (_, i) => SPAN * spread(i));
    module.HEAPF32.set(inputs, this.from / FLOAT);
  }

  /** The engine's pass for the derivative computes the value along with it. */
  evaluation(id: ActivationId, derivative: boolean): Contestant {
    if (!hasElements(id)) throw new EngineError('not-allowed', 'id', id, 'one input to an output');
    const { module, from, to } = this;
    const index = activationIndex(id);
    return {
      units: ELEMENTS,
      repeat(times) {
        for (let i = 0; i < times; i++) {
          if (!module.evaluate(index, derivative, from, to, ELEMENTS, 0, 0)) {
            throw EngineError.fromFailure(module.lastFailure());
          }
        }
      },
    };
  }
}

export function trainingSteps(
  engine: Engine,
  id: ActivationId,
  { depth, width, batchSize }: Pick<SpeedSpec, 'depth' | 'width' | 'batchSize'>,
): Contestant {
  const training = engine.createTraining({
    dataset: { name: 'digits' },
    network: { hidden: Array.from({ length: depth }, () => width), activation: { id } },
    optimizer: { name: 'sgd', learningRate: SLOW_RATE },
    batchSize,
  });
  return { units: 1, repeat: (times) => void training.step(times) };
}

/** Spread over [-1, 1) without an order that a processor could learn: multiples of the golden ratio. */
function spread(i: number): number {
  return 2 * ((i * 0.6180339887498949) % 1) - 1;
}
