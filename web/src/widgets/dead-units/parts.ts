// Pieces that both modes share: a chart with its title, a value read, the control bar.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import { button } from '../controls.ts';
import type { Runner } from '../runner.ts';
import type { ChartName } from './charts.ts';

export function renderPlot(name: ChartName, title: string, quantity: string): TemplateResult {
  return html`<figure class="plot-box">
    <figcaption>${title}</figcaption>
    <div class="plot">
      <canvas data-plot=${name} role="img" aria-label="${title}: ${quantity}"></canvas>
    </div>
  </figure>`;
}

/** A value with a piece of its line, if it has one. */
export function renderReading(
  label: string,
  text: string,
  name: string,
  color?: string,
  dash: readonly number[] = [],
): TemplateResult {
  return html`<li>
    ${
      color === undefined
        ? nothing
        : html`<svg viewBox="0 0 30 12" width="22" height="12" aria-hidden="true">
            <line
              x2="30"
              y1="6"
              y2="6"
              stroke-width="2.25"
              stroke=${color}
              stroke-dasharray=${dash.join(' ') || 'none'}
            />
          </svg>`
    }
    <span class="muted">${label}</span> <b data-reading=${name}>${text}</b>
  </li>`;
}

export interface Transport {
  messages: Messages;
  run: Required<Omit<Runner, 'reason'>> & { readonly startable: boolean };
  jumps: readonly number[];
  jumpLabel: (n: number) => string;
  /** Undefined where the setting is locked or hidden. */
  newSeed: (() => void) | undefined;
}

export function renderTransport(transport: Transport): TemplateResult {
  const { messages, run, jumps, jumpLabel, newSeed } = transport;
  const { phase, busy, startable, step } = run;
  const words = messages.deadUnits;
  const finished = phase === 'finished';
  const first = busy
    ? { label: words.pause, onClick: () => void run.pause() }
    : {
        label: finished ? words.again : phase === 'paused' ? words.resume : words.start,
        disabled: !startable && !finished,
        onClick: () => void run.play(),
      };
  return html`<div class="transport">
    ${button({ ...first, primary: true })}
    ${jumps.map(
      (n) => html`<button
        type="button"
        title=${jumpLabel(n)}
        aria-label=${jumpLabel(n)}
        ?disabled=${!startable}
        @click=${() => void run.advance(n)}
      >
        ${words.stepBy(String(n))}
      </button>`,
    )}
    ${button({
      label: words.reset,
      disabled: step === 0 || phase === 'preparing',
      onClick: () => void run.reset(),
    })}
    ${newSeed ? button({ label: words.newSeed, onClick: newSeed }) : nothing}
  </div>`;
}

export interface Progress {
  messages: Messages;
  at: number;
  end: number;
  text: string;
  phase: string;
}

export function renderProgress({ messages, at, end, text, phase }: Progress): TemplateResult {
  return html`<div class="progress">
    <progress max=${end || 1} .value=${at} aria-label=${messages.deadUnits.progressLabel}></progress>
    <span class="progress-step" data-step=${at} data-phase=${phase}>${text}</span>
  </div>`;
}
