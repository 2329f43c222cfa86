// What is taken away from the plot: its charts, its values and a program. Nothing depends on the size
// of the screen.

import type { ActivationId, ActivationInfo } from '../../../engine/types.ts';
import { niceStep } from '../../format.ts';
import type { ChartDrawing, DrawnTable, Picture } from '../../take-away/types.ts';
import { type Drawing, optionsOf, seriesOf, sharedHeight } from '../board.ts';
import { type ChartSpec, chartSpecs } from '../charts.ts';
import type { Plot } from '../parts.ts';
import { evaluateAt, type SampledActivation, sampleActivation, spread } from '../sampling.ts';

export { program } from './program.ts';

/** Of a curve, at least two a pixel. */
const POINTS = { alone: 1601, beside: 801 };
/** At least so many along the height. */
const TICKS = 3;
const TABLE_POINTS = 501;

const ALONE = { width: 912, height: 460 };
const ONE_OF_TWO = { width: 444, height: 320 };
const ONE_OF_MANY = { width: 288, height: 216 };

export function pictures(plot: Plot): Picture[] {
  const { settings, messages, infos } = plot;
  const { chartOf: kinds, thickness } = messages.plot;
  const panels = settings.layout === 'panels';
  const specs = chartSpecs(infos, settings.layout, settings.view);
  const count = specs.length === 1 ? POINTS.alone : POINTS.beside;
  const sample = remembered((info) =>
    sampleActivation(plot.engine, info.id, plot.params(info), { ...plot.window, count }),
  );
  const size = specs.length === 1 ? ALONE : panels ? ONE_OF_MANY : ONE_OF_TWO;
  return specs.map((spec) => {
    const kind = spec.which.length > 1 ? 'both' : spec.which[0]!;
    return {
      title: panels ? spec.infos[0]!.label : kinds[kind],
      subtitle: [...(panels ? [kinds[kind]] : []), ...(kind === 'both' ? [thickness] : [])].join(
        ' · ',
      ),
      ...size,
      paint: (_, colors, draw) =>
        draw.chart(chartOf(spec, { ...plot, specs, sample, colors, reading: [], lit: () => [] })),
      legend: () => (panels ? [] : legendOf(spec)),
    };
  });
}

function chartOf(spec: ChartSpec, drawing: Drawing): ChartDrawing {
  const { x, y, zeroLines } = optionsOf(spec, drawing, sharedHeight(drawing));
  const step = niceStep(y.max - y.min, TICKS);
  const options = { x: { ...x, label: 'x' }, y: { ...y, step }, zeroLines };
  return { options, series: seriesOf(spec, drawing) };
}

const legendOf = ({ infos }: ChartSpec) =>
  infos.map(({ id, label }) => ({ label, activation: id }));

/** f and f′ of each function, on an even grid over the range shown and wherever they jump. */
export function drawn(plot: Plot): DrawnTable {
  const { engine, infos, window, settings } = plot;
  const { view } = settings;
  const which = view === 'f' || view === 'derivative' ? [view] : (['f', 'derivative'] as const);
  const kinks = infos.flatMap((info) => plot.sample(info).kinks);
  const places = [...spread(window.min, window.max, TABLE_POINTS), ...kinks.map(Math.fround)];
  const x = Float32Array.from(new Set(places)).sort();
  const columns = infos.flatMap((info) =>
    which.map((w) => ({
      name: `${info.id.replaceAll('-', '_')}_${w}`,
      values: evaluateAt(engine, w, info.id, x, plot.params(info)),
    })),
  );
  return {
    head: ['x', ...columns.map(({ name }) => name)],
    rows: Array.from(x, (at, i) => [at, ...columns.map(({ values }) => values[i]!)]),
  };
}

function remembered(sample: (info: ActivationInfo) => SampledActivation) {
  const known = new Map<ActivationId, SampledActivation>();
  return (info: ActivationInfo) => {
    const found = known.get(info.id) ?? sample(info);
    known.set(info.id, found);
    return found;
  };
}
