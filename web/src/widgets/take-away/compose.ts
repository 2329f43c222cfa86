// A sheet: heading, setup, legend, the pictures of a figure in rows, and the citation line.

import { drawMarkers } from '../chart-marks.ts';
import { styleOf } from '../palette.ts';
import type { Theme } from '../theme.ts';
import { paintChart } from './paper-chart.ts';
import { paintSvg } from './svg-paint.ts';
import { wrap } from './text.ts';
import type { LegendEntry, Painters, Picture } from './types.ts';

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
const KEY_WIDTH = 30;

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

/** Lays out on any context, by whose fonts it measures. */
export function layOut(
  content: SheetContent,
  theme: Theme,
  ruler: CanvasRenderingContext2D,
): Sheet {
  const { pictures } = content;
  const rows = rowsOf(pictures);
  const inner = Math.max(NARROWEST, ...rows.map(widthOf));
  const text = (style: Style, words: string, width = inner) =>
    textBlock(ruler, theme, style, words, width);

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
    space(10, legendBlock(ruler, theme, shared, inner)),
    ...rows.map((row) => space(16, rowBlock(row, own, theme, ruler))),
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

function textBlock(
  ruler: CanvasRenderingContext2D,
  theme: Theme,
  style: Style,
  words: string,
  width: number,
): Block {
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
  theme: Theme,
  ruler: CanvasRenderingContext2D,
): Block {
  const heads = row.map((picture) => headOf(picture, theme, ruler));
  const feet = row.map((picture) => footOf(picture, legends.get(picture)!, theme, ruler));
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
        picture.paint(context, theme, paintersFor(context, theme, picture));
        context.restore();
        feet[i]!.paint(context, x, y + top + picture.height);
        x += picture.width + GAP;
      });
    },
  };
}

function paintersFor(context: CanvasRenderingContext2D, theme: Theme, size: Picture): Painters {
  return {
    chart: (drawing) => paintChart(context, theme, size, drawing),
    svg: (element) => paintSvg(context, element, size),
  };
}

function headOf(
  { title = '', subtitle = '', width }: Picture,
  theme: Theme,
  ruler: CanvasRenderingContext2D,
): Block {
  return stack([
    textBlock(ruler, theme, 'title', title, width),
    textBlock(ruler, theme, 'subtitle', subtitle, width),
  ]);
}

function footOf(
  { note = '', width }: Picture,
  legend: readonly LegendEntry[],
  theme: Theme,
  ruler: CanvasRenderingContext2D,
): Block {
  return stack([
    space(4, legendBlock(ruler, theme, legend, width)),
    space(4, textBlock(ruler, theme, 'subtitle', note, width)),
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

/** What every picture that has a legend says. */
function sharedEntries(legends: readonly (readonly LegendEntry[])[]): readonly LegendEntry[] {
  const [first = [], ...rest] = legends.filter((legend) => legend.length > 0);
  return first.filter((entry) => rest.every((legend) => legend.some((e) => same(e, entry))));
}

function legendBlock(
  ruler: CanvasRenderingContext2D,
  theme: Theme,
  entries: readonly LegendEntry[],
  width: number,
): Block {
  if (entries.length === 0) return NOTHING;
  ruler.font = fontOf('label', theme);
  const { size } = FONTS.label;
  const line = size * 1.7;
  let [x, y] = [0, 0];
  const places = entries.map((entry) => {
    const length = KEY_WIDTH + 8 + ruler.measureText(entry.label).width;
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
        paintKey(context, theme, entry, left + dx, middle);
        context.font = fontOf('label', theme);
        context.fillStyle = theme.text;
        context.textAlign = 'left';
        context.textBaseline = 'alphabetic';
        context.fillText(entry.label, left + dx + KEY_WIDTH + 8, middle + size * 0.35);
      }
    },
  };
}

function paintKey(
  context: CanvasRenderingContext2D,
  theme: Theme,
  entry: LegendEntry,
  x: number,
  y: number,
): void {
  const look =
    'activation' in entry
      ? {
          ...styleOf(entry.activation),
          color: styleOf(entry.activation)[theme.dark ? 'dark' : 'light'],
        }
      : entry;
  const { color, dash = [], marker = 'none' } = look;
  const { shape = 'line', width = 2.25 } = 'shape' in look || 'width' in look ? look : {};
  context.save();
  context.fillStyle = color;
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  if (shape === 'box') {
    context.fillRect(x + 8, y - 6, 14, 12);
  } else if (shape === 'line') {
    context.setLineDash([...dash]);
    context.moveTo(x, y);
    context.lineTo(x + KEY_WIDTH, y);
    context.stroke();
    const middle = x + KEY_WIDTH / 2;
    // Far enough along for one marker.
    const along = [middle - 35, middle].map((at) => ({ x: at, y }));
    if (marker !== 'none') drawMarkers(context, along, marker, color, theme.surface);
  } else {
    context.arc(x + KEY_WIDTH / 2, y, 4.5, 0, 2 * Math.PI);
    if (shape === 'dot') context.fill();
    else {
      context.lineWidth = 1.75;
      context.stroke();
    }
  }
  context.restore();
}
