// What the builder says: its own words, those that describe settings, and those of one figure.

import type { Language, Messages } from '../../i18n/language.ts';
import { loadWords } from '../../i18n/words.ts';

// Written out, so that the bundler makes a script of each.
const AREAS: Record<Language, () => Promise<Partial<Messages>[]>> = {
  en: () =>
    Promise.all([
      import('../../i18n/en/builder.ts'),
      import('../../i18n/en/problems.ts'),
      import('../../i18n/en/widget-settings.ts'),
      import('../../i18n/en/plot-settings.ts'),
    ]),
  zh: () =>
    Promise.all([
      import('../../i18n/zh/builder.ts'),
      import('../../i18n/zh/problems.ts'),
      import('../../i18n/zh/widget-settings.ts'),
      import('../../i18n/zh/plot-settings.ts'),
    ]),
};

export async function loadBuilderWords(figure: string, language: Language): Promise<Messages> {
  const [own, areas] = await Promise.all([loadWords(figure, language), AREAS[language]()]);
  return Object.assign({}, own, ...areas) as Messages;
}
