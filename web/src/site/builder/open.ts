// The field for a link or a code that somebody already has.

import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/language.ts';

export interface OpenHost {
  messages: Messages;
  /** What has become of the last one. */
  note: string;
  open: (text: string) => void;
}

export function renderOpen({ messages, note, open }: OpenHost): TemplateResult {
  const words = messages.builder.open;
  const submit = (event: SubmitEvent) => {
    event.preventDefault();
    open((event.target as HTMLFormElement).querySelector('textarea')!.value);
  };
  return html`<details class="group open-code">
    <summary><h2>${words.title}</h2></summary>
    <form class="field" @submit=${submit}>
      <label for="open-code">${words.label}</label>
      <textarea id="open-code" rows="3" spellcheck="false" autocomplete="off"></textarea>
      <button type="submit">${words.button}</button>
    </form>
    <p class="about" role="status">${note}</p>
  </details>`;
}
