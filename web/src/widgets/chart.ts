// Line charts: Chart.js with fixed ranges, data mutated in place and nothing animated; the cursor,
// bands, markers along lines and dots at jumps are drawn here.

import {
  Chart,
  type ChartConfiguration,
  type ChartDataset,
  LinearScale,
  LineController,
  LineElement,
  LogarithmicScale,
  PointElement,
  type ScaleOptionsByType,
} from 'chart.js';
import { drawDot, drawMarkers, drawTangent } from './chart-marks.ts';
import { formatNumber } from './format.ts';
import type { Marker } from './palette.ts';
import { type Theme, withAlpha } from './theme.ts';

Chart.register(LineController, LinearScale, LogarithmicScale, PointElement, LineElement);

export interface Point {
  x: number;
  /** NaN breaks the line. */
  y: number;
}

/** A dot at the end of a branch: filled where the value belongs to it, open where it does not. */
export interface Dot extends Point {
  filled: boolean;
}

export interface Series {
  id: string;
  color: string;
  dash: readonly number[];
  marker?: Marker;
  /** In CSS pixels; 2 unless given. */
  width?: number;
  /** Ordered by x. Mutate in place and call `draw`. */
  points: Point[];
  dots?: readonly Dot[];
  /** The exact height at the cursor; read off the line unless given. */
  cursorY?: number;
  /** Draws the tangent with this slope at `cursorY`. */
  slope?: number;
  /** Radius of the dots in CSS pixels; 4 unless given. */
  dotSize?: number;
  /** The area between two curves over the same x, such as the spread over seeds. */
  band?: { lower: readonly Point[]; upper: readonly Point[]; alpha?: number };
}

export interface Axis {
  min: number;
  max: number;
  label?: string;
  logarithmic?: boolean;
  /** Distance between ticks; chosen by the space there is unless given. */
  step?: number;
  /** Pixels for numbers and label, so that charts above each other line up. */
  size?: number;
  /** Whether the numbers are written; they are unless this is false. */
  numbers?: boolean;
  format?: (value: number) => string;
}

export interface ChartOptions {
  x: Axis;
  y: Axis;
  /** Draws the two axes through the origin more strongly. */
  zeroLines?: boolean;
}

/** The pixels of the plotting area, relative to the canvas. */
export interface Area {
  left: number;
  right: number;
  top: number;
  bottom: number;
}

const FONT_SIZE = 12;

export class LineChart {
  protected readonly chart: Chart<'line', Point[]>;
  private series: readonly Series[] = [];
  /** Whether the axes stand where the options want them. */
  private laidOut = false;
  private cursor: number | undefined;
  private selection: { from: number; to: number } | undefined;

  constructor(
    readonly canvas: HTMLCanvasElement,
    private options: ChartOptions,
    private theme: Theme,
  ) {
    this.chart = new Chart<'line', Point[]>(canvas, {
      type: 'line',
      data: { datasets: [] },
      options: {
        animation: false,
        parsing: false,
        normalized: true,
        responsive: true,
        maintainAspectRatio: false,
        events: [],
        elements: { point: { radius: 0, hitRadius: 0, hoverRadius: 0 } },
        layout: { padding: { top: 8, right: 10 } },
        scales: this.scales(),
      },
      plugins: [
        {
          id: 'marks',
          // Chart.js draws first inside its constructor, when there is nothing to mark yet.
          beforeDatasetsDraw: () => {
            if (this.series.length > 0) this.drawBelow();
          },
          afterDatasetsDraw: () => {
            if (this.series.length > 0) this.drawAbove();
          },
        },
      ],
      ...this.config,
    });
  }

  /** More of Chart.js's own configuration. */
  protected get config(): Partial<ChartConfiguration<'line', Point[]>> {
    return {};
  }

  /** Replaces the lines and draws; their points are kept by reference. */
  setSeries(series: readonly Series[]): void {
    const { data } = this.chart;
    const onlyMoved =
      this.laidOut &&
      series.length === this.series.length &&
      series.every((s, i) => looksLike(s, this.series[i]!));
    this.series = series;
    if (onlyMoved) {
      series.forEach((s, i) => {
        data.datasets[i]!.data = s.points;
      });
      this.redrawLines();
      return;
    }
    // Chart.js keeps an element for each point of a data set that stays.
    data.datasets.length = Math.min(data.datasets.length, series.length);
    series.forEach((s, i) => {
      data.datasets[i] = Object.assign(data.datasets[i] ?? {}, this.dataset(s));
    });
    this.draw();
  }

  /** Takes effect with the next `setSeries` or `draw`. */
  setOptions(options: ChartOptions): void {
    this.options = options;
    this.laidOut = false;
    this.chart.options.scales = this.scales();
  }

  setTheme(theme: Theme): void {
    this.theme = theme;
    this.chart.options.scales = this.scales();
    this.draw();
  }

