// Parameters of the plotted functions: their text form, their sliders, and what is refused.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { ACTIVATIONS } from '../../../web/src/engine/catalog.ts';
import { MESSAGES } from '../../../web/src/i18n/index.ts';
import {
  type ChosenParams,
  completeParams,
  formatParams,
  parameterSpecs,
  parseParams,
  readParameter,
  withParameter,
  withPieces,
} from '../../../web/src/widgets/activation-plot/parameters.ts';

const infoOf = (id: string) => ACTIVATIONS.find((info) => info.id === id)!;
const complete = (chosen: ChosenParams) => ACTIVATIONS.map((info) => completeParams(info, chosen));

describe('the text form', () => {
  it('reads back whatever the sliders set', () => {
    const moves = fc.array(
      fc.record({ place: fc.nat(), share: fc.double({ min: 0, max: 1, noNaN: true }) }),
      { maxLength: 12 },
    );
    fc.assert(
      fc.property(moves, fc.integer({ min: 2, max: 4 }), (list, pieces) => {
        let chosen: ChosenParams = withPieces(infoOf('maxout'), {}, pieces);
        for (const { place, share } of list) {
          const sliders = ACTIVATIONS.flatMap((info) =>
            parameterSpecs(info, chosen).map((spec) => ({ info, spec })),
          );
          const { info, spec } = sliders[place % sliders.length]!;
          const value = spec.min + share * (spec.max - spec.min);
          chosen = withParameter(info, chosen, spec, value);
          expect(readParameter(completeParams(info, chosen), spec)).toBe(value);
        }
        const parsed = parseParams(ACTIVATIONS, formatParams(ACTIVATIONS, chosen));
        expect(parsed.problem).toBeUndefined();
        expect(complete(parsed.params)).toEqual(complete(chosen));
      }),
    );
  });

  it('leaves out what is at its default', () => {
    expect(formatParams(ACTIVATIONS, {})).toBe('');
    expect(formatParams(ACTIVATIONS, { 'leaky-relu': { slope: 0.2 }, elu: { alpha: 1 } })).toBe(
      'leaky-relu.slope:0.2',
    );
  });

  it('gives pieces that are not named their starting values', () => {
    const { params } = parseParams(ACTIVATIONS, 'maxout.weights:-1,1');
    const { weights, biases } = completeParams(infoOf('maxout'), params);
    expect(weights).toEqual([-1, 1]);
    expect(biases).toHaveLength(2);
  });

  it.each([
    ['cubic.slope:1', 'names no activation'],
    ['leaky-relu', 'names no activation'],
    ['relu.slope:1', 'names none'],
    ['elu.slope:1', 'alpha'],
    ['elu.alpha:', 'numbers from 0 to 5'],
    ['elu.alpha:-1', 'numbers from 0 to 5'],
    ['elu.alpha:1,2', 'one number'],
    ['maxout.weights:1', '2 to 4 numbers'],
    ['maxout.weights:1,2,3,1,2', '2 to 4 numbers'],
    ['maxout.weights:1,2 maxout.biases:1,2,3', 'as many weights as biases'],
  ])('refuses %s', (text, words) => {
    const { params, problem } = parseParams(ACTIVATIONS, text);
    expect(params).toEqual({});
    expect(problem?.(MESSAGES.en)).toContain(words);
    expect(problem?.(MESSAGES.zh)).toBeTruthy();
  });
});

describe('sliders', () => {
  it.each(ACTIVATIONS)('of $id start at values within their limits', (info) => {
    const params = completeParams(info, {});
    for (const spec of parameterSpecs(info, {})) {
      const value = readParameter(params, spec);
      expect(value).toBe(spec.default);
      expect(value).toBeGreaterThanOrEqual(spec.min);
      expect(value).toBeLessThanOrEqual(spec.max);
    }
  });

  it('keep the pieces that stay when their number changes', () => {
    const maxout = infoOf('maxout');
    const [first] = parameterSpecs(maxout, {});
    const moved = withParameter(maxout, {}, first!, 2.5);
    const grown = withPieces(maxout, moved, 4);
    expect(completeParams(maxout, grown).weights).toHaveLength(4);
    expect(completeParams(maxout, withPieces(maxout, grown, 2)).weights?.[0]).toBe(2.5);
  });
});
