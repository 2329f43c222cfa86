// Light or dark, whatever the page is: the figure wears the theme for as long as colours are read.

import { readTheme, type Theme } from '../theme.ts';
import type { TakenFigure } from './types.ts';

/** What a page may set; the figures' own colours are those for paper. */
const OVERRIDES = [
  '--al-surface',
  '--al-raised',
  '--al-text',
  '--al-muted',
  '--al-line',
  '--al-control',
  '--al-accent',
  '--al-on-accent',
  '--al-warning',
  '--al-warning-surface',
];

/** Calls back while the figure's styles answer as in that theme; nothing of it gets on the screen. */
export function dressed<T>(
  figure: TakenFigure,
  dark: boolean,
  act: (theme: Theme, root: HTMLElement) => T,
): T {
  const root = figure.renderRoot.querySelector<HTMLElement>('.figure')!;
  const worn = root.classList.contains('dark');
  const before = figure.style.cssText;
  const rootBefore = root.style.cssText;
  try {
    root.style.transition = 'none';
    root.classList.toggle('dark', dark);
    figure.style.colorScheme = dark ? 'dark' : 'light';
    for (const name of OVERRIDES) figure.style.setProperty(name, 'initial');
    return act(readTheme(root), root);
  } finally {
    figure.style.cssText = before;
    root.classList.toggle('dark', worn);
    // The colours are back before transitions are.
    getComputedStyle(root).color;
    root.style.cssText = rootBefore;
  }
}
