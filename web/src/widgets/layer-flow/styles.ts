// Styles of the flow's own layout; cards and control bar look as in the race.

import { css } from 'lit';
import { notes } from '../looks/notes.ts';

export const flowStyles = css`
  ${notes}
  .head-title span,
  .setup {
    color: var(--_muted);
  }
  .setup {
    font-size: 0.8125rem;
  }
  .main-controls,
  .readers,
  .panel {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 12rem), 1fr));
    gap: 0.75rem 1.25rem;
    align-items: end;
  }
  .readers {
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 18rem), 1fr));
  }
  .panel {
    padding: 0.75rem 0 0.25rem;
  }
  .main-controls .slider,
  .readers .slider,
  .panel .slider {
    max-width: none;
  }
  .main-controls select,
  .panel select {
    width: 100%;
  }
  .panel .seed input {
    width: 100%;
    text-align: start;
  }
  .plot.by-layer {
    cursor: crosshair;
    touch-action: pan-y;
  }
  .findings {
    display: grid;
    gap: 0.375rem;
    margin: 0;
    padding: 0;
    list-style: none;
    max-width: 58rem;
  }
  .findings li {
    display: flex;
    gap: 0.625rem;
    align-items: baseline;
  }
  .findings li.trouble span {
    border-inline-start: 3px solid var(--_warning);
    padding-inline-start: 0.5rem;
  }
  .cards:has(> :only-child) {
    grid-template-columns: minmax(0, 1fr);
  }
  .cards > :only-child {
    grid-column: 1 / -1;
  }
`;
