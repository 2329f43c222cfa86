// `<predict-run for="figure">`: the reader commits to an outcome or a number, or chooses to do
// without; only then can the figure run, and the explanation answers what was predicted.

import { QuestionElement } from '../question/element.ts';
import { progress } from '../question/progress.ts';
import { lockFigure } from './lock.ts';

export class PredictRun extends QuestionElement {
  protected readonly kind = 'prediction';
  private unlock: (() => void) | undefined;

  protected override wire(signal: AbortSignal): void {
    const skip = this.form.querySelector('.question-skip');
    skip?.addEventListener('click', () => this.skip(), { signal });
    signal.addEventListener('abort', () => this.release());
  }

  private skip(): void {
    progress().record(this.name, { kind: 'prediction', value: null });
    this.answered();
  }

  protected answered(): void {
    this.status.focus({ preventScroll: true });
  }

  protected refresh(): void {
    const { answer, form } = this;
    const committed = answer !== undefined;
    this.toggleAttribute('data-committed', committed);
    for (const input of form.querySelectorAll('input')) input.disabled = committed;
    for (const button of form.querySelectorAll('button')) button.hidden = committed;
    const outcome = form.querySelector('.question-outcome');
    if (!committed) {
      if (this.dataset.verdict !== undefined) form.reset();
      delete this.dataset.verdict;
      form.querySelector('details')?.removeAttribute('open');
      this.say('');
      this.lock();
      return;
    }
    this.release();
    this.fill(answer);
    const { kept = '', skipped = '', yours = '', right = '', wrong = '' } = form.dataset;
    const skippedIt = answer.value === null;
    this.dataset.verdict = answer.right === undefined ? 'none' : answer.right ? 'right' : 'wrong';
    this.say(skippedIt ? skipped : kept);
    const chosen = skippedIt ? undefined : this.answerOf(answer.value!);
    for (const each of form.querySelectorAll('.answer')) {
      each.classList.toggle('chosen', each === chosen);
    }
    const verdict = document.createElement('p');
    verdict.className = 'question-verdict';
    const said = answer.right === undefined ? '' : answer.right ? right : wrong;
    const told = [said, ' ', yours, ' ', this.quote(chosen, answer.value ?? 0)];
    verdict.append(...(skippedIt ? [skipped] : told));
    outcome?.replaceChildren(verdict, ...this.feedbackOf(chosen));
  }

  private quote(chosen: HTMLElement | undefined, value: number): HTMLElement {
    const strong = document.createElement('strong');
    const text = chosen?.querySelector('label span');
    if (text) strong.append(...[...text.childNodes].map((node) => node.cloneNode(true)));
    else strong.textContent = String(value);
    return strong;
  }

  private lock(): void {
    const id = this.getAttribute('for');
    const target = id ? document.getElementById(id) : this.closest<HTMLElement>('.figure');
    if (!target || this.unlock) return;
    const skip = this.form.querySelector('.question-skip')?.textContent ?? '';
    this.unlock = lockFigure(target, {
      hint: this.form.dataset.locked ?? '',
      back: this.form.dataset.back ?? '',
      question: this.form.querySelector('.question-text')!.id,
      skip,
      onSkip: () => this.skip(),
    });
  }

  private release(): void {
    this.unlock?.();
    this.unlock = undefined;
  }
}
