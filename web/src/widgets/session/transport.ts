// The control bar of networks that train side by side, and how far they are.

import { html, nothing, type TemplateResult } from 'lit';
import { button } from '../controls.ts';
import { whole } from '../training-race/charts.ts';
import type { LanesController } from './lanes.ts';

const JUMPS = [1, 10, 100];

/** What the bar needs of a controller. */
type LanesControls = Pick<
  LanesController<never>,
  'phase' | 'busy' | 'startable' | 'step' | 'steps' | 'play' | 'pause' | 'advance' | 'reset'
>;

export interface TransportWords {
  start: string;
  pause: string;
  resume: string;
  again: string;
  stepByLabel: (n: number) => string;
  reset: string;
  resetLabel: string;
  newSeed: string;
  progress: (step: string, steps: string) => string;
  progressLabel: string;
  preparing: string;
}

export interface TransportHost {
  lanes: LanesControls;
  words: TransportWords;
  /** Undefined where the setting is locked or hidden. */
  newSeed: (() => void) | undefined;
}

export function renderTransport({ lanes, words, newSeed }: TransportHost): TemplateResult {
  const { phase } = lanes;
  const finished = phase === 'finished';
  const primary = lanes.busy
    ? { label: words.pause, onClick: () => void lanes.pause() }
    : {
        label: finished ? words.again : phase === 'paused' ? words.resume : words.start,
        disabled: !lanes.startable && !finished,
        onClick: () => void lanes.play(),
      };
  return html`<div class="transport">
    ${button({ ...primary, primary: true })}
    <div class="jumps" role="group" aria-label=${words.stepByLabel(1)}>
      ${JUMPS.map(
        (n) => html`<button
          type="button"
          title=${words.stepByLabel(n)}
          aria-label=${words.stepByLabel(n)}
          ?disabled=${!lanes.startable}
          @click=${() => void lanes.advance(n)}
        >
          +${n}
        </button>`,
      )}
    </div>
    ${button({
      label: words.reset,
      title: words.resetLabel,
      disabled: lanes.step === 0 || phase === 'preparing',
      onClick: () => void lanes.reset(),
    })}
    ${newSeed ? button({ label: words.newSeed, onClick: newSeed }) : nothing}
  </div>`;
}

export function renderProgress(
  { step, steps, phase }: LanesControls,
  words: TransportWords,
): TemplateResult {
  return html`<div class="progress">
    <progress max=${steps || 1} .value=${step} aria-label=${words.progressLabel}></progress>
    <span class="progress-step" data-step=${step} data-phase=${phase}>
      ${steps > 0 ? words.progress(whole(step), whole(steps)) : words.preparing}
    </span>
  </div>`;
}
