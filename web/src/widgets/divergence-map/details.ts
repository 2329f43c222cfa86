// The chosen cell: each of its runs, its row in a sentence, and the way to the race of it.

import { html, type TemplateResult } from 'lit';
import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import type { DataTable } from '../base.ts';
import { select } from '../controls.ts';
import { formatNumber } from '../format.ts';
import { labelOf } from '../label.ts';
import { toQuery } from '../schema.ts';
import { SITE } from '../site.ts';
import { type RaceSettings, raceSchema } from '../training-race/settings.ts';
import type { MapFill } from './fill.ts';
import { cellText, GLYPHS, type GridHost, rateText } from './grid.ts';
import { outcomeOf, type RunResult, rangeOf, type Scale } from './outcome.ts';
import { raceOf } from './plan.ts';
import type { MapSettings } from './settings.ts';

const NONE = '–';
const percent = (share: number) =>
  Number.isFinite(share) ? `${formatNumber(100 * share, 3)} %` : NONE;
const lossText = (loss: number) => (Number.isFinite(loss) ? formatNumber(loss, 3) : 'NaN');

export interface DetailsHost extends GridHost {
  settings: MapSettings;
  language: string;
}

export function renderDetails(host: DetailsHost): TemplateResult {
  const { fill, scale, messages, chosen, choose, settings } = host;
  const words = messages.divergenceMap;
  const { rows, rates } = fill.plan;
  const cell = rows[chosen.row]![chosen.column]!;
  const results = fill.of(cell);
  const ids = rows.map((cells) => cells[0]!.id);
  const href = raceLink(raceOf(settings, cell.id, cell.rate), host.language);
  return html`<section role="group" class="details" aria-label=${words.details}>
    <div class="controls">
      ${select({
        label: words.columns.activation,
        value: cell.id,
        options: ids.map((value) => ({ value, label: labelOf(value) })),
        onChange: (id: ActivationId) => choose({ ...chosen, row: ids.indexOf(id) }, false),
      })}
      ${select({
        label: words.columns.rate,
        value: String(cell.rate),
        options: rates.map((rate) => ({ value: String(rate), label: rateText(rate) })),
        onChange: (rate) => choose({ ...chosen, column: rates.indexOf(Number(rate)) }, false),
      })}
    </div>
    <p class="verdict">${cellText(results, cell.runs.length, scale, messages)}</p>
    <table class="runs">
      <thead>
        <tr>
          <th scope="col">${words.columns.seed}</th>
          <th scope="col">${words.columns.outcome}</th>
          <th scope="col">${words.columns.trainLoss}</th>
          <th scope="col">${words.columns.testAccuracy}</th>
          <th scope="col">${words.columns.deadShare}</th>
        </tr>
      </thead>
      <tbody>
        ${cell.runs.map(({ seed, key }) => renderRun(seed, fill.result(key), scale, messages))}
      </tbody>
    </table>
    ${renderRange(host, chosen.row)}
    ${
      href &&
      html`<p class="race">
        <a href=${href} target="_blank" rel="noopener">${words.openRace}</a> ${words.newTab}
      </p>`
    }
  </section>`;
}

function renderRun(
  seed: number,
  result: RunResult | undefined,
  scale: Scale,
  messages: Messages,
): TemplateResult {
  const words = messages.divergenceMap;
  if (!result) {
    return html`<tr>
      <th scope="row">${seed}</th>
      <td colspan="4" class="muted">${words.notRun}</td>
    </tr>`;
  }
  const outcome = outcomeOf(result, scale);
  return html`<tr data-seed=${seed}>
    <th scope="row">${seed}</th>
    <td class="outcome">
      <span class="key band ${outcome}" aria-hidden="true">${GLYPHS[outcome]}</span>
      ${words.outcomes[outcome]}
      ${result.diverged ? html`<small>${words.atStep(String(result.step))}</small>` : ''}
    </td>
    <td data-value="loss">${lossText(result.trainLoss)}</td>
    <td>${percent(result.testAccuracy)}</td>
    <td>${percent(result.deadShare)}</td>
  </tr>`;
}

/** The boundaries of a row, once all of its runs are known. */
function renderRange({ fill, scale, messages }: GridHost, row: number): TemplateResult | string {
  const cells = fill.plan.rows[row]!;
  const results = cells.map((cell) => fill.of(cell));
  if (results.some((found, i) => found.length < cells[i]!.runs.length)) return '';
  const words = messages.divergenceMap.range;
  const rate = (column: number) => rateText(cells[column]!.rate);
  const { converged, divergedFrom } = rangeOf(results, scale);
  return html`<p class="range">${words.row(
    labelOf(cells[0]!.id),
    converged ? words.converged(rate(converged[0]), rate(converged[1])) : words.never,
    divergedFrom === undefined ? words.finite : words.diverged(rate(divergedFrom)),
  )}</p>`;
}

/** The page of the race, on the site that this script came from; undefined where that is unknown. */
function raceLink(settings: RaceSettings, language: string): string | undefined {
  const query = toQuery(raceSchema, { ...settings, lang: language as RaceSettings['lang'] });
  return SITE && `${SITE}embed/${raceSchema.name}/?${query}`;
}

/** Every run that is known, rounded for readers. */
export function runsTable(fill: MapFill, scale: Scale, messages: Messages): DataTable {
  const words = messages.divergenceMap;
  const { columns } = words;
  const show = (value: number) => formatNumber(value, 6);
  return {
    caption: words.tableCaption,
    columns: [
      columns.activation,
      columns.rate,
      columns.seed,
      columns.outcome,
      columns.trainLoss,
      columns.testAccuracy,
      columns.deadShare,
      columns.step,
    ],
    rows: fill.plan.rows
      .flat()
      .flatMap((cell) =>
        fill
          .of(cell)
          .map((result) => [
            labelOf(cell.id),
            String(cell.rate),
            String(result.seed),
            words.outcomes[outcomeOf(result, scale)],
            show(result.trainLoss),
            show(result.testAccuracy),
            show(result.deadShare),
            String(result.step),
          ]),
      ),
  };
}
