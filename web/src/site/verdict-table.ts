// The table of textbook sentences: rows that hold the words searched for and have a verdict shown.

export function searchVerdicts(root: HTMLElement): void {
  const form = root.querySelector('form')!;
  const search = form.querySelector<HTMLInputElement>('[type=search]')!;
  const boxes = [...form.querySelectorAll<HTMLInputElement>('[type=checkbox]')];
  const count = form.querySelector<HTMLElement>('[data-count]')!;
  const rows = [...root.querySelectorAll<HTMLElement>('tbody tr')];

  const look = () => {
    const words = search.value.toLocaleLowerCase().split(/\s+/).filter(Boolean);
    const verdicts = boxes.filter((box) => box.checked).map((box) => box.value);
    for (const row of rows) {
      const text = row.textContent!.toLocaleLowerCase();
      row.hidden =
        !verdicts.includes(row.dataset.verdict!) || !words.every((word) => text.includes(word));
    }
    const shown = rows.filter((row) => !row.hidden).length;
    count.textContent =
      shown === 0 ? count.dataset.none! : count.dataset.count!.replace('{shown}', String(shown));
  };
  form.addEventListener('input', look);
  form.addEventListener('submit', (event) => event.preventDefault());
  form.hidden = false;
  look();
}
