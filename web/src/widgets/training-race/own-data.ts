// Own data as CSV text, pasted or from a file, with every problem named by line and column.

import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import { parseCsv } from '../../engine/csv.ts';
import { EngineError, messageOf } from '../../engine/errors.ts';
import type { OwnDatasetConfig } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { button } from '../controls.ts';
import { whole } from './charts.ts';

/** Share of the rows that is held out for testing. */
const TEST_FRACTION = 0.2;
const SHOWN_PROBLEMS = 8;

/** The text a reader entered and what came of it. */
export class OwnData {
  text = '';
  dataset: OwnDatasetConfig | undefined;
  private labels: readonly string[] = [];
  private problems: readonly string[] = [];
  private unreadable = '';

  /** `changed` is called after every attempt to load something; `loaded` after a good one. */
  constructor(
    private readonly changed: () => void,
    private readonly loaded: () => void,
  ) {}

  private use(text: string): void {
    this.text = text;
    this.problems = [];
    this.unreadable = '';
    try {
      const { dataset, labels } = parseCsv(text);
      this.dataset = { ...dataset, testFraction: TEST_FRACTION };
      this.labels = labels;
      this.loaded();
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.problems = error.problems.length ? error.problems : [error.message];
    }
    this.changed();
  }

  private async read(file: File): Promise<void> {
    try {
      this.use(await file.text());
    } catch (error) {
      this.problems = [];
      this.unreadable = messageOf(error);
      this.changed();
    }
  }

  render({ race }: Messages): TemplateResult {
    const { own } = race;
    const { dataset, problems } = this;
    const hidden = problems.length - SHOWN_PROBLEMS;
    const rows = dataset ? dataset.inputs.length / dataset.inputSize : 0;
    return html`<div class="own-data">
      <p class="own-help">${own.help} ${race.linkOwnData}</p>
      <label class="control">
        <span class="control-label">${own.file}</span>
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          @change=${(event: Event) => {
            const file = (event.target as HTMLInputElement).files?.[0];
            if (file) void this.read(file);
          }}
        />
      </label>
      <label class="control">
        <span class="control-label">${own.text}</span>
        <textarea
          rows="6"
          spellcheck="false"
          placeholder="x,y,label"
          .value=${live(this.text)}
          @input=${(event: Event) => {
            this.text = (event.target as HTMLTextAreaElement).value;
          }}
        ></textarea>
      </label>
      ${button({
        label: own.use,
        onClick: () => this.use(this.text),
      })}
      <div role="status">
        ${this.unreadable ? html`<p class="own-errors">${own.unreadable(this.unreadable)}</p>` : nothing}
        ${
          problems.length
            ? html`<div class="own-errors">
                <p>${problems.length === 1 ? own.oneError : own.errors(String(problems.length))}</p>
                <ul>
                  ${problems.slice(0, SHOWN_PROBLEMS).map((problem) => html`<li>${problem}</li>`)}
                </ul>
                ${hidden > 0 ? html`<p>${own.moreErrors(String(hidden))}</p>` : nothing}
              </div>`
            : nothing
        }
        ${
          dataset && !problems.length && !this.unreadable
            ? html`<p>${own.loaded(whole(rows), this.labels.join(', '))}</p>`
            : nothing
        }
      </div>
    </div>`;
  }
}

export const ownDataStyles = css`
  .own-data {
    display: grid;
    gap: 0.5rem;
    font-size: 0.875rem;
  }
  .own-data p,
  .own-data ul {
    margin: 0;
  }
  .own-help {
    color: var(--_muted);
  }
  .own-data textarea {
    width: 100%;
    font: 0.8125rem/1.4 ui-monospace, monospace;
    color: inherit;
    background: var(--_surface);
    border: 1px solid var(--_control);
    border-radius: 6px;
    padding: 0.375rem 0.5rem;
    resize: vertical;
  }
  .own-data input[type='file'] {
    max-width: 100%;
  }
  .own-errors {
    padding: 0.5rem 0.75rem;
    color: var(--_warning);
    background: var(--_warning-surface);
    border-radius: 6px;
  }
  .own-errors ul {
    padding-inline-start: 1.25rem;
  }
`;
