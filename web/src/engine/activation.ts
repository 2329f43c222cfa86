// One activation by its id: what the catalogue says of it, and its parameters checked.

import { ACTIVATIONS } from './catalog.ts';
import { type Fields, integer, number, oneOf, record } from './check.ts';
import { EngineError } from './errors.ts';
import type { ActivationId, ActivationInfo, ActivationParams } from './types.ts';

export const activationIdCheck = oneOf(ACTIVATIONS.map((info) => info.id));

export function activationInfo(id: ActivationId): ActivationInfo {
  return ACTIVATIONS[activationIndex(id)]!;
}

export function activationIndex(id: ActivationId): number {
  return ACTIVATIONS.findIndex((info) => info.id === id);
}

function parameterFields(info: ActivationInfo): Fields<ActivationParams> {
  const rows = info.parameters.map((parameter) => {
    const check = parameter.id === 'pieces' ? integer : number;
    return [parameter.id, [check(parameter.min, parameter.max), parameter.default]];
  });
  return Object.fromEntries(rows);
}

/** The parameters of the catalogue, with defaults. */
export function readParams(id: ActivationId, value: unknown, field: string): ActivationParams {
  const params = record(parameterFields(activationInfo(id))).read(value ?? {}, field);
  const { lower, upper } = params as ActivationParams;
  if (lower !== undefined && upper !== undefined && lower > upper) {
    throw new EngineError('too-large', `${field}.lower`, lower, `upper (${upper})`);
  }
  return params;
}
