// The map itself: a grid of cells, each filled by what became of its runs, to be read with a pointer
// or the arrow keys; and the legend.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import { formatNumber } from '../format.ts';
import { labelOf } from '../label.ts';
import type { MapFill } from './fill.ts';
import {
  LEARNED,
  OUTCOMES,
  type Outcome,
  type RunResult,
  type Scale,
  THROWN,
  tally,
} from './outcome.ts';
import type { PlannedCell } from './plan.ts';

/** Beside the colour. */
export const GLYPHS: Readonly<Record<Outcome, string>> = {
  converged: '✓',
  slow: '~',
  stalled: '–',
  dead: '×',
  erratic: '!',
  diverged: '∞',
};

/** From this share of a cell on there is room for the glyph. */
export const ROOM = 0.4;

/** With more columns than these, only whole decades are named. */
const ALL_NAMED = 17;

export interface Place {
  row: number;
  column: number;
}

export interface GridHost {
  fill: MapFill;
  scale: Scale;
  messages: Messages;
  chosen: Place;
  /** By the pointer or by the keyboard, which takes the focus along. */
  choose: (place: Place, focus: boolean) => void;
}

export const rateText = (rate: number): string => formatNumber(rate, 3);

/** What became of the runs of a cell, in words. */
export function cellText(
  results: readonly RunResult[],
  runs: number,
  scale: Scale,
  messages: Messages,
): string {
  const words = messages.divergenceMap;
  if (results.length === 0) return words.notRun;
  const parts = tally(results, scale).map(({ outcome, count }) =>
    words.count(count, results.length, words.outcomes[outcome]),
  );
  const partly = results.length < runs ? [words.seedsSoFar(results.length, runs)] : [];
  return words.list([...parts, ...partly]);
}

export function renderGrid(host: GridHost): TemplateResult {
  const { fill, messages } = host;
  const words = messages.divergenceMap;
  const { rates, rows } = fill.plan;
  return html`<div class="map-scroll">
    <div
      class="map ${rates.length <= ALL_NAMED ? 'roomy' : ''}"
      role="grid"
      aria-label=${words.gridLabel}
      aria-readonly="true"
      @keydown=${(event: KeyboardEvent) => onKey(event, host)}
    >
      <div class="line heads" role="row">
        <span class="name" role="columnheader"
          ><span class="visually-hidden">${words.activation}</span></span
        >
        ${rates.map((rate) => {
          const decade = Number.isInteger(Math.log10(rate));
          return html`<span class="head ${decade ? 'decade' : ''}" role="columnheader"
            ><span>${rateText(rate)}</span></span
          >`;
        })}
      </div>
      ${rows.map(
        (cells, row) => html`<div class="line" role="row" data-activation=${cells[0]!.id}>
          <span class="name" role="rowheader">${labelOf(cells[0]!.id)}</span>
          ${cells.map((cell, column) => renderCell(host, cell, { row, column }))}
        </div>`,
      )}
    </div>
    <p class="axis" aria-hidden="true">${words.rate}</p>
  </div>`;
}

function renderCell(host: GridHost, cell: PlannedCell, place: Place): TemplateResult {
  const { fill, scale, messages, chosen, choose } = host;
  const words = messages.divergenceMap;
  const results = fill.of(cell);
  const text = cellText(results, cell.runs.length, scale, messages);
  const label = words.cell(labelOf(cell.id), rateText(cell.rate), text);
  const here = chosen.row === place.row && chosen.column === place.column;
  const partial = results.length > 0 && results.length < cell.runs.length;
  return html`<span
    class="cell ${partial ? 'partial' : ''} ${fill.isActive(cell) ? 'active' : ''}"
    role="gridcell"
    tabindex=${here ? 0 : -1}
    aria-selected=${here ? 'true' : 'false'}
    aria-label=${label}
    title=${label}
    data-rate=${cell.rate}
    data-outcomes=${tally(results, scale)
      .map(({ outcome, count }) => `${outcome}:${count}`)
      .join(' ')}
    @click=${() => choose(place, false)}
    @focus=${() => {
      if (!here) choose(place, false);
    }}
    >${tally(results, scale).map(
      ({ outcome, count }) =>
        html`<span class="band ${outcome} g${count}" aria-hidden="true"
          >${count / results.length >= ROOM ? GLYPHS[outcome] : nothing}</span
        >`,
    )}</span
  >`;
}

function onKey(event: KeyboardEvent, { fill, chosen, choose }: GridHost): void {
  if (event.altKey || event.metaKey) return;
  const lastRow = fill.plan.rows.length - 1;
  const lastColumn = fill.plan.rates.length - 1;
  const { row, column } = chosen;
  const whole = event.ctrlKey;
  const places: Record<string, Place> = {
    ArrowLeft: { row, column: column - 1 },
    ArrowRight: { row, column: column + 1 },
    ArrowUp: { row: row - 1, column },
    ArrowDown: { row: row + 1, column },
    Home: { row: whole ? 0 : row, column: 0 },
    End: { row: whole ? lastRow : row, column: lastColumn },
    PageUp: { row: 0, column },
    PageDown: { row: lastRow, column },
  };
  const to = places[event.key];
  if (!to) return;
  event.preventDefault();
  const within = (value: number, last: number) => Math.min(last, Math.max(0, value));
  choose({ row: within(to.row, lastRow), column: within(to.column, lastColumn) }, true);
}

/** How each outcome looks, what it means, and how many runs have come to it. */
export function renderLegend({ fill, scale, messages }: GridHost): TemplateResult {
  const words = messages.divergenceMap;
  const meanings = words.meanings(
    formatNumber(scale.goal, 3),
    formatNumber(LEARNED * scale.chance, 3),
    formatNumber(THROWN * scale.chance, 3),
  );
  const results = fill.plan.rows.flat().flatMap((cell) => fill.of(cell));
  const counts = new Map(tally(results, scale).map(({ outcome, count }) => [outcome, count]));
  return html`<ul class="legend" aria-label=${words.legend}>
    ${OUTCOMES.map(
      (outcome) => html`<li>
        <span class="key band ${outcome}" aria-hidden="true">${GLYPHS[outcome]}</span>
        <span
          ><b>${words.outcomes[outcome]}</b> <span class="count" data-count=${outcome}
            >${counts.get(outcome) ?? 0}</span
          ><span class="meaning">${meanings[outcome]}</span></span
        >
      </li>`,
    )}
  </ul>`;
}
