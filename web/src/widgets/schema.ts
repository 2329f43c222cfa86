// One declaration of a widget's settings, and everything derived from it: attributes, properties,
// URL queries, versioned JSON states and validation. No DOM, so that the page build can use it.

import { VERSION } from '../engine/version.ts';
import type { Messages } from '../i18n/index.ts';
import { choice, described, fixed, flag, integer, list } from './setting-kinds.ts';

interface Common {
  /** Shown by documentation and by the builder of embeds. */
  description: (messages: Messages) => string;
  /** Whether a teacher may freeze it, and whether its control may be left out. */
  lockable?: boolean;
  hideable?: boolean;
}

export interface NumberSetting extends Common {
  type: 'number' | 'integer';
  min: number;
  max: number;
  /** Also accepts `auto`: the widget chooses. */
  auto?: boolean;
  default: number | 'auto';
}

export interface BooleanSetting extends Common {
  type: 'boolean';
  default: boolean;
}

export interface EnumSetting extends Common {
  type: 'enum';
  values: readonly string[];
  default: string;
}

/** A list of distinct values, in the order given. */
export interface ListSetting extends Common {
  type: 'list';
  values: readonly string[];
  minItems: number;
  maxItems: number;
  default: readonly string[];
}

export interface StringSetting extends Common {
  type: 'string';
  maxLength: number;
  default: string;
  /** What is allowed, when the text given is not; undefined when it is fine. */
  check?: (value: string) => ((messages: Messages) => string) | undefined;
}

export type Setting = NumberSetting | BooleanSetting | EnumSetting | ListSetting | StringSetting;
export type Settings = Readonly<Record<string, Setting>>;
export type SettingValue = number | string | boolean | readonly string[];

export type ValueOf<S extends Setting> = S extends NumberSetting
  ? S extends { auto: true }
    ? number | 'auto'
    : number
  : S extends BooleanSetting
    ? boolean
    : S extends { type: 'enum'; values: readonly (infer V)[] }
      ? V
      : S extends { type: 'list'; values: readonly (infer V)[] }
        ? readonly V[]
        : string;

export interface Schema<S extends Settings = Settings> {
  /** The element's tag. */
  readonly name: string;
  readonly version: number;
  readonly settings: S;
  /** Turns the raw settings of an older version into those of this one: names in camel case, values
   * of their own type from a state and as text from a link. A default that has changed since is
   * written out. */
  readonly migrate?: (from: number, raw: Record<string, unknown>) => Record<string, unknown>;
}

export type Values<T> =
  T extends Schema<infer S> ? { readonly [K in keyof S]: ValueOf<S[K]> } : never;

export type Problem =
  | { kind: 'invalid'; name: string; value: string; setting: Setting }
  | { kind: 'unknown'; name: string; value: string }
  | { kind: 'version'; name: string; value: string; known: number }
  | { kind: 'widget'; name: string; value: string; known: string };

/** What was given and valid; everything else keeps its default. */
export interface Parsed<T> {
  given: Partial<Values<T>>;
  problems: Problem[];
}

/** What a teacher may leave out of a figure besides the controls of its settings. */
export const PARTS = ['heading', 'transport', 'data-table', 'take-away', 'help'] as const;
export type Part = (typeof PARTS)[number];
/** Those that may also be shown and not work. */
const LOCKABLE_PARTS: readonly Part[] = ['transport'];

/** The version of the engine, and the checksum of the numbers, that a frozen link was made with. */
const FROZEN = /^\d+\.\d+\.\d+[\w.-]*~[0-9a-f]{16}$/;
const MOST_ANSWERS = 8;

export const splitAnswers = (text: string): string[] =>
  text
    .split('|')
    .map((answer) => answer.trim())
    .filter(Boolean);

