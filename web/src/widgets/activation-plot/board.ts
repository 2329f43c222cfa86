// The plot's charts: kept in step with the canvases on the page, the curves and the cursor.

import type { ActivationId, ActivationInfo } from '../../engine/types.ts';
import { LineChart, type Series } from '../chart.ts';
import { formatNumber } from '../format.ts';
import { styleOf } from '../palette.ts';
import type { Theme } from '../theme.ts';
import type { ChartSpec } from './charts.ts';
import { attachInteraction, type ChartActions, type Window } from './interaction.ts';
import type { Reading } from './reading.ts';
import { fitHeight, type SampledActivation, type Which } from './sampling.ts';
import type { PlotSettings } from './settings.ts';

/** What there is to draw now. */
export interface Drawing {
  specs: readonly ChartSpec[];
  settings: PlotSettings;
  window: Window;
  cursor: number;
  reading: readonly Reading[];
  sample: (info: ActivationInfo) => SampledActivation;
  colors: Theme;
  /** Drawn beside the curves: the branches that are lit. */
  lit: (spec: ChartSpec) => Series[];
}

interface LiveChart {
  chart: LineChart;
  canvas: HTMLCanvasElement;
  series: Series[];
  /** What was drawn last; the data are left alone while it stays the same. */
  drawn: string;
  detach: () => void;
}

/** The same for all charts, so that equal x lie above each other. */
export const Y_AXIS_SIZE = 46;

export class ChartBoard {
  private readonly charts = new Map<string, LiveChart>();

  constructor(private readonly actions: () => ChartActions) {}

  /** Draws what changed. */
  sync(canvases: ReadonlyMap<string, HTMLCanvasElement>, drawing: Drawing): void {
    for (const [id, { canvas }] of this.charts) if (canvases.get(id) !== canvas) this.drop(id);
    const { specs, settings, cursor } = drawing;
    const shared = sharedHeight(drawing);
    const readings = new Map(drawing.reading.map((reading) => [reading.info.id, reading]));
    for (const spec of specs) {
      const options = optionsOf(spec, drawing, shared);
      const live =
        this.charts.get(spec.id) ?? this.create(spec.id, canvases.get(spec.id)!, options, drawing);
      const ids = spec.infos.map(({ id }) => id);
      const { params, tangents } = settings;
      const lit = drawing.lit(spec);
      const litIds = lit.map(({ id }) => id);
      const key = JSON.stringify([ids, spec.which, params, tangents, options, litIds]);
      if (key !== live.drawn) live.series = [...seriesOf(spec, drawing), ...lit];
      for (const series of live.series) {
        const [id, which] = series.id.split(' ') as [ActivationId, Which];
        const reading = readings.get(id);
        if (!reading) continue;
        series.cursorY = reading[which];
        if (which === 'f' && tangents) series.slope = reading.derivative;
      }
      if (key !== live.drawn) {
        live.drawn = key;
        live.chart.setOptions(options);
        live.chart.setSeries(live.series);
      }
      live.chart.setCursor(Math.fround(cursor));
    }
  }

  setSelection(selection: { from: number; to: number } | undefined): void {
    for (const { chart } of this.charts.values()) chart.setSelection(selection);
  }

  setTheme(colors: Theme): void {
    for (const live of this.charts.values()) {
      live.drawn = '';
      live.chart.setTheme(colors);
    }
  }

  /** Has everything drawn anew, as for another size. */
  invalidate(): void {
    for (const live of this.charts.values()) live.drawn = '';
  }

  dispose(): void {
    for (const id of [...this.charts.keys()]) this.drop(id);
  }

  private create(
    id: string,
    canvas: HTMLCanvasElement,
    options: ConstructorParameters<typeof LineChart>[1],
    { colors }: Drawing,
  ): LiveChart {
    const chart = new LineChart(canvas, options, colors);
    const detach = attachInteraction(canvas.parentElement!, chart, this.actions);
    const live = { chart, canvas, series: [], drawn: '', detach };
    this.charts.set(id, live);
    return live;
  }

  private drop(id: string): void {
    const live = this.charts.get(id);
    live?.detach();
    live?.chart.dispose();
    this.charts.delete(id);
  }
}

/** Of panels that are to be compared. */
export function sharedHeight(drawing: Drawing): Window | undefined {
  const { layout, axes } = drawing.settings;
  return layout === 'panels' && axes === 'shared' ? heightOf(drawing.specs, drawing) : undefined;
}

export function optionsOf(spec: ChartSpec, drawing: Drawing, shared: Window | undefined) {
  const x = { ...drawing.window, format: (value: number) => formatNumber(value, 6) };
  const y = { ...(shared ?? heightOf([spec], drawing)), size: Y_AXIS_SIZE };
  return { x, y, zeroLines: true };
}

function heightOf(specs: readonly ChartSpec[], { settings, sample }: Drawing): Window {
  const curves = specs.flatMap(({ infos, which }) =>
    infos.flatMap((info) => which.map((w) => sample(info)[w])),
  );
  const { yMin, yMax, view } = settings;
  // Fixed ends are meant for f where f and f′ are apart.
  const fixed = view === 'derivative' || specs.some(({ which }) => which.includes('f'));
  return fitHeight(curves, fixed ? { min: yMin, max: yMax } : { min: 'auto', max: 'auto' });
}

export function seriesOf(spec: ChartSpec, { sample, colors }: Drawing): Series[] {
  const together = spec.which.length > 1;
  return spec.infos.flatMap((info) =>
    spec.which.map((which) => {
      const { light, dark, dash, marker } = styleOf(info.id);
      const { points, dots } = sample(info)[which];
      const width = !together ? 2.25 : which === 'f' ? 2.75 : 1.25;
      const color = colors.dark ? dark : light;
      return { id: `${info.id} ${which}`, color, dash, marker, width, points, dots };
    }),
  );
}
