// The units of a layer as cells on a canvas: colour and sign by state, strength by activity.

import type { Theme } from '../theme.ts';
import { withAlpha } from '../theme.ts';
import { UNIT_STATES, type UnitState } from './units.ts';

/** How a state is drawn, as a cell and as a line; the sign is what tells them apart without colour. */
export interface StateStyle {
  light: string;
  dark: string;
  dash: readonly number[];
}

export const STATE_STYLES: Readonly<Record<UnitState, StateStyle>> = {
  alive: { light: '#1554b8', dark: '#7ab0ff', dash: [12, 3, 3, 3] },
  inactive: { light: '#5a6272', dark: '#a5adba', dash: [3, 3] },
  dead: { light: '#a3201d', dark: '#ff9188', dash: [] },
  revived: { light: '#8a4b00', dark: '#ffc069', dash: [9, 4] },
};

export function stateColor(state: UnitState, theme: Theme): string {
  return STATE_STYLES[state][theme.dark ? 'dark' : 'light'];
}

export interface Cell {
  state: UnitState;
  /** 0 to 1: the colour's strength. */
  strength: number;
}

export interface Grid {
  columns: number;
  rows: number;
  /** Side of a cell and the distance between two, in CSS pixels. */
  side: number;
  pitch: number;
}

const GAP = 2;
const LARGEST = 26;
const SMALLEST = 8;

/** The largest cells with which `layers` layers of `units` units keep below a height. */
export function gridFor(width: number, units: number, layers: number, height: number): Grid {
  for (let side = LARGEST; ; side--) {
    const pitch = side + GAP;
    const columns = Math.max(1, Math.min(units, Math.floor((width + GAP) / pitch)));
    const rows = Math.ceil(units / columns);
    if (side === SMALLEST || rows * layers * pitch <= height) return { columns, rows, side, pitch };
  }
}

/** The unit at a place on the canvas; undefined between the cells of the last row and the edge. */
export function unitAt(grid: Grid, units: number, x: number, y: number): number | undefined {
  const column = Math.floor(x / grid.pitch);
  const row = Math.floor(y / grid.pitch);
  const unit = row * grid.columns + column;
  const inside = column >= 0 && column < grid.columns && row >= 0 && unit < units;
  return inside ? unit : undefined;
}

export function drawCell(
  context: CanvasRenderingContext2D,
  { state, strength }: Cell,
  x: number,
  y: number,
  side: number,
  theme: Theme,
): void {
  const color = stateColor(state, theme);
  const line = Math.max(1, side / 10);
  context.lineWidth = line;
  context.strokeStyle = color;
  const half = line / 2;
  const inset = side * 0.28;
  if (state === 'alive') {
    context.fillStyle = withAlpha(color, 0.3 + 0.7 * strength);
    context.fillRect(x, y, side, side);
  } else if (state === 'inactive') {
    context.strokeRect(x + half, y + half, side - line, side - line);
  } else if (state === 'dead') {
    context.fillStyle = color;
    context.fillRect(x, y, side, side);
    context.strokeStyle = theme.surface;
    context.beginPath();
    context.moveTo(x + inset, y + inset);
    context.lineTo(x + side - inset, y + side - inset);
    context.moveTo(x + side - inset, y + inset);
    context.lineTo(x + inset, y + side - inset);
    context.stroke();
  } else {
    context.strokeRect(x + half, y + half, side - line, side - line);
    context.fillStyle = color;
    context.beginPath();
    context.arc(x + side / 2, y + side / 2, side * 0.27, 0, 2 * Math.PI);
    context.fill();
  }
}

/** What the cells of a grid take, with room around them. */
export function sizeOf(grid: Grid): { width: number; height: number } {
  return {
    width: grid.columns * grid.pitch - GAP + 2 * MARGIN,
    height: grid.rows * grid.pitch - GAP + 2 * MARGIN,
  };
}

/** Draws a layer; `chosen` is the unit with a frame around it. */
export function drawCells(
  canvas: HTMLCanvasElement,
  cells: readonly Cell[],
  grid: Grid,
  theme: Theme,
  chosen?: number,
): void {
  const scale = Math.min(3, globalThis.devicePixelRatio || 1);
  const { width, height } = sizeOf(grid);
  resize(canvas, width, height, scale);
  const context = canvas.getContext('2d')!;
  context.setTransform(scale, 0, 0, scale, 0, 0);
  context.clearRect(0, 0, width, height);
  paintCells(context, cells, grid, theme, chosen);
}

export function paintCells(
  context: CanvasRenderingContext2D,
  cells: readonly Cell[],
  grid: Grid,
  theme: Theme,
  chosen?: number,
): void {
  cells.forEach((cell, unit) => {
    const x = MARGIN + (unit % grid.columns) * grid.pitch;
    const y = MARGIN + Math.floor(unit / grid.columns) * grid.pitch;
    drawCell(context, cell, x, y, grid.side, theme);
    if (unit !== chosen) return;
    context.strokeStyle = theme.text;
    context.lineWidth = 2;
    context.strokeRect(x - 1, y - 1, grid.side + 2, grid.side + 2);
  });
}

/** Room around the cells for the frame of the chosen one. */
export const MARGIN = 2;

function resize(canvas: HTMLCanvasElement, width: number, height: number, scale: number): void {
  const [w, h] = [Math.round(width * scale), Math.round(height * scale)];
  if (canvas.width !== w) canvas.width = w;
  if (canvas.height !== h) canvas.height = h;
  canvas.style.width = `${width}px`;
  canvas.style.height = `${height}px`;
}

const LEGEND_SIDE = 16;

/** Draws the sign of each state on the legend's canvases. */
export function drawLegend(root: ParentNode, theme: Theme): void {
  for (const state of UNIT_STATES) {
    const canvas = root.querySelector<HTMLCanvasElement>(`canvas[data-sign="${state}"]`);
    if (!canvas) continue;
    const grid = { columns: 1, rows: 1, side: LEGEND_SIDE, pitch: LEGEND_SIDE + GAP };
    drawCells(canvas, [{ state, strength: 0.8 }], grid, theme);
  }
}
