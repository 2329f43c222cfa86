// The message catalogues of all languages, for the page build; a page loads parts (`words.ts`).

import { en } from './en.ts';
import type { Language, Messages } from './language.ts';
import { zh } from './zh.ts';

export { LANGUAGES, type Language, type Messages, toLanguage } from './language.ts';

export const MESSAGES: Readonly<Record<Language, Messages>> = { en, zh };
