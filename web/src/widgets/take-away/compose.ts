// A sheet: heading, setup, legend, the pictures of a figure in rows, and the citation line.

import type { ActivationId } from '../../engine/types.ts';
import { drawDot, drawMarkers } from '../chart-marks.ts';
import { styleOf } from '../palette.ts';
import type { Theme } from '../theme.ts';
import { paintChart } from './paper-chart.ts';
import { paintSvg } from './svg-paint.ts';
import { wrap } from './text.ts';
import type { LegendEntry, LineLook, Painters, Picture } from './types.ts';

export interface SheetContent {
  heading: string;
  setup: string;
  pictures: readonly Picture[];
  citation: string;
}

export interface Sheet {
  width: number;
  height: number;
  paint(context: CanvasRenderingContext2D): void;
}

const MARGIN = 28;
const GAP = 24;
const WIDEST = 912;
const NARROWEST = 480;
const LINE = 1.4;
const KEY = { width: 28, height: 12 };

type Style = 'heading' | 'setup' | 'title' | 'subtitle' | 'label' | 'citation';
const FONTS: Record<Style, { size: number; weight: number; strong?: boolean }> = {
  heading: { size: 19, weight: 600, strong: true },
  setup: { size: 13, weight: 400 },
  title: { size: 14, weight: 600, strong: true },
  subtitle: { size: 12, weight: 400 },
  label: { size: 12.5, weight: 400, strong: true },
  citation: { size: 10.5, weight: 400 },
};

/** Something that knows its height and how to be painted at a place. */
interface Block {
  height: number;
  paint(context: CanvasRenderingContext2D, x: number, y: number): void;
}

const NOTHING: Block = { height: 0, paint: () => {} };

/** What everything is painted with: a theme, a context by whose fonts it is measured, and the part of
 * the page whose styles SVG takes on. */
interface Tools {
  theme: Theme;
  ruler: CanvasRenderingContext2D;
  place: HTMLElement;
}

export function layOut(content: SheetContent, tools: Tools): Sheet {
  const { theme } = tools;
  const { pictures } = content;
  const rows = rowsOf(pictures);
  const inner = Math.max(NARROWEST, ...rows.map(widthOf));
  const text = (style: Style, words: string, width = inner) =>
    textBlock(tools, style, words, width);

  const legends = pictures.map((picture) => picture.legend?.(theme) ?? []);
  const shared = sharedEntries(legends);
  const own = new Map(
    pictures.map((picture, i) => [
      picture,
      legends[i]!.filter((entry) => !shared.some((other) => same(entry, other))),
    ]),
  );
  const blocks: Block[] = [
    text('heading', content.heading),
    space(2, text('setup', content.setup)),
    space(10, legendBlock(tools, shared, inner)),
    ...rows.map((row) => space(16, rowBlock(row, own, tools))),
    space(18, text('citation', content.citation)),
  ];
  const height = blocks.reduce((sum, block) => sum + block.height, 2 * MARGIN);
  return {
    width: inner + 2 * MARGIN,
    height: Math.ceil(height),
    paint(context) {
      context.fillStyle = theme.surface;
      context.fillRect(0, 0, inner + 2 * MARGIN, Math.ceil(height));
      let y = MARGIN;
      for (const block of blocks) {
        block.paint(context, MARGIN, y);
        y += block.height;
      }
    },
  };
}

const widthOf = (row: readonly Picture[]) =>
  row.reduce((sum, { width }) => sum + width, GAP * (row.length - 1));

function rowsOf(pictures: readonly Picture[]): Picture[][] {
  const rows: Picture[][] = [];
  for (const picture of pictures) {
    const row = rows.at(-1);
    if (row && widthOf([...row, picture]) <= WIDEST) row.push(picture);
    else rows.push([picture]);
  }
  return rows;
}

function space(above: number, block: Block): Block {
  if (block.height === 0) return NOTHING;
  return {
    height: above + block.height,
    paint: (context, x, y) => block.paint(context, x, y + above),
  };
}

function fontOf(style: Style, theme: Theme): string {
  const { size, weight } = FONTS[style];
  return `${weight} ${size}px ${theme.font}`;
}

function textBlock({ ruler, theme }: Tools, style: Style, words: string, width: number): Block {
  if (words === '') return NOTHING;
  const { size, strong } = FONTS[style];
  ruler.font = fontOf(style, theme);
  const lines = wrap(ruler, words, width);
  return {
    height: lines.length * size * LINE,
    paint(context, x, y) {
      context.font = fontOf(style, theme);
      context.fillStyle = strong ? theme.text : theme.muted;
      context.textAlign = 'left';
      context.textBaseline = 'alphabetic';
      lines.forEach((line, i) => {
        context.fillText(line, x, y + (i + 0.5) * size * LINE + size * 0.35);
      });
    },
  };
}

// Rows of pictures, whose titles stand at one height.

