// What the reader does on a chart, by mouse, touch, wheel and keys, told as moves of a cursor and
// of the window on the x-axis.

import type { LineChart } from '../chart.ts';
import { niceStep } from '../format.ts';

export interface Window {
  min: number;
  max: number;
}

export interface ChartActions {
  window(): Window;
  cursor(): number;
  setCursor(x: number): void;
  /** Absent while the window is locked. */
  setWindow?: (window: Window) => void;
  resetWindow?: () => void;
  /** Shown on every chart while a stretch is dragged out. */
  setSelection(selection: { from: number; to: number } | undefined): void;
}

const DRAG_THRESHOLD = 6;
const KEY_STEPS = 100;
const LARGE = 10;
const ZOOM_FACTOR = 1.5;

/** Scales a window by a factor, keeping one x where it is. */
export function zoomWindow(window: Window, factor: number, around: number): Window {
  return {
    min: around + (window.min - around) * factor,
    max: around + (window.max - around) * factor,
  };
}

/** Rounds x to what one pixel of the chart can tell apart, in steps of 1, 2 or 5. */
export function roundToPixels(x: number, window: Window, pixels: number): number {
  const step = niceStep(window.max - window.min, Math.max(1, pixels));
  const digits = Math.max(0, -Math.floor(Math.log10(step)));
  return Number((Math.round(x / step) * step).toFixed(Math.min(20, digits))) + 0;
}

/** Listens on the chart's frame, a focusable element around the canvas; returns the undoing. */
export function attachInteraction(
  frame: HTMLElement,
  chart: LineChart,
  actions: () => ChartActions,
): () => void {
  const pointers = new Map<number, number>();
  let drag: { from: number; start: Window; moved: boolean; pan: boolean } | undefined;

  const localX = (event: { clientX: number }) => chart.pixelUnder(event);
  const width = () => chart.area.right - chart.area.left;
  const valueAt = (pixel: number) => {
    const { left, right } = chart.area;
    const { min, max } = actions().window();
    return roundToPixels(chart.xAt(Math.min(right, Math.max(left, pixel))), { min, max }, width());
  };

  const onDown = (event: PointerEvent) => {
    if (event.button !== 0) return;
    pointers.set(event.pointerId, localX(event));
    if (event.pointerType !== 'mouse') {
      drag = undefined;
      if (pointers.size === 1) actions().setCursor(valueAt(localX(event)));
      return;
    }
    frame.setPointerCapture(event.pointerId);
    const start = actions().window();
    drag = { from: localX(event), start, moved: false, pan: event.shiftKey };
  };

  const onMove = (event: PointerEvent) => {
    const pixel = localX(event);
    if (event.pointerType !== 'mouse') {
      if (!pointers.has(event.pointerId)) return;
      if (pointers.size === 2) pinch(event.pointerId, pixel);
      else actions().setCursor(valueAt(pixel));
      pointers.set(event.pointerId, pixel);
      return;
    }
    if (!drag) {
      actions().setCursor(valueAt(pixel));
      return;
    }
    const { setWindow } = actions();
    if (Math.abs(pixel - drag.from) > DRAG_THRESHOLD) drag.moved = true;
    if (!drag.moved || !setWindow) return;
    if (drag.pan) {
      const shift = ((drag.from - pixel) / width()) * (drag.start.max - drag.start.min);
      setWindow({ min: drag.start.min + shift, max: drag.start.max + shift });
    } else {
      actions().setSelection({ from: valueAt(drag.from), to: valueAt(pixel) });
    }
  };

  const pinch = (id: number, pixel: number) => {
    const { setWindow, window } = actions();
    const other = [...pointers].find(([key]) => key !== id)?.[1];
    const before = pointers.get(id);
    if (!setWindow || other === undefined || before === undefined) return;
    const factor = Math.max(10, Math.abs(before - other)) / Math.max(10, Math.abs(pixel - other));
    const scaled = zoomWindow(window(), factor, chart.xAt((pixel + other) / 2));
    // Half of the finger's way moves the middle of the pinch.
    const shift = ((before - pixel) / 2 / width()) * (scaled.max - scaled.min);
    setWindow({ min: scaled.min + shift, max: scaled.max + shift });
  };

  const onUp = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    if (event.pointerType !== 'mouse' || !drag) return;
    const { moved, pan, from } = drag;
    drag = undefined;
    actions().setSelection(undefined);
    if (moved && !pan) {
      const ends = [valueAt(from), valueAt(localX(event))].sort((a, b) => a - b);
      actions().setWindow?.({ min: ends[0]!, max: ends[1]! });
    }
  };

  const onCancel = (event: PointerEvent) => {
    pointers.delete(event.pointerId);
    drag = undefined;
    actions().setSelection(undefined);
  };

  const onWheel = (event: WheelEvent) => {
    const { setWindow, window } = actions();
    // Without a modifier the wheel belongs to the page.
    if (!setWindow || !(event.ctrlKey || event.metaKey)) return;
    event.preventDefault();
    const delta = Math.max(-60, Math.min(60, event.deltaY));
    setWindow(zoomWindow(window(), 1.01 ** delta, chart.xAt(localX(event))));
  };

  const onKey = (event: KeyboardEvent) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const handled = handleKey(event.key, event.shiftKey, actions());
    if (handled) event.preventDefault();
  };

  const listeners: [string, (event: never) => void][] = [
    ['pointerdown', onDown],
    ['pointermove', onMove],
    ['pointerup', onUp],
    ['pointercancel', onCancel],
    ['wheel', onWheel],
    ['keydown', onKey],
  ];
  for (const [type, listener] of listeners) {
    frame.addEventListener(type, listener as EventListener, { passive: false });
  }
  return () => {
    for (const [type, listener] of listeners) {
      frame.removeEventListener(type, listener as EventListener);
    }
  };
}

