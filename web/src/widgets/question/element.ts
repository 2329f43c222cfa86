// What a prediction and a quiz question share: reading the form that the page holds, or making it
// from a plain list, finding the feedback of an answer, and keeping in step with other tabs.

import { languageOf } from '../../i18n/language.ts';
import { loadWords } from '../../i18n/words.ts';
import { type AnswerParts, type QuestionParts, questionMarkup } from './markup.ts';
import { type Answer, progress } from './progress.ts';

/** What the form holds: the place of an answer, or a number; for a curve, where it ends. */
export interface Given {
  value: number;
  curve?: number[];
}

/** What `question-answered` tells. */
export interface QuestionAnswered {
  name: string;
  /** The place of the answer, from 1, or the number given. */
  value: number;
  /** Undefined where there is no right and wrong. */
  right?: boolean;
}

export abstract class QuestionElement extends HTMLElement {
  protected abstract readonly kind: QuestionParts['kind'];
  protected form!: HTMLFormElement;
  protected status!: HTMLElement;
  private listening: AbortController | undefined;

  /** Under which the answer is kept. */
  get name(): string {
    return this.getAttribute('name') ?? '';
  }

  connectedCallback(): void {
    void this.start();
  }

  disconnectedCallback(): void {
    this.listening?.abort();
    this.listening = undefined;
  }

  private async start(): Promise<void> {
    if (this.listening) return;
    this.listening = new AbortController();
    const { signal } = this.listening;
    if (!this.querySelector('.question-form')) await this.build();
    if (signal.aborted) return;
    this.form = this.querySelector<HTMLFormElement>('.question-form')!;
    this.status = this.form.querySelector<HTMLElement>('.question-status')!;
    // Not the form’s own event, which sandboxed frames do not send.
    const check = this.form.querySelector<HTMLElement>('[type=submit]')!;
    check.addEventListener('click', (event) => this.onSubmit(event), { signal });
    progress().addEventListener('change', () => this.refresh(), { signal });
    this.wire(signal);
    this.refresh();
  }

  /** Makes the form of a page that wrote a question, a list and an explanation. */
  private async build(): Promise<void> {
    const list = this.querySelector(':scope > ul, :scope > ol');
    if (!list) throw new Error(`<${this.localName}> holds no list of answers`);
    const html = (nodes: Iterable<Node>) => {
      const holder = document.createElement('div');
      for (const node of nodes) holder.append(node.cloneNode(true));
      return holder.innerHTML;
    };
    const beside = [...this.childNodes];
    const at = beside.indexOf(list as ChildNode);
    const answers = [...list.children].map((item): AnswerParts => {
      const feedback = item.querySelector(':scope > ul, :scope > ol, :scope > p');
      const text = html([...item.childNodes].filter((node) => node !== feedback));
      const right = item.hasAttribute('data-right');
      const range = /^(.+)\.\.(.+)$/.exec(item.getAttribute('data-range') ?? '');
      const parts = { text, feedback: feedback?.outerHTML ?? '', right };
      return range ? { ...parts, range: [Number(range[1]), Number(range[2])] } : parts;
    });
    const [messages, { addStyles }] = await Promise.all([
      loadWords(this.localName, languageOf(this)),
      import('./styles.ts'),
    ]);
    addStyles();
    const target = this.getAttribute('for');
    this.innerHTML = questionMarkup(
      {
        kind: this.kind,
        name: this.name,
        question: html(beside.slice(0, at)),
        answers,
        explanation: html(beside.slice(at + 1)),
        ...(this.hasAttribute('draw') ? { draw: this.axes(answers) } : {}),
        ...(target
          ? { skippable: true, run: `<a href="#${target}">${messages.question.toFigure}</a>` }
          : {}),
      },
      messages.question,
    );
  }

  /** Of a curve to draw. */
  private axes(answers: readonly AnswerParts[]): QuestionParts['draw'] {
    if (!answers.every(({ range }) => range && range[0] > 0)) {
      throw new Error(`<${this.localName} draw> needs data-range="0.1..1" on every answer`);
    }
    const number = (name: string) => {
      const value = Number(this.getAttribute(name));
      if (value > 0) return value;
      throw new Error(`<${this.localName} draw> needs ${name}="…", a number above 0`);
    };
    return { steps: number('steps'), start: number('start') };
  }

  /** The reader’s answer as kept, if there is one. */
  protected get answer(): Answer | undefined {
    return progress().answer(this.name);
  }

  /** Reads the form; undefined, with a hint, if nothing allowed was given. */
  protected given(): Given | undefined {
    const field = this.form.querySelector<HTMLInputElement>('input[type=number]');
    const chosen = field ?? this.form.querySelector<HTMLInputElement>('input:checked');
    const value = chosen?.value.trim() ? Number(chosen.value) : Number.NaN;
    const allowed =
      Number.isFinite(value) &&
      (!field || !(field.validity.rangeUnderflow || field.validity.rangeOverflow));
    field?.setAttribute('aria-invalid', String(!allowed));
    if (allowed) return { value };
    this.say(this.form.dataset.choose ?? '');
    (field ?? this.form.querySelector('input'))?.focus();
    return undefined;
  }

  /** The answer that was chosen, or the interval that a number lies in. */
  protected answerOf(value: number): HTMLElement | undefined {
    const all = [...this.form.querySelectorAll<HTMLElement>('.answer')];
    if (!all[0]?.hasAttribute('data-from')) return all[value - 1];
    return all.find(({ dataset: { to } }, i) => value < Number(to) || i === all.length - 1);
  }

  protected get hasRight(): boolean {
    return this.form.querySelector('[data-right]') !== null;
  }

  protected say(text: string, ...more: Node[]): void {
    const sentence = document.createElement('p');
    sentence.textContent = text;
    this.status.replaceChildren(...(text ? [sentence] : []), ...more);
  }

  protected feedbackOf(answer: Element | undefined): Node[] {
    const feedback = answer?.querySelector('.answer-feedback');
    const range = answer?.hasAttribute('data-from');
    return [...(feedback?.childNodes ?? [])]
      .slice(range ? 1 : 0)
      .map((node) => node.cloneNode(true));
  }

  /** Puts a kept answer into the form. */
  protected fill({ value }: Answer): void {
    for (const input of this.form.querySelectorAll('input')) {
      if (input.type === 'number') input.value = value === null ? '' : String(value);
      else input.checked = value === Number(input.value);
    }
  }

  private onSubmit(event: Event): void {
    event.preventDefault();
    const given = this.given();
    if (!given) return;
    const right = this.answerOf(given.value)?.hasAttribute('data-right') ?? false;
    const verdict = this.hasRight ? { right } : {};
    progress().record(this.name, { kind: this.kind, ...given, ...verdict });
    this.answered();
    const detail: QuestionAnswered = { name: this.name, value: given.value, ...verdict };
    this.dispatchEvent(
      new CustomEvent('question-answered', { detail, bubbles: true, composed: true }),
    );
  }

  protected wire(_signal: AbortSignal): void {}
  /** The reader has just answered; what is kept has been shown. */
  protected abstract answered(): void;
  /** Shows what is kept. */
  protected abstract refresh(): void;
}
