// Keeps a figure from being run: it stays in view, and a note over it says what it waits for.

interface LockWords {
  hint: string;
  /** Leads back to the prediction, whose id is `question`. */
  back: string;
  question: string;
  skip: string;
  onSkip(): void;
}

/** A link that carries a state of the figure is meant to show that state. */
function opensWithState(figure: Element): boolean {
  return figure.hasAttribute('link') && location.search.length > 1;
}

/** A figure, or the one inside. */
export function figureIn(holder: HTMLElement): HTMLElement | undefined {
  const isFigure = (element: Element) => element.localName.includes('-');
  const figure = isFigure(holder) ? holder : [...holder.children].find(isFigure);
  return figure instanceof HTMLElement ? figure : undefined;
}

/** Locks a figure, or the one inside; returns what unlocks it. */
export function lockFigure(holder: HTMLElement, words: LockWords): () => void {
  const figure = figureIn(holder);
  if (!figure || opensWithState(figure)) return () => {};
  const note = document.createElement('div');
  const alone = figure === holder;
  note.className = alone ? 'figure-lock above' : 'figure-lock';
  const hint = document.createElement('p');
  hint.textContent = words.hint;
  const back = document.createElement('a');
  back.href = `#${words.question}`;
  back.textContent = words.back;
  const skip = document.createElement('button');
  skip.type = 'button';
  skip.textContent = words.skip;
  skip.addEventListener('click', words.onSkip);
  const actions = document.createElement('p');
  actions.append(back, ' ', skip);
  const box = document.createElement('div');
  box.append(hint, actions);
  note.append(box);
  figure.inert = true;
  if (alone) figure.before(note);
  else figure.after(note);
  return () => {
    figure.inert = false;
    note.remove();
  };
}
