// The one script of an embedding page: an ES module that defines every element; the engine, its
// worker and its data are beside it.

import { FIGURE_NAMES, type FigureName, loadFigure } from '../widgets/index.ts';

export { VERSION as version } from '../engine/version.ts';

/** Defines every element. */
export async function loadFigures(): Promise<void> {
  await Promise.all(FIGURE_NAMES.map(loadFigure));
}

export { type FigureName, loadFigure };

// A classic script may come before what its elements hold.
if (document.readyState === 'loading') {
  document.addEventListener('DOMContentLoaded', () => void loadFigures(), { once: true });
} else {
  void loadFigures();
}
