// Links that put a figure of the page into a named state.

import { defaults, type SettingValue, toQuery, type Values } from '../../src/widgets/schema.ts';
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
