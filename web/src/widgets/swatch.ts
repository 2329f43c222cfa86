// A piece of an activation's line for legends and tables, in its colour and pattern.

import { css, html, svg, type TemplateResult } from 'lit';
import type { ActivationId } from '../engine/types.ts';
import { curveClass, type Marker, styleOf } from './palette.ts';

const MARKER_PATHS: Readonly<Record<Exclude<Marker, 'none'>, string>> = {
  circle: 'M15 2.5a3.5 3.5 0 1 0 0 7a3.5 3.5 0 1 0 0-7z',
  square: 'M11.5 2.5h7v7h-7z',
  diamond: 'M15 1.5l4.5 4.5l-4.5 4.5l-4.5-4.5z',
  triangle: 'M15 1.8l4 7.2h-8z',
};

/** Decorative: the name stands beside it. */
export function swatch(id: ActivationId): TemplateResult {
  const { dash, marker } = styleOf(id);
  return html`<svg
    class="swatch ${curveClass(id)}"
    viewBox="0 0 30 12"
    width="30"
    height="12"
    aria-hidden="true"
  >
    <line x1="0" y1="6" x2="30" y2="6" stroke-dasharray=${dash.join(' ') || 'none'} />
    ${marker === 'none' ? '' : svg`<path d=${MARKER_PATHS[marker]} />`}
  </svg>`;
}

export const swatchStyles = css`
  .swatch {
    flex: none;
    vertical-align: middle;
  }
  .swatch line {
    stroke: var(--curve);
    stroke-width: 2.25;
  }
  .swatch path {
    fill: var(--_surface);
    stroke: var(--curve);
    stroke-width: 1.5;
  }
`;
