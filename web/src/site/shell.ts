// The controls around a page: theme, language, the menu of lessons.

import { store, stored } from './storage.ts';

function themeSwitch(): void {
  const holder = document.querySelector<HTMLElement>('[data-theme-switch]');
  const select = holder?.querySelector('select');
  if (!holder || !select) return;
  select.value = stored('theme') ?? 'auto';
  if (select.selectedIndex < 0) select.value = 'auto';
  select.addEventListener('change', () => {
    store('theme', select.value);
    dispatchEvent(new Event('activation-lab:theme'));
  });
  select.disabled = false;
}

/** Keeps the state of the figure, which lives in the query, across languages. */
function languageSwitch(): void {
  for (const link of document.querySelectorAll<HTMLAnchorElement>('a[data-language]')) {
    link.addEventListener('click', () => {
      store('language', link.dataset.language ?? '');
      link.search = location.search;
      link.hash = location.hash;
    });
  }
}

function menu(): void {
  const details = document.querySelector<HTMLDetailsElement>('[data-menu]');
  if (!details) return;
  document.addEventListener('click', (event) => {
    if (!details.contains(event.target as Node)) details.open = false;
  });
  details.addEventListener('keydown', (event) => {
    if (event.key !== 'Escape' || !details.open) return;
    details.open = false;
    details.querySelector('summary')?.focus();
  });
}

export function startShell(): void {
  themeSwitch();
  languageSwitch();
  menu();
}
