// Progress on the device: nothing is lost to another version, another tab, or a full storage.

import { expect, test } from 'vitest';
import {
  mergeProgress,
  PROGRESS_KEY,
  ProgressStore,
  parseProgress,
} from '../../../web/src/widgets/question/progress.ts';

/** A storage in memory, which can refuse to write. */
function memory(texts: Record<string, string> = {}): Storage & { full: boolean } {
  const map = new Map(Object.entries(texts));
  const storage = {
    full: false,
    get length() {
      return map.size;
    },
    key: (i: number) => [...map.keys()][i] ?? null,
    getItem: (key: string) => map.get(key) ?? null,
    setItem(key: string, text: string) {
      if (storage.full) throw new DOMException('full', 'QuotaExceededError');
      map.set(key, text);
    },
    removeItem: (key: string) => void map.delete(key),
    clear: () => map.clear(),
  };
  return storage;
}

function open(storage: Storage, start = 1000) {
  let time = start;
  return new ProgressStore(
    () => storage,
    () => time++,
  );
}

const asides = (storage: Storage) =>
  Array.from({ length: storage.length }, (_, i) => storage.key(i)!)
    .filter((key) => key !== PROGRESS_KEY)
    .map((key) => storage.getItem(key));

test('what is recorded is there on the next visit, with the first try and their number', () => {
  const storage = memory();
  const store = open(storage);
  store.record('a/q', { kind: 'quiz', value: 1, right: false });
  store.record('a/q', { kind: 'quiz', value: 3, right: true });
  store.record('a/p', { kind: 'prediction', value: null });
  store.finish('a');
  const next = open(storage);
  expect(next.answer('a/q')).toMatchObject({ value: 3, right: true, firstRight: false, tries: 2 });
  expect(next.answer('a/p')).toMatchObject({ kind: 'prediction', value: null });
  expect(Object.keys(next.lessons)).toEqual(['a']);
  expect(next.trouble).toEqual([]);
});

test('a curve is kept whole, and one that is none puts the record aside', () => {
  const storage = memory();
  const store = open(storage);
  const curve = [2.3, 1, 0.5];
  store.record('a/c', { kind: 'prediction', value: 0.5, curve, right: true });
  expect(open(storage).answer('a/c')).toMatchObject({ value: 0.5, curve });
  expect(store.toCsv()).toContain('a,c,prediction,2.3 1 0.5,true,true,1,');
  const text = storage.getItem(PROGRESS_KEY)!;
  for (const wrong of ['[]', '"flat"', '[2.3,null]']) {
    const { progress, whole } = parseProgress(text.replace('[2.3,1,0.5]', wrong));
    expect(whole).toBe(false);
    expect(progress.answers).toEqual({});
  }
});

test('two tabs keep what both have written', () => {
  const storage = memory();
  const [one, two] = [open(storage, 1000), open(storage, 2000)];
  one.record('a/q', { kind: 'quiz', value: 1, right: true });
  two.record('b/q', { kind: 'quiz', value: 2, right: false });
  one.refresh();
  for (const store of [one, two]) expect(Object.keys(store.answers).sort()).toEqual(['a/q', 'b/q']);
});

test('what one tab clears does not come back from another', () => {
  const storage = memory();
  const [one, two] = [open(storage, 1000), open(storage, 2000)];
  one.record('a/q', { kind: 'quiz', value: 1, right: true });
  two.refresh();
  two.clear();
  one.record('b/q', { kind: 'quiz', value: 1, right: true });
  expect(Object.keys(one.answers)).toEqual(['b/q']);
  expect(Object.keys(open(storage).answers)).toEqual(['b/q']);
});

test.each([
  ['broken text', '{"version":1,"answ'],
  ['a future version', '{"version":2,"units":{"a":1}}'],
  ['something else', '[1,2]'],
])('%s is put aside unchanged, told, exported, and new progress is kept beside it', (_, text) => {
  const storage = memory({ [PROGRESS_KEY]: text });
  const store = open(storage);
  expect(store.trouble).toEqual(['kept-aside']);
  store.record('a/q', { kind: 'quiz', value: 1, right: true });
  expect(asides(storage)).toEqual([text]);
  expect(JSON.parse(store.toJson()).aside).toEqual([text]);
  const next = open(storage, 5000);
  expect(next.answer('a/q')).toBeDefined();
  expect(asides(storage)).toEqual([text]);
  next.clear();
  expect(next.trouble).toEqual([]);
  expect(asides(storage)).toEqual([]);
});

test('of a damaged record the sound parts are used, and the whole text is put aside', () => {
  const answer = { kind: 'quiz', value: 1, right: true, firstRight: true, tries: 1, at: 5 };
  const text = JSON.stringify({
    version: 1,
    answers: { 'a/q': answer, 'a/r': { ...answer, tries: 'many' } },
    lessons: { a: 7, b: 'yesterday' },
    clearedAt: 0,
  });
  const { progress, whole } = parseProgress(text);
  expect(whole).toBe(false);
  expect(progress.answers).toEqual({ 'a/q': answer });
  expect(progress.lessons).toEqual({ a: 7 });
  const storage = memory({ [PROGRESS_KEY]: text });
  open(storage);
  expect(asides(storage)).toEqual([text]);
});

test('a full storage loses nothing: what cannot be put aside is not written over', () => {
  const storage = memory({ [PROGRESS_KEY]: 'broken' });
  storage.full = true;
  const store = open(storage);
  store.record('a/q', { kind: 'quiz', value: 1, right: true });
  expect(storage.getItem(PROGRESS_KEY)).toBe('broken');
  expect(store.trouble).toContain('unavailable');
  expect(store.answer('a/q')).toBeDefined();
});

test('where nothing may be stored, the visit works', () => {
  const store = new ProgressStore(() => {
    throw new DOMException('denied', 'SecurityError');
  });
  let changes = 0;
  store.addEventListener('change', () => changes++);
  store.record('a/q', { kind: 'quiz', value: 2, right: false });
  expect(store.answer('a/q')?.value).toBe(2);
  expect(store.trouble).toEqual(['unavailable']);
  store.clear();
  expect(store.answers).toEqual({});
  expect(changes).toBe(2);
});

test('merging takes the later answer and the earlier completion', () => {
  const answer = (value: number, at: number) => ({ kind: 'quiz' as const, value, tries: 1, at });
  const a = {
    version: 1 as const,
    answers: { q: answer(1, 10) },
    lessons: { a: 20 },
    clearedAt: 0,
  };
  const b = {
    version: 1 as const,
    answers: { q: answer(2, 30) },
    lessons: { a: 40 },
    clearedAt: 5,
  };
  for (const merged of [mergeProgress(a, b), mergeProgress(b, a)]) {
    expect(merged).toEqual({ ...b, lessons: { a: 20 } });
  }
});

test('the table has one line an answer, and quotes what needs it', () => {
  const store = open(memory(), 0);
  store.record('a/q,"1"', { kind: 'quiz', value: 2, right: true });
  store.record('a/p', { kind: 'prediction', value: null });
  store.finish('a');
  expect(store.toCsv().split('\r\n')).toEqual([
    'lesson,question,kind,answer,right,right_at_first,tries,time',
    'a,p,prediction,skipped,,,1,1970-01-01T00:00:00.001Z',
    'a,"q,""1""",quiz,2,true,true,1,1970-01-01T00:00:00.001Z',
    'a,,lesson,done,,,,1970-01-01T00:00:00.002Z',
    '',
  ]);
});
