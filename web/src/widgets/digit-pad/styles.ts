// Styles of the figure's own layout.

import { css } from 'lit';

export const figureStyles = css`
  .head b {
    font-size: 1.0625rem;
    margin-inline-end: 0.375rem;
  }
  .muted,
  .note {
    color: var(--_muted);
  }
  .note {
    margin: 0.5rem 0 0;
    font-size: 0.8125rem;
    max-width: 46rem;
  }
  .status,
  .verdict {
    margin: 0;
    padding: 0.375rem 0.75rem;
    background: var(--_raised);
    border-radius: 6px;
    font-size: 0.875rem;
  }
  .verdict {
    margin-block-start: 0.75rem;
  }
  .status[hidden] {
    display: none;
  }
  .status.trouble {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
    background: var(--_warning-surface);
    color: var(--_warning);
  }
  .figure > .columns {
    display: grid;
    margin-block-start: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 1.75rem;
  }
  .columns > section {
    min-width: 0;
  }
  .source {
    margin: 0.5rem 0;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .buttons {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
  }
  .more .controls {
    padding-block: 0.5rem;
  }
  @container (min-width: 44rem) {
    .figure > .columns {
      grid-template-columns: minmax(0, 25rem) minmax(0, 1fr);
    }
    .answers {
      grid-template-columns: repeat(auto-fit, minmax(11rem, 1fr));
    }
  }
`;
