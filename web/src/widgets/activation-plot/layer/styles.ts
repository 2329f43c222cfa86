// Styles of the layer view.

import { css } from 'lit';

export const layerStyles = css`
  .layer {
    display: grid;
    gap: 0.5rem;
    min-width: 0;
    padding-block-start: 0.5rem;
    border-block-start: 1px solid var(--_line);
  }
  .layer .frame.strip {
    height: clamp(8rem, 24cqi, 11rem);
  }
  .findings {
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
  }
  .findings li {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0 0.5rem;
  }
  .findings strong {
    color: var(--curve);
    font-weight: 600;
  }
  .layer .controls {
    align-items: end;
  }
`;
