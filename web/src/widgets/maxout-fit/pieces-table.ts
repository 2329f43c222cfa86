// Every piece with its line and the share of the points that it wins.

import { html, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import { formatNumber } from '../format.ts';
import { type Pieces, shares } from './fit.ts';

export function renderPieces(
  units: readonly Pieces[],
  words: Messages['maxoutFit'],
): TemplateResult {
  const { columns } = words;
  return html`<table class="readout pieces">
    <thead>
      <tr>
        <th scope="col">${columns.piece}</th>
        <th scope="col">${columns.formula}</th>
        <th scope="col">${columns.share}</th>
      </tr>
    </thead>
    <tbody>
      ${units.map((unit, u) =>
        shares(unit).map(
          (share, i) => html`<tr class=${share === 0 ? 'idle' : ''}>
            <th scope="row">${words.pieceName(i + 1, u === 1)}</th>
            <td>${formula(unit, i)}</td>
            <td>${share === 0 ? words.nothing : `${formatNumber(100 * share, 3)} %`}</td>
          </tr>`,
        ),
      )}
    </tbody>
  </table>`;
}

function formula({ weights, biases }: Pieces, piece: number): string {
  // What is left of a zero by rounding is a zero.
  const [w, b] = [weights[piece]!, biases[piece]!].map((value) => Number(value.toFixed(6)) + 0) as [
    number,
    number,
  ];
  return `${formatNumber(w, 3)} x ${b < 0 ? '−' : '+'} ${formatNumber(Math.abs(b), 3)}`;
}
