// Styles of the figure's own layout.

import { css } from 'lit';
import { notes } from '../looks/notes.ts';

export const figureStyles = css`
  ${notes}
  .note {
    color: var(--_muted);
  }
  .note {
    margin: 0.5rem 0 0;
    font-size: 0.8125rem;
    max-width: 46rem;
  }
  .verdict {
    margin-block-start: 0.75rem;
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
