// The benchmark's command line, its works, and the words that the native program reads.
import { expect, test } from 'vitest';
import { asJson, asWords } from '../../bench/hosts/lines.ts';
import { readOptions } from '../../bench/options.ts';
import { OURS, productOperations, WORKS } from '../../bench/works.ts';

const read = (...args: string[]) => readOptions(args, WORKS);

test('without options every work runs with every contestant', () => {
  expect(read()).toEqual({ works: WORKS, page: true, rounds: 9, milliseconds: 300 });
});

test('--only and --against choose, and the engine always takes part', () => {
  const { works } = read('--only', 'mlp-tiny,relu', '--only', 'race', '--against', 'native,copy');
  expect(works.map(({ id, entries }) => [id, entries.map((entry) => entry.id)])).toEqual([
    ['mlp-tiny', [OURS, 'native']],
    ['race', [OURS, 'native']],
    ['relu', [OURS, 'native', 'copy']],
  ]);
});

test('the page is a work among the others', () => {
  expect(read('--only', 'page')).toMatchObject({ works: [], page: true });
  expect(read('--only', 'race')).toMatchObject({ works: [{ id: 'race' }], page: false });
});

test('--quick is short, and --rounds has the last word', () => {
  expect(read('--quick')).toMatchObject({ rounds: 3, milliseconds: 100 });
  expect(read('--quick', '--rounds', '5')).toMatchObject({ rounds: 5, milliseconds: 100 });
});

test.each([
  [['--only', 'mlp'], '--only mlp: must be one of mlp-tiny, mlp-small, mlp-large, race'],
  [['--against', 'keras'], '--against keras: must be one of node, native'],
  [['--rounds', '0'], '--rounds 0: must be a whole number from 1 to 1000'],
  [['--rounds', 'ten'], '--rounds ten: must be a whole number'],
  [['--fast'], "Unknown option '--fast'"],
  [['mlp-tiny'], "Unexpected argument 'mlp-tiny'"],
])('%j is refused', (args, message) => {
  expect(() => read(...args)).toThrow(message);
});

test('every work has its own name, begins with the engine and names each contestant once', () => {
  expect(new Set(WORKS.map(({ id }) => id)).size).toBe(WORKS.length);
  for (const { entries } of WORKS) {
    const ids = entries.map(({ id }) => id);
    expect(ids[0]).toBe(OURS);
    expect(new Set(ids).size).toBe(ids.length);
  }
});

test('operations: two a weight forward and for its gradient, two more for the gradient of inputs', () => {
  expect(productOperations(784, [128], 10)).toBe(4 * 784 * 128 + 6 * 128 * 10);
  expect(productOperations(2, [8, 8], 1)).toBe(4 * 2 * 8 + 6 * 8 * 8 + 6 * 8);
  // Two pieces double the columns of a hidden layer, not what it hands on.
  expect(productOperations(64, [32], 10, 2)).toBe(4 * 64 * 64 + 6 * 32 * 10);
});

test('the race is the one of the lesson', () => {
  const race = WORKS.find(({ id }) => id === 'race')!;
  expect(race.task).toMatchObject({
    dataset: 'digits',
    hidden: [32, 32, 32, 32, 32, 32],
    racers: ['sigmoid', 'relu', 'prelu', 'maxout'],
    batch: 64,
    rate: 0.1,
    length: 1000,
    measureEvery: 10,
  });
});

test('a task as words and as JSON', () => {
  const task = { kind: 'copy', by: 'vectors', n: 64 } as const;
  expect(asWords(task, 5)).toBe('kind=copy by=vectors n=64 milliseconds=5');
  expect(JSON.parse(asJson(task, 5))).toEqual({ ...task, milliseconds: 5 });
  const words = asWords(WORKS.find(({ id }) => id === 'measuring-histograms')!.task, 5);
  expect(words).toContain('racers=relu');
  expect(words).toContain('histograms=1');
});
