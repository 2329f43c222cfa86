// The look of a legend, of a chart in its frame and of a table of numbers read, in the figures that
// are drawn beside such.

import { css } from 'lit';

export const readout = css`
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin: 0.375rem 0 0;
    padding: 0;
    list-style: none;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .legend svg {
    flex: none;
    width: 28px;
    height: 12px;
  }
  .results {
    display: grid;
    gap: 0.75rem 1.5rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .frame {
    position: relative;
    height: 13rem;
  }
  .frame canvas {
    position: absolute;
    inset: 0;
    max-width: 100%;
  }
  table.readout {
    border-collapse: collapse;
    width: 100%;
    font-size: 0.875rem;
  }
  .readout th,
  .readout td {
    padding: 0.1875rem 0;
    text-align: start;
    font-weight: 400;
    border-block-end: 1px solid var(--_line);
  }
  .readout tbody th {
    color: var(--_muted);
  }
  .readout td,
  .readout th + th {
    text-align: end;
    padding-inline-start: 0.75rem;
  }
  .readout thead th {
    font-weight: 600;
  }
  @container (min-width: 44rem) {
    .results {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
