// What is taken away from the figure: its bars and the times.

import { labelOf } from '../label.ts';
import { styleOf } from '../palette.ts';
import { rule, write } from '../take-away/marks.ts';
import type { DrawnTable, LegendEntry, Picture } from '../take-away/types.ts';
import type { Theme } from '../theme.ts';
import { axisOf, type BarsHost, ratioText, timeText } from './bars.ts';
import type { SpeedResults } from './results.ts';
import { idsOf, type SpeedSettings, specOf, VARIANTS } from './settings.ts';

const WIDTH = 912;
const NAMES = 116;
const NUMBERS = 170;
const TRACK = WIDTH - NAMES - NUMBERS;
const HEAD = 22;
const ROW = 16;
const GAP = 6;

export function pictures(host: BarsHost): Picture[] {
  const { settings, messages, results } = host;
  const words = messages.speedMeter;
  if (!results) return [];
  const variants = VARIANTS.filter((variant) => settings.variants.includes(variant));
  const group = variants.length * ROW + GAP;
  return [
    {
      title: words.workTitles[settings.work],
      subtitle: settings.work === 'step' ? words.units.step : words.units.element,
      note: words.columns.bar,
      width: WIDTH,
      height: HEAD + idsOf(settings).length * group,
      paint: (context, theme) => paintBars(context, theme, host, group),
      legend: (theme) =>
        variants.map((variant): LegendEntry => {
          const shape = variant === 'simd' ? 'box' : 'line';
          return { label: words.variants[variant], color: theme.muted, shape };
        }),
    },
  ];
}

function paintBars(
  context: CanvasRenderingContext2D,
  theme: Theme,
  host: BarsHost,
  group: number,
): void {
  const { settings, messages, results } = host;
  const { work } = settings;
  const axis = axisOf({ ...host, narrow: false });
  const ids = idsOf(settings);
  const at = (percent: number) => NAMES + (TRACK * percent) / 100;
  const bottom = HEAD + ids.length * group;
  for (const tick of axis.ticks) {
    const x = at(tick.at);
    rule(context, theme.line, [x, HEAD - 4, x, bottom]);
    const label = { text: tick.text, x, y: HEAD / 2, color: theme.muted, size: 11 } as const;
    write(context, theme.font, { ...label, align: 'center' });
  }
  ids.forEach((id, i) => {
    const top = HEAD + i * group;
    const { light, dark } = styleOf(id);
    const color = theme.dark ? dark : light;
    const variants = VARIANTS.filter((variant) => settings.variants.includes(variant));
    const middle = top + (variants.length * ROW) / 2;
    write(context, theme.font, { text: labelOf(id), x: 0, y: middle, color: theme.text });
    variants.forEach((variant, row) => {
      const time = results?.time(variant, id, work);
      if (!time) return;
      const y = top + row * ROW;
      const width = at(axis.place(time.median)) - NAMES;
      context.setLineDash([]);
      context.strokeStyle = color;
      context.lineWidth = 1.5;
      if (variant === 'simd') {
        context.fillStyle = color;
        context.fillRect(NAMES, y + 3, width, ROW - 6);
      }
      context.strokeRect(NAMES, y + 3, width, ROW - 6);
      const [low, high] = [at(axis.place(time.low)), at(axis.place(time.high))];
      rule(context, theme.text, [low, y + ROW / 2, high, y + ROW / 2], 2);
      const ratio = results?.ratio(variant, id, work);
      const numbers = [
        timeText(work, time.median, messages),
        ...(ratio === undefined ? [] : [`× ${ratioText(work, ratio)}`]),
      ];
      numbers.forEach((text, column) => {
        const x = WIDTH - NUMBERS + 95 + column * 75;
        const label = { text, x, y: y + ROW / 2, color: theme.text, size: 11 } as const;
        write(context, theme.font, { ...label, align: 'right' });
      });
    });
  });
}

/** Nanoseconds: by element, or by step. */
export function drawn(settings: SpeedSettings, results: SpeedResults | undefined): DrawnTable {
  return {
    head: [
      ...['activation', 'variant', 'work', 'nanoseconds_median'],
      ...['nanoseconds_lower_quartile', 'nanoseconds_upper_quartile', 'ratio_to_relu'],
    ],
    rows: specOf(settings).timed.flatMap(({ variant, id, work }) => {
      const time = results?.time(variant, id, work);
      if (!time) return [];
      const ratio = results?.ratio(variant, id, work) ?? '';
      return [[id, variant, work, time.median, time.low, time.high, ratio]];
    }),
  };
}
