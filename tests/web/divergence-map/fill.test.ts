// Filling the map: the same results with any number of workers and with none, however it is
// interrupted, and as far as it goes where workers fail.

import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { MapFill } from '../../../web/src/widgets/divergence-map/fill.ts';
import { type MapSettings, mapSchema } from '../../../web/src/widgets/divergence-map/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { BrokenWorker, FakeWorker } from '../engine/fake-worker.ts';

const settings: MapSettings = {
  ...defaults(mapSchema),
  activations: ['relu', 'tanh', 'prelu'],
  dataset: 'moons',
  rateFrom: 0.1,
  rateTo: 100,
  perDecade: 2,
  seeds: 3,
  depth: 2,
  width: 8,
  steps: 60,
};

let fill: MapFill;
/** Resolves when the filling is in a phase. */
const reaches = (phase: string) => vi.waitUntil(() => fill.phase === phase, { timeout: 30_000 });
const table = () => fill.plan.rows.flat().map((cell) => fill.of(cell));

function begin(workers: number, given = settings): void {
  fill = new MapFill(given, workers, () => {});
  fill.play();
}

async function reference(): Promise<unknown> {
  vi.stubGlobal('Worker', undefined);
  vi.spyOn(console, 'info').mockImplementation(() => {});
  begin(4);
  await reaches('finished');
  return table();
}

beforeEach(() => {
  FakeWorker.all = [];
});
afterEach(() => {
  fill.dispose();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe('workers', () => {
  it('give the same results whatever their number, and on the page as well', async () => {
    const onPage = await reference();
    expect(FakeWorker.all).toHaveLength(0);
    for (const workers of [1, 3]) {
      FakeWorker.all = [];
      vi.stubGlobal('Worker', FakeWorker);
      begin(workers);
      await reaches('finished');
      expect(FakeWorker.all).toHaveLength(workers);
      expect(FakeWorker.all.every((worker) => worker.terminated)).toBe(true);
      expect(table()).toEqual(onPage);
    }
  });

  it('are one on the page where none can be started', async () => {
    vi.stubGlobal('Worker', BrokenWorker);
    vi.spyOn(console, 'info').mockImplementation(() => {});
    begin(4);
    await vi.waitUntil(() => fill.done > 0);
    expect(FakeWorker.all).toHaveLength(1);
    expect(fill.count).toBe(1);
    await reaches('finished');
  });

  it('do the work of one that dies', async () => {
    const expected = await reference();
    vi.stubGlobal('Worker', FakeWorker);
    begin(3);
    await vi.waitUntil(() => fill.done > 4);
    FakeWorker.all[1]!.die('out of memory');
    await reaches('finished');
    expect(table()).toEqual(expected);
  });

  it('that all die are told, and the rest can be filled after', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    begin(2);
    await vi.waitUntil(() => fill.done > 4);
    for (const worker of FakeWorker.all) worker.die('out of memory');
    await reaches('failed');
    expect(fill.reason).toContain('out of memory');
    const { done } = fill;
    fill.play();
    await reaches('finished');
    expect(done).toBeGreaterThan(4);
    expect(fill.done).toBe(fill.runs);
  });
});

describe('the reader', () => {
  it('pauses, rests and goes on without changing a result', async () => {
    const expected = await reference();
    vi.stubGlobal('Worker', FakeWorker);
    begin(2);
    await vi.waitUntil(() => fill.done > 2);
    fill.pause();
    expect(fill.phase).toBe('paused');
    await new Promise((resolve) => setTimeout(resolve, 100));
    const { done } = fill;
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(fill.done).toBe(done);
    fill.play();
    fill.rest(true);
    expect(fill.phase).toBe('resting');
    fill.rest(false);
    await reaches('finished');
    expect(table()).toEqual(expected);
  });

  it('cancels: what is known stays, the workers end, and the rest can be filled', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    begin(2);
    await vi.waitUntil(() => fill.done > 2);
    fill.cancel();
    expect(fill.phase).toBe('cancelled');
    await Promise.resolve();
    expect(FakeWorker.all.every((worker) => worker.terminated)).toBe(true);
    expect(fill.done).toBeGreaterThan(2);
    fill.play();
    await reaches('finished');
    expect(fill.done).toBe(fill.runs);
  });

  it('resets to an empty map', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    begin(2);
    await vi.waitUntil(() => fill.done > 2);
    fill.reset();
    expect(fill.phase).toBe('ready');
    expect(fill.done).toBe(0);
  });

  it('keeps what other settings share', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    begin(2);
    await reaches('finished');
    const { runs } = fill;
    fill.use({ ...settings, activations: ['relu', 'tanh'] });
    expect(fill.phase).toBe('finished');
    fill.use({ ...settings, seeds: 4 });
    expect(fill.phase).toBe('paused');
    expect(fill.done).toBe(runs);
    fill.use({ ...settings, width: 9 });
    expect(fill.phase).toBe('ready');
    expect(fill.done).toBe(0);
  });
});
