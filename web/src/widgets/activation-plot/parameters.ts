// The parameters of the plotted activations: what sliders there are, and their text form in links,
// such as `leaky-relu.slope:0.2 maxout.weights:-1,1`.

import type { ActivationId, ActivationInfo, ActivationParams } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';

/** Parameters that differ from their defaults, by activation. */
export type ChosenParams = Readonly<Partial<Record<ActivationId, ActivationParams>>>;

export interface ParameterSpec {
  name: keyof ActivationParams;
  /** Which entry, for a list such as maxout's weights. */
  index?: number;
  default: number;
  min: number;
  max: number;
  step: number;
}

/** Sliders of affine pieces go this far both ways. */
const AFFINE_LIMIT = 3;
const SLIDER_STEP = 0.01;
export const MIN_PIECES = 2;
export const MAX_PIECES = 4;

/** Starting pieces: two and more of these make a convex function with kinks at whole numbers. */
const MAXOUT_WEIGHTS = [-0.6, 0.2, 1.2, 2] as const;
const MAXOUT_BIASES = [-0.8, 0, -1, -2.6] as const;
const DEFAULT_PIECES = 3;
const GATES = { weight: 1, bias: 0, gateWeight: 1, gateBias: 0 } as const;

/** Everything `evaluate` needs, with defaults filled in. */
export function completeParams(info: ActivationInfo, chosen: ChosenParams): ActivationParams {
  const own = chosen[info.id] ?? {};
  switch (info.kind) {
    case 'maxout': {
      const pieces = own.weights?.length ?? own.biases?.length ?? DEFAULT_PIECES;
      const fill = (given: readonly number[] | undefined, base: readonly number[]) =>
        base.slice(0, pieces).map((value, i) => given?.[i] ?? value);
      return {
        weights: fill(own.weights, MAXOUT_WEIGHTS),
        biases: fill(own.biases, MAXOUT_BIASES),
      };
    }
    case 'gated':
      return { ...GATES, ...own };
    case 'elementwise':
      return {
        ...Object.fromEntries(info.parameters.map((p) => [p.id, p.default])),
        ...own,
      };
  }
}

/** The sliders of one activation. */
export function parameterSpecs(info: ActivationInfo, chosen: ChosenParams): ParameterSpec[] {
  const affine = { min: -AFFINE_LIMIT, max: AFFINE_LIMIT, step: SLIDER_STEP };
  switch (info.kind) {
    case 'maxout': {
      const { weights = [] } = completeParams(info, chosen);
      return weights.flatMap((_, index) => [
        { name: 'weights' as const, index, default: MAXOUT_WEIGHTS[index]!, ...affine },
        { name: 'biases' as const, index, default: MAXOUT_BIASES[index]!, ...affine },
      ]);
    }
    case 'gated':
      return (Object.keys(GATES) as (keyof typeof GATES)[]).map((name) => ({
        name,
        default: GATES[name],
        ...affine,
      }));
    case 'elementwise':
      return info.parameters.map((p) => ({
        name: p.id as keyof ActivationParams,
        default: p.default,
        min: p.min,
        max: p.max,
        step: SLIDER_STEP,
      }));
  }
}

export function readParameter(params: ActivationParams, spec: ParameterSpec): number {
  const value = params[spec.name] ?? spec.default;
  return typeof value === 'number' ? value : (value[spec.index ?? 0] ?? spec.default);
}

/** The chosen parameters with one of them changed. */
export function withParameter(
  info: ActivationInfo,
  chosen: ChosenParams,
  spec: ParameterSpec,
  value: number,
): ChosenParams {
  const params = completeParams(info, chosen);
  const old = params[spec.name];
  const next = typeof old === 'object' ? old.map((v, i) => (i === spec.index ? value : v)) : value;
  return { ...chosen, [info.id]: { ...params, [spec.name]: next } };
}

export function withPieces(
  info: ActivationInfo,
  chosen: ChosenParams,
  pieces: number,
): ChosenParams {
  const { weights = [], biases = [] } = completeParams(info, chosen);
  const resize = (list: readonly number[], base: readonly number[]) =>
    base.slice(0, pieces).map((value, i) => list[i] ?? value);
  const own = {
    weights: resize(weights, MAXOUT_WEIGHTS),
    biases: resize(biases, MAXOUT_BIASES),
  };
  return { ...chosen, [info.id]: own };
}

/** Only what differs from the defaults, activations and parameters in the catalogue's order. */
export function formatParams(catalogue: readonly ActivationInfo[], chosen: ChosenParams): string {
  return catalogue
    .flatMap((info) => {
      const params = completeParams(info, chosen);
      const base = completeParams(info, {});
      return Object.entries(params)
        .filter(([name, value]) => `${value}` !== `${base[name as keyof ActivationParams]}`)
        .map(([name, value]) => `${info.id}.${name}:${value}`);
    })
    .join(' ');
}

export interface ParsedParams {
  params: ChosenParams;
  /** What is allowed, where the text is not. */
  problem?: (messages: Messages) => string;
}

export function parseParams(catalogue: readonly ActivationInfo[], text: string): ParsedParams {
  const params: Partial<Record<ActivationId, Record<string, number | number[]>>> = {};
  for (const entry of text.split(/[\s;]+/).filter(Boolean)) {
    const [, id = '', name = '', values = ''] = /^([^.]*)\.([^:]*):(.*)$/.exec(entry) ?? [];
    const info = catalogue.find((candidate) => candidate.id === id);
    if (!info) return { params: {}, problem: (m) => m.plot.paramProblem.activation(entry) };
    const specs = parameterSpecs(info, {}).filter((spec) => spec.name === name);
    const [spec] = specs;
    if (!spec) {
      const names = [...new Set(parameterSpecs(info, {}).map((s) => s.name))].join(', ');
      return { params: {}, problem: (m) => m.plot.paramProblem.name(entry, names || '–') };
    }
    const isList = spec.index !== undefined;
    const numbers = values.split(',').map((part) => (part.trim() === '' ? NaN : Number(part)));
    const { min, max } = spec;
    if (!numbers.every((v) => v >= min && v <= max)) {
      return { params: {}, problem: (m) => m.plot.paramProblem.range(entry, min, max) };
    }
    const fewest = isList ? MIN_PIECES : 1;
    const most = isList ? MAX_PIECES : 1;
    if (numbers.length < fewest || numbers.length > most) {
      return { params: {}, problem: (m) => m.plot.paramProblem.count(entry, fewest, most) };
    }
    params[info.id] = { ...params[info.id], [name]: isList ? numbers : numbers[0]! };
  }
  const { weights, biases } = (params.maxout ?? {}) as ActivationParams;
  if (weights && biases && weights.length !== biases.length) {
    return { params: {}, problem: (m) => m.plot.paramProblem.pieces };
  }
  return { params: params as ChosenParams };
}
