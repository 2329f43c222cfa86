// What is taken away from the figure: the image, and what each network says of it.

import type { Messages } from '../../i18n/index.ts';
import { labelOf } from '../label.ts';
import { styleOf } from '../palette.ts';
import { rule, write } from '../take-away/marks.ts';
import type { DrawnTable, Picture } from '../take-away/types.ts';
import { type Theme, withAlpha } from '../theme.ts';
import { DARKEST, type Levels, SIDE } from './image.ts';
import { answerText, type Reader, standing } from './results.ts';

const WIDTH = 288;
const HEIGHT = 168;
const PIXEL = HEIGHT / SIDE;
const BARS = { top: 14, height: 124 };

export function pictures(
  levels: Levels,
  truth: number | undefined,
  readers: readonly Reader[],
  messages: Messages,
): Picture[] {
  const words = messages.digitPad;
  return [
    {
      title: words.image.title,
      width: WIDTH,
      height: HEIGHT,
      paint: (context, theme) => paintImage(context, theme, levels),
    },
    ...readers.map((reader) => ({
      title: labelOf(reader.lane.id),
      subtitle: answerText(reader, messages),
      note: standing(reader.lane, words).join(' · '),
      width: WIDTH,
      height: HEIGHT,
      paint: (context: CanvasRenderingContext2D, theme: Theme) =>
        paintBars(context, theme, reader, truth),
    })),
  ];
}

function paintImage(context: CanvasRenderingContext2D, theme: Theme, levels: Levels): void {
  levels.forEach((level, i) => {
    context.fillStyle = withAlpha(theme.text, level / DARKEST);
    if (level > 0) {
      context.fillRect((i % SIDE) * PIXEL, Math.floor(i / SIDE) * PIXEL, PIXEL, PIXEL);
    }
  });
  for (let i = 0; i <= SIDE; i++) {
    const at = i * PIXEL;
    rule(context, theme.line, [at, 0, at, HEIGHT]);
    rule(context, theme.line, [0, at, HEIGHT, at]);
  }
}

function paintBars(
  context: CanvasRenderingContext2D,
  theme: Theme,
  { lane, answer }: Reader,
  truth: number | undefined,
): void {
  const { top, height } = BARS;
  const { light, dark } = styleOf(lane.id);
  const color = theme.dark ? dark : light;
  const left = 40;
  const pitch = (WIDTH - left) / 10;
  for (const share of [0, 0.5, 1]) {
    const y = top + (1 - share) * height;
    rule(context, share === 0 ? theme.muted : theme.line, [left, y, WIDTH, y]);
    const text = `${100 * share} %`;
    write(context, theme.font, {
      text,
      x: left - 6,
      y,
      color: theme.muted,
      align: 'right',
      size: 11,
    });
  }
  for (let digit = 0; digit < 10; digit++) {
    const share = answer?.probabilities[digit] ?? 0;
    const first = digit === answer?.digit;
    const x = left + digit * pitch;
    context.fillStyle = first ? color : withAlpha(color, 0.55);
    const bar = share === 0 ? 0 : Math.max(1, share * height);
    if (bar > 0) context.fillRect(x + pitch * 0.15, top + height - bar, pitch * 0.7, bar);
    const label = {
      text: String(digit),
      x: x + pitch / 2,
      y: top + height + 14,
      color: first ? theme.text : theme.muted,
      align: 'center',
      weight: first ? 700 : 400,
    } as const;
    write(context, theme.font, label);
    if (digit !== truth) continue;
    context.strokeStyle = theme.text;
    context.lineWidth = 1.25;
    context.strokeRect(label.x - 8, label.y - 9, 16, 18);
  }
}

/** A row for each network and digit. */
export function drawn(readers: readonly Reader[], truth: number | undefined): DrawnTable {
  return {
    head: ['activation', 'seed', 'step', 'digit', 'probability', 'test_accuracy', 'true_digit'],
    rows: readers.flatMap(({ lane: { id, run }, answer }) => {
      const accuracy = run.samples.at(-1)?.testAccuracy ?? '';
      return (answer?.probabilities ?? []).map((probability, digit) => [
        ...[id, run.seed, run.status.step, digit, probability],
        ...[accuracy, truth ?? ''],
      ]);
    }),
  };
}
