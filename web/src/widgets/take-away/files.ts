// The files that can be made of a figure.

import { languageOf } from '../../i18n/language.ts';
import { loadWords } from '../../i18n/words.ts';
import { type Settings, SHARED_NAMES, toKebab } from '../schema.ts';
import { citationOf, fileName } from './cite.ts';
import { layOut, type SheetContent } from './compose.ts';
import { toCsv } from './csv.ts';
import { dressed } from './dress.ts';
import { svgPaper } from './svg-paper.ts';
import type { DrawnTable, Picture, TakenFigure } from './types.ts';

/** Pixels of a PNG for each CSS pixel. */
const SCALE = 3;

export interface TakenFile {
  name: string;
  content: Blob;
}

export interface Look {
  dark: boolean;
}

/** Undefined where there is nothing to make it of. */
type Maker = (figure: TakenFigure, look: Look) => Promise<TakenFile | undefined>;

export const FILES = {
  png: async (figure, look) => {
    const content = await contentOf(figure);
    if (content.pictures.length === 0) return undefined;
    const canvas = dressed(figure, look.dark, (theme, place) => {
      const made = document.createElement('canvas');
      const context = made.getContext('2d')!;
      const sheet = layOut(content, { theme, ruler: context, place });
      made.width = SCALE * sheet.width;
      made.height = SCALE * sheet.height;
      context.scale(SCALE, SCALE);
      sheet.paint(context);
      return made;
    });
    const blob = await new Promise<Blob | null>((resolve) => canvas.toBlob(resolve, 'image/png'));
    if (!blob) throw new Error(`${canvas.width} × ${canvas.height}`);
    return { name: fileName(figure, `${look.dark ? '-dark' : ''}.png`), content: blob };
  },
  svg: async (figure, look) => {
    const content = await contentOf(figure);
    if (content.pictures.length === 0) return undefined;
    const svg = drawSvg(figure, content, look);
    const text = `<?xml version="1.0" encoding="UTF-8"?>\n${new XMLSerializer().serializeToString(svg)}\n`;
    const ending = `${look.dark ? '-dark' : ''}.svg`;
    return textFile(figure, ending, 'image/svg+xml', text);
  },
  csv: async (figure) => {
    const table = await tableOf(figure);
    if (table.rows.length === 0) return undefined;
    return textFile(figure, '.csv', 'text/csv', toCsv(table, citationOf(figure)));
  },
  json: async (figure) => {
    const state = { ...(figure.state as object), about: citationOf(figure) };
    return textFile(figure, '.json', 'application/json', `${JSON.stringify(state, null, 2)}\n`);
  },
  program: async (figure) => {
    const text = await figure.program?.();
    if (text === undefined) return undefined;
    const whole = `# ${citationOf(figure)}\n${text}`;
    return textFile(figure, '.py', 'text/x-python', whole);
  },
  weights: async (figure) => {
    const networks = (await figure.weights?.()) ?? [];
    if (networks.length === 0) return undefined;
    const words = await loadWords('weights', languageOf(figure));
    const { weightsZip } = await import('../session/weights.ts');
    const zip = weightsZip(networks, citationOf(figure), words.weights);
    const content = new Blob([zip as BlobPart], { type: 'application/zip' });
    return { name: fileName(figure, '-weights.zip'), content };
  },
} satisfies Record<string, Maker>;

export type FileKind = keyof typeof FILES;

function textFile(figure: TakenFigure, ending: string, type: string, text: string): TakenFile {
  return { name: fileName(figure, ending), content: new Blob([text], { type }) };
}

export function setupOf(figure: TakenFigure): string {
  return figure.setupLine?.() ?? changedSettings(figure).join(' · ');
}

/** What differs from the defaults, as links name it; how a page shows it does not count. */
export function changedSettings({ schema, settings }: TakenFigure): string[] {
  return Object.entries((schema as { settings: Settings }).settings).flatMap(([name, setting]) => {
    const value = settings[name]!;
    const text = typeof value === 'object' ? value.join(', ') : String(value);
    const usual =
      typeof setting.default === 'object' ? setting.default.join(', ') : setting.default;
    return text === String(usual) || SHARED_NAMES.includes(name)
      ? []
      : [`${toKebab(name)} ${text}`];
  });
}

async function contentOf(figure: TakenFigure): Promise<SheetContent> {
  return {
    heading: figure.figureName(),
    setup: setupOf(figure),
    pictures: (await figure.pictures?.()) ?? [],
    citation: citationOf(figure),
  };
}

function drawSvg(figure: TakenFigure, content: SheetContent, { dark }: Look): SVGSVGElement {
  return dressed(figure, dark, (theme, place) => {
    const ruler = document.createElement('canvas').getContext('2d')!;
    const sheet = layOut(content, { theme, ruler, place });
    const paper = svgPaper(sheet.width, sheet.height);
    sheet.paint(paper.context);
    return paper.finish(content.heading, figure.summary());
  });
}

/** One picture with its title, its legend and nothing else. */
export function pictureSvg(figure: TakenFigure, picture: Picture): SVGSVGElement {
  const content = { heading: '', setup: '', pictures: [picture], citation: '' };
  return drawSvg(figure, content, { dark: false });
}

async function tableOf(figure: TakenFigure): Promise<DrawnTable> {
  const drawn = await figure.drawn?.();
  if (drawn) return drawn;
  const { columns, rows } = figure.dataTable() ?? { columns: [], rows: [] };
  return { head: columns, rows };
}
