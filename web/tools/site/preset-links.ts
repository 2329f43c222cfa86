// Links that put a figure of the page into a named state.

import type Token from 'markdown-it/lib/token.mjs';
import { defaults, type SettingValue, toQuery, type Values } from '../../src/widgets/schema.ts';
import { parseAttributes, placeFigure, schemaOf } from './figures.ts';
import { LessonError, type PageEnv } from './lesson-source.ts';
import { presetOf } from './lessons.ts';

export interface PresetLink {
  /** The address, relative to its page. */
  href: string;
  /** For a figure that does not share the page's address: the query to give it. */
  query?: string;
}

/** The link to a preset for the nearest figure of its kind above; `set` changes single settings. */
export function presetLink(
  { lesson, figures = [], page }: PageEnv,
  name: string,
  set: Record<string, SettingValue> = {},
): PresetLink {
  const { figure, settings } = presetOf(lesson, name);
  const target = figures.findLast(({ schema, still }) => schema.name === figure && !still);
  if (!target) {
    const reason = `preset “${name}” needs a <${figure}> above it`;
    throw new LessonError(page.inputPath, undefined, reason);
  }
  const { schema, values, anchor, linked } = target;
  const shared = { link: values.link, autoplay: values.autoplay };
  const wanted = { ...defaults(schema), ...shared, ...settings, ...set };
  const query = toQuery(schema, wanted as never, values as Values<typeof schema>);
  return linked ? { href: `?${query}#${anchor}` } : { href: `#${anchor}`, query };
}

/**
 * The address of a preset for readers of other pages, from the folder of a language: its lesson in
 * that state if the preset belongs to the figure with `link`, and otherwise the figure by itself.
 */
export function presetAddress(
  env: PageEnv,
  name: string,
  tokens: readonly Token[],
  set: Record<string, SettingValue> = {},
): string {
  const { figure, settings } = presetOf(env.lesson, name);
  const linked = tokens
    .filter(({ type }) => type === `container_${figure}_open`)
    .map(({ info }) => parseAttributes(info.trim().slice(figure.length)))
    .find((attributes) => attributes.some(([attribute]) => attribute === 'link'));
  if (linked) {
    const placed = placeFigure(figure, linked, '');
    const figures = [{ ...placed, anchor: 'figure', linked: true, still: false }];
    return `${env.lesson.slug}/${presetLink({ ...env, figures }, name, set).href}`;
  }
  const schema = schemaOf(figure)!;
  const wanted = { ...defaults(schema), ...settings, ...set, lang: env.language };
  return `../embed/${figure}/?${toQuery(schema, wanted as never)}`;
}
