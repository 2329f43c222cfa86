// f and f′ of one activation over an array.

import { activationIdCheck, activationIndex, activationInfo, readParams } from './activation.ts';
import { type Check, float32Array, floats, integer, number, reading, record } from './check.ts';
import { EngineError } from './errors.ts';
import { lend, read, write } from './heap.ts';
import type { ActivationId, ActivationParams } from './types.ts';
import type { WasmModule } from './wasm-module.ts';

export function evaluate(
  module: WasmModule,
  id: ActivationId,
  derivative: boolean,
  x: Float32Array,
  params: ActivationParams | undefined,
): Float32Array {
  activationIdCheck.read(id, 'id');
  float32Array(x, 'x');
  const args = reading('params', () => argumentsOf(id, params));
  const lengths = [x.length, x.length, args.length];
  return lend(module, 'x', lengths, (input, output, parameters) => {
    write(module, input!, x);
    write(module, parameters!, args);
    const index = activationIndex(id);
    const { length } = x;
    if (!module.evaluate(index, derivative, input!, output!, length, parameters!, args.length)) {
      throw EngineError.fromFailure(module.lastFailure());
    }
    return read(module, output!, length);
  });
}

const coefficient = number(-1e30, 1e30);

const gateCheck = record<Pick<ActivationParams, 'weight' | 'bias' | 'gateWeight' | 'gateBias'>>({
  weight: [coefficient, 1],
  bias: [coefficient, 0],
  gateWeight: [coefficient, 1],
  gateBias: [coefficient, 0],
});

function argumentsOf(id: ActivationId, params: ActivationParams | undefined): Float32Array {
  const { kind, parameters } = activationInfo(id);
  if (kind === 'maxout') return piecesOf(params);
  const values: ActivationParams =
    kind === 'gated' ? gateCheck.read(params ?? {}, 'params') : readParams(id, params, 'params');
  const names =
    kind === 'gated'
      ? (['weight', 'bias', 'gateWeight', 'gateBias'] as const)
      : parameters.map((parameter) => parameter.id as 'slope');
  return Float32Array.from(names, (name) => values[name]!);
}

const list: Check<Float32Array> = { expects: 'an array of numbers', read: floats };

/** Every weight, then every bias. */
function piecesOf(params: ActivationParams | undefined): Float32Array {
  const { min, max } = activationInfo('maxout').parameters[0]!;
  const count = integer(min, max);
  const given = record<{ weights: Float32Array; biases: Float32Array; pieces: number }>({
    weights: [list, Float32Array.of(1, -1)],
    biases: [list, new Float32Array(0)],
    pieces: [count, NaN],
  }).read(params ?? {}, 'params');
  const pieces = count.read(given.weights.length, 'params.weights.length');
  if (!Number.isNaN(given.pieces) && given.pieces !== pieces) {
    throw new EngineError('wrong-length', 'params.weights', pieces, `pieces (${given.pieces})`);
  }
  const biases = params?.biases === undefined ? new Float32Array(pieces) : given.biases;
  if (biases.length !== pieces) {
    const expected = `${pieces}, one for each weight`;
    throw new EngineError('wrong-length', 'params.biases', biases.length, expected);
  }
  return Float32Array.of(...given.weights, ...biases);
}
