// What the reader has predicted, answered and finished, kept on this device alone: validated when
// read, merged with what other tabs wrote, and usable for the visit where nothing can be stored.

import { toCsv } from '../take-away/csv.ts';

export interface Answer {
  kind: 'prediction' | 'quiz';
  /** Place of the chosen answer, or the number given; null if the reader ran it without. */
  value: number | null;
  /** The heights of a curve that was drawn; `value` is the last of them. */
  curve?: readonly number[];
  /** Undefined where there is no right and wrong, or no answer. */
  right?: boolean;
  /** Whether the first try was right, and how many there were. */
  firstRight?: boolean;
  tries: number;
  /** Milliseconds since 1970. */
  at: number;
}

export interface Progress {
  version: 1;
  /** By `lesson/question`. */
  answers: Record<string, Answer>;
  /** When each lesson was finished. */
  lessons: Record<string, number>;
  /** Everything older was cleared. */
  clearedAt: number;
}

/** Nothing can be stored here; or something was found that this version cannot read. */
export type Trouble = 'unavailable' | 'kept-aside';

export const PROGRESS_KEY = 'activation-lab:progress';
const ASIDE = `${PROGRESS_KEY}:aside:`;

const empty = (clearedAt = 0): Progress => ({ version: 1, answers: {}, lessons: {}, clearedAt });

const isNumber = (value: unknown): value is number =>
  typeof value === 'number' && Number.isFinite(value);
const isTime = (value: unknown): value is number => isNumber(value) && value >= 0;
const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);
const isVerdict = (value: unknown): boolean => value === undefined || typeof value === 'boolean';

function isAnswer(value: unknown): value is Answer {
  if (!isObject(value)) return false;
  const { kind, value: given, curve, right, firstRight, tries, at } = value;
  return (
    (kind === 'prediction' || kind === 'quiz') &&
    (given === null || isNumber(given)) &&
    (curve === undefined || (Array.isArray(curve) && curve.length > 0 && curve.every(isNumber))) &&
    isVerdict(right) &&
    isVerdict(firstRight) &&
    Number.isInteger(tries) &&
    isTime(at)
  );
}

/** What a stored text holds that can be used, and whether that is all of it. */
export function parseProgress(text: string): { progress: Progress; whole: boolean } {
  let data: unknown;
  try {
    data = JSON.parse(text);
  } catch {
    return { progress: empty(), whole: false };
  }
  if (!isObject(data) || data.version !== 1) return { progress: empty(), whole: false };
  const progress = empty(isTime(data.clearedAt) ? data.clearedAt : 0);
  let whole = isTime(data.clearedAt) && isObject(data.answers) && isObject(data.lessons);
  for (const [id, answer] of Object.entries(isObject(data.answers) ? data.answers : {})) {
    if (isAnswer(answer)) progress.answers[id] = answer;
    else whole = false;
  }
  for (const [slug, at] of Object.entries(isObject(data.lessons) ? data.lessons : {})) {
    if (isTime(at)) progress.lessons[slug] = at;
    else whole = false;
  }
  return { progress, whole };
}

/** Both together: of two records of one thing the later, and nothing that either has cleared. */
export function mergeProgress(a: Progress, b: Progress): Progress {
  const merged = empty(Math.max(a.clearedAt, b.clearedAt));
  for (const { answers, lessons } of [a, b]) {
    for (const [id, answer] of Object.entries(answers)) {
      if (answer.at <= merged.clearedAt) continue;
      if (answer.at >= (merged.answers[id]?.at ?? 0)) merged.answers[id] = answer;
    }
    for (const [slug, at] of Object.entries(lessons)) {
      if (at <= merged.clearedAt) continue;
      merged.lessons[slug] = Math.min(at, merged.lessons[slug] ?? at);
    }
  }
  return merged;
}

/** Where progress is kept: as much of a browser's storage as it takes. */
export type KeptIn = Pick<Storage, 'length' | 'key' | 'getItem' | 'setItem' | 'removeItem'>;

/** Dispatches `change` when anything changed, here or in another tab. */
export class ProgressStore extends EventTarget {
  private progress = empty();
  private troubles = new Set<Trouble>();

  constructor(
    private readonly storage: () => KeptIn,
    private readonly now: () => number = Date.now,
  ) {
    super();
    this.refresh();
  }

  get trouble(): readonly Trouble[] {
    return [...this.troubles];
  }

  answer(id: string): Answer | undefined {
    return this.progress.answers[id];
  }

  get answers(): Readonly<Record<string, Answer>> {
    return this.progress.answers;
  }

  get lessons(): Readonly<Record<string, number>> {
    return this.progress.lessons;
  }

