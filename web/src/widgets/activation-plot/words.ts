// The words of the parts that are loaded when they are wanted, in the language in force.

import { type Language, languageOf, type Messages } from '../../i18n/language.ts';
import { loadWords } from '../../i18n/words.ts';
import type { Plot } from './parts.ts';

export class PartWords {
  private words: Messages['plotMore'] | undefined;
  private language: Language | undefined;

  constructor(private readonly plot: () => Plot) {}

  /** Undefined until they are there; those of the language before stay until then. */
  get now(): Messages['plotMore'] | undefined {
    const language = languageOf(this.plot().root.host);
    if (language !== this.language) void this.read(language);
    return this.words;
  }

  private async read(language: Language): Promise<void> {
    this.language = language;
    const { plotMore } = await loadWords('activation-plot/more', language);
    if (language !== this.language) return;
    this.words = plotMore;
    this.plot().changed();
  }
}
