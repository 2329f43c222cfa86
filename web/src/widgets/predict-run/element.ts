// `<predict-run for="figure">`: the reader commits to an outcome, a number or a curve, or chooses to
// do without; only then can the figure run, and the explanation answers what was predicted.

import { type Given, QuestionElement } from '../question/element.ts';
import { type Answer, progress } from '../question/progress.ts';
import type { CurveDrawing } from './drawing.ts';
import { figureIn, lockFigure } from './lock.ts';

/** A curve that the reader expects of a figure in a certain state. */
export interface Expectation {
  points: readonly { x: number; y: number }[];
  /** The state, as a query on top of what the page's author wrote. */
  query: string;
}

/** A figure that can show it beside what comes of the run. */
interface Expecting extends HTMLElement {
  expect?(name: string, expectation: Expectation | undefined): void;
}

export class PredictRun extends QuestionElement {
  protected readonly kind = 'prediction';
  private unlock: (() => void) | undefined;
  private drawing: CurveDrawing | undefined;

  protected override wire(signal: AbortSignal): void {
    const skip = this.form.querySelector('.question-skip');
    skip?.addEventListener('click', () => this.skip(), { signal });
    signal.addEventListener('abort', () => this.release());
    void this.prepareDrawing(signal);
  }

  private async prepareDrawing(signal: AbortSignal): Promise<void> {
    const holder = this.form.querySelector<HTMLElement>('.draw');
    if (!holder) return;
    const { CurveDrawing } = await import('./drawing.ts');
    if (signal.aborted) return;
    this.drawing = new CurveDrawing(holder, signal);
    const again = this.form.querySelector('.draw-hint button');
    again?.addEventListener('click', () => this.drawing?.clear(), { signal });
    this.refresh();
  }

  private skip(): void {
    progress().record(this.name, { kind: 'prediction', value: null });
    this.answered();
  }

  protected override given(): Given | undefined {
    if (!this.form.querySelector('.draw')) return super.given();
    const { drawing } = this;
    if (drawing?.curve.touched) {
      const { losses } = drawing.curve;
      return { value: losses.at(-1)!, curve: [...losses] };
    }
    this.say(this.form.dataset.choose ?? '');
    drawing?.focus();
    return undefined;
  }

  protected answered(): void {
    this.status.focus({ preventScroll: true });
  }

  protected refresh(): void {
    const { answer, form } = this;
    const committed = answer !== undefined;
    this.toggleAttribute('data-committed', committed);
    this.drawing?.show(answer?.curve);
    if (this.drawing) void this.expect(answer);
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
    const end = this.form.querySelector('.draw circle:last-of-type');
    if (text) strong.append(...[...text.childNodes].map((node) => node.cloneNode(true)));
    else strong.textContent = end?.getAttribute('aria-valuetext') ?? String(value);
    return strong;
  }

  /** Lets the figure show the curve beside that of the run. */
  private async expect({ curve }: Partial<Answer> = {}): Promise<void> {
    const { figure, drawing } = this;
    const link = this.querySelector<HTMLAnchorElement>('.question-run a.preset');
    const query = link ? (link.dataset.query ?? link.search) : '';
    if (!figure || !drawing) return;
    await customElements.whenDefined(figure.localName);
    const points = drawing.curve.places.map(({ step, loss }) => ({ x: step, y: loss }));
    figure.expect?.(this.name, curve && { points, query });
  }

  /** What waits for the prediction, or what its link runs. */
  private get figure(): Expecting | undefined {
    const link = this.querySelector<HTMLAnchorElement>('.question-run a');
    const holder = document.getElementById(this.getAttribute('for') ?? link?.hash.slice(1) ?? '');
    return holder ? figureIn(holder) : undefined;
  }

  private lock(): void {
    const id = this.getAttribute('for');
    const target = id ? document.getElementById(id) : this.closest<HTMLElement>('.figure');
    // Inside of a figure, that figure itself decides.
    if (!target || this.unlock || this.getRootNode() instanceof ShadowRoot) return;
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
