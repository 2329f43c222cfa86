// The table of what every activation's value and derivative can be off by.

import { ACTIVATIONS } from '../../src/engine/catalog.ts';
import { type Language, MESSAGES } from '../../src/i18n/index.ts';
import { toleranceInWords } from '../../src/widgets/activation-plot/accuracy/tolerance.ts';
import { escapeHtml } from './figures.ts';

export function accuracyTable(language: Language, name: string): string {
  const { site, plotMore } = MESSAGES[language];
  const rows = ACTIVATIONS.map(({ id, label, tolerance }) => {
    const cells = [tolerance.value, tolerance.derivative].map(
      (accepted) => `<td>${escapeHtml(toleranceInWords(accepted, plotMore.accuracy))}</td>`,
    );
    const curve = `<span class="activation curve-${id}">${escapeHtml(label)}</span>`;
    return `<tr><th scope="row">${curve}</th>${cells.join('')}</tr>`;
  });
  const heads = [site.accuracy.activation, site.accuracy.value, site.accuracy.derivative];
  return (
    `<div class="table-scroll" tabindex="0" role="group" aria-label="${escapeHtml(name)}">` +
    `<table class="accuracy"><thead><tr>` +
    `${heads.map((head) => `<th scope="col">${head}</th>`).join('')}</tr></thead>` +
    `<tbody>${rows.join('')}</tbody></table></div>\n`
  );
}
