// Styles of the figure of gated units.

import { css } from 'lit';
import { notes } from '../looks/notes.ts';
import { readout } from '../looks/readout.ts';

export const gateStyles = css`
  ${notes}
  ${readout}
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
  .readout caption {
    text-align: start;
    color: var(--_muted);
    font-size: 0.8125rem;
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
