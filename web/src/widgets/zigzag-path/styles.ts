// Styles of the zig-zag figure.

import { css } from 'lit';

export const zigzagStyles = css`
  :host {
    --_reserve: 52rem;
  }
  .controls {
    align-items: start;
  }
  .setup,
  .legend,
  .caption {
    margin: 0.375rem 0 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .surfaces {
    display: grid;
    gap: 0.75rem 1.25rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
  }
  .panel {
    margin: 0;
    min-width: 0;
    max-width: 27rem;
  }
  .panel figcaption {
    font-weight: 600;
    font-size: 0.875rem;
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
    padding: 0.25rem 0;
    text-align: start;
    font-weight: 400;
    border-block-end: 1px solid var(--_line);
  }
  .readout tbody th {
    color: var(--_muted);
  }
  .readout td,
  .readout thead th + th {
    text-align: end;
    padding-inline-start: 0.75rem;
  }
  .readout thead th {
    font-weight: 600;
  }
  .readout .swatch-line {
    display: inline-block;
    vertical-align: middle;
    width: 24px;
    height: 8px;
    margin-inline-end: 0.375rem;
  }
  .more .controls {
    margin-block-start: 0.5rem;
  }
  @container (min-width: 44rem) {
    .results {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
  }
`;
