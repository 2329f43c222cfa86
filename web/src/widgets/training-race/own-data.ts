// Own data as CSV text, pasted or from a file, with every problem named by line and column.

import { css, html, nothing, type TemplateResult } from 'lit';
import { live } from 'lit/directives/live.js';
import type { CsvError, CsvProblem } from '../../engine/csv.ts';
import { messageOf } from '../../engine/errors.ts';
import type { OwnDatasetConfig } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { button } from '../controls.ts';
import { whole } from './charts.ts';

/** Share of the rows that is held out for testing. */
const TEST_FRACTION = 0.2;

/** The text a reader entered and what came of it. */
export class OwnData {
  text = '';
  dataset: OwnDatasetConfig | undefined;
  private labels: readonly string[] = [];
  private refusal: CsvError | undefined;
  private unreadable = '';

  /** `changed` is called after every attempt to load something; `loaded` after a good one. */
  constructor(
    private readonly changed: () => void,
    private readonly loaded: () => void,
  ) {}

  /** The parser is loaded when first used. */
  private async use(read: () => Promise<string> | string): Promise<void> {
    this.refusal = undefined;
    this.unreadable = '';
    try {
      const { CsvError, parseCsv } = await import('../../engine/csv.ts');
      this.text = await read();
      try {
        const { dataset, labels } = parseCsv(this.text);
        this.dataset = { ...dataset, testFraction: TEST_FRACTION };
        this.labels = labels;
        this.loaded();
      } catch (error) {
        if (!(error instanceof CsvError)) throw error;
        this.refusal = error;
      }
    } catch (error) {
      this.unreadable = messageOf(error);
    }
    this.changed();
  }

  render({ race }: Messages): TemplateResult {
    const { own } = race;
    return html`<div class="own-data">
      <p class="own-help">${own.help} ${race.linkOwnData}</p>
      <label class="control">
        <span class="control-label">${own.file}</span>
        <input
          type="file"
          accept=".csv,.txt,text/csv,text/plain"
          @change=${(event: Event) => {
            const file = (event.target as HTMLInputElement).files?.[0];
            if (file) void this.use(() => file.text());
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
        onClick: () => void this.use(() => this.text),
      })}
      <div role="status">${this.renderOutcome(own)}</div>
    </div>`;
  }

  private renderOutcome(own: Messages['race']['own']): TemplateResult | typeof nothing {
    const { dataset, refusal, unreadable } = this;
    const rows = dataset ? whole(dataset.inputs.length / dataset.inputSize) : '';
    const kept = rows ? html`<p>${own.kept(rows)}</p>` : nothing;
    if (unreadable) {
      return html`<div class="own-errors"><p>${own.unreadable(unreadable)}</p>${kept}</div>`;
    }
    if (!refusal) {
      return rows ? html`<p>${own.loaded(rows, this.labels.join(', '))}</p>` : nothing;
    }
    const { details, count } = refusal;
    const hidden = count - details.length;
    return html`<div class="own-errors">
      <p>${count === 1 ? own.oneError : own.errors(whole(count))}</p>
      <ul>
        ${details.map((problem) => html`<li>${problemText(problem, own)}</li>`)}
      </ul>
      ${hidden > 0 ? html`<p>${own.moreErrors(whole(hidden))}</p>` : nothing}
      ${kept}
    </div>`;
  }
}

const rough = (value: number) => value.toExponential(1).replace('+', '');

/** Where the problem is, what was found and what is allowed, in the reader's language. */
export function problemText(problem: CsvProblem, own: Messages['race']['own']): string {
  const { kind, line, column, value, limit } = problem;
  const shown = typeof value === 'number' ? whole(value) : (value ?? '');
  const bound = limit === undefined ? '' : limit < 1e6 ? whole(limit) : rough(limit);
  const text = own.problems[kind](shown, bound);
  if (line === undefined) return text;
  return column === undefined ? own.atLine(line, text) : own.atCell(line, column, text);
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
