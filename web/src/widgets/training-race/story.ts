// What the charts are read at, and what happened in words.

import { css, html, nothing, type TemplateResult } from 'lit';
import { button } from '../controls.ts';
import { swatch } from '../swatch.ts';
import { type ChartContext, whole } from './charts.ts';
import { isTrouble, type Verdict } from './verdict.ts';
import { verdictText } from './words.ts';

export interface ReaderHost {
  context: ChartContext;
  /** Whether the reader chose a step to stay at. */
  kept: boolean;
  keep: (step: number | undefined) => void;
}

/** The step that all charts are read at. */
export function renderReader({ context, kept, keep }: ReaderHost): TemplateResult {
  const { charts } = context.messages.race;
  const { step, latest } = context;
  return html`<div class="reader">
    <label>
      <span>${charts.readAt}</span>
      <input
        type="range"
        min="0"
        max=${latest}
        step="1"
        .value=${String(step)}
        ?disabled=${latest === 0}
        @input=${(event: Event) => keep((event.target as HTMLInputElement).valueAsNumber)}
      />
    </label>
    <output aria-live="off">${whole(step)}</output>
    ${button({ label: charts.latest, disabled: !kept, onClick: () => keep(undefined) })}
  </div>`;
}

export function renderVerdicts(
  { messages, label, settings }: ChartContext,
  all: readonly Verdict[],
): TemplateResult {
  const { race } = messages;
  const verdicts = all.filter(({ kind }) => kind !== 'ready');
  const diverged = verdicts.some(({ kind }) => kind === 'diverged');
  const notes = [
    ...(diverged ? [race.divergedNote] : []),
    ...(settings.seeds > 1 ? [race.charts.band(whole(settings.seeds))] : []),
    ...(settings.seeds > 1 && diverged ? [race.charts.leftOut] : []),
  ];
  return html`<div class="verdicts">
    <p class="card-title">${race.verdictTitle}</p>
    ${
      verdicts.length
        ? html`<ul>
            ${verdicts.map(
              (v) => html`<li class=${isTrouble(v) ? 'trouble' : ''} data-racer=${v.id}>
                ${swatch(v.id)}<span>${verdictText(v, messages, label)}</span>
              </li>`,
            )}
          </ul>`
        : html`<p>${race.verdictReady}</p>`
    }
    ${notes.length ? html`<p class="note">${notes.join(' ')}</p>` : nothing}
  </div>`;
}

export const storyStyles = css`
  .reader {
    display: flex;
    align-items: center;
    gap: 0.625rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .reader label {
    display: flex;
    flex: 1;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.625rem;
    min-width: 0;
  }
  .reader output {
    min-width: 3ch;
    text-align: end;
    color: var(--_text);
  }
  .verdicts {
    margin-block-start: 0.625rem;
    font-size: 0.9375rem;
  }
  .verdicts p {
    margin: 0;
  }
  .verdicts p + p {
    color: var(--_muted);
  }
  .verdicts ul {
    display: grid;
    gap: 0.375rem;
    margin: 0.25rem 0 0.375rem;
    padding: 0;
    list-style: none;
    max-width: 52rem;
  }
  .verdicts li {
    display: flex;
    gap: 0.625rem;
    align-items: baseline;
  }
  .verdicts li.trouble span {
    border-inline-start: 3px solid var(--_warning);
    padding-inline-start: 0.5rem;
  }
`;
