// The look of a figure's own title, and of what it says: what it has found, what went wrong.

import { css } from 'lit';

export const notes = css`
  .head p {
    margin: 0;
  }
  .head b,
  .top b {
    font-size: 1.0625rem;
    margin-inline-end: 0.375rem;
  }
  .muted {
    color: var(--_muted);
  }
  .status,
  .verdict,
  .trouble {
    margin: 0;
    padding: 0.375rem 0.75rem;
    background: var(--_raised);
    border-radius: 6px;
    font-size: 0.875rem;
  }
  .status[hidden] {
    display: none;
  }
  .trouble {
    background: var(--_warning-surface);
    color: var(--_warning);
  }
  .status.trouble {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.5rem 1rem;
  }
`;
