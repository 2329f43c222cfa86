// Lines of text on a sheet: nothing is lost, nothing is wider than there is room.

import { expect, test } from 'vitest';
import { wrap } from '../../../web/src/widgets/take-away/text.ts';

/** A font in which every sign is one wide. */
const context = {
  measureText: (text: string) => ({ width: [...text].length }),
} as unknown as CanvasRenderingContext2D;

test.each([
  ['words stay whole', 'one two three', 8, ['one two', 'three']],
  ['hyphens may end a line', 'leaky-relu unit', 8, ['leaky-', 'relu', 'unit']],
  ['Chinese breaks anywhere', '激活函数的导数', 3, ['激活函', '数的导', '数']],
  ['but not before a full stop', '激活函数。', 4, ['激活函', '数。']],
  ['what is too long is cut', 'https://your.site/x', 8, ['https://', 'your.sit', 'e/x']],
  ['what fits is left alone', 'f(x) · x', 20, ['f(x) · x']],
])('%s', (_, text, width, lines) => {
  expect(wrap(context, text, width)).toEqual(lines);
});

test('no sign but spaces is lost', () => {
  const text =
    'Activation Lab 0.1.0 · 训练赛跑（双月） · https://your.site/embed/?racers=relu,tanh';
  for (let width = 2; width < 60; width++) {
    const lines = wrap(context, text, width);
    expect(lines.join('').replaceAll(' ', '')).toBe(text.replaceAll(' ', ''));
    expect(Math.max(...lines.map((line) => [...line].length))).toBeLessThanOrEqual(width);
  }
});
