// On the start page: what the reader has done, to look at, to take along and to clear.

import type { Trouble } from '../widgets/question/progress.ts';
import { saveFile } from '../widgets/take-away/save.ts';

const TYPES = { json: 'application/json', csv: 'text/csv;charset=utf-8' } as const;

async function startPanel(panel: HTMLElement): Promise<void> {
  const { progress } = await import('../widgets/question/progress.ts');
  const store = progress();
  const find = <E extends HTMLElement = HTMLElement>(selector: string) =>
    panel.querySelector<E>(selector)!;
  const notice = find('[data-notice]');
  const confirmation = find('[data-confirm]');
  const clear = find<HTMLButtonElement>('[data-clear]');

  const showRow = (row: HTMLElement) => {
    const names = (list = '') => list.split(' ').filter(Boolean);
    const predictions = names(row.dataset.predictions);
    const quiz = names(row.dataset.quiz);
    const made = predictions.filter((name) => store.answer(name)?.value != null).length;
    const right = quiz.filter((name) => store.answer(name)?.right).length;
    const begun = [...predictions, ...quiz].some((name) => store.answer(name));
    const state = row.querySelector<HTMLElement>('[data-state]')!;
    const done = store.lessons[row.dataset.lesson ?? ''] !== undefined;
    const share = (part: number, { length }: string[]) =>
      length > 0 ? `${part} / ${length}` : '–';
    row.querySelector('[data-made]')!.textContent = share(made, predictions);
    row.querySelector('[data-right]')!.textContent = share(right, quiz);
    state.textContent = state.dataset[done ? 'done' : begun ? 'begun' : 'new'] ?? '';
  };
  const words: Record<Trouble, string> = {
    unavailable: notice.dataset.unavailable ?? '',
    'kept-aside': notice.dataset.keptAside ?? '',
  };
  const show = () => {
    for (const row of panel.querySelectorAll<HTMLElement>('tr[data-lesson]')) showRow(row);
    notice.textContent = store.trouble.map((trouble) => words[trouble]).join(' ');
  };

  for (const button of panel.querySelectorAll<HTMLButtonElement>('[data-export]')) {
    const kind = button.dataset.export as keyof typeof TYPES;
    button.addEventListener('click', () => {
      const text = kind === 'json' ? store.toJson() : store.toCsv();
      const name = `activation-lab-progress.${kind}`;
      saveFile(name, new Blob([text], { type: TYPES[kind] }));
    });
  }
  const ask = (asking: boolean) => {
    confirmation.hidden = !asking;
    clear.hidden = asking;
    (asking ? find('[data-no]') : clear).focus();
  };
  clear.addEventListener('click', () => ask(true));
  find('[data-no]').addEventListener('click', () => ask(false));
  find('[data-yes]').addEventListener('click', () => {
    store.clear();
    notice.textContent = [notice.dataset.cleared, notice.textContent].filter(Boolean).join(' ');
    ask(false);
  });
  store.addEventListener('change', show);
  show();
  panel.hidden = false;
}

const panel = document.querySelector<HTMLElement>('[data-progress]');
if (panel) void startPanel(panel);
