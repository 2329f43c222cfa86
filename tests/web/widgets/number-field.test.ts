// What a number field takes of what is typed, and what it says.

import { describe, expect, test } from 'vitest';
import { MESSAGES } from '../../../web/src/i18n/index.ts';
import { readNumber } from '../../../web/src/widgets/number-field.ts';

describe.each(['en', 'zh'] as const)('a number field in %s', (language) => {
  const words = MESSAGES[language].widget.field;
  const field = { shown: '5', min: 1, max: 20, whole: true, words };

  test('takes a number within its limits without a word', () => {
    expect(readNumber(7.4, field)).toEqual({ value: 7, text: '' });
    expect(readNumber(7.4, { ...field, whole: false })).toEqual({ value: 7.4, text: '' });
  });

  test('names the limit that it keeps to', () => {
    expect(readNumber(50, field)).toEqual({ value: 20, text: words.tooLarge('20') });
    expect(readNumber(0, field)).toEqual({ value: 1, text: words.tooSmall('1') });
  });

  test('keeps the value when no number was typed', () => {
    expect(readNumber(Number.NaN, field)).toEqual({ text: words.notNumber('5'), invalid: true });
  });
});
