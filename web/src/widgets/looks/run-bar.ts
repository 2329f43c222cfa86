// The look of the bar that starts and stops a run, and of how far it is.

import { css } from 'lit';

export const runBar = css`
  .transport {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: center;
  }
  .transport .primary {
    min-width: 6.5rem;
  }
  .progress {
    display: flex;
    align-items: center;
    gap: 0.25rem 0.75rem;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  progress {
    appearance: none;
    flex: 1 1 4rem;
    min-width: 4rem;
    height: 0.375rem;
    border: 0;
    border-radius: 999px;
    overflow: hidden;
    background: var(--_line);
  }
  progress::-webkit-progress-bar {
    background: var(--_line);
  }
  progress::-webkit-progress-value {
    background: var(--_accent);
  }
  progress::-moz-progress-bar {
    background: var(--_accent);
  }
`;
