// Styles of the figure of gated units.

import { css } from 'lit';

export const gateStyles = css`
  :host {
    --_reserve: 74rem;
  }
  @media (max-width: 40rem) {
    :host {
      --_reserve: 136rem;
    }
  }
  .controls {
    align-items: start;
  }
  .controls .slider {
    max-width: 20rem;
  }
  .maps,
  .charts {
    display: grid;
    gap: 0.75rem 1.25rem;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 17rem), 1fr));
  }
  figure {
    margin: 0;
    min-width: 0;
  }
  .panel {
    max-width: 27rem;
  }
  figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
    font-size: 0.875rem;
  }
  .charts figcaption,
  .caption {
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .frame {
    position: relative;
    height: 11rem;
  }
  .frame canvas {
    position: absolute;
    inset: 0;
    max-width: 100%;
  }
  .point,
  .planes {
    display: grid;
    gap: 0.75rem 1.5rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .results {
    display: grid;
    gap: 0.75rem 1.25rem;
    grid-template-columns: minmax(0, 1fr);
    align-items: start;
  }
  .verdict {
    margin: 0;
    padding: 0.375rem 0.75rem;
    background: var(--_raised);
    border-radius: 6px;
    font-size: 0.875rem;
  }
  table.readout {
    border-collapse: collapse;
    width: 100%;
    font-size: 0.875rem;
  }
  .readout caption {
    text-align: start;
    color: var(--_muted);
    font-size: 0.8125rem;
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
  .readout thead th {
    font-weight: 600;
  }
  .readout td,
  .readout thead th + th {
    text-align: end;
    padding-inline-start: 0.75rem;
  }
  .caption {
    margin: 0;
  }
  @container (min-width: 44rem) {
    .charts,
    .results {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .charts:not(.tied) {
      grid-auto-flow: column;
      grid-template-rows: auto auto;
    }
  }
  @container (min-width: 68rem) {
    .point {
      grid-template-columns: minmax(0, 3fr) minmax(0, 1fr);
    }
    .point .results {
      grid-template-columns: minmax(0, 1fr);
    }
  }
`;
