// The results in a table: for readers, rounded; for the data table, as the engine computed them.

import { css, html, type TemplateResult } from 'lit';
import type { Metrics } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import type { DataTable } from '../base.ts';
import { formatNumber } from '../format.ts';
import { swatch } from '../swatch.ts';
import { type ChartContext, percent, short, whole } from './charts.ts';
import { type Lane, partOf, type Selector, spreadAt } from './history.ts';
import type { Verdict } from './verdict.ts';

type Numbers = readonly (readonly [keyof Messages['race']['results'], Selector, boolean])[];

function numbers(classes: number): Numbers {
  const losses = [
    ['trainLoss', (m: Metrics) => m.trainLoss, false],
    ['testLoss', (m: Metrics) => m.testLoss, false],
  ] as const;
  return classes === 0
    ? losses
    : [
        ...losses,
        ['trainAccuracy', (m: Metrics) => m.trainAccuracy, true],
        ['testAccuracy', (m: Metrics) => m.testAccuracy, true],
      ];
}

/** Medians at the latest step, with the range where there are several seeds. */
export function renderResults(
  context: ChartContext,
  lanes: readonly Lane[],
  verdicts: readonly Verdict[],
): TemplateResult {
  const { messages, label, dataset, latest: step } = context;
  const { results, states } = messages.race;
  const columns = numbers(dataset.classes);
  const tested = dataset.trainCount < dataset.count;
  const seeds = lanes[0]?.runs.length ?? 1;
  // Narrow figures keep the training loss and what tells best how well the others are met.
  const best = dataset.classes === 0 ? 'testLoss' : tested ? 'testAccuracy' : 'trainAccuracy';
  const roomFor = (name: string) => (name === 'trainLoss' || name === best ? '' : 'wide');
  const cell = (lane: Lane, select: Selector, share: boolean, room: string) => {
    const point = spreadAt(lane, step, select);
    if (!point) return html`<td class=${room}>–</td>`;
    const show = share ? percent : short;
    const part = partOf(lane, point);
    return html`<td class=${room}>
      ${show(point.median)}
      ${seeds > 1 ? html`<small>${show(point.min)} – ${show(point.max)}</small>` : ''}
      ${part ? html`<small>${results.partOf(...part)}</small>` : ''}
    </td>`;
  };
  const caption =
    seeds > 1
      ? results.captionSeeds(whole(step), formatNumber(seeds))
      : results.caption(whole(step));
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${results.title}>
    <table class="data results">
      <caption>${caption}</caption>
      <thead>
        <tr>
          <th scope="col">${results.racer}</th>
          <th scope="col" class="wide">${results.units}</th>
          <th scope="col" class="wide">${results.parameters}</th>
          ${columns.map(
            ([name]) =>
              html`<th scope="col" class=${roomFor(name)}>${results[name] as string}</th>`,
          )}
          <th scope="col">${results.state}</th>
        </tr>
      </thead>
      <tbody>
        ${lanes.map(
          (lane, i) => html`<tr data-racer=${lane.id}>
            <th scope="row">${swatch(lane.id)} ${label(lane.id)}</th>
            <td class="wide">${lane.width}</td>
            <td class="wide">${whole(lane.parameters)}</td>
            ${columns.map(([name, select, share]) => cell(lane, select, share, roomFor(name)))}
            <td class="state ${verdicts[i]!.kind}">${states[verdicts[i]!.kind]}</td>
          </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}

/** Every run with all digits, at its latest measurement. */
export function exactTable(context: ChartContext, lanes: readonly Lane[]): DataTable {
  const { messages, label, dataset } = context;
  const { results, states } = messages.race;
  const columns = numbers(dataset.classes);
  return {
    caption: results.exactCaption,
    columns: [
      results.racer,
      results.seed,
      results.step,
      ...columns.map(([name]) => results[name] as string),
      results.firstGradient,
      results.lastGradient,
      results.state,
    ],
    rows: lanes.flatMap((lane) =>
      lane.runs.map((run) => {
        const latest = run.samples.at(-1);
        const show = (select: Selector) => (latest ? String(select(latest)) : '');
        const gradient = (layer: number) =>
          show((m) => m.layers.at(layer)?.gradientNorm ?? Number.NaN);
        return [
          label(lane.id),
          String(run.seed),
          String(run.status.step),
          ...columns.map(([, select]) => show(select)),
          gradient(0),
          gradient(-2),
          states[run.status.step === 0 ? 'ready' : run.status.state],
        ];
      }),
    ),
  };
}

export const resultStyles = css`
  table.results thead th {
    white-space: normal;
    overflow-wrap: normal;
    word-break: keep-all;
    vertical-align: bottom;
  }
  table.results .wide {
    display: none;
  }
  @container (min-width: 42rem) {
    table.results .wide {
      display: table-cell;
    }
  }
  table.results th:first-child {
    text-align: start;
  }
  table.results tbody th .swatch {
    margin-inline-end: 0.375rem;
  }
  table.results small {
    display: block;
    color: var(--_muted);
    font-size: 0.75rem;
  }
  .state.diverged,
  .state.dead,
  .state.stalled,
  .state.chance,
  .state.dying,
  .state.memorises {
    color: var(--_warning);
    font-weight: 600;
  }
`;
