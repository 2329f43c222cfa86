// Styles of the training race's own layout.

import { css } from 'lit';
import { notes } from '../looks/notes.ts';

export const raceStyles = css`
  ${notes}
  .head-title span {
    color: var(--_muted);
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
