// What a framed figure says to the page around it, and what that page may command: protocol.md.
// Loaded only where there is such a page.

import { languageOf } from '../i18n/language.ts';
import { loadWords } from '../i18n/words.ts';
import type { FigureElement } from '../widgets/base.ts';
import type { Command as RunCommand } from '../widgets/runner.ts';

export const COMMANDS = ['play', 'pause', 'step', 'reset', 'setState', 'getState'] as const;
const PROTOCOL = { source: 'activation-lab', version: 1 } as const;
const MOST_STEPS = 1_000_000;
const LONGEST_ID = 100;
const LONGEST_SHOWN = 60;

export type Id = string | number;

export interface Command {
  command: (typeof COMMANDS)[number];
  id?: Id;
  n: number;
  state?: object;
}

/** What is wrong with a message: the field, its value, and which of the allowed kinds it misses. */
export interface Malformed {
  field: string;
  value: string;
  allowed: 'version' | 'command' | 'id' | 'n' | 'state';
  id?: Id;
}

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isId(id: unknown): id is Id {
  return typeof id === 'string' ? id.length <= LONGEST_ID : Number.isFinite(id);
}

function show(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > LONGEST_SHOWN ? `${text.slice(0, LONGEST_SHOWN)}…` : text;
}

/** Reads a message; undefined if it is not for us at all. */
export function readMessage(data: unknown): Command | Malformed | undefined {
  if (!isObject(data) || data.target !== 'activation-lab') return undefined;
  const { version, command, id, n = 1, state } = data;
  const answer = isId(id) ? { id } : {};
  const wrong = (allowed: Malformed['allowed'], value: unknown): Malformed => ({
    field: allowed,
    value: show(value),
    allowed,
    ...answer,
  });
  if (version !== PROTOCOL.version) return wrong('version', version);
  if (id !== undefined && !isId(id)) return wrong('id', id);
  const known = COMMANDS.find((name) => name === command);
  if (!known) return wrong('command', command);
  const steps = typeof n === 'number' && Number.isInteger(n) && n >= 1 && n <= MOST_STEPS;
  if (known === 'step' && !steps) return wrong('n', n);
  if (known === 'setState' && !isObject(state)) return wrong('state', state);
  return { command: known, n: steps ? n : 1, ...(isObject(state) ? { state } : {}), ...answer };
}

const RUN: Partial<Record<Command['command'], RunCommand>> = {
  play: 'play',
  pause: 'pause',
  step: 'advance',
  reset: 'reset',
};

/** Sends the parent a message of a type. */
type Post = (type: string, detail: object) => void;

/** Answers the parent, and tells it what happens. `origin` narrows down who the parent may be. */
function listen(figure: FigureElement, post: Post, origin?: string): void {
  const tellState = (answer: { id?: Id } = {}) =>
    post('state', {
      state: figure.state,
      running: figure.running,
      ...figure.standing,
      ...answer,
    });

  async function obey({ command, id, n, state }: Command): Promise<void> {
    const answer = id === undefined ? {} : { id };
    if (command === 'setState') figure.state = state;
    const act = RUN[command];
    const error = act && (await figure.obey(act, n));
    if (error) post('error', { ...error, ...answer });
    else tellState(answer);
  }

  async function complain({ field, value, allowed, ...answer }: Malformed): Promise<void> {
    const { problems } = await loadWords('problems', languageOf(figure));
    const words = problems.allowed;
    const said = {
      version: String(PROTOCOL.version),
      command: words.oneOf(COMMANDS.join(', ')),
      id: words.id,
      n: words.integer('1', String(MOST_STEPS)),
      state: words.state,
    }[allowed];
    const message = problems.notAllowed(field, value, said);
    post('error', { code: 'malformed', message, field, value, allowed: said, ...answer });
  }

  addEventListener('message', ({ data, source, origin: from }) => {
    // Siblings, openers and frames inside have no say, and get no answer.
    if (source !== parent || (origin !== undefined && from !== origin)) return;
    const read = readMessage(data);
    if (!read) return;
    void ('command' in read ? obey(read) : complain(read));
  });

  const on = <T>(event: string, tell: (detail: T) => void) =>
    figure.addEventListener(event, (e) => tell((e as CustomEvent<T>).detail));
  on('settings-change', () => tellState());
  on('figure-run', () => tellState());
  on<object>('figure-finished', (detail) => post('finished', detail));
  on<object>('question-answered', (detail) => post('answered', detail));
  on<object>('figure-error', (detail) => post('error', detail));
  const { widget, engine } = figure.state;
  post('ready', { widget, engine });
}

/** The origin as browsers write it; undefined if it is none. */
function toOrigin(text: string): string | undefined {
  const origin = URL.canParse(text) ? new URL(text).origin : undefined;
  return origin === text.replace(/\/$/, '') ? origin : undefined;
}

/** Tells the height of the content, what happens, and obeys. */
export async function talkToParent(
  figure: FigureElement,
  content: HTMLElement,
  parentOrigin: string | null,
): Promise<void> {
  const origin = parentOrigin === null ? undefined : toOrigin(parentOrigin);
  if (parentOrigin !== null && origin === undefined) {
    const { problems } = await loadWords('problems', languageOf(figure));
    const { origin: allowed } = problems.allowed;
    console.error(problems.notAllowed('parent-origin', parentOrigin, allowed));
    return;
  }
  // Any page may embed us, and what we tell it is what it shows: settings, steps, and the answers
  // to its own questions. Whoever wants less names the origin of the parent.
  const post: Post = (type, detail) =>
    parent.postMessage({ ...PROTOCOL, type, ...detail }, origin ?? '*');

  function reportHeight(): void {
    post('height', { height: Math.ceil(content.getBoundingClientRect().height) });
  }
  new ResizeObserver(reportHeight).observe(content);
  // Browsers hold observers back in frames off screen; a first height must not wait for them.
  void figure.updateComplete.then(reportHeight);
  addEventListener('load', reportHeight);
  listen(figure, post, origin);
}