/** What every widget takes besides its own settings. */
function sharedSettings(settings: Settings) {
  const names = (flag: 'lockable' | 'hideable') =>
    Object.keys(settings)
      .filter((name) => settings[name]?.[flag])
      .map(toKebab);
  const lockable = [...names('lockable'), ...LOCKABLE_PARTS];
  const hideable = [...names('hideable'), ...PARTS];
  const words = { type: 'string', default: '' } as const;
  const some = (values: readonly string[]) => fixed(list(values, [], { minItems: 0 }));
  return described((m) => m.widgetSettings, {
    theme: fixed(choice(['auto', 'light', 'dark'], 'auto')),
    lang: fixed(choice(['auto', 'en', 'zh'], 'auto')),
    poster: fixed(choice(['visible', 'click', 'none'], 'visible')),
    heading: { ...words, maxLength: 200 },
    caption: { ...words, maxLength: 1000 },
    ask: { ...words, maxLength: 1000 },
    answers: {
      ...words,
      maxLength: 2000,
      check: (given: string) => {
        const count = splitAnswers(given).length;
        const fits = given === '' || (count >= 2 && count <= MOST_ANSWERS);
        return fits ? undefined : (m: Messages) => m.problems.allowed.answers(MOST_ANSWERS);
      },
    },
    right: fixed(integer(0, MOST_ANSWERS, 0)),
    required: fixed(flag()),
    lock: some(lockable),
    hide: some(hideable),
    hideControls: fixed(flag()),
    link: fixed(flag()),
    frozen: {
      ...words,
      maxLength: 60,
      check: (given: string) =>
        given === '' || FROZEN.test(given) ? undefined : (m: Messages) => m.problems.allowed.frozen,
    },
  });
}

/** None of these changes a number. */
export const SHARED_NAMES: readonly string[] = Object.keys(sharedSettings({}));

export type SharedSettings = ReturnType<typeof sharedSettings>;
export type SharedValues = Values<Schema<SharedSettings>>;

export function defineSchema<const S extends Settings>(declaration: {
  name: string;
  version: number;
  settings: S;
  migrate?: Schema['migrate'];
}): Schema<S & SharedSettings> {
  const { settings } = declaration;
  return { ...declaration, settings: { ...settings, ...sharedSettings(settings) } };
}

/** `xMin` → `x-min`: the name in attributes, queries and messages. */
export function toKebab(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `-${letter.toLowerCase()}`);
}

export function defaults<S extends Settings>(schema: Schema<S>): Values<Schema<S>> {
  const entries = Object.entries(schema.settings).map(([name, s]) => [name, s.default]);
  return Object.fromEntries(entries) as Values<Schema<S>>;
}

export function attributeNames(schema: Schema): string[] {
  return Object.keys(schema.settings).map(toKebab);
}

/** Names a setting by its attribute; undefined when there is none. */
export function settingName(schema: Schema, attribute: string): string | undefined {
  const key = attribute.toLowerCase();
  return Object.keys(schema.settings).find((name) => toKebab(name) === key);
}

/** The value that a text stands for, or undefined if it is not allowed. */
export function parseText(setting: Setting, text: string): SettingValue | undefined {
  const trimmed = text.trim();
  switch (setting.type) {
    case 'number':
    case 'integer':
      if (trimmed === 'auto') return validate(setting, 'auto');
      return trimmed === '' ? undefined : validate(setting, Number(trimmed));
    case 'boolean':
      // A bare attribute, and a bare key of a query, mean true.
      if (['', 'true', '1', 'on', 'yes'].includes(trimmed)) return true;
      return ['false', '0', 'off', 'no'].includes(trimmed) ? false : undefined;
    case 'list':
      return validate(setting, trimmed === '' ? [] : trimmed.split(/[\s,]+/).filter(Boolean));
    case 'enum':
      return validate(setting, trimmed);
    case 'string':
      return validate(setting, text);
  }
}

export function formatText(value: SettingValue): string {
  return typeof value === 'object' ? value.join(' ') : String(value);
}

/** The value itself if the setting allows it, else undefined. */
export function validate(setting: Setting, value: unknown): SettingValue | undefined {
  switch (setting.type) {
    case 'number':
    case 'integer': {
      if (value === 'auto') return setting.auto ? value : undefined;
      if (typeof value !== 'number' || !(value >= setting.min && value <= setting.max)) return;
      if (setting.type === 'integer' && !Number.isInteger(value)) return;
      return value === 0 ? 0 : value;
    }
    case 'boolean':
      return typeof value === 'boolean' ? value : undefined;
    case 'enum':
      return typeof value === 'string' && setting.values.includes(value) ? value : undefined;
    case 'list': {
      if (!Array.isArray(value)) return;
      const known = value.every((item) => setting.values.includes(item));
      const distinct = [...new Set(value as string[])];
      const fits = distinct.length >= setting.minItems && distinct.length <= setting.maxItems;
      return known && fits ? distinct : undefined;
    }
    case 'string':
      if (typeof value !== 'string' || value.length > setting.maxLength) return;
      return setting.check?.(value) ? undefined : value;
  }
}

