// The look that all figures share: custom properties with defaults, so that a figure also fits a
// page that knows nothing of ours, and the colours resolved for drawing on a canvas.

import { css, unsafeCSS } from 'lit';
import { luminance, PALETTE_CSS, parseColor } from './palette.ts';

/** Colours and font as the browser resolved them. */
export interface Theme {
  dark: boolean;
  surface: string;
  text: string;
  muted: string;
  line: string;
  accent: string;
  /** The family, as CSS has it. */
  font: string;
}

/** Reads the theme in force from the figure's root, whose properties carry the colours. */
export function readTheme(root: Element): Theme {
  const style = getComputedStyle(root);
  const surface = style.backgroundColor;
  return {
    dark: luminance(surface) < 0.18,
    surface,
    text: style.color,
    muted: style.columnRuleColor,
    line: style.outlineColor,
    accent: style.textDecorationColor,
    font: style.fontFamily,
  };
}

/** The same colour with an opacity. */
export function withAlpha(color: string, alpha: number): string {
  const [r, g, b] = parseColor(color).map(Math.round);
  return `rgba(${r}, ${g}, ${b}, ${alpha})`;
}

export const themeStyles = css`
  :host {
    /* Nothing of the page's text comes in. */
    all: initial;
    color-scheme: inherit;
    pointer-events: inherit;
    visibility: inherit;
    --_rem: 16px;
    --_surface: var(--al-surface, light-dark(#ffffff, #16191f));
    --_raised: var(--al-raised, light-dark(#f5f6f8, #20242c));
    --_text: var(--al-text, light-dark(#1c2230, #e8ebf0));
    --_muted: var(--al-muted, light-dark(#5a6272, #a5adba));
    --_line: var(--al-line, light-dark(#d9dde3, #363c47));
    --_control: var(--al-control, light-dark(#868e9b, #717a88));
    --_accent: var(--al-accent, light-dark(#1554b8, #7ab0ff));
    --_on-accent: var(--al-on-accent, light-dark(#ffffff, #0d1420));
    --_warning: var(--al-warning, light-dark(#8a4b00, #ffc069));
    --_warning-surface: var(--al-warning-surface, light-dark(#fff6e5, #33270f));
    --_font: var(--al-font, system-ui, -apple-system, 'Segoe UI', Roboto, 'Noto Sans',
      'PingFang SC', 'Hiragino Sans GB', 'Microsoft YaHei', 'Noto Sans CJK SC', sans-serif);
    --_radius: var(--al-radius, 10px);
    display: block;
    container-type: inline-size;
    min-width: 0;
  }
  :host([hidden]) {
    display: none;
  }
  :host([theme='light']) {
    color-scheme: light;
  }
  :host([theme='dark']) {
    color-scheme: dark;
  }
  *,
  *::before,
  *::after {
    box-sizing: border-box;
  }
  /* The outline, column rule and text decoration are not drawn: they resolve colours for the
     canvas. The transition reports that a colour changed, whatever changed it. */
  .figure {
    background-color: var(--_surface);
    color: var(--_text);
    outline: 0 none var(--_line);
    column-rule-color: var(--_muted);
    text-decoration-color: var(--_accent);
    transition: background-color 1ms, color 1ms, outline-color 1ms;
    /* Fills the room that a page keeps for it. */
    min-height: inherit;
    border: 1px solid var(--_line);
    border-radius: var(--_radius);
    padding: clamp(0.75rem, 2.5cqi, 1.25rem);
    font: 400 0.9375rem/1.5 var(--_font);
    text-align: start;
    font-variant-numeric: tabular-nums;
    overflow-wrap: anywhere;
  }
  .figure > * + * {
    margin-block-start: 0.75rem;
  }
  .figure > [hidden] + * {
    margin-block-start: 0;
  }
  :focus-visible {
    outline: 2px solid var(--_accent);
    outline-offset: 2px;
  }
  .visually-hidden {
    position: absolute;
    width: 1px;
    height: 1px;
    margin: -1px;
    padding: 0;
    overflow: hidden;
    clip-path: inset(50%);
    white-space: nowrap;
  }
  ${unsafeCSS(PALETTE_CSS)}
`;
