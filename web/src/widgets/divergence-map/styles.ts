// Styles of the divergence map. Outcomes differ in lightness, glyph and pattern, not by hue alone.

import { css, unsafeCSS } from 'lit';
import { notes } from '../looks/notes.ts';
import { runBar } from '../looks/run-bar.ts';

/** Runs of one outcome take their share of a cell; a style of its own on each would be refused. */
const SHARES = Array.from({ length: 10 }, (_, i) => `.g${i + 1}{flex:${i + 1} 1 0}`).join('');

export const mapStyles = css`
  ${runBar}
  ${notes}
  .progress {
    flex-wrap: wrap;
  }
  progress {
    flex-basis: 8rem;
  }
  :host {
    --_reserve: 56rem;
    --_name: 5.25rem;
  }
  .note,
  .meaning {
    color: var(--_muted);
  }
  .body {
    display: grid;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 1.5rem;
  }
  .body > * {
    min-width: 0;
  }

  .map-scroll {
    overflow-x: auto;
    padding: 2px;
  }
  .map {
    display: grid;
    gap: 1px;
  }
  .line {
    display: grid;
    grid-template-columns: var(--_name);
    grid-auto-flow: column;
    grid-auto-columns: minmax(0.6875rem, 1fr);
    gap: 1px;
  }
  .name {
    position: sticky;
    inset-inline-start: 0;
    z-index: 1;
    align-self: stretch;
    display: flex;
    align-items: center;
    padding-inline-end: 0.375rem;
    background: var(--_surface);
    font-size: 0.75rem;
    line-height: 1.1;
  }
  .head {
    position: relative;
    height: 1.25rem;
    font-size: 0.75rem;
    color: var(--_muted);
  }
  .head > span {
    position: absolute;
    inset-inline-start: 50%;
    transform: translateX(-50%);
    white-space: nowrap;
  }
  .head:nth-child(2) > span {
    inset-inline: 0 auto;
    transform: none;
  }
  .head:last-child:not(:nth-child(2)) > span {
    inset-inline: auto 0;
    transform: none;
  }
  .head:not(.decade) > span {
    opacity: 0;
  }
  .head.decade::after {
    content: '';
    position: absolute;
    inset-block-end: 0;
    inset-inline-start: 50%;
    height: 0.25rem;
    border-inline-start: 1px solid var(--_control);
  }
  .axis {
    margin: 0.25rem 0 0;
    padding-inline-start: var(--_name);
    text-align: center;
    font-size: 0.75rem;
    color: var(--_muted);
  }
  .cell {
    display: flex;
    flex-direction: column;
    min-width: 0;
    height: 1.75rem;
    border: 1px solid var(--_line);
    border-radius: 3px;
    overflow: hidden;
    cursor: pointer;
    user-select: none;
  }
  .cell.partial {
    padding: 3px 1px;
  }
  .cell.active {
    border-color: var(--_accent);
    border-style: dashed;
  }
  .cell[aria-selected='true'] {
    outline: 2px solid var(--_text);
    outline-offset: 0;
    z-index: 1;
  }
  .cell:focus-visible {
    outline: 3px solid var(--_accent);
  }
  .band {
    display: flex;
    align-items: center;
    justify-content: center;
    min-width: 0;
    min-height: 0;
    overflow: hidden;
    font-size: 0.75rem;
    font-weight: 700;
    line-height: 1;
  }
  ${unsafeCSS(SHARES)}
  .converged {
    background: light-dark(#0a5fa8, #57b0f2);
    color: light-dark(#fff, #06121d);
  }
  .slow {
    background: light-dark(#b5daf5, #1d4a70);
    color: light-dark(#0c2c47, #fff);
  }
  .stalled {
    background: light-dark(#e3e5e9, #4a515d);
    color: light-dark(#31363f, #fff);
  }
  .dead {
    background: light-dark(#4b5260, #0a0c0f);
    color: #fff;
  }
  .erratic {
    background: light-dark(#f5b942, #c98a12);
    background-image: repeating-linear-gradient(
      135deg,
      transparent 0 4px,
      light-dark(#e09c1a, #a87008) 4px 5px
    );
    color: #231600;
  }
  .diverged {
    background: light-dark(#a81c17, #ff8b82);
    color: light-dark(#fff, #240402);
  }
  .key {
    flex: none;
    display: inline-flex;
    width: 1.125rem;
    height: 1.125rem;
    border: 1px solid var(--_line);
    border-radius: 3px;
    vertical-align: -0.1875rem;
  }

  .legend {
    display: grid;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 13.5rem), 1fr));
    gap: 0.375rem 1rem;
    margin: 0.75rem 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
    line-height: 1.3;
  }
  .legend li {
    display: flex;
    align-items: start;
    gap: 0.5rem;
  }
  .count {
    color: var(--_muted);
  }
  .meaning {
    display: block;
  }
  .note {
    margin: 0.5rem 0 0;
    font-size: 0.8125rem;
  }

  .details .controls {
    flex-wrap: nowrap;
  }
  .verdict,
  .range,
  .race {
    margin: 0.5rem 0 0;
    font-size: 0.875rem;
  }
  .race a {
    color: var(--_accent);
    font-weight: 600;
  }
  table.runs {
    width: 100%;
    margin-block-start: 0.5rem;
    border-collapse: collapse;
    font-size: 0.8125rem;
    overflow-wrap: normal;
  }
  .runs th,
  .runs td {
    padding: 0.25rem 0.125rem;
    text-align: end;
    border-block-end: 1px solid var(--_line);
    font-weight: 400;
  }
  .runs thead th {
    color: var(--_muted);
    vertical-align: bottom;
    line-height: 1.2;
  }
  .runs th:first-child,
  .runs th:nth-child(2),
  .runs td.outcome,
  .runs td.muted {
    text-align: start;
  }
  .runs td.outcome {
    white-space: nowrap;
  }
  .runs small {
    display: block;
    color: var(--_muted);
  }
  .more .controls {
    margin-block-start: 0.75rem;
  }
  @container (min-width: 40rem) {
    :host {
      --_name: 6.5rem;
    }
    .name {
      font-size: 0.8125rem;
    }
    .line.heads .head.head > span {
      inset-inline: 50% auto;
      transform: translateX(-50%);
    }
  }
  @container (min-width: 62rem) {
    .body {
      grid-template-columns: minmax(0, 1fr) 22.5rem;
    }
  }
  @container (min-width: 72rem) {
    .roomy .head:not(.decade) > span {
      opacity: 1;
      font-size: 0.6875rem;
    }
  }
  @media (pointer: coarse) {
    .cell {
      height: 2rem;
    }
  }
`;
