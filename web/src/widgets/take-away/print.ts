// Prints a page of a figure: pictures, settings, summary, numbers and citation, in a frame of its own.

import { html, render } from 'lit';
import { languageOf, type Messages } from '../../i18n/language.ts';
import { renderTable } from '../data-table.ts';
import { citationOf } from './cite.ts';
import { changedSettings, pictureSvg, setupOf } from './files.ts';
import type { TakenFigure } from './types.ts';

const STYLES = `
  @page { margin: 15mm; }
  body { margin: 0; color: #000; background: #fff; font: 10.5pt/1.45 system-ui, sans-serif; }
  h1 { margin: 0 0 2mm; font-size: 16pt; }
  h2 { margin: 6mm 0 2mm; font-size: 12pt; }
  p { margin: 0 0 2mm; }
  .setup, .citation, caption { color: #444; font-size: 9pt; }
  .pictures { margin-block: 4mm; }
  .pictures svg { display: inline-block; max-width: 100%; height: auto; break-inside: avoid; }
  ul { margin: 0; padding-inline-start: 5mm; columns: 2; }
  table { border-collapse: collapse; width: 100%; font-size: 8.5pt; }
  caption { text-align: start; padding-block-end: 1mm; }
  thead { display: table-header-group; }
  tr { break-inside: avoid; }
  th, td { padding: 0.5mm 2mm; border-block-end: 0.25pt solid #999; text-align: end; }
  .citation { margin-block-start: 6mm; overflow-wrap: anywhere; }
`;

/** The frame stays until the next print: some browsers read it after `print` has returned. */
export async function printFigure(
  figure: TakenFigure,
  messages: Messages,
  place: HTMLElement,
): Promise<void> {
  const words = messages.takeAway;
  const pictures = (await figure.pictures?.()) ?? [];
  const frame = document.createElement('iframe');
  frame.className = 'print';
  frame.title = words.print;
  frame.tabIndex = -1;
  frame.setAttribute('aria-hidden', 'true');
  place.replaceChildren(frame);
  const page = frame.contentDocument;
  const view = frame.contentWindow as (Window & typeof globalThis) | null;
  if (!page || !view) throw new Error(words.noPrint);
  const styles = new view.CSSStyleSheet();
  styles.replaceSync(STYLES);
  page.adoptedStyleSheets = [styles];
  page.documentElement.lang = languageOf(figure) === 'zh' ? 'zh-CN' : 'en';
  page.title = figure.figureName();
  const table = figure.dataTable();
  const settings = changedSettings(figure);
  render(
    html`<h1>${figure.figureName()}</h1>
      <p class="setup">${setupOf(figure)}</p>
      <div class="pictures">${pictures.map((picture) => pictureSvg(figure, picture))}</div>
      <p>${figure.summary()}</p>
      <h2>${words.settings}</h2>
      ${
        settings.length > 0
          ? html`<ul>
              ${settings.map((setting) => html`<li>${setting}</li>`)}
            </ul>`
          : html`<p>${words.defaults}</p>`
      }
      ${table ? html`<h2>${messages.widget.showTable}</h2> ${renderTable(table)}` : ''}
      <p class="citation">${citationOf(figure)}</p>`,
    page.body,
  );
  view.focus();
  view.print();
}
