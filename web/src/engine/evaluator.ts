// The activations alone, for pages that train nothing: the engine without what trains.

import { evaluate } from './evaluate.ts';
import { bestVariant, loadModule, remember, type Variant } from './loader.ts';
import type { Engine } from './types.ts';
import type { WasmModule } from './wasm-module.ts';

export type Evaluator = Pick<Engine, 'evaluate' | 'derivative'>;

const shared = new Map<Variant, Promise<WasmModule>>();

/** Calls share one module. */
export async function loadEvaluator(): Promise<Evaluator> {
  const variant = await bestVariant();
  const module = await remember(shared, variant, () => loadModule(variant));
  return {
    evaluate: (id, x, params) => evaluate(module, id, false, x, params),
    derivative: (id, x, params) => evaluate(module, id, true, x, params),
  };
}
