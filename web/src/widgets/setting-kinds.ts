// The kinds of settings in short, for the schemas of figures. A setting may be locked and hidden by
// a teacher unless it is `fixed`; its description comes from the words of its figure, by its name.

import type { Messages } from '../i18n/index.ts';
import type {
  BooleanSetting,
  EnumSetting,
  ListSetting,
  NumberSetting,
  StringSetting,
} from './schema.ts';

const open = { lockable: true, hideable: true } as const;

export function integer(min: number, max: number, fallback: number) {
  return { type: 'integer', min, max, default: fallback, ...open } as const;
}

export function number(min: number, max: number, fallback: number) {
  return { type: 'number', min, max, default: fallback, ...open } as const;
}

export function flag(fallback = false) {
  return { type: 'boolean', default: fallback, ...open } as const;
}

export function choice<const V extends string>(values: readonly V[], fallback: NoInfer<V>) {
  return { type: 'enum', values, default: fallback as string, ...open } as const;
}

/** Some of the values, as many as the limits allow. */
export function list<const V extends string>(
  values: readonly V[],
  fallback: readonly NoInfer<V>[],
  { minItems = 1, maxItems = values.length } = {},
) {
  return { type: 'list', values, minItems, maxItems, default: fallback, ...open } as const;
}

export function text(maxLength: number, fallback: string, check: StringSetting['check'] & {}) {
  return { type: 'string', maxLength, default: fallback, check, ...open } as const;
}

/** A number that the figure chooses unless it is told one. */
export function auto<const T extends 'integer' | 'number'>(type: T, min: number, max: number) {
  return { type, min, max, auto: true, default: 'auto', ...open } as const;
}

/** For the author of the page alone: no control of it is there to lock or to hide. */
export function fixed<K extends object>(kind: K): Omit<K, keyof typeof open> {
  return { ...kind, lockable: false, hideable: false };
}

/** Of every random stream. */
export const seed = () => integer(0, 4_294_967_295, 1);

type Undescribed<S> = Omit<S, 'description'>;
type Kind =
  | Undescribed<NumberSetting>
  | Undescribed<BooleanSetting>
  | Undescribed<EnumSetting>
  | Undescribed<ListSetting>
  | Undescribed<StringSetting>;
type Words = string | { readonly description: string };

/** Gives each setting its description. */
export function described<const K extends Readonly<Record<string, Kind>>>(
  words: (messages: Messages) => { readonly [N in keyof K]: Words },
  kinds: K,
) {
  const of = (name: keyof K) => (messages: Messages) => {
    const found = words(messages)[name];
    return typeof found === 'string' ? found : found.description;
  };
  const entries = Object.entries(kinds).map(([name, kind]) => [
    name,
    { ...kind, description: of(name) },
  ]);
  return Object.fromEntries(entries) as {
    readonly [N in keyof K]: K[N] & { readonly description: (messages: Messages) => string };
  };
}
