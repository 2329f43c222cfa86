// What is taken away from a race: its charts, and what its networks answer, as pictures.

import { chartPictures } from '../take-away/charts.ts';
import type { Picture } from '../take-away/types.ts';
import type { Theme } from '../theme.ts';
import { type Extent, paintBoundary } from './boundary.ts';
import { type CardHost, makeCards } from './card-list.ts';
import type { Card } from './cards.ts';
import { dataKind } from './config.ts';
import type { Lane } from './history.ts';
import { drawDigit, mistakes, pixels, SIDE } from './mistakes.ts';
import { boundaryStyle, broken, latestAccuracy, SHOWN_MISTAKES } from './outputs.ts';

export type Host = Omit<CardHost, 'choose' | 'lossScale'> & { extent: Extent | undefined };

const SIZES: Record<Card['size'], { width: number; height: number }> = {
  half: { width: 444, height: 280 },
  third: { width: 288, height: 220 },
  full: { width: 912, height: 320 },
};
/** Of what one racer's network makes of its inputs: four in a row. */
const OUTPUT_WIDTH = 210;

/** The cards as they are, in another theme if need be. */
function cardsOf(host: Host, theme: Theme): Card[] {
  const context = { ...host.context, theme };
  const { first, rest } = makeCards({ ...host, context, choose: () => {}, lossScale: undefined });
  return [...first, ...rest];
}

export function pictures(host: Host): Picture[] {
  const { context } = host;
  const { charts } = context.messages.race;
  const seeds = context.lanes[0]?.runs.length ?? 1;
  const band = seeds > 1 ? charts.band(String(seeds)) : '';
  const make = (theme: Theme) =>
    cardsOf(host, theme).flatMap(({ title, size, spec }) => {
      if (!spec) return [];
      const overSteps = spec.options.x.label === charts.stepAxis;
      // What the page writes below a chart is not part of the picture.
      const notes = [spec.note === charts.firstToLast ? '' : spec.note, overSteps ? band : ''];
      const note = notes.filter(Boolean).join(' ');
      return [{ title, size: SIZES[size], spec: { ...spec, note } }];
    });
  const outputs = cardsOf(host, context.theme).some(({ body }) => body !== undefined);
  return [...chartPictures(context.theme, make), ...(outputs ? outputPictures(host) : [])];
}

// Outputs, one picture a racer.

function outputPictures(host: Host): Picture[] {
  const { context } = host;
  const kind = dataKind(context.settings.dataset);
  return context.lanes.flatMap((lane) => {
    const picture = kind === 'plane' ? boundary(host, lane) : wrongImages(host, lane);
    return picture ? [picture] : [];
  });
}

function boundary({ context, outputs, extent }: Host, lane: Lane): Picture | undefined {
  const { charts } = context.messages.race;
  if (!extent) return undefined;
  const logits = broken(lane) ? undefined : outputs.get(lane.id)?.grid;
  return {
    title: context.label(lane.id),
    subtitle: `${charts.boundaries} · ${latestAccuracy(lane)}`,
    note: broken(lane) ? charts.notFinite : '',
    width: OUTPUT_WIDTH,
    height: OUTPUT_WIDTH,
    paint: (paper, theme) =>
      paintBoundary(paper, OUTPUT_WIDTH, logits, context.dataset, extent, boundaryStyle(theme)),
  };
}

const IMAGE = 29;
const IMAGE_GAP = 7;
const LABEL = 15;
const PER_ROW = 6;
/** Canvas pixels for one of a digit, which stays sharp. */
const ENLARGED = 12;

function wrongImages({ context, outputs }: Host, lane: Lane): Picture | undefined {
  const { dataset, messages } = context;
  const { charts } = messages.race;
  const answers = outputs.get(lane.id)?.test;
  if (!answers || broken(lane)) return undefined;
  const wrong = mistakes(dataset, answers);
  const tests = dataset.count - dataset.trainCount;
  const shown = wrong.slice(0, SHOWN_MISTAKES);
  const rows = Math.ceil(shown.length / PER_ROW);
  return {
    title: context.label(lane.id),
    subtitle: charts.mistakeCount(String(wrong.length), String(tests)),
    note: charts.mistakesLegend,
    width: OUTPUT_WIDTH,
    height: rows * (IMAGE + LABEL + IMAGE_GAP),
    paint: (paper, theme) =>
      shown.forEach(({ row, truth, predicted }, i) => {
        const x = (i % PER_ROW) * (IMAGE + IMAGE_GAP);
        const y = Math.floor(i / PER_ROW) * (IMAGE + LABEL + IMAGE_GAP);
        paper.drawImage(enlarged(pixels(dataset, row)), x, y, IMAGE, IMAGE);
        paper.font = `10px ${theme.font}`;
        paper.fillStyle = theme.muted;
        paper.textAlign = 'center';
        paper.textBaseline = 'alphabetic';
        paper.fillText(`${truth}→${predicted}`, x + IMAGE / 2, y + IMAGE + 11);
      }),
  };
}

function enlarged(ink: readonly number[]): HTMLCanvasElement {
  const small = document.createElement('canvas');
  drawDigit(small, ink);
  const large = document.createElement('canvas');
  large.width = large.height = ENLARGED * SIDE;
  const context = large.getContext('2d')!;
  context.imageSmoothingEnabled = false;
  context.drawImage(small, 0, 0, large.width, large.height);
  return large;
}