  record(id: string, answer: Pick<Answer, 'kind' | 'value' | 'curve' | 'right'>): void {
    this.use((storage) => this.readFrom(storage));
    const before = this.progress.answers[id];
    const first = before ? before.firstRight : answer.right;
    this.progress.answers[id] = {
      kind: answer.kind,
      value: answer.value,
      ...(answer.curve === undefined ? {} : { curve: answer.curve }),
      ...(answer.right === undefined ? {} : { right: answer.right }),
      ...(first === undefined ? {} : { firstRight: first }),
      tries: (before?.tries ?? 0) + 1,
      at: this.later(),
    };
    this.save();
  }

  /** Notes that a lesson is done, once. */
  finish(slug: string): void {
    if (this.progress.lessons[slug] !== undefined) return;
    this.use((storage) => this.readFrom(storage));
    this.progress.lessons[slug] ??= this.later();
    this.save();
  }

  /** Forgets everything, what was put aside included. */
  clear(): void {
    this.progress = empty(this.now());
    this.troubles.delete('kept-aside');
    this.use((storage) => {
      for (const key of asideKeys(storage)) storage.removeItem(key);
      storage.setItem(PROGRESS_KEY, JSON.stringify(this.progress));
    });
    this.dispatchEvent(new Event('change'));
  }

  /** Takes in what another tab has stored. */
  refresh(): void {
    this.use((storage) => this.readFrom(storage));
    this.dispatchEvent(new Event('change'));
  }

  /** All that is known, and what could not be read, as it was found. */
  toJson(): string {
    const aside: string[] = [];
    this.use((storage) => {
      for (const key of asideKeys(storage)) aside.push(storage.getItem(key) ?? '');
    });
    return `${JSON.stringify({ ...this.progress, ...(aside.length > 0 ? { aside } : {}) }, null, 2)}\n`;
  }

  /** One line an answer; choices count from 1, a curve is the list of its heights. */
  toCsv(): string {
    const time = (at: number) => new Date(at).toISOString();
    const inOrder = <T>(entries: Record<string, T>) =>
      Object.entries(entries).sort(([a], [b]) => (a < b ? -1 : 1));
    const answers = inOrder(this.progress.answers).map(([id, answer]) => {
      const { kind, value, curve, right = '', firstRight = '', tries, at } = answer;
      const [lesson = '', ...question] = id.split('/');
      const given = curve?.join(' ') ?? value ?? 'skipped';
      const verdicts = [String(right), String(firstRight)];
      return [lesson, question.join('/'), kind, given, ...verdicts, tries, time(at)];
    });
    const done = inOrder(this.progress.lessons).map(([slug, at]) => {
      return [slug, '', 'lesson', 'done', '', '', '', time(at)];
    });
    const first = ['lesson', 'question', 'kind', 'answer', 'right', 'right_at_first'];
    return toCsv({ head: [...first, 'tries', 'time'], rows: [...answers, ...done] });
  }

  /** A moment after anything cleared, by whatever clock. */
  private later(): number {
    return Math.max(this.now(), this.progress.clearedAt + 1);
  }

  private save(): void {
    this.use((storage) => {
      this.readFrom(storage);
      storage.setItem(PROGRESS_KEY, JSON.stringify(this.progress));
    });
    this.dispatchEvent(new Event('change'));
  }

  private readFrom(storage: KeptIn): void {
    const text = storage.getItem(PROGRESS_KEY);
    if (text !== null) {
      const { progress, whole } = parseProgress(text);
      // Put aside before anything is written in its place; failing that, nothing is written.
      if (!whole) putAside(storage, text, this.now());
      this.progress = mergeProgress(this.progress, progress);
    }
    if (asideKeys(storage).length > 0) this.troubles.add('kept-aside');
    else this.troubles.delete('kept-aside');
  }

  /** Storage may be forbidden or full; then the visit goes on without. */
  private use(act: (storage: KeptIn) => void): void {
    try {
      act(this.storage());
      this.troubles.delete('unavailable');
    } catch (error) {
      if (!(error instanceof DOMException)) throw error;
      console.info(`Progress is kept for this visit only: ${error.message}`);
      this.troubles.add('unavailable');
    }
  }
}

function asideKeys(storage: KeptIn): string[] {
  return Array.from({ length: storage.length }, (_, i) => storage.key(i) ?? '').filter((key) =>
    key.startsWith(ASIDE),
  );
}

function putAside(storage: KeptIn, text: string, at: number): void {
  const keys = asideKeys(storage);
  if (keys.some((key) => storage.getItem(key) === text)) return;
  let key = `${ASIDE}${at}`;
  while (keys.includes(key)) key += '-';
  storage.setItem(key, text);
}

let shared: ProgressStore | undefined;

/** The reader's progress on this device, or where the first to ask for it keeps it. */
export function progress(storage: () => KeptIn = () => localStorage): ProgressStore {
  if (!shared) {
    const store = new ProgressStore(storage);
    window.addEventListener('storage', ({ key }) => {
      if (key === null || key.startsWith(PROGRESS_KEY)) store.refresh();
    });
    shared = store;
  }
  return shared;
}
