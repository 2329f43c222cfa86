// A chart painted once on any context, beside whatever else is there.

import { BasicPlatform, type LineElement } from 'chart.js';
import { LineChart } from '../chart.ts';
import type { Theme } from '../theme.ts';
import type { ChartDrawing } from './types.ts';

class PaperChart extends LineChart {
  protected override get config() {
    return { platform: BasicPlatform };
  }

  /** Through every point, and not as a `Path2D`, which only a browser can read. */
  override draw(): void {
    for (const { dataset } of this.chart.getSortedVisibleDatasetMetas()) {
      (dataset as LineElement | undefined)!.draw = drawLine;
    }
    super.draw();
  }
}

/** A point in pixels; `skip` breaks the line. */
type Placed = { x: number; y: number; skip?: boolean };

function drawLine(this: LineElement, context: CanvasRenderingContext2D): void {
  const { borderColor, borderWidth, borderDash, borderCapStyle, borderJoinStyle } = this.options;
  if (this.points.length === 0 || !borderWidth) return;
  context.save();
  context.strokeStyle = borderColor as string;
  context.lineWidth = borderWidth;
  context.setLineDash(borderDash ?? []);
  context.lineCap = borderCapStyle;
  context.lineJoin = borderJoinStyle;
  context.beginPath();
  let joined = false;
  for (const { x, y, skip } of this.points as readonly Placed[]) {
    if (!skip) joined ? context.lineTo(x, y) : context.moveTo(x, y);
    joined = !skip;
  }
  context.stroke();
  context.restore();
}

/** What Chart.js does to a canvas of its own. */
const OWNERS_ONLY: readonly PropertyKey[] = ['setTransform', 'resetTransform', 'clearRect'];

/** A canvas as large as the picture, whose context can be another one at any time. */
function paper(width: number, height: number, target: () => CanvasRenderingContext2D) {
  const canvas = { width, height, getContext: () => context } as unknown as HTMLCanvasElement;
  const context: CanvasRenderingContext2D = new Proxy({} as CanvasRenderingContext2D, {
    get(_, name) {
      if (name === 'canvas') return canvas;
      if (OWNERS_ONLY.includes(name)) return () => {};
      const value = Reflect.get(target(), name);
      return typeof value === 'function' ? value.bind(target()) : value;
    },
    set: (_, name, value) => Reflect.set(target(), name, value),
  });
  return canvas;
}

/** Paints on the area from the context's origin on. */
export function paintChart(
  context: CanvasRenderingContext2D,
  theme: Theme,
  size: { width: number; height: number },
  { options, series, cursor }: ChartDrawing,
): void {
  // Chart.js draws whenever anything is set; only the last time counts.
  let target = document.createElement('canvas').getContext('2d')!;
  const chart = new PaperChart(
    paper(size.width, size.height, () => target),
    options,
    theme,
  );
  chart.setSeries(series);
  chart.setCursor(cursor);
  target = context;
  context.save();
  chart.draw();
  context.restore();
  chart.dispose();
}
