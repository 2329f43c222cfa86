// Loads the script of a figure once a page holds that figure.

// Written out, so that the bundler makes a script of each.
const FIGURES = {
  'activation-plot': () => import('./activation-plot/index.ts'),
  'dead-units': () => import('./dead-units/index.ts'),
  'layer-flow': () => import('./layer-flow/index.ts'),
  'predict-run': () => import('./predict-run/index.ts'),
  'quiz-question': () => import('./quiz-question/index.ts'),
  'zigzag-path': () => import('./zigzag-path/index.ts'),
  'maxout-fit': () => import('./maxout-fit/index.ts'),
  'training-race': () => import('./training-race/index.ts'),
} as const;

export type FigureName = keyof typeof FIGURES;

const names = Object.keys(FIGURES) as FigureName[];

/** Defines a figure. Needed only for one inside a shadow root, where `loadFigures` does not look. */
export async function loadFigure(name: FigureName): Promise<void> {
  await FIGURES[name]();
}

/** Defines the figures that the document holds, now and later. */
export function loadFigures(): void {
  const waiting = new Set(names);
  const look = () => {
    for (const name of waiting) {
      if (document.getElementsByTagName(name).length === 0) continue;
      waiting.delete(name);
      void loadFigure(name);
    }
    if (waiting.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
}
