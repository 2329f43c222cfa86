// Loads the script of a figure once a page holds that figure.

// Written out, so that the bundler makes a script of each.
const FIGURES = {
  'activation-plot': () => import('./activation-plot/index.ts'),
  'dead-units': () => import('./dead-units/index.ts'),
  'digit-pad': () => import('./digit-pad/index.ts'),
  'gate-plot': () => import('./gate-plot/index.ts'),
  'divergence-map': () => import('./divergence-map/index.ts'),
  'layer-flow': () => import('./layer-flow/index.ts'),
  'predict-run': () => import('./predict-run/index.ts'),
  'quiz-question': () => import('./quiz-question/index.ts'),
  'zigzag-path': () => import('./zigzag-path/index.ts'),
  'maxout-fit': () => import('./maxout-fit/index.ts'),
  'slope-tracks': () => import('./slope-tracks/index.ts'),
  'speed-meter': () => import('./speed-meter/index.ts'),
  'training-race': () => import('./training-race/index.ts'),
} as const;

export type FigureName = keyof typeof FIGURES;

export const FIGURE_NAMES = Object.keys(FIGURES) as readonly FigureName[];

/** What asks about a figure comes after it: the figure needs the network and the processor first. */
const QUESTIONS: readonly FigureName[] = ['predict-run', 'quiz-question'];
const LONGEST_WAIT = 2000;

/** Starts once a figure is there; if none comes, after some milliseconds. */
export function afterFirstFigure(start: () => void, longest: number): void {
  const wait = new AbortController();
  const go = () => {
    if (wait.signal.aborted) return;
    wait.abort();
    start();
  };
  addEventListener('figure-loaded', go, { signal: wait.signal });
  setTimeout(go, longest);
}

/** Defines a figure. Needed only for one inside a shadow root, where `loadFigures` does not look. */
export async function loadFigure(name: FigureName): Promise<void> {
  await FIGURES[name]();
}

/** Defines the figures that the document holds, now and later. */
export function loadFigures(): void {
  const waiting = new Set(FIGURE_NAMES);
  const look = () => {
    for (const name of waiting) {
      if (document.getElementsByTagName(name).length === 0) continue;
      waiting.delete(name);
      if (QUESTIONS.includes(name)) afterFirstFigure(() => void loadFigure(name), LONGEST_WAIT);
      else void loadFigure(name);
    }
    if (waiting.size === 0) observer.disconnect();
  };
  const observer = new MutationObserver(look);
  observer.observe(document, { childList: true, subtree: true });
  look();
}
