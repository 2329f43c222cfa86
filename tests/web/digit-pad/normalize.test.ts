// From drawings to images: the same geometry as the data set, and digits that networks can read.
import { loadEngine } from 'activation-lab/engine';
import { describe, expect, test } from 'vitest';
import { answerOf } from '../../../web/src/widgets/digit-pad/answers.ts';
import { trainingConfig } from '../../../web/src/widgets/digit-pad/config.ts';
import {
  isBlank,
  type Levels,
  SIDE,
  standardize,
} from '../../../web/src/widgets/digit-pad/image.ts';
import { imageOf } from '../../../web/src/widgets/digit-pad/normalize.ts';
import { padSchema } from '../../../web/src/widgets/digit-pad/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { racePlan } from '../../../web/src/widgets/training-race/config.ts';
import { raceSchema } from '../../../web/src/widgets/training-race/settings.ts';
import { DRAWINGS, moved, stroke } from './digits.ts';

const ink = (levels: Levels) => levels.reduce((sum, level) => sum + level, 0);
const rows = (levels: Levels) =>
  Array.from({ length: SIDE }, (_, row) => [...levels.slice(row * SIDE, (row + 1) * SIDE)]);
const columns = (levels: Levels) =>
  Array.from({ length: SIDE }, (_, column) => rows(levels).map((row) => row[column]!));
const largestDifference = (a: Levels, b: Levels) =>
  Math.max(...a.map((level, i) => Math.abs(level - b[i]!)));
const SEVEN = DRAWINGS[0]![7]!;

describe('the image of a drawing', () => {
  test('of nothing is blank', () => {
    expect(isBlank(imageOf([]))).toBe(true);
    expect(isBlank(imageOf([[]]))).toBe(true);
  });

  test('has levels from 0 to 16, and as much ink as the images of the set', () => {
    for (const drawing of DRAWINGS.flat()) {
      const levels = imageOf(drawing);
      expect(Math.max(...levels)).toBeLessThanOrEqual(16);
      expect(ink(levels)).toBeGreaterThan(270);
      expect(ink(levels)).toBeLessThan(355);
    }
  });

  test('is 32 pixels high and 20 wide, in the middle', () => {
    const levels = imageOf(DRAWINGS[0]![0]!);
    for (const row of rows(levels)) expect(Math.max(...row)).toBeGreaterThan(0);
    const across = columns(levels).map((column) => Math.max(...column));
    // 6 of the 32 columns stay free on either side.
    expect([across[0], across[7]]).toEqual([0, 0]);
    expect(across[1]).toBeGreaterThan(0);
    expect(across[1]).toBeLessThanOrEqual(8);
    expect(across[6]).toBe(across[1]);
  });

  test.each([
    ['moved', ({ x, y }: { x: number; y: number }) => ({ x: x + 3, y: y - 0.2 })],
    ['smaller', ({ x, y }: { x: number; y: number }) => ({ x: 0.3 * x, y: 0.3 * y })],
    ['wider', ({ x, y }: { x: number; y: number }) => ({ x: 1.4 * x, y })],
    ['slanted', ({ x, y }: { x: number; y: number }) => ({ x: x - 0.3 * y, y })],
  ])('is the same when the drawing is %s', (_, change) => {
    expect(largestDifference(imageOf(moved(SEVEN, change)), imageOf(SEVEN))).toBeLessThanOrEqual(2);
  });

  test('does not depend on how many points a line is made of', () => {
    const halves = SEVEN.map((line) =>
      line.flatMap((to, i) => {
        const from = line[i - 1];
        return from ? [{ x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 }, to] : [to];
      }),
    );
    expect(largestDifference(imageOf(halves), imageOf(SEVEN))).toBeLessThanOrEqual(1);
  });

  test('of a straight line is a bar, upright or not', () => {
    const upright = imageOf([stroke([0.5, 0.1], [0.5, 0.9])]);
    expect(imageOf([stroke([0.3, 0.1], [0.6, 0.9])])).toEqual(upright);
    expect(columns(upright)[1]).toEqual(Array(SIDE).fill(0));
    expect(rows(upright)[3]).toEqual([0, 0, 4, 16, 16, 4, 0, 0]);
  });

  test('of a single point is a disc in the middle', () => {
    const levels = imageOf([stroke([0.2, 0.7])]);
    expect(rows(levels)).toEqual(rows(levels).toReversed());
    expect(rows(levels)[0]).toEqual(Array(SIDE).fill(0));
    expect(ink(levels)).toBeGreaterThan(100);
  });
});

test('the networks are those of the race with the same settings', async () => {
  const engine = await loadEngine();
  const settings = { ...defaults(padSchema), depth: 3, width: 24, learningRate: 0.2, seed: 7 };
  const plan = racePlan({ ...defaults(raceSchema), depth: 3, width: 24, learningRate: 0.2 });
  for (const entry of plan.entries) {
    const pad = engine.createTraining(trainingConfig(settings, entry.id));
    const race = engine.createTraining(plan.config(entry, 7));
    expect(pad.config).toEqual(race.config);
    pad.dispose();
    race.dispose();
  }
});

test('trained networks read most drawn digits, of either hand and at any slant', async () => {
  const engine = await loadEngine();
  const settings = defaults(padSchema);
  let [right, all] = [0, 0];
  for (const id of ['relu', 'prelu', 'maxout'] as const) {
    const training = engine.createTraining(trainingConfig(settings, id));
    training.step(settings.steps);
    for (const hand of DRAWINGS) {
      for (const slant of [-0.2, 0, 0.3]) {
        hand.forEach((strokes, digit) => {
          const drawn = moved(strokes, ({ x, y }) => ({ x: x - slant * y, y }));
          const outputs = training.predict(standardize(imageOf(drawn)));
          right += answerOf(outputs)!.digit === digit ? 1 : 0;
          all++;
        });
      }
    }
    training.dispose();
  }
  expect(right / all).toBeGreaterThan(0.85);
});
