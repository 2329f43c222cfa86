// What a page for an iframe does: one figure with the settings of its URL, and its height for the
// parent.

import { toLanguage } from '../i18n/language.ts';
import { loadWords } from '../i18n/words.ts';
import type { FigureElement } from '../widgets/base.ts';
import { type FigureName, loadFigure } from '../widgets/index.ts';

export async function openFrame(): Promise<void> {
  const root = document.documentElement;
  const query = new URLSearchParams(location.search);
  const language = toLanguage(query.get('lang')) ?? toLanguage(navigator.language) ?? 'en';
  root.lang = language === 'zh' ? 'zh-CN' : language;

  const name = root.dataset.figure as FigureName;
  await Promise.all([loadFigure(name), loadWords(name, language)]);
  const figure = document.createElement(name) as unknown as FigureElement;
  figure.readQuery(location.search);
  const main = document.createElement('main');
  main.append(figure);
  document.body.append(main);

  // The contract with the parent page; fine when nobody listens.
  function reportHeight(): void {
    const height = Math.ceil(main.getBoundingClientRect().height);
    parent.postMessage({ source: 'activation-lab', type: 'height', height }, '*');
  }
  new ResizeObserver(reportHeight).observe(main);

  // Browsers hold observers back in frames off screen; a first height must not wait for them.
  void figure.updateComplete.then(reportHeight);
  addEventListener('load', reportHeight);
}
