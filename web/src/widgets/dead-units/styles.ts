// Styles of the figure's own layout.

import { css } from 'lit';
import { notes } from '../looks/notes.ts';
import { runBar } from '../looks/run-bar.ts';

export const deadUnitsStyles = css`
  ${runBar}
  ${notes}
  .figure > .columns {
    display: grid;
    margin-block-start: 0.75rem;
    grid-template-columns: minmax(0, 1fr);
    gap: 1rem 1.75rem;
  }
  .columns > section {
    min-width: 0;
  }
  .legend,
  .readings {
    display: flex;
    flex-wrap: wrap;
    gap: 0.25rem 1rem;
    margin: 0 0 0.5rem;
    padding: 0;
    list-style: none;
    font-size: 0.8125rem;
  }
  .legend li,
  .readings li {
    display: inline-flex;
    align-items: center;
    gap: 0.375rem;
  }
  .layer + .layer {
    margin-block-start: 0.5rem;
  }
  /* Also before anything is drawn on it: a canvas is 300 pixels wide by itself. */
  .legend canvas {
    flex: none;
    width: 20px;
    height: 20px;
  }
  .cells canvas {
    display: block;
    max-width: 100%;
  }
  canvas[data-layer] {
    border-radius: 3px;
    cursor: crosshair;
    touch-action: pan-y;
  }
  .layer-name,
  .reading {
    margin: 0 0 0.25rem;
    font-size: 0.8125rem;
  }
  .layer-name {
    font-weight: 600;
  }
  .layer-name .muted {
    font-weight: 400;
    margin-inline-start: 0.5rem;
  }
  .reading {
    margin-block-start: 0.5rem;
    min-height: 3.75rem;
    color: var(--_muted);
  }
  .plot-box {
    margin: 0 0 0.5rem;
  }
  .plot-box figcaption {
    font-size: 0.875rem;
    font-weight: 600;
  }
  .plot {
    position: relative;
    height: 11.5rem;
  }
  .plot canvas {
    position: absolute;
    inset: 0;
    max-width: 100%;
  }
  .more .controls {
    padding-block: 0.5rem;
  }
  @container (min-width: 44rem) {
    .figure > .columns {
      grid-template-columns: minmax(0, 1fr) minmax(0, 1fr);
    }
    .figure > .columns.born {
      grid-template-columns: 19rem minmax(0, 1fr);
    }
  }
`;
