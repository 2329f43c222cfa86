// Styles of the training race's own layout.

import { css } from 'lit';

export const raceStyles = css`
  .head p {
    margin: 0;
  }
  .head-title span {
    color: var(--_muted);
  }
  .head-title b {
    font-size: 1.0625rem;
    margin-inline-end: 0.375rem;
  }
  .setup {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.375rem;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .setup span + span::before {
    content: '·';
    margin-inline-end: 0.375rem;
  }
  .status {
    margin: 0;
    padding: 0.375rem 0.75rem;
    background: var(--_raised);
    border-radius: 6px;
    font-size: 0.875rem;
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
  .status .link {
    display: block;
  }
  .status input {
    width: 100%;
    font-size: 0.8125rem;
  }
  .figure > .chips {
    margin-block-start: 0.75rem;
  }
  .chips > legend {
    position: absolute;
    width: 1px;
    height: 1px;
    overflow: hidden;
    clip-path: inset(50%);
  }
  .panel .chips > legend {
    position: static;
    width: auto;
    height: auto;
    clip-path: none;
  }
`;
