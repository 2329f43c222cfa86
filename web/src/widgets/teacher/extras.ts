// What a teacher adds to a figure: a heading, a question before it, a caption, a poster. Loaded only
// where there is something of it. Texts are always text, never HTML.

import { css, html, nothing, type TemplateResult } from 'lit';
import { VERSION } from '../../engine/version.ts';
import { type Language, languageOf, type Messages } from '../../i18n/language.ts';
import { loadWords } from '../../i18n/words.ts';
import type { FigureElement } from '../base.ts';
import { button } from '../controls.ts';
import { questionMarkup } from '../question/markup.ts';
import { progress } from '../question/progress.ts';
import { addStyles } from '../question/styles.ts';
import { type Part, type SharedValues, splitAnswers } from '../schema.ts';
import type { FreezableFigure } from './frozen.ts';

/** What it needs of its figure. */
export interface ExtrasHost {
  figure: FreezableFigure & Pick<FigureElement, 'play'>;
  settings: () => SharedValues;
  changed: () => void;
  /** The reader wants the figure behind the poster. */
  load: () => void;
  /** The question has been answered. */
  answered: () => void;
  leavesOut: (part: Part) => boolean;
}

type Words = Pick<Messages, 'teacher' | 'question'>;

const escapeText = (text: string) =>
  text.replace(/[&<>"]/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\n/g, '<br>');

export class Extras {
  private words: Words | undefined;
  private language: Language | undefined;
  /** Of the numbers against those of a frozen link. */
  private verdict: { frozen: string; same: boolean; engine: string } | undefined;
  private question: { key: string; element: HTMLElement } | undefined;

  constructor(private readonly host: ExtrasHost) {
    const { figure } = host;
    figure.renderRoot.adoptedStyleSheets.push(extrasStyles.styleSheet!);
    figure.addEventListener('figure-loaded', () => this.thaw());
    figure.addEventListener('figure-finished', () => void this.compare());
  }

  /** A frozen link shows its numbers by itself. */
  private thaw(): void {
    const { figure, settings } = this.host;
    if (!settings().frozen || this.closed) return;
    if (figure.hasRun) figure.play();
    else void this.compare();
  }

  private async compare(): Promise<void> {
    const { frozen } = this.host.settings();
    const table = frozen && (await this.host.figure.drawn?.());
    if (!table) return;
    const { checksumOf } = await import('./frozen.ts');
    const [engine, checksum] = frozen.split('~');
    this.verdict = { frozen, same: checksumOf(table) === checksum, engine: engine! };
    this.host.changed();
  }

  /** Gets the words of the language in force. */
  async refresh(): Promise<void> {
    const language = languageOf(this.host.figure);
    if (language === this.language) return;
    this.language = language;
    const [{ teacher }, { question }] = await Promise.all([
      loadWords('teacher', language),
      loadWords('quiz-question', language),
    ]);
    if (language !== this.language) return;
    this.words = { teacher, question };
    this.host.changed();
  }

  /** Whether the figure still waits for an answer. */
  get closed(): boolean {
    const { required, ask, answers } = this.host.settings();
    return required && ask !== '' && answers !== '' && !progress().answer(this.questionName);
  }

  before(): TemplateResult {
    void this.refresh();
    const { heading } = this.host.settings();
    const shown = heading && !this.host.leavesOut('heading');
    const { closed, words } = this;
    return html`${
      shown ? html`<h3 class="teacher-heading" part="heading">${heading}</h3>` : nothing
    }${words ? this.renderQuestion(words) : nothing}${
      closed && words
        ? html`<p class="teacher-note" role="status">${words.teacher.waiting}</p>`
        : nothing
    }`;
  }

  after(): TemplateResult {
    const { caption } = this.host.settings();
    return html`${
      caption ? html`<p class="teacher-caption" part="caption">${caption}</p>` : nothing
    }${this.renderVerdict()}`;
  }

  private renderVerdict(): unknown {
    const { frozen } = this.host.settings();
    if (!frozen || !this.words) return nothing;
    const words = this.words.teacher.frozen;
    const { verdict } = this;
    const known = verdict?.frozen === frozen ? verdict : undefined;
    const said = !known
      ? words.waits(frozen.split('~')[0]!)
      : known.same
        ? words.same(known.engine)
        : words.differs(known.engine, VERSION);
    const kind = !known ? 'open' : known.same ? 'same' : 'differs';
    return html`<p class="teacher-frozen" data-frozen=${kind} role="status">${said}</p>`;
  }

  /** Stands for a figure of that name until a reader wants it. */
  poster(name: string): TemplateResult {
    const label = this.words?.teacher.load ?? '';
    return html`<div class="poster" part="poster">
      <p>${name}</p>
      ${label ? button({ label, primary: true, onClick: () => this.host.load() }) : nothing}
    </div>`;
  }

  /** Answers are kept by what was asked, so that a figure opened again stays open. */
  private get questionName(): string {
    const { ask, answers } = this.host.settings();
    return `${this.host.figure.localName}/${ask} ${answers}`;
  }

  private renderQuestion(words: Words): unknown {
    const { ask, answers: given, right } = this.host.settings();
    if (!ask) return nothing;
    const answers = splitAnswers(given);
    if (answers.length === 0) return html`<p class="teacher-question">${ask}</p>`;
    const key = JSON.stringify([this.language, ask, given, right]);
    if (this.question?.key === key) return this.question.element;
    addStyles(this.host.figure.renderRoot);
    const kind = right > 0 ? 'quiz' : 'prediction';
    const element = document.createElement(right > 0 ? 'quiz-question' : 'predict-run');
    element.setAttribute('name', this.questionName);
    element.innerHTML = questionMarkup(
      {
        kind,
        name: this.questionName,
        question: `<p>${escapeText(ask)}</p>`,
        answers: answers.map((text, i) => ({
          text: escapeText(text),
          feedback: '',
          right: i + 1 === right,
        })),
        explanation: '',
      },
      words.question,
    );
    element.addEventListener('question-answered', () => {
      this.host.changed();
      this.host.answered();
      this.thaw();
    });
    void (right > 0 ? import('../quiz-question/index.ts') : import('../predict-run/index.ts'));
    this.question = { key, element };
    return element;
  }
}

const extrasStyles = css`
  .teacher-heading {
    margin: 0 0 0.75rem;
    font-size: 1.125rem;
    line-height: 1.35;
    overflow-wrap: anywhere;
  }
  .teacher-question,
  .teacher-caption,
  .teacher-note {
    max-width: 44rem;
    overflow-wrap: anywhere;
    white-space: pre-line;
  }
  .teacher-caption,
  .teacher-note {
    margin: 0.75rem 0 0;
    color: var(--_muted);
    font-size: 0.875rem;
  }
  .teacher-frozen {
    max-width: 44rem;
    margin: 0.75rem 0 0;
    padding: 0.375rem 0.75rem;
    background: var(--_raised);
    border-radius: 6px;
    font-size: 0.875rem;
  }
  .teacher-frozen[data-frozen='differs'] {
    background: var(--_warning-surface);
    color: var(--_warning);
  }
  .teacher-note {
    margin-block: 0 0.75rem;
  }
  .poster {
    display: grid;
    place-content: center;
    justify-items: center;
    gap: 0.75rem;
    min-height: 14rem;
    text-align: center;
  }
  .poster p {
    margin: 0;
    font-weight: 600;
  }
`;
