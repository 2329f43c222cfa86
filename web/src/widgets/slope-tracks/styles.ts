// Styles of the figure's own layout; cards and control bar look as in the race.

import { css } from 'lit';

export const slopesStyles = css`
  .segmented,
  .findings {
    margin-block-start: 0.5rem;
  }
  .panel .chips {
    grid-column: 1 / -1;
  }
  .reader [data-draws] {
    flex: 1;
  }
`;
