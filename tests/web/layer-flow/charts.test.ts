// Axes along the layers, the outline of a histogram, and charts of networks that broke off.

import { describe, expect, it } from 'vitest';
import { en } from '../../../web/src/i18n/en.ts';
import { decades, formatPower } from '../../../web/src/widgets/layer-flow/axes.ts';
import { type ChartContext, makeCharts } from '../../../web/src/widgets/layer-flow/charts.ts';
import {
  CHARTS,
  type FlowSettings,
  flowSchema,
} from '../../../web/src/widgets/layer-flow/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { addSample, newRun } from '../../../web/src/widgets/training-race/history.ts';
import { layer, metrics } from '../race/fixtures.ts';

describe('decades', () => {
  it('are whole ones around the values', () => {
    expect(decades([0.03, 4, 0, Number.NaN, Infinity], Infinity)).toMatchObject({
      min: 0.01,
      max: 10,
    });
    expect(decades([3e-13, 0.15], Infinity)).toMatchObject({ min: 1e-13, max: 1 });
  });

  it('are at least two, on the side where the values lie', () => {
    expect(decades([1, 1], Infinity)).toMatchObject({ min: 0.1, max: 10 });
    expect(decades([1.2, 2], Infinity)).toMatchObject({ min: 0.1, max: 10 });
    expect(decades([6, 9], Infinity)).toMatchObject({ min: 1, max: 100 });
  });

  it('leave out what is above the cap, and stand without any value', () => {
    expect(decades([0.5, 1e30], 1000)).toMatchObject({ min: 0.1, max: 1000 });
    expect(decades([], Infinity)).toMatchObject({ min: 0.1, max: 10 });
  });

  it('are written as powers', () => {
    expect([1e-12, 0.01, 1, 50, 1e6].map(formatPower)).toEqual(['10⁻¹²', '0.01', '1', '50', '10⁶']);
  });
});

describe('makeCharts', () => {
  const histogram = Float32Array.of(0, 10, 0);
  const layers = [layer({ histogram }), layer({ histogram, outputGradientNorm: 0 }), layer()];
  const settings = { ...(defaults(flowSchema) as FlowSettings), depth: 2 };

  function context(step: number, diverged: boolean): ChartContext {
    const run = newRun(1);
    for (const at of [0, 10]) addSample(run, metrics(at, 1, { layers }));
    run.status = { state: diverged ? 'diverged' : 'running', step: 10, epoch: 0 };
    return {
      flow: { settings, step: 10, lanes: [{ id: 'relu', run }] },
      step,
      layer: 2,
      theories: new Map([['relu', { rms: [1, 1], gradient: [1, 1] }]]),
      theme: { dark: false, surface: '', text: '', muted: '', line: '', accent: '', font: '' },
      messages: en as unknown as ChartContext['messages'],
      label: (id) => id,
    };
  }

  it('draws every chart, with its start once there is more', () => {
    const charts = makeCharts(context(10, false), CHARTS);
    expect(charts.map(({ name }) => name)).toEqual(CHARTS);
    const rms = charts.find(({ name }) => name === 'rms')!;
    expect(rms.series.map(({ id }) => id)).toEqual(['relu theory', 'relu start', 'relu']);
    expect(rms.series.at(-1)!.points).toHaveLength(2);
    const [first] = makeCharts(context(0, false), ['rms']);
    expect(first!.series.map(({ id }) => id)).toEqual(['relu theory', 'relu']);
  });

  it('breaks a line at a gradient of zero, and reads it as such', () => {
    const [chart] = makeCharts(context(10, false), ['output-gradient']);
    expect(chart!.series.at(-1)!.points.map(({ y }) => y)).toEqual([1, Number.NaN]);
    expect(chart!.readings[0]!.text).toBe('0');
  });

  it('says where a network diverged, and still shows the steps before', () => {
    const [now] = makeCharts(context(10, true), ['rms']);
    expect(now!.readings[0]!.text).toBe(en.layerFlow.diverged);
    expect(now!.series.at(-1)!.points).toEqual([]);
    expect(makeCharts(context(10, true), ['histogram'])[0]!.empty).toBe(en.layerFlow.allDiverged);
    const [before] = makeCharts(context(0, true), ['rms', 'histogram']);
    expect(before!.series.at(-1)!.points).toHaveLength(2);
  });
});
