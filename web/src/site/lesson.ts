// On a lesson's page: predictions, and links that put the figure into a named state.

import type { FigureElement } from '../widgets/base.ts';

/** A prediction is shown beside what the run shows, and only after the reader has committed. */
function predictions(): void {
  for (const form of document.querySelectorAll<HTMLFormElement>('form.predict')) {
    const reveal = form.querySelector('details');
    const hint = form.querySelector('.predict-hint');
    if (!reveal || !hint) continue;
    form.addEventListener('submit', (event) => {
      event.preventDefault();
      const choice = form.querySelector<HTMLInputElement>('input:checked');
      hint.textContent = choice ? '' : (form.dataset.choose ?? '');
      if (!choice) return;
      choice.closest('label')?.classList.add('chosen');
      form.classList.add('committed');
      for (const input of form.querySelectorAll('input')) input.disabled = true;
      form.querySelector('button')?.setAttribute('hidden', '');
      reveal.open = true;
    });
  }
}

function presets(): void {
  const figure = document.querySelector<FigureElement>('#figure > [link]');
  if (!figure) return;
  document.addEventListener('click', (event) => {
    const link = (event.target as Element).closest<HTMLAnchorElement>('a.preset');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    history.pushState(null, '', link.href);
    figure.resetSettings();
    figure.readQuery(link.search);
    figure.scrollIntoView({ block: 'start' });
  });
  // Back and forward move between the states that links made.
  addEventListener('popstate', () => {
    figure.resetSettings();
    figure.readQuery(location.search);
  });
}

predictions();
presets();
