// Images of the digit pad: their text, and that the networks get exactly what the engine would give.
import { loadEngine } from 'activation-lab/engine';
import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../../../web/src/i18n/index.ts';
import { answerOf, probabilityText } from '../../../web/src/widgets/digit-pad/answers.ts';
import {
  blank,
  exampleAt,
  exampleCount,
  formatImage,
  isBlank,
  PIXELS,
  parseImage,
  standardize,
} from '../../../web/src/widgets/digit-pad/image.ts';

describe('the text of an image', () => {
  test('is a digit to the base 17 for each pixel, and reads back', () => {
    const levels = Uint8Array.from({ length: PIXELS }, (_, i) => i % 17);
    const text = formatImage(levels);
    expect(text).toHaveLength(PIXELS);
    expect(text.slice(0, 18)).toBe('0123456789abcdefg0');
    expect(parseImage(text)).toEqual({ levels });
  });

  test('is empty for the blank image', () => {
    expect(formatImage(blank())).toBe('');
    expect(isBlank(parseImage('').levels)).toBe(true);
    expect(parseImage('').problem).toBeUndefined();
  });

  test.each([['0'.repeat(63)], ['h'.repeat(64)], ['A'.repeat(64)], ['7']])(
    'refuses %s, saying what is allowed',
    (text) => {
      const { levels, problem } = parseImage(text);
      expect(isBlank(levels)).toBe(true);
      expect(problem!(MESSAGES.en)).toContain('64 digits');
    },
  );
});

describe('test images', async () => {
  const engine = await loadEngine();
  const dataset = engine.dataset({ name: 'digits' });

  test('there are 360, with their labels', () => {
    expect(exampleCount(dataset)).toBe(360);
    for (const number of [1, 17, 360]) {
      expect(exampleAt(dataset, number).label).toBe(
        dataset.targets[dataset.trainCount + number - 1],
      );
    }
    expect(exampleAt(dataset, 9999)).toEqual(exampleAt(dataset, 360));
  });

  test('their levels standardize to the very bits of the engine', () => {
    for (let number = 1; number <= exampleCount(dataset); number++) {
      const start = (dataset.trainCount + number - 1) * PIXELS;
      const { levels } = exampleAt(dataset, number);
      expect(standardize(levels)).toEqual(dataset.inputs.slice(start, start + PIXELS));
    }
  });
});

describe('answers', () => {
  test('are the softmax of the outputs', () => {
    const answer = answerOf(Float32Array.of(0, Math.log(2), Math.log(5), 0, 0, 0, 0, 0, 0, 0))!;
    expect(answer.digit).toBe(2);
    expect(answer.confidence).toBeCloseTo(1 / 3, 6);
    expect(answer.probabilities[1]).toBeCloseTo(2 / 15, 6);
    expect(answer.probabilities.reduce((a, b) => a + b)).toBeCloseTo(1, 12);
  });

  test('stay finite for large outputs, and are none for what is not finite', () => {
    const answer = answerOf(Float32Array.from({ length: 10 }, (_, i) => 1000 * i))!;
    expect(answer).toMatchObject({ digit: 9, confidence: 1 });
    expect(answerOf(Float32Array.of(1, Number.NaN))).toBeUndefined();
    expect(answerOf(Float32Array.of(1, Number.POSITIVE_INFINITY))).toBeUndefined();
  });

  test('are never certain in words', () => {
    expect([0.00005, 0.1234, 0.99999].map(probabilityText)).toEqual([
      '< 0.1 %',
      '12.3 %',
      '> 99.9 %',
    ]);
  });
});