/** Acts on one key; false if it means nothing here. */
export function handleKey(key: string, shift: boolean, actions: ChartActions): boolean {
  const window = actions.window();
  const step = niceStep(window.max - window.min, KEY_STEPS) * (shift ? LARGE : 1);
  const stepped = (direction: number) => {
    const x = Math.round(actions.cursor() / step + direction) * step;
    const digits = Math.max(0, -Math.floor(Math.log10(step)));
    moveCursor(Number(x.toFixed(Math.min(20, digits))) + 0, actions);
  };
  const zoom = (factor: number) => {
    const { min, max } = window;
    const cursor = actions.cursor();
    const around = cursor >= min && cursor <= max ? cursor : (min + max) / 2;
    actions.setWindow?.(zoomWindow(window, factor, around));
  };
  const moves: Record<string, () => void> = {
    ArrowLeft: () => stepped(-1),
    ArrowDown: () => stepped(-1),
    ArrowRight: () => stepped(1),
    ArrowUp: () => stepped(1),
    PageDown: () => pan(window, -0.5, actions),
    PageUp: () => pan(window, 0.5, actions),
    Home: () => actions.setCursor(window.min),
    End: () => actions.setCursor(window.max),
    '+': () => zoom(1 / ZOOM_FACTOR),
    '=': () => zoom(1 / ZOOM_FACTOR),
    '-': () => zoom(ZOOM_FACTOR),
    _: () => zoom(ZOOM_FACTOR),
    '0': () => actions.resetWindow?.(),
  };
  if (!Object.hasOwn(moves, key)) return false;
  moves[key]!();
  return true;
}

/** Moves the window by a share of its width. */
export function pan(window: Window, share: number, actions: ChartActions): void {
  const shift = (window.max - window.min) * share;
  actions.setWindow?.({ min: window.min + shift, max: window.max + shift });
}

/** Moves the cursor, and the window along with it when it would leave. */
function moveCursor(x: number, actions: ChartActions): void {
  const { min, max } = actions.window();
  const beyond = x < min ? x - min : x > max ? x - max : 0;
  if (beyond !== 0 && actions.setWindow) {
    actions.setWindow({ min: min + beyond, max: max + beyond });
    actions.setCursor(x);
  } else {
    actions.setCursor(Math.min(max, Math.max(min, x)));
  }
}
