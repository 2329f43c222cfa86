// The codes, one tab a kind, each with a button that copies it.

import { html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { Messages } from '../../i18n/language.ts';
import type { Schema } from '../../widgets/schema.ts';
import {
  EMBED_KINDS,
  type EmbedKind,
  type EmbedPlace,
  embedCode,
  type FigureValues,
  frameHeight,
} from '../../widgets/take-away/embed-code.ts';

export interface OutputHost {
  schema: Schema;
  values: FigureValues;
  place: EmbedPlace;
  messages: Messages;
  kind: EmbedKind;
  /** What stands in the field of the height. */
  heightText: string;
  heightWrong: boolean;
  /** What is said of the last copy. */
  copyNote: string;
  choose: (kind: EmbedKind) => void;
  copied: (note: string) => void;
  setHeight: (text: string) => void;
  fitHeight: () => void;
}

const WITH_FRAME: readonly EmbedKind[] = ['iframe', 'markdown', 'lms'];

export function renderOutput(host: OutputHost): TemplateResult {
  const { kind, messages } = host;
  const { builder } = messages;
  const code = embedCode(kind, host.schema, host.values, host.place);
  return html`<section class="output" aria-labelledby="output-title">
    <div class="bar">
      <h2 id="output-title">${builder.code}</h2>
      <div class="tabs" role="tablist" aria-labelledby="output-title">
      ${EMBED_KINDS.map(
        (each) => html`<button
          type="button"
          role="tab"
          id="tab-${each}"
          aria-controls="code-panel"
          aria-selected=${each === kind ? 'true' : 'false'}
          tabindex=${each === kind ? '0' : '-1'}
          @click=${() => host.choose(each)}
          @keydown=${(event: KeyboardEvent) => move(event, each, host)}
        >${builder.kinds[each].label}</button>`,
      )}
      </div>
    </div>
    <div id="code-panel" role="tabpanel" aria-labelledby="tab-${kind}">
      <p class="about" id="about-code">${builder.kinds[kind].text}</p>
      <textarea
        class="code"
        readonly
        spellcheck="false"
        rows="4"
        aria-label=${builder.kinds[kind].label}
        aria-describedby="about-code"
        .value=${live(code)}
        @focus=${(event: Event) => (event.target as HTMLTextAreaElement).select()}
      ></textarea>
      <div class="actions">
        <button type="button" class="primary" @click=${(event: Event) => void copy(event, code, host)}>
          ${builder.copy}
        </button>
        ${
          kind === 'link'
            ? html`<a href=${code} target="_blank" rel="noopener">${builder.tryLink}</a>`
            : nothing
        }
        <span class="copy-note" role="status">${host.copyNote}</span>
        ${WITH_FRAME.includes(kind) ? renderHeight(host) : nothing}
      </div>
      ${
        WITH_FRAME.includes(kind)
          ? html`<p class="about" id="about-height">
                ${builder.heightHelp(frameHeight(host.schema.name))}
              </p>
              <p class="wrong" id="wrong-height" role="alert" ?hidden=${!host.heightWrong}>
                ${host.heightWrong ? builder.badHeight : nothing}
              </p>`
          : nothing
      }
    </div>
  </section>`;
}

function renderHeight(host: OutputHost): TemplateResult {
  const { builder } = host.messages;
  return html`<span class="frame-height">
    <label for="frame-height">${builder.height}</label>
    <input
      id="frame-height"
      type="text"
      inputmode="numeric"
      autocomplete="off"
      aria-describedby="about-height wrong-height"
      aria-invalid=${host.heightWrong ? 'true' : nothing}
      .value=${live(host.heightText)}
      @input=${(event: Event) => host.setHeight((event.target as HTMLInputElement).value)}
    />
    <button type="button" @click=${host.fitHeight}>${builder.fit}</button>
  </span>`;
}

/** Left and right, and the ends, as in any row of tabs. */
function move(event: KeyboardEvent, kind: EmbedKind, host: OutputHost): void {
  const at = EMBED_KINDS.indexOf(kind);
  const last = EMBED_KINDS.length - 1;
  const places: Record<string, number> = {
    ArrowLeft: at === 0 ? last : at - 1,
    ArrowRight: at === last ? 0 : at + 1,
    Home: 0,
    End: last,
  };
  const place = places[event.key];
  if (place === undefined) return;
  event.preventDefault();
  const next = EMBED_KINDS[place]!;
  host.choose(next);
  document.getElementById(`tab-${next}`)?.focus();
}

async function copy(event: Event, code: string, host: OutputHost): Promise<void> {
  const { builder } = host.messages;
  const panel = (event.target as Element).closest('[role=tabpanel]');
  try {
    await navigator.clipboard.writeText(code);
    host.copied(builder.copied);
  } catch {
    // Refused, or not there: the reader copies what is selected.
    panel?.querySelector('textarea')?.focus();
    host.copied(builder.copyFailed);
  }
}
