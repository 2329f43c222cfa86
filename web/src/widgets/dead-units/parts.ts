// Pieces that both modes share: a chart with its title, a value read, the control bar.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import { button } from '../controls.ts';
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
  /** Of the first button. */
  state: 'ready' | 'running' | 'paused' | 'finished';
  startable: boolean;
  resettable: boolean;
  jumps: readonly number[];
  jumpLabel: (n: number) => string;
  play: () => void;
  pause: () => void;
  again: () => void;
  jump: (n: number) => void;
  reset: () => void;
  /** Undefined where the setting is locked or hidden. */
  newSeed: (() => void) | undefined;
}

export function renderTransport(transport: Transport): TemplateResult {
  const { messages, state, startable, resettable, jumps, newSeed } = transport;
  const words = messages.deadUnits;
  const first = {
    ready: { label: words.start, onClick: transport.play },
    running: { label: words.pause, onClick: transport.pause },
    paused: { label: words.resume, onClick: transport.play },
    finished: { label: words.again, onClick: transport.again },
  }[state];
  return html`<div class="transport">
    ${button({ ...first, primary: true, disabled: !startable && state !== 'running' })}
    ${jumps.map(
      (n) => html`<button
        type="button"
        title=${transport.jumpLabel(n)}
        aria-label=${transport.jumpLabel(n)}
        ?disabled=${!startable || state === 'running' || state === 'finished'}
        @click=${() => transport.jump(n)}
      >
        ${words.stepBy(String(n))}
      </button>`,
    )}
    ${button({ label: words.reset, disabled: !resettable, onClick: transport.reset })}
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
