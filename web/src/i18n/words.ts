// What a figure says, loaded in one language at a time.

import type { Language, Messages } from './language.ts';

type Area = () => Promise<Partial<Messages>>;

// Written out, so that the bundler makes a script of each.
const SHARED: Record<Language, Area> = {
  en: () => import('./en/widget.ts'),
  zh: () => import('./zh/widget.ts'),
};
const OWN: Record<string, Record<Language, Area>> = {
  'activation-plot': { en: () => import('./en/plot.ts'), zh: () => import('./zh/plot.ts') },
  'activation-plot/more': {
    en: () => import('./en/plot-more.ts'),
    zh: () => import('./zh/plot-more.ts'),
  },
  'dead-units': {
    en: () => import('./en/dead-units.ts'),
    zh: () => import('./zh/dead-units.ts'),
  },
  'digit-pad': { en: () => import('./en/digit-pad.ts'), zh: () => import('./zh/digit-pad.ts') },
  'gate-plot': { en: () => import('./en/gate-plot.ts'), zh: () => import('./zh/gate-plot.ts') },
  'divergence-map': {
    en: () => import('./en/divergence-map.ts'),
    zh: () => import('./zh/divergence-map.ts'),
  },
  'layer-flow': {
    en: () => import('./en/layer-flow.ts'),
    zh: () => import('./zh/layer-flow.ts'),
  },
  problems: { en: () => import('./en/problems.ts'), zh: () => import('./zh/problems.ts') },
  'predict-run': { en: () => import('./en/question.ts'), zh: () => import('./zh/question.ts') },
  'quiz-question': { en: () => import('./en/question.ts'), zh: () => import('./zh/question.ts') },
  'zigzag-path': {
    en: () => import('./en/zigzag-path.ts'),
    zh: () => import('./zh/zigzag-path.ts'),
  },
  'maxout-fit': { en: () => import('./en/maxout-fit.ts'), zh: () => import('./zh/maxout-fit.ts') },
  'slope-tracks': {
    en: () => import('./en/slope-tracks.ts'),
    zh: () => import('./zh/slope-tracks.ts'),
  },
  teacher: { en: () => import('./en/teacher.ts'), zh: () => import('./zh/teacher.ts') },
  'speed-meter': {
    en: () => import('./en/speed-meter.ts'),
    zh: () => import('./zh/speed-meter.ts'),
  },
  weights: { en: () => import('./en/weights.ts'), zh: () => import('./zh/weights.ts') },
  'take-away': { en: () => import('./en/take-away.ts'), zh: () => import('./zh/take-away.ts') },
  'training-race': { en: () => import('./en/race.ts'), zh: () => import('./zh/race.ts') },
};

/** The areas that a figure uses: its own, and the one that all figures share. */
export async function loadWords(figure: string, language: Language): Promise<Messages> {
  const areas = await Promise.all([SHARED[language](), OWN[figure]![language]()]);
  return Object.assign({}, ...areas) as Messages;
}
