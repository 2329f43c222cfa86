// The control bar: start and pause, single steps, reset, speed and progress.

import { css, html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import { button, select } from '../controls.ts';
import { formatNumber } from '../format.ts';
import { runBar } from '../looks/run-bar.ts';
import type { RaceController, Speed } from './controller.ts';
import { raceSchema } from './settings.ts';
import { progressText } from './words.ts';

export interface TransportHost {
  race: RaceController;
  messages: Messages;
  speed: Speed;
  /** Undefined where the setting is locked or hidden. */
  newSeed: (() => void) | undefined;
  setSpeed: ((speed: Speed) => void) | undefined;
}

const JUMPS = [1, 10, 100];

function primary({ race, messages }: TransportHost): TemplateResult {
  const { start, pause, resume, again } = messages.race;
  if (race.busy) return button({ label: pause, primary: true, onClick: () => void race.pause() });
  const finished = race.phase === 'finished';
  return button({
    label: finished ? again : race.phase === 'paused' ? resume : start,
    primary: true,
    disabled: !race.startable && !finished,
    onClick: () => void race.play(),
  });
}

export function renderTransport(host: TransportHost): TemplateResult {
  const { race, messages, speed, newSeed, setSpeed } = host;
  const words = messages.race;
  const options = raceSchema.settings.speed.values.map((value) => ({
    value,
    label: words.options.speed[value],
  }));
  return html`<div class="transport">
      ${primary(host)}
      <div class="jumps" role="group" aria-label=${words.stepByLabel(1)}>
        ${JUMPS.map(
          (n) => html`<button
            type="button"
            class="jump"
            title=${words.stepByLabel(n)}
            aria-label=${words.stepByLabel(n)}
            ?disabled=${!race.startable}
            @click=${() => void race.advance(n)}
          >
            ${words.stepBy(String(n))}
          </button>`,
        )}
      </div>
      ${button({
        label: words.reset,
        title: words.resetLabel,
        disabled: race.step === 0 || race.phase === 'preparing',
        onClick: () => void race.reset(),
      })}
      ${newSeed ? button({ label: words.newSeed, onClick: newSeed }) : nothing}
      ${
        setSpeed
          ? html`<div class="speed">
              ${select({ label: words.speed, value: speed, options, onChange: setSpeed })}
            </div>`
          : nothing
      }
    </div>`;
}

/** How far the race is, and how fast. */
export function renderProgress({ race, messages }: Pick<TransportHost, 'race' | 'messages'>) {
  const words = messages.race;
  return html`<div class="progress">
    <progress max=${race.steps || 1} .value=${race.step} aria-label=${words.progressLabel}></progress>
    <span class="progress-step" data-step=${race.step} data-phase=${race.phase}>
      ${progressText(race, messages)}
    </span>
    ${
      race.rate > 0
        ? html`<span class="progress-rate">${words.rate(formatNumber(race.rate, 2))}</span>`
        : nothing
    }
  </div>`;
}

export const transportStyles = css`
  ${runBar}
  .jumps {
    display: inline-flex;
  }
  .jumps button {
    border-radius: 0;
    padding-inline: 0.5rem;
    margin-inline-start: -1px;
    min-width: 2.5rem;
  }
  .jumps button:first-child {
    border-start-start-radius: 6px;
    border-end-start-radius: 6px;
    margin: 0;
  }
  .jumps button:last-child {
    border-start-end-radius: 6px;
    border-end-end-radius: 6px;
  }
  .speed {
    margin-inline-start: auto;
  }
  .speed .control {
    display: flex;
    align-items: center;
    gap: 0.5rem;
  }
  .speed .control-label {
    margin: 0;
  }
  .progress-rate {
    min-width: 6rem;
    text-align: end;
  }
`;
