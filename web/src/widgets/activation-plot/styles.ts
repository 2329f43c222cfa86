// Styles of the activation plot.

import { css } from 'lit';

export const plotStyles = css`
  /* About as high as the figure will be, so that the page does not jump when it comes. */
  :host {
    --_reserve: 44rem;
  }
  .toolbar {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem 1rem;
    align-items: end;
  }
  .toolbar.compact {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
  }
  .toolbar.compact select {
    width: 100%;
  }
  .toolbar .choose {
    flex: 0 1 auto;
  }
  .toolbar .choose[open] {
    flex: 1 1 100%;
    grid-column: 1 / -1;
  }
  .choose .chips {
    margin-block-start: 0.5rem;
  }
  .stage {
    display: grid;
    gap: 1rem 1.25rem;
    grid-template-columns: minmax(0, 1fr);
  }
  .charts {
    display: grid;
    gap: 0.5rem;
    align-content: start;
    min-width: 0;
  }
  .chart {
    margin: 0;
    min-width: 0;
  }
  .chart figcaption {
    display: flex;
    flex-wrap: wrap;
    align-items: center;
    gap: 0.25rem 0.5rem;
    font-size: 0.8125rem;
    color: var(--_muted);
    padding-inline-start: 0.25rem;
  }
  .chart figcaption strong {
    color: var(--curve, var(--_text));
    font-weight: 600;
  }
  .chart figcaption .number {
    margin-inline-start: auto;
    color: var(--_text);
  }
  .frame {
    position: relative;
    height: clamp(15rem, 52cqi, 27rem);
    touch-action: pan-y;
    cursor: crosshair;
    border-radius: 6px;
    user-select: none;
  }
  .split .frame {
    height: clamp(11.5rem, 32cqi, 16rem);
  }
  .frame canvas {
    position: absolute;
    inset: 0;
    max-width: 100%;
  }
  .panels .charts .grid {
    display: grid;
    grid-template-columns: repeat(2, minmax(0, 1fr));
    gap: 0.75rem clamp(0.5rem, 2cqi, 1.5rem);
  }
  .panels .frame {
    height: clamp(8rem, 30cqi, 15rem);
  }
  .window {
    display: flex;
    flex-wrap: wrap;
    gap: 0.375rem;
    align-items: center;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .window-buttons {
    display: inline-flex;
    flex-wrap: wrap;
    gap: 0.375rem;
  }
  .window .checkbox {
    margin-inline: 0.375rem;
  }
  .window .hint {
    flex: 1 1 12rem;
    min-width: 0;
  }
  .reading {
    min-width: 0;
  }
  .at {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    margin-block-end: 0.25rem;
  }
  .at span {
    font-style: italic;
    font-family: KaTeX_Math, 'Times New Roman', serif;
    font-size: 1.125rem;
  }
  .readout-scroll {
    overflow: auto;
    border-block-start: 1px solid var(--_line);
  }
  table.readout {
    border-collapse: collapse;
    width: 100%;
    table-layout: fixed;
  }
  table.readout col.values {
    width: 8rem;
  }
  .readout tbody {
    border-block-end: 1px solid var(--_line);
  }
  .readout th {
    text-align: start;
    padding: 0.5rem 0 0.125rem;
    font-weight: 600;
    color: var(--curve);
  }
  .readout th .name {
    display: inline-flex;
    align-items: center;
    gap: 0.5rem;
  }
  .readout td {
    padding: 0.125rem 0;
    vertical-align: middle;
  }
  .readout tr:last-child td {
    padding-block-end: 0.5rem;
  }
  .readout td.formula {
    color: var(--curve);
  }
  .formula-scroll {
    overflow-x: auto;
    overflow-y: hidden;
    padding-block: 0.1875rem;
    scrollbar-width: thin;
    overflow-wrap: normal;
  }
  .formula-scroll .katex {
    font-size: 1em;
  }
  /* Of a text that changes, the start stays where it is. */
  .readout td.number {
    font-size: 0.875rem;
    padding-inline-start: 0.5rem;
    overflow-wrap: normal;
    white-space: nowrap;
  }
  .accuracy {
    margin-block-start: 0.5rem;
    font-size: 0.875rem;
  }
  .parameters {
    padding-block-start: 0.5rem;
    border-block-start: 1px solid var(--_line);
  }
  .parameter-groups {
    display: grid;
    gap: 0.75rem 1.5rem;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 17rem), 1fr));
    align-items: start;
    margin-block-start: 0.25rem;
  }
  .parameter-groups > .restore {
    grid-column: 1 / -1;
    font-size: 0.875rem;
  }
  .group {
    display: grid;
    gap: 0.5rem;
    margin: 0;
    padding: 0;
    border: 0;
    min-width: 0;
  }
  .group.wide {
    grid-column: 1 / -1;
    grid-template-columns: repeat(auto-fill, minmax(min(100%, 15rem), 1fr));
    column-gap: 1.5rem;
  }
  .group.wide > legend,
  .group.wide > .note,
  .group.wide > .pieces {
    grid-column: 1 / -1;
  }
  .group legend {
    display: flex;
    align-items: center;
    gap: 0.5rem;
    padding: 0;
    margin-block-end: 0.25rem;
    font-weight: 600;
    color: var(--curve);
  }
  .note {
    margin: 0;
    color: var(--_muted);
    font-size: 0.8125rem;
  }
  .pieces {
    display: flex;
    gap: 0.5rem;
  }
  @container (min-width: 44rem) {
    .stage.chart-layout.with-reading {
      grid-template-columns: minmax(0, 1fr) minmax(17rem, 21rem);
    }
    .stage.chart-layout .readout-scroll.long {
      max-height: 31rem;
    }
    .panels .charts .grid.many {
      grid-template-columns: repeat(auto-fill, minmax(14rem, 1fr));
    }
    .panels .grid.many .frame {
      height: 11rem;
    }
    .panels table.readout {
      display: grid;
      grid-template-columns: repeat(auto-fill, minmax(24rem, 1fr));
      column-gap: 1.5rem;
    }
    .panels .readout colgroup {
      display: none;
    }
    .panels .readout tbody {
      display: block;
    }
    .panels .readout tr {
      display: flex;
      align-items: center;
      justify-content: space-between;
    }
    .panels .readout td.formula {
      min-width: 0;
    }
  }
`;
