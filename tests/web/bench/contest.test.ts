// Medians, ratios and rounds of the benchmark, with contestants that only say how fast they were.
import { expect, test } from 'vitest';
import { Absent, contest, type Measure } from '../../bench/contest.ts';
import { median, medianRatio } from '../../bench/statistics.ts';
import type { Task } from '../../bench/task.ts';
import { type Entry, measuringCost, OURS, type Work } from '../../bench/works.ts';

const task: Task = { kind: 'peak' };
const entry = (id: string, more: Partial<Entry> = {}): Entry => ({
  id,
  label: id,
  place: 'chromium',
  implementation: id,
  ...more,
});
const work = (...entries: Entry[]): Work => ({
  id: 'work',
  title: 'a work',
  unit: 'samples',
  task,
  operations: 10,
  entries,
});
/** The rates of each contestant, round after round; the first is the one that is not counted. */
const measured =
  (rates: Record<string, number[]>): Measure =>
  async ({ id }) => ({ units: rates[id]!.shift()!, seconds: 1 });
const silent = () => {};
const rounds = { rounds: 3, milliseconds: 1 };

test('median of odd and even counts; of nothing there is none', () => {
  expect(median([3, 1, 2])).toBe(2);
  expect(median([4, 1, 2, 3])).toBe(2.5);
  expect(() => median([])).toThrow('median of nothing');
});

test('a ratio is taken within a round, so that a slow round does not count twice', () => {
  expect(medianRatio([10, 1, 30], [5, 0.5, 10])).toBe(2);
  expect(() => medianRatio([1], [1, 2])).toThrow('1 rounds against 2');
});

test('rounds: every contestant in turn, the first round is not counted', async () => {
  const order: string[] = [];
  const measure = measured({ [OURS]: [9, 40, 20, 30], peer: [9, 10, 10, 10] });
  const result = await contest(
    work(entry(OURS), entry('peer', { target: { kind: 'times', value: 2.5 } })),
    rounds,
    measure,
    ({ id }, round) => order.push(`${round} ${id}`),
  );
  expect(order.slice(0, 4)).toEqual([`0 ${OURS}`, '0 peer', `1 ${OURS}`, '1 peer']);
  const [ours, peer] = result.entries;
  expect(ours).toMatchObject({ rates: [40, 20, 30], median: 30, operations: 300 });
  expect(ours!.ratio).toBeUndefined();
  expect(peer).toMatchObject({ median: 10, ratio: 3, met: true });
});

test('a contestant that counts operations is compared by units of the work', async () => {
  const measure = measured({ [OURS]: [1, 8, 8, 8], peak: [1, 100, 100, 100] });
  const target = { kind: 'share', value: 0.9 } as const;
  const result = await contest(
    work(entry(OURS), entry('peak', { operations: true, target })),
    rounds,
    measure,
    silent,
  );
  expect(result.entries[1]).toMatchObject({ median: 10, operations: 100, ratio: 0.8, met: false });
});

test('measuring is held to its share of the time', async () => {
  expect(measuringCost(1200)).toBe(0.05);
  const result = await contest(
    {
      ...work(entry(OURS, { target: { kind: 'cost', value: 0.1 } })),
      unit: 'measurements',
    },
    rounds,
    measured({ [OURS]: [1, 500, 300, 400] }),
    silent,
  );
  expect(result.entries[0]).toMatchObject({ cost: 0.15, met: false });
});

test('who fails is not asked again; who is absent has not failed', async () => {
  let asked = 0;
  const result = await contest(
    work(entry(OURS), entry('broken'), entry('away')),
    rounds,
    async ({ id }) => {
      if (id === 'broken') {
        asked += 1;
        throw new Error('out of luck');
      }
      if (id === 'away') throw new Absent('not installed');
      return { units: 1, seconds: 1 };
    },
    silent,
  );
  expect(asked).toBe(1);
  expect(result.entries[1]).toEqual({
    id: 'broken',
    label: 'broken',
    rates: [],
    error: 'out of luck',
  });
  expect(result.entries[2]).toMatchObject({ absent: 'not installed' });
});

test('without the engine itself there are no ratios', async () => {
  const result = await contest(
    work(entry(OURS), entry('peer', { target: { kind: 'times', value: 2 } })),
    rounds,
    async ({ id }) => {
      if (id === OURS) throw new Error('no page');
      return { units: 1, seconds: 1 };
    },
    silent,
  );
  expect(result.entries[1]!.ratio).toBeUndefined();
  expect(result.entries[1]!.met).toBeUndefined();
});
