// How far the values shown can be from the exact ones, folded away below them.

import { html, type TemplateResult } from 'lit';
import type { ActivationInfo } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { curveClass } from '../palette.ts';
import { swatch } from '../swatch.ts';
import { toleranceInWords } from './tolerance.ts';

export function renderAccuracy(
  infos: readonly ActivationInfo[],
  words: Messages['plot']['accuracy'],
): TemplateResult {
  return html`<details class="accuracy">
    <summary>${words.title}</summary>
    <dl>
      ${infos.map(({ id, label, tolerance }) => {
        const f = toleranceInWords(tolerance.value, words);
        const derivative = toleranceInWords(tolerance.derivative, words);
        return html`<div class=${curveClass(id)} data-function=${id}>
          <dt>${swatch(id)}${label}</dt>
          <dd><span class="which">f</span> ${f}</dd>
          <dd><span class="which">f′</span> ${derivative}</dd>
        </div>`;
      })}
    </dl>
    <p class="note">${words.explanation}</p>
  </details>`;
}
