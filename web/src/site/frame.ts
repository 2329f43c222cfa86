// What a page for an iframe does: one figure with the settings of its URL, and whatever it says to
// the parent (protocol.md).

import { toLanguage } from '../i18n/language.ts';
import { loadWords } from '../i18n/words.ts';
import type { FigureElement } from '../widgets/base.ts';
import { type FigureName, loadFigure } from '../widgets/index.ts';

export async function openFrame(): Promise<void> {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const language = toLanguage(query.get('lang')) ?? toLanguage(navigator.language) ?? 'en';
  root.lang = language === 'zh' ? 'zh-CN' : language;
  // No setting of a figure.
  const parentOrigin = query.get('parent-origin');
  query.delete('parent-origin');

  const name = root.dataset.figure as FigureName;
  await Promise.all([loadFigure(name), loadWords(name, language)]);
  const figure = document.createElement(name) as unknown as FigureElement;
  figure.readQuery(query.toString());
  const main = document.createElement('main');
  main.append(figure);
  document.body.append(main);
  if (parent === window) return;
  const { talkToParent } = await import('./protocol.ts');
  await talkToParent(figure, main, parentOrigin);
}
