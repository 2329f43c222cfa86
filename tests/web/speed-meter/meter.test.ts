// Timing with a clock that the test moves: rates come out right however coarse it is.

import { describe, expect, it } from 'vitest';
import { finish, Meter } from '../../../web/src/engine/speed/meter.ts';

/** A clock of a resolution in ms; looking at it takes a little time itself. */
function machine(resolution: number) {
  let time = 0;
  const now = () => {
    time += 0.0005;
    return Math.floor(time / resolution) * resolution;
  };
  /** Takes so many nanoseconds a unit. */
  const contestant = (units: number, nanoseconds: number) => ({
    units,
    repeat: (times: number) => {
      time += (times * units * nanoseconds) / 1e6;
    },
  });
  return { now, contestant };
}

describe.each([0.005, 0.1, 1])('with a clock of %s ms', (resolution) => {
  it('the times are right within a few per cent, however fast the work', () => {
    const { now, contestant } = machine(resolution);
    const meter = new Meter(
      [contestant(16_384, 0.1), contestant(16_384, 4), contestant(1, 2e6), contestant(1, 90e6)],
      now,
    );
    finish(meter.warmUp());
    const rounds = Array.from({ length: 30 }, () => finish(meter.round()));
    [0.1, 4, 2e6, 90e6].forEach((expected, i) => {
      const mean = rounds.reduce((sum, values) => sum + values[i]!, 0) / rounds.length;
      expect(mean / expected).toBeGreaterThan(0.95);
      expect(mean / expected).toBeLessThan(1.05);
    });
  });

  it('a slice is long against what the clock tells apart', () => {
    const { now, contestant } = machine(resolution);
    const meter = new Meter([contestant(1, 1000)], now);
    expect(meter.resolution).toBeCloseTo(resolution, 2);
    expect(meter.slice).toBeGreaterThanOrEqual(Math.max(1, 19 * resolution));
  });
});

describe('a round', () => {
  it('has every contestant once, in an order of its own, and can be left between two of them', () => {
    const { now } = machine(0.005);
    const seen: number[] = [];
    const contestants = [0, 1, 2, 3, 4, 5, 6, 7].map((name) => ({
      units: 1,
      repeat: () => {
        seen.push(name);
        for (let i = 0; i < 8000; i++) now();
      },
    }));
    const meter = new Meter(contestants, now);
    finish(meter.warmUp());
    const orders = Array.from({ length: 6 }, () => {
      seen.length = 0;
      const round = meter.round();
      let pauses = 0;
      while (!round.next().done) pauses++;
      expect(pauses).toBe(8);
      expect([...seen].sort()).toEqual([0, 1, 2, 3, 4, 5, 6, 7]);
      return seen.join();
    });
    expect(new Set(orders).size).toBeGreaterThan(1);
  });
});