function showValue(value: unknown): string {
  const text = typeof value === 'string' ? value : (JSON.stringify(value) ?? String(value));
  return text.length > 60 ? `${text.slice(0, 60)}…` : text;
}

function collect<S extends Settings>(
  schema: Schema<S>,
  entries: Iterable<readonly [string, unknown]>,
  name: (key: string) => string | undefined,
  read: (setting: Setting, value: unknown) => SettingValue | undefined,
): Parsed<Schema<S>> {
  const given: Record<string, SettingValue> = {};
  const problems: Problem[] = [];
  for (const [key, raw] of entries) {
    const settingKey = name(key);
    const setting = settingKey === undefined ? undefined : schema.settings[settingKey];
    if (settingKey === undefined || setting === undefined) {
      problems.push({ kind: 'unknown', name: key, value: showValue(raw) });
      continue;
    }
    const value = read(setting, raw);
    if (value === undefined) {
      problems.push({ kind: 'invalid', name: toKebab(settingKey), value: showValue(raw), setting });
    } else {
      given[settingKey] = value;
    }
  }
  return { given: given as Partial<Values<Schema<S>>>, problems };
}

/** Reads names and texts, as in the attributes of an element or of a lesson's Markdown. */
export function fromAttributes<S extends Settings>(
  schema: Schema<S>,
  attributes: Iterable<readonly [string, string]>,
): Parsed<Schema<S>> {
  return collect(
    schema,
    attributes,
    (key) => settingName(schema, key),
    (setting, text) => parseText(setting, text as string),
  );
}

/** Checks values set as properties: names in camel case, values of their own type. */
export function fromValues<S extends Settings>(
  schema: Schema<S>,
  values: Readonly<Record<string, unknown>>,
): Parsed<Schema<S>> {
  return collect(
    schema,
    Object.entries(values),
    (key) => (Object.hasOwn(schema.settings, key) ? key : undefined),
    validate,
  );
}

function changes<S extends Settings>(
  schema: Schema<S>,
  values: Partial<Values<Schema<S>>>,
  base: Values<Schema<S>>,
): [string, SettingValue][] {
  const all = values as Record<string, SettingValue | undefined>;
  const known = base as Record<string, SettingValue>;
  return Object.keys(schema.settings).flatMap((name) => {
    const value = all[name];
    const fallback = known[name];
    if (value === undefined || fallback === undefined) return [];
    return formatText(value) === formatText(fallback) ? [] : [[name, value] as const];
  }) as [string, SettingValue][];
}

export function toAttributes<S extends Settings>(
  schema: Schema<S>,
  values: Partial<Values<Schema<S>>>,
): Record<string, string> {
  return Object.fromEntries(
    changes(schema, values, defaults(schema)).map(([name, v]) => [toKebab(name), formatText(v)]),
  );
}

const VERSION_KEY = 'v';
/** Names the engine that a link was made with; nothing depends on it. */
const ENGINE_KEY = 'engine';

function checkVersion(schema: Schema, raw: unknown, problems: Problem[]): number {
  const version = Number(raw);
  if (Number.isInteger(version) && version >= 1 && version <= schema.version) return version;
  const value = showValue(raw);
  problems.push({ kind: 'version', name: VERSION_KEY, value, known: schema.version });
  return schema.version;
}

const toCamel = (key: string) =>
  key.toLowerCase().replace(/-(.)/g, (_, letter: string) => letter.toUpperCase());

/** Reads a query string such as `?functions=relu,tanh&x-min=-3`; one without a version is of the
 * first. */
export function fromQuery<S extends Settings>(
  schema: Schema<S>,
  query: string | URLSearchParams,
): Parsed<Schema<S>> {
  const entries = new Map(new URLSearchParams(query));
  const versionProblems: Problem[] = [];
  const version = checkVersion(schema, entries.get(VERSION_KEY) ?? 1, versionProblems);
  entries.delete(VERSION_KEY);
  entries.delete(ENGINE_KEY);
  let texts: Iterable<readonly [string, string]> = entries;
  if (version < schema.version && schema.migrate) {
    const raw = Object.fromEntries([...entries].map(([key, text]) => [toCamel(key), text]));
    texts = Object.entries(schema.migrate(version, raw)).map(
      ([name, value]) => [toKebab(name), formatText(value as SettingValue)] as const,
    );
  }
  const parsed = fromAttributes(schema, texts);
  return { given: parsed.given, problems: [...versionProblems, ...parsed.problems] };
}

