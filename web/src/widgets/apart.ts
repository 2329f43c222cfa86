// Keeps a figure and the page around it apart: their keys, what a `rem` is, and
// whether the page shows the figure.

import { type CSSResult, type CSSResultOrNative, unsafeCSS } from 'lit';

const TYPED = 'input, select, textarea';
const PRESSED = 'a, button, summary';

/** Keys that the figure uses never reach the page, where they may turn a slide or open a search. */
export function keepKeys(event: KeyboardEvent): void {
  const control = event.composedPath()[0] as Element;
  const pressed = [' ', 'Enter'].includes(event.key) && control.matches(PRESSED);
  if (pressed || control.matches(TYPED) || event.defaultPrevented) event.stopPropagation();
}

/**
 * A `rem` is the page's to define, and many define 10 pixels. Styles of figures mean the reader's own
 * size of text by it: `--_rem`, or the figure's `em` in conditions, where no variable may be.
 */
export function withOwnRem(styles: CSSResultOrNative[]): CSSResultOrNative[] {
  return styles.map((style) =>
    unsafeCSS(
      (style as CSSResult).cssText.replace(/@[^{]*|([\d.]+)rem/g, (text, number) =>
        number ? `calc(${number} * var(--_rem))` : text.replaceAll('rem', 'em'),
      ),
    ),
  );
}

/** Whether it is to be seen where it is: decks lay hidden slides out, and tell nobody. */
export function isShown(figure: Element): boolean {
  return figure.checkVisibility({ opacityProperty: true, visibilityProperty: true });
}
