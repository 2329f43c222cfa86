// The numbers behind a figure as a table that scrolls in itself.

import { html, type TemplateResult } from 'lit';

export interface DataTable {
  caption: string;
  columns: readonly string[];
  /** The first cell of each row is its heading. */
  rows: readonly (readonly string[])[];
}

export function renderTable(table: DataTable): TemplateResult {
  return html`<div class="table-scroll" tabindex="0" role="group" aria-label=${table.caption}>
    <table class="data" part="table">
      <caption>${table.caption}</caption>
      <thead>
        <tr>${table.columns.map((column) => html`<th scope="col">${column}</th>`)}</tr>
      </thead>
      <tbody>
        ${table.rows.map(
          ([first, ...rest]) =>
            html`<tr>
              <th scope="row">${first}</th>
              ${rest.map((cell) => html`<td>${cell}</td>`)}
            </tr>`,
        )}
      </tbody>
    </table>
  </div>`;
}