  /** A vertical line at x; undefined removes it. Set the same one on every chart in step. */
  setCursor(x: number | undefined): void {
    if (x === this.cursor) return;
    this.cursor = x;
    this.chart.draw();
  }

  /** Shades an interval of x, such as one being dragged out; undefined removes it. */
  setSelection(selection: { from: number; to: number } | undefined): void {
    this.selection = selection;
    this.chart.draw();
  }

  /** Draws again after points were changed in place. */
  draw(): void {
    this.chart.update('none');
    this.laidOut = true;
  }

  /** Axes with fixed ranges keep their place whatever the points are, and finding it takes longer
   * than drawing. */
  private redrawLines(): void {
    for (const { controller } of this.chart.getSortedVisibleDatasetMetas()) {
      controller.buildOrUpdateElements(false);
      controller.update('none');
    }
    this.chart.draw();
  }

  /** Follows the size of the canvas's parent at once; it otherwise does so a frame later. */
  resize(): void {
    this.chart.resize();
  }

  get area(): Area {
    return this.chart.chartArea;
  }

  /** Where a pointer is on the canvas, in the chart's own pixels, however the page scales it. */
  pixelUnder(event: { clientX: number }): number {
    const { left, width } = this.canvas.getBoundingClientRect();
    return ((event.clientX - left) * this.canvas.offsetWidth) / width;
  }

  /** From pixels relative to the canvas to values, and back. */
  xAt(pixel: number): number {
    return this.scale('x').getValueForPixel(pixel) ?? Number.NaN;
  }

  yAt(pixel: number): number {
    return this.scale('y').getValueForPixel(pixel) ?? Number.NaN;
  }

  pixelX(value: number): number {
    return this.scale('x').getPixelForValue(value);
  }

  pixelY(value: number): number {
    return this.scale('y').getPixelForValue(value);
  }

  dispose(): void {
    this.chart.destroy();
  }

  private scale(axis: 'x' | 'y') {
    return this.chart.scales[axis]!;
  }

  private dataset(s: Series): ChartDataset<'line', Point[]> {
    return {
      data: s.points,
      showLine: true,
      borderColor: s.color,
      borderDash: [...s.dash],
      borderWidth: s.width ?? 2,
      borderCapStyle: s.dash.length > 0 ? 'butt' : 'round',
      borderJoinStyle: 'round',
      pointRadius: 0,
      spanGaps: false,
    };
  }

  private scales() {
    const { x, y } = this.options;
    return { x: this.scaleOptions(x, 'x'), y: this.scaleOptions(y, 'y') };
  }

  private scaleOptions(axis: Axis, which: 'x' | 'y') {
    const { theme } = this;
    const zero = (value: number) => this.options.zeroLines && value === 0;
    const format = axis.format ?? ((value: number) => formatNumber(value, 6));
    return {
      type: axis.logarithmic ? 'logarithmic' : 'linear',
      axis: which,
      position: which === 'x' ? 'bottom' : 'left',
      min: axis.min,
      max: axis.max,
      border: { color: theme.line },
      afterBuildTicks: (scale: { ticks: { value: number }[] }) => {
        if (axis.logarithmic) scale.ticks = logTicks(axis);
      },
      afterFit: (scale: { width: number; height: number }) => {
        if (axis.size !== undefined) scale[which === 'x' ? 'height' : 'width'] = axis.size;
      },
      grid: {
        color: (context: { tick?: { value: number } }) =>
          zero(context.tick?.value ?? Number.NaN) ? theme.muted : theme.line,
        drawTicks: false,
      },
      ticks: {
        display: axis.numbers !== false,
        color: theme.muted,
        padding: 6,
        font: { family: theme.font, size: FONT_SIZE },
        maxRotation: 0,
        autoSkipPadding: 12,
        includeBounds: false,
        ...(axis.step === undefined ? {} : { stepSize: axis.step }),
        callback: (value: number | string) => format(Number(value)),
      },
      title: {
        display: axis.label !== undefined,
        text: axis.label ?? '',
        color: theme.muted,
        font: { family: theme.font, size: FONT_SIZE },
        padding: 2,
      },
    } as unknown as ScaleOptionsByType<'linear'>;
  }

  private drawBelow(): void {
    const { ctx } = this.chart;
    const { left, right, top, bottom } = this.area;
    ctx.save();
    ctx.beginPath();
    ctx.rect(left, top, right - left, bottom - top);
    ctx.clip();
    for (const { band, color } of this.series) {
      if (!band || band.upper.length === 0) continue;
      ctx.beginPath();
      for (const p of band.upper) ctx.lineTo(this.pixelX(p.x), this.bandY(p.y));
      for (const p of [...band.lower].reverse()) ctx.lineTo(this.pixelX(p.x), this.bandY(p.y));
      ctx.closePath();
      ctx.fillStyle = withAlpha(color, band.alpha ?? 0.18);
      ctx.fill();
    }
    if (this.selection) {
      const from = this.pixelX(this.selection.from);
      ctx.fillStyle = withAlpha(this.theme.accent, 0.16);
      ctx.fillRect(from, top, this.pixelX(this.selection.to) - from, bottom - top);
    }
    if (this.cursor !== undefined) this.drawTangents(this.cursor);
    ctx.restore();
  }

