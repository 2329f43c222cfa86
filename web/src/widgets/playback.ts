// Plays a run whose steps are all known: play and pause, single steps, reset, and a slider that goes
// to any step.

import { css, html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../i18n/index.ts';
import { button, slider } from './controls.ts';
import type { Runner } from './runner.ts';

export class Playback implements Runner {
  private frame: number | undefined;
  private before: number | undefined;
  /** Steps played, with the part of the next one that has passed. */
  private position = 0;

  /** `last` is the last step of the run in force, `rate` how many steps a second are played. */
  constructor(
    private readonly run: () => { last: number; rate: number },
    private readonly changed: () => void,
  ) {}

  get step(): number {
    return Math.min(Math.floor(this.position), this.run().last);
  }

  get busy(): boolean {
    return this.frame !== undefined;
  }

  get phase(): 'ready' | 'running' | 'paused' | 'finished' {
    if (this.busy) return 'running';
    return this.finished ? 'finished' : this.position > 0 ? 'paused' : 'ready';
  }

  get finished(): boolean {
    return this.step === this.run().last;
  }

  /** From the step reached, or from the start once the end is reached. */
  play(): void {
    if (this.busy) return;
    if (this.finished) this.position = 0;
    this.before = undefined;
    this.frame = requestAnimationFrame(this.move);
    this.changed();
  }

  pause(): void {
    if (this.frame !== undefined) cancelAnimationFrame(this.frame);
    this.frame = undefined;
    this.changed();
  }

  advance(n: number): void {
    this.goTo(this.step + n);
  }

  reset(): void {
    this.goTo(0);
  }

  goTo(step: number): void {
    this.position = Math.min(this.run().last, Math.max(0, step));
    this.pause();
  }

  private readonly move = (time: number): void => {
    const { last, rate } = this.run();
    // A pause of the page's own is not made up for.
    const passed = Math.min(100, time - (this.before ?? time));
    this.before = time;
    this.position = Math.min(last, this.position + (passed / 1000) * rate);
    this.frame = this.position < last ? requestAnimationFrame(this.move) : undefined;
    this.changed();
  };
}

/** The buttons, and the slider of steps. */
export function renderPlayback(
  playback: Playback,
  last: number,
  { widget }: Messages,
): TemplateResult {
  const { step, busy, finished } = playback;
  const words = widget.playback;
  return html`<div class="playback" part="playback">
    ${button({
      label: busy ? words.pause : finished ? words.again : words.play,
      primary: true,
      onClick: () => (busy ? playback.pause() : playback.play()),
    })}
    ${button({
      label: words.step,
      disabled: finished,
      onClick: () => playback.advance(1),
    })}
    ${button({ label: words.reset, disabled: step === 0, onClick: () => playback.reset() })}
    ${
      last > 0
        ? slider({
            label: words.position(String(last)),
            value: step,
            min: 0,
            max: last,
            step: 1,
            words: widget.field,
            onInput: (value) => playback.goTo(value),
          })
        : nothing
    }
  </div>`;
}

export const playbackStyles = css`
  .playback {
    display: flex;
    flex-wrap: wrap;
    gap: 0.5rem;
    align-items: end;
  }
  .playback .primary {
    min-width: 6rem;
  }
  .playback .slider {
    max-width: none;
  }
`;
