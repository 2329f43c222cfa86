// Defines `<quiz-question>`.

import { QuizQuestion } from './element.ts';

export { QuizQuestion };

if (!customElements.get('quiz-question')) customElements.define('quiz-question', QuizQuestion);