  private drawTangents(x: number): void {
    for (const { color, cursorY, slope } of this.series) {
      if (cursorY === undefined || slope === undefined) continue;
      const at = { x: this.pixelX(x), y: this.pixelY(cursorY) };
      const next = { x: this.pixelX(x + 1) - at.x, y: this.pixelY(cursorY + slope) - at.y };
      drawTangent(this.chart.ctx, at, next, color);
    }
  }

  /** Zero has no place on a logarithmic axis: it lies at the bottom. */
  private bandY(y: number): number {
    const { min, logarithmic } = this.options.y;
    return this.pixelY(logarithmic ? Math.max(min, y) : y);
  }

  private drawAbove(): void {
    const { ctx } = this.chart;
    const { left, right, top, bottom } = this.area;
    const place = (p: Point) => ({ x: this.pixelX(p.x), y: this.pixelY(p.y) });
    ctx.save();
    ctx.beginPath();
    ctx.rect(left - 6, top - 6, right - left + 12, bottom - top + 12);
    ctx.clip();
    for (const { points, marker = 'none', color, dots = [], dotSize } of this.series) {
      if (marker !== 'none') drawMarkers(ctx, points.map(place), marker, color, this.theme.surface);
      for (const dot of dots) {
        drawDot(ctx, place(dot), dot.filled, color, this.theme.surface, dotSize);
      }
    }
    if (this.cursor !== undefined && this.cursor >= this.xAt(left) - 1e-9) {
      const x = Math.round(this.pixelX(this.cursor)) + 0.5;
      if (x <= right + 1) this.drawCursor(x);
    }
    ctx.restore();
  }

  private drawCursor(x: number): void {
    const { ctx } = this.chart;
    const { top, bottom } = this.area;
    ctx.setLineDash([]);
    ctx.beginPath();
    ctx.moveTo(x, top);
    ctx.lineTo(x, bottom);
    ctx.strokeStyle = this.theme.accent;
    ctx.lineWidth = 1.5;
    ctx.stroke();
    ctx.beginPath();
    ctx.moveTo(x - 5, top - 5);
    ctx.lineTo(x + 5, top - 5);
    ctx.lineTo(x, top + 2);
    ctx.fillStyle = this.theme.accent;
    ctx.fill();
    for (const { points, color, cursorY } of this.series) {
      const y = cursorY ?? interpolate(points, this.cursor!);
      if (!Number.isFinite(y)) continue;
      const pixel = this.pixelY(y);
      if (pixel < top - 1 || pixel > bottom + 1) continue;
      drawDot(ctx, { x, y: pixel }, true, color, this.theme.surface);
    }
  }
}

/** Whether one line replaces another by its points alone. */
function looksLike(a: Series, b: Series): boolean {
  return (
    a.color === b.color &&
    a.width === b.width &&
    `${a.dash}` === `${b.dash}` &&
    // Chart.js makes room for the width of a line that has points.
    a.points.length > 0 === b.points.length > 0
  );
}

/** Powers of ten, every second or third where there are many, with 2 and 5 or more where few. */
function logTicks({ min, max }: Axis): { value: number }[] {
  const decades = Math.log10(max / min);
  const leading = decades > 2 ? [1] : decades > 1 ? [1, 2, 5] : [1, 2, 3, 5, 7];
  const stride = Math.max(1, Math.ceil(decades / 7));
  const ticks: { value: number }[] = [];
  for (let power = Math.floor(Math.log10(min)); power <= Math.ceil(Math.log10(max)); power++) {
    if (power % stride !== 0) continue;
    for (const digit of leading) {
      const value = Number(`${digit}e${power}`);
      if (value >= min * (1 - 1e-9) && value <= max * (1 + 1e-9)) ticks.push({ value });
    }
  }
  return ticks;
}

/** The height of a line at x, between its two neighbouring points; NaN beyond its ends. */
export function interpolate(points: readonly Point[], x: number): number {
  let low = 0;
  let high = points.length - 1;
  if (high < 0 || x < points[0]!.x || x > points[high]!.x) return Number.NaN;
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (points[middle]!.x <= x) low = middle;
    else high = middle;
  }
  const a = points[low]!;
  const b = points[high]!;
  if (x === a.x) return a.y;
  if (x === b.x) return b.y;
  return a.y + ((b.y - a.y) * (x - a.x)) / (b.x - a.x);
}
