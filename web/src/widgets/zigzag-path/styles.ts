// Styles of the zig-zag figure.

import { css } from 'lit';
import { readout } from '../looks/readout.ts';

export const zigzagStyles = css`
  ${readout}
  .readout th,
  .readout td {
    padding-block: 0.25rem;
  }
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
`;
