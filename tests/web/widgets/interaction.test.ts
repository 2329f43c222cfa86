// Keys and zoom on a chart, as moves of the cursor and of the window.

import { describe, expect, it } from 'vitest';
import {
  type ChartActions,
  handleKey,
  roundToPixels,
  type Window,
  zoomWindow,
} from '../../../web/src/widgets/activation-plot/interaction.ts';

function chart(window: Window, cursor: number, locked = false) {
  const state = { window, cursor, reset: false };
  const actions: ChartActions = {
    window: () => state.window,
    cursor: () => state.cursor,
    setCursor: (x) => {
      state.cursor = x;
    },
    setSelection: () => {},
    ...(locked
      ? {}
      : {
          setWindow: (next: Window) => {
            state.window = next;
          },
          resetWindow: () => {
            state.reset = true;
          },
        }),
  };
  const press = (key: string, shift = false) => handleKey(key, shift, actions);
  return { state, press };
}

const start = { min: -5, max: 5 };

describe('keys', () => {
  it.each([
    ['ArrowRight', false, 1.1],
    ['ArrowLeft', false, 0.9],
    ['ArrowUp', false, 1.1],
    ['ArrowRight', true, 2],
    ['ArrowLeft', true, 0],
    ['Home', false, -5],
    ['End', false, 5],
  ] as const)('%s with shift %s moves the cursor from 1 to %d', (key, shift, x) => {
    const { state, press } = chart(start, 1);
    expect(press(key, shift)).toBe(true);
    expect(state.cursor).toBe(x);
    expect(state.window).toEqual(start);
  });

  it('steps by numbers that are short to write', () => {
    const { state, press } = chart(start, 0);
    for (let i = 0; i < 3; i++) press('ArrowRight');
    expect(state.cursor).toBe(0.3);
    for (let i = 0; i < 3; i++) press('ArrowLeft');
    expect(Object.is(state.cursor, 0)).toBe(true);
  });

  it('takes the window along at its edge, unless it is locked', () => {
    const free = chart(start, 5);
    free.press('ArrowRight');
    expect(free.state.cursor).toBe(5.1);
    expect(free.state.window.max).toBeCloseTo(5.1);
    const locked = chart(start, 5, true);
    locked.press('ArrowRight');
    expect(locked.state).toMatchObject({ cursor: 5, window: start });
  });

  it('zooms around the cursor and resets', () => {
    const { state, press } = chart(start, 2);
    press('+');
    expect(state.window.max - state.window.min).toBeCloseTo(10 / 1.5);
    const share = (2 - state.window.min) / (state.window.max - state.window.min);
    expect(share).toBeCloseTo(0.7);
    press('-');
    expect(state.window.min).toBeCloseTo(-5);
    press('0');
    expect(state.reset).toBe(true);
  });

  it('leaves other keys to the page', () => {
    const { press } = chart(start, 1);
    for (const key of ['Tab', 'a', 'Enter', 'Escape', 'toString']) expect(press(key)).toBe(false);
  });
});

describe('zoomWindow', () => {
  it('keeps the point it zooms around', () => {
    expect(zoomWindow(start, 0.5, 5)).toEqual({ min: 0, max: 5 });
  });
});

describe('roundToPixels', () => {
  it.each([
    [0.123456, 1000, 0.12],
    [0.123456, 100, 0.1],
    [-0.001, 500, 0],
  ])('%d on %d pixels reads %d', (x, pixels, rounded) => {
    expect(Object.is(roundToPixels(x, start, pixels), rounded)).toBe(true);
  });
});
