// Styles of formulas whose branches light up.

import { css } from 'lit';

export const branchStyles = css`
  /* KaTeX lays its boxes over each other. */
  .formula .katex * {
    pointer-events: none;
  }
  .formula .katex [data-branch],
  .formula .katex [data-branch] * {
    pointer-events: auto;
  }
  .formula .katex [data-branch] {
    cursor: pointer;
    border-radius: 3px;
  }
  .formula .katex .holds {
    box-shadow: 0 2px 0 currentColor;
  }
  .formula .katex .lit {
    background: color-mix(in srgb, var(--curve) 22%, transparent);
  }
  .formula {
    position: relative;
  }
  .branch-keys {
    position: absolute;
    z-index: 1;
    inset: 100% auto auto 0;
    display: grid;
    gap: 0.25rem;
    justify-items: start;
    width: max-content;
    max-width: 18rem;
    padding: 0.25rem;
    background: var(--_surface);
    border: 1px solid var(--_line);
    border-radius: 6px;
  }
  .branch-keys:not(:focus-within) {
    clip-path: inset(50%);
    width: 1px;
    height: 1px;
    padding: 0;
    border: 0;
    overflow: hidden;
  }
  .branch-keys button {
    font-size: 0.8125rem;
  }
`;
