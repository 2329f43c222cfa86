// Links that put the page's figure into a named state.

import { defaults, type SettingValue, toQuery, type Values } from '../../src/widgets/schema.ts';
import { LessonError, type PageEnv } from './lesson-source.ts';
import { presetOf } from './lessons.ts';

/** The address of a preset, relative to its page; `set` changes single settings. */
export function presetLink(
  { lesson, linked, page }: PageEnv,
  name: string,
  set: Record<string, SettingValue> = {},
): string {
  const { figure, settings } = presetOf(lesson, name);
  if (linked?.schema.name !== figure) {
    const reason = `preset “${name}” needs a <${figure} link> above it`;
    throw new LessonError(page.inputPath, undefined, reason);
  }
  const { schema, values } = linked;
  const shared = { link: values.link, autoplay: values.autoplay };
  const wanted = { ...defaults(schema), ...shared, ...settings, ...set };
  const query = toQuery(schema, wanted as never, values as Values<typeof schema>);
  return `?${query}#figure`;
}
