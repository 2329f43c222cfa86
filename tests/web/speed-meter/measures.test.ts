// What the lessons state of the cost of activations: D15 of the course, with generous bounds. No
// test asserts a time, only which of two takes longer, and about how much.

import { beforeAll, describe, expect, it } from 'vitest';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import type { ActivationId, Engine } from '../../../web/src/engine/types.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { measures } from '../../../web/src/widgets/speed-meter/measures.ts';
import { speedSchema } from '../../../web/src/widgets/speed-meter/settings.ts';

let engine: Engine;
beforeAll(async () => {
  engine = await loadEngine();
});

const measure = (name: string, id: ActivationId) =>
  measures[name]!(engine, { ...defaults(speedSchema), activations: [id], rounds: 60 }, 1);

describe('ratios', () => {
  it('a sigmoid costs several ReLUs by itself, and little more in a step', () => {
    const element = measure('elementRatio', 'sigmoid');
    expect(element).toBeGreaterThan(3);
    expect(measure('derivativeRatio', 'sigmoid')).toBeGreaterThan(1.5);
    const step = measure('stepRatio', 'sigmoid');
    expect(step).toBeGreaterThan(0.7);
    expect(step).toBeLessThan(element / 2);
  });

  it('ReLU costs as much as itself', () => {
    expect(measure('elementRatio', 'relu')).toBeGreaterThan(0.6);
    expect(measure('elementRatio', 'relu')).toBeLessThan(1.7);
  });

  it('SIMD is faster than none', () => {
    expect(measure('simdGain', 'sigmoid')).toBeGreaterThan(1.5);
  });
});
