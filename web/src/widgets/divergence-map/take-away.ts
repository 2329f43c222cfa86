// What is taken away from the map: the grid of cells, each filled by what became of its runs.

import type { Messages } from '../../i18n/index.ts';
import { labelOf } from '../label.ts';
import { rule, write } from '../take-away/marks.ts';
import type { LegendEntry, Picture } from '../take-away/types.ts';
import type { Theme } from '../theme.ts';
import type { MapFill } from './fill.ts';
import { GLYPHS, ROOM, rateText } from './grid.ts';
import { OUTCOMES, type Outcome, type Scale, tally } from './outcome.ts';

const WIDTH = 912;
const NAMES = 108;
const HEAD = 22;
const ROW = 26;
const FOOT = 30;
/** Between two rates that are named. */
const NARROWEST = 44;

/** As the legend wears them now: the colours belong to the styles. */
type Wear = (outcome: Outcome) => { fill: string; ink: string };

export function wearOf(root: ParentNode): Wear {
  return (outcome) => {
    const key = root.querySelector(`.key.${outcome}`)!;
    const { backgroundColor, color } = getComputedStyle(key);
    return { fill: backgroundColor, ink: color };
  };
}

export function pictures(
  fill: MapFill,
  scale: Scale,
  root: ParentNode,
  messages: Messages,
): Picture[] {
  const words = messages.divergenceMap;
  const wear = wearOf(root);
  return [
    {
      width: WIDTH,
      height: HEAD + fill.plan.rows.length * ROW + FOOT,
      note: words.mixed,
      paint: (context, theme) => paintMap(context, theme, { fill, scale, wear, axis: words.rate }),
      legend: () =>
        OUTCOMES.map((outcome): LegendEntry => {
          const label = `${GLYPHS[outcome]} ${words.outcomes[outcome]}`;
          return { label, color: wear(outcome).fill, shape: 'box' };
        }),
    },
  ];
}

interface Map {
  fill: MapFill;
  scale: Scale;
  wear: Wear;
  axis: string;
}

function paintMap(context: CanvasRenderingContext2D, theme: Theme, map: Map): void {
  const { fill, scale, wear, axis } = map;
  const { rates, rows } = fill.plan;
  const pitch = (WIDTH - NAMES) / rates.length;
  const all = pitch >= NARROWEST;
  rates.forEach((rate, column) => {
    if (!all && !Number.isInteger(Math.log10(rate))) return;
    const x = NAMES + (column + 0.5) * pitch;
    const label = { text: rateText(rate), x, y: HEAD / 2, color: theme.muted, size: 11 } as const;
    write(context, theme.font, { ...label, align: 'center' });
  });
  rows.forEach((cells, row) => {
    const y = HEAD + row * ROW;
    const name = { text: labelOf(cells[0]!.id), x: 0, y: y + ROW / 2, color: theme.text };
    write(context, theme.font, name);
    cells.forEach((cell, column) => {
      const x = NAMES + column * pitch;
      const [width, height] = [pitch - 2, ROW - 2];
      const results = fill.of(cell);
      let left = x + 1;
      for (const { outcome, count } of tally(results, scale)) {
        const share = count / results.length;
        const { fill: color, ink } = wear(outcome);
        context.fillStyle = color;
        context.fillRect(left, y + 1, share * width, height);
        if (share >= ROOM) {
          const middle = left + (share * width) / 2;
          write(context, theme.font, {
            ...{ text: GLYPHS[outcome], x: middle, y: y + ROW / 2 },
            ...{ color: ink, align: 'center', weight: 700 },
          });
        }
        left += share * width;
      }
      context.setLineDash([]);
      context.strokeStyle = theme.line;
      context.lineWidth = 1;
      context.strokeRect(x + 1, y + 1, width, height);
    });
  });
  const bottom = HEAD + rows.length * ROW;
  rule(context, theme.line, [NAMES, bottom + 6, WIDTH, bottom + 6]);
  const title = { text: axis, x: (NAMES + WIDTH) / 2, y: bottom + 18, color: theme.muted };
  write(context, theme.font, { ...title, align: 'center' });
}