const toPairs = (entries: readonly (readonly [string, SettingValue])[]) =>
  entries.map(
    ([name, value]) =>
      [toKebab(name), typeof value === 'object' ? value.join(',') : String(value)] as const,
  );

const joinQuery = (pairs: readonly (readonly [string, string])[]) =>
  pairs.map(([key, value]) => `${encodeQuery(key)}=${encodeQuery(value)}`).join('&');

/** Keys of a page's own query that are none of the schema's. */
function foreignPairs(schema: Schema, query: string): (readonly [string, string])[] {
  const ours = new Set([...attributeNames(schema), VERSION_KEY, ENGINE_KEY]);
  return [...new URLSearchParams(query)].filter(([key]) => !ours.has(key.toLowerCase()));
}

/** The compact form: only what differs from the base, without a leading `?`. Other keys that the
 * page's own query holds are kept when `keep` is given. */
export function toQuery<S extends Settings>(
  schema: Schema<S>,
  values: Partial<Values<Schema<S>>>,
  base: Values<Schema<S>> = defaults(schema),
  keep = '',
): string {
  const changed = toPairs(changes(schema, values, base));
  const version =
    schema.version > 1 && changed.length > 0 ? [[VERSION_KEY, `${schema.version}`] as const] : [];
  return joinQuery([...foreignPairs(schema, keep), ...version, ...changed]);
}

/** What a link that is handed on says: the version, the engine, the seed, and what differs from the
 * base. */
export function toLinkQuery<S extends Settings>(
  schema: Schema<S>,
  values: Partial<Values<Schema<S>>>,
  base: Values<Schema<S>> = defaults(schema),
  keep = '',
): string {
  const changed = new Map<string, SettingValue>(changes(schema, values, base));
  const { seed } = { ...base, ...values } as Record<string, SettingValue>;
  if (seed !== undefined) changed.set('seed', seed);
  return joinQuery([
    ...foreignPairs(schema, keep),
    [VERSION_KEY, `${schema.version}`],
    [ENGINE_KEY, VERSION],
    ...toPairs([...changed]),
  ]);
}

/** Percent-encodes, but leaves what a query may hold literally and people like to read. */
function encodeQuery(text: string): string {
  return encodeURIComponent(text)
    .replace(/%2C/g, ',')
    .replace(/%3A/g, ':')
    .replace(/%2F/g, '/')
    .replace(/%3B/g, ';')
    .replace(/%20/g, '+');
}

export interface State {
  /** The element's tag. */
  widget: string;
  /** Of the schema. */
  version: number;
  /** The version of the engine that it was made with. */
  engine: string;
  /** What differs from the defaults, by name in camel case. */
  settings: Record<string, SettingValue>;
}

export function toState<S extends Settings>(
  schema: Schema<S>,
  values: Partial<Values<Schema<S>>>,
): State {
  const changed = changes(schema, values, defaults(schema));
  return {
    widget: schema.name,
    version: schema.version,
    engine: VERSION,
    settings: Object.fromEntries(changed),
  };
}

/** Reads a saved state; an older version is migrated, a newer one is read as far as it goes; that of
 * another widget is not read. */
export function fromState<S extends Settings>(
  schema: Schema<S>,
  state: unknown,
): Parsed<Schema<S>> {
  const { widget, version, settings } = (state ?? {}) as Partial<Record<keyof State, unknown>>;
  const problems: Problem[] = [];
  if (widget !== undefined && widget !== schema.name) {
    const value = showValue(widget);
    return { given: {}, problems: [{ kind: 'widget', name: 'widget', value, known: schema.name }] };
  }
  const from = checkVersion(schema, version, problems);
  let raw = (typeof settings === 'object' && settings ? settings : {}) as Record<string, unknown>;
  if (from < schema.version && schema.migrate) raw = schema.migrate(from, raw);
  const parsed = fromValues(schema, raw);
  return { given: parsed.given, problems: [...problems, ...parsed.problems] };
}
