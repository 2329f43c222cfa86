// Who is said to have diverged, died, stalled or learned, and where.

import { describe, expect, it } from 'vitest';
import type { Dataset } from '../../../web/src/engine/types.ts';
import {
  chanceLoss,
  isTrouble,
  majorityOf,
  verdictOf,
} from '../../../web/src/widgets/training-race/verdict.ts';
import { lane, layer, metrics } from './fixtures.ts';

const CHANCE = Math.log(10);

describe('verdictOf', () => {
  it('has nothing to say before the start', () => {
    const verdict = verdictOf(lane([[[0, 2.4]]]), 2, CHANCE);
    expect(verdict.kind).toBe('ready');
    expect(isTrouble(verdict)).toBe(false);
  });

  it('names layer, unit and step of a divergence, counted from 1', () => {
    const diverged = lane([[[0, 2.3]], [[0, 2.3]]]);
    diverged.runs[1]!.status = {
      state: 'diverged',
      step: 7,
      epoch: 0.1,
      layer: 1,
      unit: 4,
      reason: 'gradient',
    };
    expect(verdictOf(diverged, 2, CHANCE)).toEqual({
      id: 'relu',
      runs: 2,
      kind: 'diverged',
      count: 1,
      seed: 2,
      layer: 2,
      output: false,
      unit: 5,
      step: 7,
      reason: 'gradient',
    });
  });

  it('tells the output layer from hidden ones', () => {
    const diverged = lane([[[0, 2.3]]], { state: 'diverged', layer: 2, unit: 0, reason: 'loss' });
    expect(verdictOf(diverged, 2, CHANCE)).toMatchObject({ output: true, unit: 1 });
  });

  it('reports dead and stalled layers', () => {
    const dead = lane(
      [
        [
          [0, 2.3],
          [50, 2.3],
        ],
      ],
      { state: 'dead', layer: 1 },
    );
    expect(verdictOf(dead, 2, CHANCE)).toMatchObject({ kind: 'dead', layer: 2, step: 50 });
    const stalled = lane(
      [
        [
          [0, 2.3],
          [50, 2.3],
        ],
      ],
      { state: 'stalled', layer: 0 },
    );
    expect(verdictOf(stalled, 2, CHANCE)).toMatchObject({ kind: 'stalled', layer: 1, factor: 1 });
  });

  it('describes the first run that stopped, not the median of all', () => {
    for (const state of ['dead', 'stalled'] as const) {
      const three = lane([[[0, 2.3]], [[0, 2.3]], [[0, 2.3]]]);
      three.runs.forEach((run, i) => {
        const layers = [layer({ gradientNorm: i === 1 ? 0.01 : 1 }), layer(), layer()];
        run.samples.push(metrics(50, i === 1 ? 2.2 : 0.01, { layers }));
        run.status = { state: i === 1 ? state : 'running', step: 50, epoch: 1, layer: 0 };
      });
      expect(verdictOf(three, 2, CHANCE)).toEqual({
        id: 'relu',
        runs: 3,
        kind: state,
        count: 1,
        seed: 2,
        layer: 1,
        step: 50,
        loss: 2.2,
        ...(state === 'stalled' ? { factor: 100 } : {}),
      });
    }
  });

  it('sees a loss at chance only after a while', () => {
    expect(
      verdictOf(
        lane([
          [
            [0, 2.3],
            [50, 2.3],
          ],
        ]),
        2,
        CHANCE,
      ).kind,
    ).toBe('early');
    expect(
      verdictOf(
        lane([
          [
            [0, 2.3],
            [200, 2.3],
          ],
        ]),
        2,
        CHANCE,
      ).kind,
    ).toBe('chance');
    expect(
      verdictOf(
        lane([
          [
            [0, 2.3],
            [200, 1.5],
          ],
        ]),
        2,
        CHANCE,
      ).kind,
    ).toBe('learns');
  });

  it('mentions many dead units and the layer with most', () => {
    const dying = lane([[[0, 2.3]]]);
    const layers = [layer({ deadFraction: 0.3 }), layer({ deadFraction: 0.6 }), layer()];
    dying.runs[0]!.samples.push(metrics(10, 0.4, { layers }));
    dying.runs[0]!.status = { state: 'running', step: 10, epoch: 0.5 };
    expect(verdictOf(dying, 2, CHANCE)).toMatchObject({ kind: 'dying', share: 0.6, layer: 2 });
  });
});

describe('test data', () => {
  const learned = (trainAccuracy: number, testAccuracy: number) => {
    const one = lane([[[0, 2.3]]]);
    one.runs[0]!.samples.push(metrics(200, 0.1, { trainAccuracy, testAccuracy }));
    one.runs[0]!.status = { state: 'running', step: 200, epoch: 1 };
    return verdictOf(one, 2, CHANCE, { train: 0.55, test: 0.6 });
  };

  it('tells memorising from learning', () => {
    const memorises = learned(1, 0.6);
    expect(memorises).toMatchObject({ kind: 'memorises', train: 1, test: 0.6, guess: 0.6 });
    expect(isTrouble(memorises)).toBe(true);
    expect(learned(1, 0.61)).toMatchObject({ kind: 'learns', accuracy: 0.61, tested: true });
    expect(learned(0.55, 0.6).kind).toBe('learns');
  });

  it('falls back to the training accuracy', () => {
    expect(learned(0.9, Number.NaN)).toMatchObject({ accuracy: 0.9, tested: false });
  });

  it('is guessed by the most frequent class', () => {
    const targets = Float32Array.of(0, 1, 1, 0, 0, 0, 1);
    const dataset = { classes: 2, targets, count: 7, trainCount: 3 } as unknown as Dataset;
    expect(majorityOf(dataset)).toEqual({ train: 2 / 3, test: 3 / 4 });
    expect(majorityOf({ ...dataset, trainCount: 7 })).toBeUndefined();
    expect(majorityOf({ ...dataset, classes: 0 })).toBeUndefined();
  });
});

describe('chanceLoss', () => {
  const dataset = (values: Partial<Dataset>) =>
    ({ classes: 0, targetSize: 1, trainCount: 4, ...values }) as Dataset;

  it('is the entropy of the training classes', () => {
    const even = dataset({ classes: 2, targets: Float32Array.of(0, 1, 0, 1, 1, 1) });
    expect(chanceLoss(even)).toBeCloseTo(Math.log(2), 12);
    const one = dataset({ classes: 2, targets: Float32Array.of(1, 1, 1, 1) });
    expect(chanceLoss(one)).toBeCloseTo(0, 12);
  });

  it('is the variance of a regression target', () => {
    expect(chanceLoss(dataset({ targets: Float32Array.of(0, 0, 2, 2) }))).toBeCloseTo(1, 12);
  });
});
