// On a lesson's page: questions, links that put a figure into a named state, and when it is done.

import type { FigureElement } from '../widgets/base.ts';
import { afterFirstFigure } from '../widgets/index.ts';

const figureIn = (id: string) =>
  document.getElementById(id)?.querySelector<FigureElement>(':scope > :not(.figure-lock)') ?? null;

function presets(): void {
  const linked = document.querySelector<FigureElement>('#figure > [link]');
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.preset');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const { query } = link.dataset;
    const figure = query === undefined ? linked : figureIn(link.hash.slice(1));
    if (!figure) return;
    event.preventDefault();
    if (query === undefined) history.pushState(null, '', link.href);
    figure.resetSettings();
    figure.readQuery(query ?? link.search);
    figure.scrollIntoView({ block: 'start' });
  });
  // Back and forward move between the states that links made.
  addEventListener('popstate', () => {
    linked?.resetSettings();
    linked?.readQuery(location.search);
  });
}

/** A lesson is done once every prediction in it is made and every question answered. */
async function completion(): Promise<void> {
  const { lesson } = document.documentElement.dataset;
  const names = [...document.querySelectorAll('predict-run, quiz-question')].map(
    (question) => question.getAttribute('name') ?? '',
  );
  if (!lesson || names.length === 0) return;
  const { progress } = await import('../widgets/question/progress.ts');
  const store = progress();
  const look = () => {
    if (names.every((name) => store.answer(name))) store.finish(lesson);
  };
  store.addEventListener('change', look);
  look();
}

/** A formula wider than its column scrolls, which has to work from the keyboard, too. */
function wideFormulas(): void {
  const look = new ResizeObserver((entries) => {
    for (const { target } of entries) {
      if (target.scrollWidth > target.clientWidth) target.setAttribute('tabindex', '0');
      else target.removeAttribute('tabindex');
    }
  });
  for (const formula of document.querySelectorAll('.katex-display')) look.observe(formula);
}

async function verdicts(): Promise<void> {
  const table = document.querySelector<HTMLElement>('[data-verdicts]');
  if (table) (await import('./verdict-table.ts')).searchVerdicts(table);
}

presets();
wideFormulas();
void verdicts();
afterFirstFigure(() => void completion(), 2000);
