// The born-dead mode: the latest network as cells, the running share and the formula.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import type { DataTable } from '../data-table.ts';
import type { Theme } from '../theme.ts';
import { whole } from '../training-race/charts.ts';
import { bornDeadProbability, standardError } from './born-dead.ts';
import type { BornRun } from './born-run.ts';
import { type Cell, drawCells, drawLegend, type Grid, stateColor } from './cells.ts';
import { SHARE_LINES } from './charts.ts';
import { renderPlot, renderReading } from './parts.ts';
import type { UnitState } from './units.ts';

const decimals = (value: number) => value.toFixed(3);

export const expectedShare = ({ settings }: BornRun) =>
  bornDeadProbability(settings.bornWidth, settings.bornDepth);

export function renderBorn(run: BornRun, messages: Messages, theme: Theme): TemplateResult {
  const words = messages.deadUnits;
  const { share, dead, count, deadLayer } = run.simulation;
  const error = decimals(standardError(share, count));
  const { readings, born } = words;
  const network =
    count === 0 ? born.none : deadLayer < 0 ? born.alive : born.deadAt(String(deadLayer + 1));
  return html`<div class="columns born">
      <section role="group" class="cells" aria-label=${born.latest}>
        <p class="layer-name">${born.latest}</p>
        <ul class="legend">
          ${renderSign('alive', born.on)} ${renderSign('inactive', born.off)}
          ${renderSign('dead', born.deadRow)}
        </ul>
        <canvas data-network role="img" aria-label="${born.cells} ${network}"></canvas>
        <p class="reading">${network}</p>
      </section>
      <section role="group" class="plots" aria-label=${words.charts.shareTitle}>
        ${renderPlot('share', words.charts.shareTitle, words.charts.share)}
        <ul class="readings">
          ${renderReading(
            `${readings.formula} ${born.formula}`,
            decimals(expectedShare(run)),
            'formula',
            stateColor('dead', theme),
            SHARE_LINES.formula,
          )}
          ${
            count === 0
              ? nothing
              : html`${renderReading(
                  readings.simulated,
                  decimals(share),
                  'simulated',
                  theme.accent,
                  SHARE_LINES.simulated,
                )}
                <li class="muted">${readings.error(error)}</li>`
          }
        </ul>
      </section>
    </div>
    ${
      count === 0
        ? nothing
        : html`<p class="verdict" data-verdict data-dead=${dead} data-count=${count}>
            ${bornVerdict(run, messages)}
          </p>`
    }`;
}

function renderSign(state: UnitState, label: string): TemplateResult {
  return html`<li><canvas data-sign=${state} aria-hidden="true"></canvas><span>${label}</span></li>`;
}

export function bornVerdict(run: BornRun, { deadUnits }: Messages): string {
  const { share, dead, count } = run.simulation;
  if (count === 0) return '';
  return deadUnits.born.verdict(
    whole(dead),
    whole(count),
    decimals(share),
    decimals(standardError(share, count)),
    decimals(expectedShare(run)),
  );
}

/** The cells of the latest network; a layer that is off as a whole is marked as dead. */
export function networkCells(run: BornRun): { cells: Cell[]; grid: Grid } {
  const { width, depth, on, deadLayer, count } = run.simulation;
  const cells = Array.from(on, (active, i): Cell => {
    const layer = Math.floor(i / width);
    if (count > 0 && layer === deadLayer) return { state: 'dead', strength: 1 };
    return { state: active ? 'alive' : 'inactive', strength: 1 };
  });
  const side = Math.max(5, Math.min(24, Math.floor(280 / depth) - 2));
  return { cells, grid: { columns: width, rows: depth, side, pitch: side + 2 } };
}

export function drawBorn(root: ParentNode, run: BornRun, theme: Theme): void {
  drawLegend(root, theme);
  const canvas = root.querySelector<HTMLCanvasElement>('canvas[data-network]');
  if (!canvas) return;
  const { cells, grid } = networkCells(run);
  drawCells(canvas, cells, grid, theme);
}

export function bornTable(run: BornRun, { deadUnits }: Messages): DataTable {
  const { table } = deadUnits;
  return {
    caption: table.bornCaption,
    columns: [table.networks, table.share, table.error, table.formula],
    rows: run.points.map(({ count, share, error }) => [
      String(count),
      String(share),
      String(error),
      String(expectedShare(run)),
    ]),
  };
}
