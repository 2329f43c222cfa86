// Styles of the speed meter.

import { css } from 'lit';
import { notes } from '../looks/notes.ts';
import { runBar } from '../looks/run-bar.ts';

export const speedStyles = css`
  ${runBar}
  ${notes}
  .progress {
    flex-wrap: wrap;
  }
  progress {
    flex-basis: 8rem;
  }
  :host {
    --_reserve: 48rem;
  }
  table.bars {
    width: 100%;
    border-collapse: collapse;
    font-size: 0.8125rem;
    overflow-wrap: normal;
  }
  .bars caption {
    padding-block-end: 0.25rem;
    text-align: start;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .bars th,
  .bars td {
    padding: 0;
    font-weight: 400;
    text-align: end;
    white-space: nowrap;
  }
  .bars thead th {
    padding-inline-start: 0.75rem;
    vertical-align: bottom;
    color: var(--_muted);
    line-height: 1.2;
    white-space: normal;
  }
  .bars thead th.ratio {
    white-space: nowrap;
  }
  .bars td:not(.track) {
    padding-inline-start: 0.75rem;
    line-height: 1.125rem;
  }
  .bars tbody th {
    padding-inline-end: 0.625rem;
    text-align: start;
    vertical-align: middle;
  }
  .bars tbody th > span {
    white-space: normal;
  }
  .bars tbody th .swatch {
    display: none;
    margin-inline-end: 0.375rem;
  }
  .bars tbody tr:first-child > * {
    border-block-start: 1px solid var(--_line);
    padding-block-start: 0.1875rem;
  }
  .bars tbody tr:last-child > td {
    padding-block-end: 0.1875rem;
  }
  .bars .track {
    width: 100%;
    min-width: 4.5rem;
    padding-inline-start: 0;
    line-height: 0;
  }
  .bars svg {
    display: block;
    overflow: visible;
  }
  .axis text {
    fill: var(--_muted);
    font-size: 0.6875rem;
  }
  .grid {
    stroke: var(--_line);
  }
  .bar {
    stroke: var(--curve, var(--_muted));
    stroke-width: 1.5;
  }
  .bar.simd {
    fill: var(--curve, var(--_muted));
  }
  .bar.baseline {
    fill: none;
  }
  .middle {
    stroke: var(--_text);
    stroke-width: 2;
  }
  .legend {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin: 0.5rem 0 0;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }
  .legend li {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .note {
    margin: 0.375rem 0 0;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .verdict,
  .trouble {
    margin-block-start: 0.75rem;
  }
  .more .controls {
    margin-block-start: 0.75rem;
  }
  @container (min-width: 32rem) {
    .bars tbody th .swatch {
      display: inline-block;
    }
    .bars tbody th > span {
      white-space: nowrap;
    }
  }
`;
