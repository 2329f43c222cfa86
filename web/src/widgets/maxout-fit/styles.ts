// Styles of the maxout figure.

import { css } from 'lit';
import { notes } from '../looks/notes.ts';
import { readout } from '../looks/readout.ts';

export const fitStyles = css`
  ${notes}
  ${readout}
  .verdict {
    margin-block-start: 0.75rem;
  }
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
  .readout + .readout {
    margin-block-start: 0.75rem;
  }
  .readout tr.idle td:last-child {
    color: var(--_warning);
  }
  details .controls {
    margin-block-start: 0.5rem;
  }
`;
