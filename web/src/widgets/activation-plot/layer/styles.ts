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
  /* Three charts above each other, to be seen at once. */
  .with-layer .frame.strip,
  .with-layer.split .frame {
    height: clamp(8.5rem, 24cqi, 11rem);
  }
  .findings {
    display: grid;
    gap: 0.25rem;
    margin: 0;
    padding: 0;
    list-style: none;
    font-size: 0.875rem;
  }
  .findings .swatch {
    vertical-align: middle;
  }
  .findings strong {
    margin-inline: 0.375rem 0.5rem;
    color: var(--curve);
    font-weight: 600;
  }
  .layer .controls {
    align-items: end;
  }
`;
