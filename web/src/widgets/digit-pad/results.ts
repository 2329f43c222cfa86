// What each network says of the image: a card with ten bars.

import { css, html, nothing, svg, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import type { DataTable } from '../data-table.ts';
import { labelOf } from '../label.ts';
import { curveClass } from '../palette.ts';
import type { Lane } from '../session/lanes.ts';
import { swatch } from '../swatch.ts';
import { percent, whole } from '../training-race/charts.ts';
import { type Answer, answerOf, probabilityText } from './answers.ts';
import type { PadController } from './controller.ts';

const DIGITS = Array.from({ length: 10 }, (_, digit) => digit);
/** Of the drawing of the bars; it is stretched to its box. */
const HEIGHT = 100;

/** A network, and what it says of the image, if it says anything. */
export interface Reader {
  lane: Lane;
  answer: Answer | undefined;
}

export function readersOf({ shown, outputs }: PadController): Reader[] {
  return (shown?.lanes ?? []).map((lane, i) => ({
    lane,
    answer: outputs[i] && answerOf(outputs[i]),
  }));
}

/** What a network says, or why it says nothing. */
export function answerText({ lane, answer }: Reader, { digitPad: words }: Messages): string {
  const { state, step } = lane.run.status;
  if (state === 'diverged') return words.diverged(whole(step));
  return answer
    ? words.says(String(answer.digit), probabilityText(answer.confidence))
    : words.noImage;
}

export function standing({ run }: Lane, words: Messages['digitPad']): readonly string[] {
  const { state, step } = run.status;
  if (state === 'diverged') return [words.stopped(whole(step))];
  const accuracy = run.samples.at(-1)?.testAccuracy ?? Number.NaN;
  return [words.atStep(whole(step)), words.accuracy(percent(accuracy))];
}

function renderReader(
  reader: Reader,
  truth: number | undefined,
  messages: Messages,
): TemplateResult {
  const { lane, answer } = reader;
  const words = messages.digitPad;
  const label = labelOf(lane.id);
  const right = truth !== undefined && answer?.digit === truth;
  return html`<figure class="answer ${curveClass(lane.id)}" data-racer=${lane.id}>
    <figcaption>${swatch(lane.id)}${label}</figcaption>
    <p class="says" data-digit=${answer?.digit ?? nothing}>
      ${
        answer
          ? html`<b>${answer.digit}</b> <span>${probabilityText(answer.confidence)}</span>
              ${
                truth === undefined
                  ? nothing
                  : html`<span aria-hidden="true">${right ? '✓' : '✗'}</span>
                    <span class="visually-hidden">${right ? words.right : words.wrong}</span>`
              }`
          : html`<span>${answerText(reader, messages)}</span>`
      }
    </p>
    <svg
      class="bars"
      viewBox="0 0 100 ${HEIGHT}"
      preserveAspectRatio="none"
      role="img"
      aria-label=${words.barsLabel(label, answerText(reader, messages))}
    >
      <path class="rule" d="M0 0H100M0 ${HEIGHT / 2}H100" />
      ${DIGITS.map((digit) => {
        const share = answer?.probabilities[digit] ?? 0;
        // What is there can be seen.
        const height = share === 0 ? 0 : Math.max(1, share * HEIGHT);
        return svg`<rect
          class=${digit === answer?.digit ? 'first' : ''}
          x=${10 * digit + 1}
          y=${HEIGHT - height}
          width="8"
          height=${height}
        />`;
      })}
      <path class="base" d="M0 ${HEIGHT}H100" />
    </svg>
    <ol class="digits" aria-hidden="true">
      ${DIGITS.map(
        (digit) =>
          html`<li class="${digit === truth ? 'truth' : ''} ${digit === answer?.digit ? 'first' : ''}">
            ${digit}
          </li>`,
      )}
    </ol>
    <p class="standing">${standing(lane, words).map((text) => html`<span>${text}</span>`)}</p>
  </figure>`;
}

export function renderAnswers(
  readers: readonly Reader[],
  truth: number | undefined,
  messages: Messages,
): TemplateResult {
  return html`<div class="answers">
    ${readers.map((reader) => renderReader(reader, truth, messages))}
  </div>`;
}

/** Rows of digits, columns of networks. */
export function answersTable(
  readers: readonly Reader[],
  step: number,
  messages: Messages,
): DataTable {
  const { table } = messages.digitPad;
  return {
    caption: table.caption(whole(step)),
    columns: [table.digit, ...readers.map(({ lane }) => labelOf(lane.id))],
    rows: DIGITS.map((digit) => [
      String(digit),
      ...readers.map(({ answer }) =>
        answer ? probabilityText(answer.probabilities[digit]!) : '–',
      ),
    ]),
  };
}

export const answerStyles = css`
  .answers {
    display: grid;
    grid-template-columns: repeat(auto-fit, minmax(min(100%, 8.5rem), 1fr));
    gap: 1rem 1.5rem;
  }
  .answer {
    margin: 0;
    min-width: 0;
  }
  .answer figcaption {
    display: flex;
    align-items: center;
    gap: 0.375rem;
    font-size: 0.875rem;
    font-weight: 600;
  }
  .says {
    display: flex;
    flex-wrap: wrap;
    align-items: baseline;
    gap: 0 0.5rem;
    min-height: 2.25rem;
    margin: 0;
    font-size: 0.8125rem;
    color: var(--_muted);
  }
  .says b {
    font-size: 1.375rem;
    line-height: 2.25rem;
    color: var(--_text);
  }
  .bars {
    display: block;
    width: 100%;
    height: 4.5rem;
  }
  .bars rect {
    fill: var(--curve);
    opacity: 0.55;
  }
  .bars rect.first {
    opacity: 1;
  }
  .bars path {
    fill: none;
    stroke: var(--_line);
    vector-effect: non-scaling-stroke;
  }
  .bars .base {
    stroke: var(--_control);
  }
  .digits {
    display: grid;
    grid-template-columns: repeat(10, 1fr);
    margin: 0;
    padding: 0;
    list-style: none;
    text-align: center;
    font-size: 0.75rem;
    line-height: 1.4;
    color: var(--_muted);
  }
  .digits .first {
    font-weight: 700;
    color: var(--_text);
  }
  .digits .truth {
    border-radius: 3px;
    box-shadow: inset 0 0 0 1.5px var(--_text);
  }
  .standing {
    display: flex;
    flex-wrap: wrap;
    gap: 0 0.5rem;
    margin: 0.125rem 0 0;
    font-size: 0.75rem;
    color: var(--_muted);
  }
`;
