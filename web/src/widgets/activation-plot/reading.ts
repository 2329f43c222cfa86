// The exact values at the cursor, beside the formulas, in the curves' colours.

import { html, nothing, type TemplateResult } from 'lit';
import type { ActivationInfo } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { formatFloat32 } from '../format.ts';
import { curveClass } from '../palette.ts';
import { swatch } from '../swatch.ts';
import { formula } from './formulas.ts';
import type { Which } from './sampling.ts';
import { type PlotSettings, X_LIMIT } from './settings.ts';

/** More functions than this scroll beside the chart. */
const UNSCROLLED = 6;

/** What the engine answers at the cursor. */
export interface Reading {
  info: ActivationInfo;
  f: number;
  derivative: number;
}

interface ReadingContext {
  settings: PlotSettings;
  messages: Messages;
  reading: readonly Reading[];
  cursor: number;
  onCursor: (x: number) => void;
  locked: boolean;
  /** How exact the values are, once it is wanted. */
  accuracy: unknown;
  onAccuracy: () => void;
}

export function renderReading(context: ReadingContext): TemplateResult {
  const { settings, messages, reading, cursor, onCursor, locked } = context;
  const { plot } = messages;
  const { view } = settings;
  const rows: Which[] = view === 'f' || view === 'derivative' ? [view] : ['f', 'derivative'];
  const onChange = (event: Event) => {
    const input = event.target as HTMLInputElement;
    const typed = input.valueAsNumber;
    const x = Number.isFinite(typed) ? Math.max(-X_LIMIT, Math.min(X_LIMIT, typed)) : cursor;
    input.value = String(x);
    onCursor(x);
  };
  return html`<div class="reading" part="reading">
    <label class="at">
      <span aria-hidden="true">x =</span>
      <input
        type="number"
        step="any"
        inputmode="decimal"
        aria-label=${plot.cursorLabel}
        min=${-X_LIMIT}
        max=${X_LIMIT}
        .value=${String(cursor)}
        ?disabled=${locked}
        @change=${onChange}
      />
    </label>
    <div
      class="readout-scroll ${reading.length > UNSCROLLED ? 'long' : ''}"
      tabindex=${reading.length > UNSCROLLED ? 0 : nothing}
      role="group"
      aria-label=${plot.reading}
    >
      <table class="readout" aria-label=${plot.valuesAt(formatFloat32(cursor))}>
        <colgroup>
          <col />
          <col class="values" />
        </colgroup>
        ${reading.map(
          (r) => html`<tbody class=${curveClass(r.info.id)} data-function=${r.info.id}>
            <tr>
              <th colspan="2" scope="rowgroup">
                <span class="name">${swatch(r.info.id)}${r.info.label}</span>
              </th>
            </tr>
            ${rows.map((which) => renderRow(r, which))}
          </tbody>`,
        )}
      </table>
    </div>
    <details class="accuracy" @toggle=${context.onAccuracy}>
      <summary>${plot.accuracy}</summary>
      ${context.accuracy}
    </details>
  </div>`;
}

function renderRow(reading: Reading, which: Which): TemplateResult {
  const { latex, latexDerivative } = reading.info;
  return html`<tr data-which=${which}>
    <td class="formula">
      <div class="formula-scroll" tabindex="0" role="group" aria-label=${reading.info.label}>
        ${formula(which === 'f' ? latex : latexDerivative)}
      </div>
    </td>
    <td class="number">${formatFloat32(reading[which])}</td>
  </tr>`;
}