function rowBlock(
  row: readonly Picture[],
  legends: ReadonlyMap<Picture, readonly LegendEntry[]>,
  tools: Tools,
): Block {
  const { theme } = tools;
  const heads = row.map((picture) => headOf(picture, tools));
  const feet = row.map((picture) => footOf(picture, legends.get(picture)!, tools));
  const top = Math.max(...heads.map(({ height }) => height));
  const bottoms = row.map(({ height }, i) => top + height + feet[i]!.height);
  return {
    height: Math.max(...bottoms),
    paint(context, left, y) {
      let x = left;
      row.forEach((picture, i) => {
        heads[i]!.paint(context, x, y + top - heads[i]!.height);
        context.save();
        context.translate(x, y + top);
        picture.paint(context, theme, paintersFor(context, tools, picture));
        context.restore();
        feet[i]!.paint(context, x, y + top + picture.height);
        x += picture.width + GAP;
      });
    },
  };
}

function paintersFor(
  context: CanvasRenderingContext2D,
  { theme, place }: Tools,
  size: { width: number; height: number },
): Painters {
  return {
    chart: (drawing) => paintChart(context, theme, size, drawing),
    svg: (template) => paintSvg(context, template, size, place),
  };
}

function headOf({ title = '', subtitle = '', width }: Picture, tools: Tools): Block {
  const lines = stack([
    textBlock(tools, 'title', title, width),
    textBlock(tools, 'subtitle', subtitle, width),
  ]);
  return lines.height === 0 ? NOTHING : stack([lines, { ...NOTHING, height: 4 }]);
}

function footOf(
  { note = '', width }: Picture,
  legend: readonly LegendEntry[],
  tools: Tools,
): Block {
  return stack([
    space(4, legendBlock(tools, legend, width)),
    space(4, textBlock(tools, 'subtitle', note, width)),
  ]);
}

function stack(blocks: readonly Block[]): Block {
  return {
    height: blocks.reduce((sum, { height }) => sum + height, 0),
    paint(context, x, y) {
      let at = y;
      for (const block of blocks) {
        block.paint(context, x, at);
        at += block.height;
      }
    },
  };
}

// Legends.

const same = (a: LegendEntry, b: LegendEntry) => JSON.stringify(a) === JSON.stringify(b);

/** What several pictures say, or the only one. */
function sharedEntries(legends: readonly (readonly LegendEntry[])[]): readonly LegendEntry[] {
  const given = legends.filter((legend) => legend.length > 0);
  const found: LegendEntry[] = [];
  for (const entry of given.flat()) {
    const holders = given.filter((legend) => legend.some((other) => same(entry, other)));
    const several = holders.length > 1 || given.length === 1;
    if (several && !found.some((other) => same(entry, other))) found.push(entry);
  }
  return found;
}

function legendBlock(tools: Tools, entries: readonly LegendEntry[], width: number): Block {
  if (entries.length === 0) return NOTHING;
  const { ruler, theme } = tools;
  ruler.font = fontOf('label', theme);
  const { size } = FONTS.label;
  const line = size * 1.7;
  let [x, y] = [0, 0];
  const places = entries.map((entry) => {
    const length = KEY.width + 8 + ruler.measureText(entry.label).width;
    if (x > 0 && x + length > width) [x, y] = [0, y + line];
    const place = { entry, x, y };
    x += length + 20;
    return place;
  });
  return {
    height: y + line,
    paint(context, left, top) {
      for (const { entry, x: dx, y: dy } of places) {
        const middle = top + dy + line / 2;
        context.save();
        context.translate(left + dx, middle - KEY.height / 2);
        paintKey(context, tools, entry);
        context.restore();
        context.font = fontOf('label', theme);
        context.fillStyle = theme.text;
        context.textAlign = 'left';
        context.textBaseline = 'alphabetic';
        context.fillText(entry.label, left + dx + KEY.width + 8, middle + size * 0.35);
      }
    },
  };
}

function paintKey(context: CanvasRenderingContext2D, tools: Tools, entry: LegendEntry): void {
  const { theme } = tools;
  if ('mark' in entry) {
    paintersFor(context, tools, KEY).svg(entry.mark);
    return;
  }
  const look: LineLook = 'activation' in entry ? lineOf(entry.activation, theme) : entry;
  const { color, dash = [], marker = 'none', width = 2.25, shape = 'line' } = look;
  const middle = { x: KEY.width / 2, y: KEY.height / 2 };
  context.fillStyle = color;
  if (shape === 'box') {
    context.fillRect(middle.x - 7, 0, 14, KEY.height);
  } else if (shape !== 'line') {
    drawDot(context, middle, shape === 'dot', color, theme.surface, 4.5);
  } else {
    context.strokeStyle = color;
    context.lineWidth = width;
    context.setLineDash([...dash]);
    context.beginPath();
    context.moveTo(0, middle.y);
    context.lineTo(KEY.width, middle.y);
    context.stroke();
    // Far enough along for one marker.
    const along = [{ ...middle, x: middle.x - 35 }, middle];
    if (marker !== 'none') drawMarkers(context, along, marker, color, theme.surface);
  }
}

function lineOf(id: ActivationId, { dark }: Theme): LineLook {
  const style = styleOf(id);
  return { ...style, color: style[dark ? 'dark' : 'light'] };
}
