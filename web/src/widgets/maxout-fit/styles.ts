// Styles of the maxout figure.

import { css } from 'lit';

export const fitStyles = css`
  :host {
    --_reserve: 46rem;
  }
  .controls {
    align-items: start;
  }
  .controls .slider {
    max-width: 20rem;
  }
  .hint,
  .legend,
  .caption {
    margin: 0.375rem 0 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    padding: 0;
    list-style: none;
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
  .verdict {
    margin: 0.75rem 0 0;
    padding: 0.375rem 0.75rem;
    background: var(--_raised);
    border-radius: 6px;
    font-size: 0.875rem;
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
  .readout + .readout {
    margin-block-start: 0.75rem;
  }
  .readout th,
  .readout td {
    padding: 0.1875rem 0;
    text-align: start;
    font-weight: 400;
    border-block-end: 1px solid var(--_line);
  }
  .readout th {
    color: var(--_muted);
  }
  .readout th + th,
  .readout td {
    text-align: end;
    padding-inline-start: 0.75rem;
  }
  .readout tr.idle td:last-child {
    color: var(--_warning);
  }
  details .controls {
    margin-block-start: 0.5rem;
  }
  @container (min-width: 44rem) {
    .results {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
