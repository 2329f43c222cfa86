// `<quiz-question>`: one question whose answers explain themselves, as often as the reader likes.

import { QuestionElement } from '../question/element.ts';

export class QuizQuestion extends QuestionElement {
  protected readonly kind = 'quiz';
  private fresh = false;
  private shown = 0;

  protected override wire(signal: AbortSignal): void {
    // Another choice is a new try: what was said of the one before goes.
    const onInput = () => {
      this.say('');
      this.mark(undefined);
    };
    this.form.addEventListener('input', onInput, { signal });
  }

  protected answered(): void {
    this.fresh = true;
    this.shown = 0;
    this.refresh();
    this.fresh = false;
  }

  protected refresh(): void {
    const { answer } = this;
    this.toggleAttribute('data-answered', answer !== undefined);
    if (answer === undefined) {
      if (this.shown) {
        this.form.reset();
        this.say('');
        this.mark(undefined);
      }
      this.shown = 0;
      return;
    }
    if (answer.at === this.shown || answer.value === null) return;
    this.shown = answer.at;
    this.fill(answer);
    const { right = '', wrong = '', earlier = '' } = this.form.dataset;
    const verdict = answer.right ? right : wrong;
    this.say(
      this.fresh ? verdict : `${earlier} ${verdict}`,
      ...this.feedbackOf(this.answerOf(answer.value)),
    );
    this.mark(answer.right);
  }

  private mark(right: boolean | undefined): void {
    if (right === undefined) delete this.dataset.verdict;
    else this.dataset.verdict = right ? 'right' : 'wrong';
  }
}
