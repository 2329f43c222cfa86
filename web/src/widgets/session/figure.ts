// What every figure that trains in a session shares: it builds what the settings ask for, starts,
// rests and ends, says aloud what has happened, and shows what went wrong.

import { html, type TemplateResult } from 'lit';
import type { NamedParameters, OwnDatasetConfig } from '../../engine/types.ts';
import { FigureElement, type FigureSchema } from '../base.ts';
import { button } from '../controls.ts';
import type { Runner } from '../runner.ts';
import type { Settings, Values } from '../schema.ts';
import { type SettingsHost, settingsHost } from '../setting-controls.ts';
import { whole } from '../training-race/charts.ts';

const LARGEST_NEW_SEED = 9999;

/** What a figure needs of its controller. */
export interface Training<Wanted> extends Runner {
  readonly reason: string;
  prepare(settings: Wanted): Promise<unknown>;
  rest(unseen: boolean): Promise<unknown>;
  weights(): Promise<NamedParameters[]>;
  dispose(): void;
}

export interface TrainingWords {
  wasReset: string;
  workerDied: (reason: string) => string;
  restart: string;
  failed: (reason: string) => string;
  announce: { started: string; paused: (step: string) => string; reset: string };
}

export abstract class TrainingFigure<S extends Settings> extends FigureElement<S> {
  protected abstract readonly training: Training<Values<FigureSchema<S>>>;
  /** The settings that the networks were built from, as one text. */
  protected built = '';
  protected notice = '';
  protected announcement = '';
  private lastPhase = 'preparing';
  private rebuildTimer: ReturnType<typeof setTimeout> | undefined;
  private rebuilding: Promise<void> | undefined;
  private loaded = false;
  private started = false;

  /** Everything the numbers depend on, as one comparable text. */
  protected abstract runKey(): string;
  protected abstract get trainingWords(): TrainingWords;
  /** What is said aloud at the end. */
  protected abstract get outcome(): string;
  /** The networks are about to be built anew. */
  protected forget(): void {}
  /** The training has moved on by a step, or else (`now`) to something that must be seen. */
  protected redraw(_now: boolean): void {
    this.requestUpdate();
  }
  /** How long a change waits for the next: a slider that moves makes many a second. */
  protected rebuildDelay(_names: readonly string[]): number {
    return 0;
  }
  protected phaseChanged(): void {}
  protected prepare(): Promise<unknown> {
    return this.training.prepare(this.settings);
  }
  protected override get runner(): Runner {
    return this.training;
  }
  /** What every network has learned by now, of each activation and seed. */
  weights(): Promise<NamedParameters[]> {
    return this.training.weights();
  }
  /** Repeats what the settings train; `own` is needed by those of own data. */
  override program(own?: OwnDatasetConfig): Promise<string> | undefined {
    const { name } = this.schema;
    return import('./program.ts').then(({ programOf }) => programOf(name, this.settings, own)!);
  }
  /** Said of a change that throws away what was trained. */
  protected resetNote(_names: readonly string[]): string {
    return this.training.step > 0 ? this.trainingWords.wasReset : this.notice;
  }

  protected override async load(): Promise<void> {
    this.loaded = true;
    void this.training.rest(!this.awake);
    await this.rebuild();
  }

  protected rebuild(): Promise<void> {
    clearTimeout(this.rebuildTimer);
    this.rebuildTimer = undefined;
    this.built = this.runKey();
    this.forget();
    this.rebuilding = this.prepare().then(() => this.startItself());
    return this.rebuilding;
  }

  /** A command is for the networks of the settings in force. */
  protected override async settled(): Promise<void> {
    await super.settled();
    await (this.rebuildTimer === undefined ? this.rebuilding : this.rebuild());
  }

  /** Once, and only while somebody can see it. */
  private startItself(): void {
    const { autoplay } = this.settings as { autoplay?: boolean };
    if (!autoplay || this.closed || this.started || !this.awake || this.training.phase !== 'ready')
      return;
    this.started = true;
    void this.runner.play();
  }

  protected override settingsChanged(names: readonly string[]): void {
    if (!this.built || this.runKey() === this.built) return;
    this.notice = this.resetNote(names);
    const delay = this.rebuildDelay(names);
    if (delay === 0) {
      void this.rebuild();
      return;
    }
    if (this.training.busy) void this.training.pause();
    clearTimeout(this.rebuildTimer);
    this.rebuildTimer = setTimeout(() => void this.rebuild(), delay);
  }

  protected override awakeChanged(): void {
    if (this.awake && this.built === '' && this.loaded) void this.rebuild();
    void this.training.rest(!this.awake);
    if (this.awake) this.startItself();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.rebuildTimer);
    this.built = '';
    this.training.dispose();
  }

  protected trainingChanged(): void {
    const { phase, step } = this.training;
    const { lastPhase } = this;
    if (phase !== lastPhase && this.messages) {
      const { announce } = this.trainingWords;
      if (phase === 'running') this.notice = '';
      if (phase === 'running' && lastPhase !== 'resting') this.announcement = announce.started;
      if (phase === 'paused') this.announcement = announce.paused(whole(step));
      if (phase === 'ready' && lastPhase !== 'preparing') this.announcement = announce.reset;
      if (phase === 'finished') this.announcement = this.outcome;
      this.lastPhase = phase;
      this.phaseChanged();
    }
    this.redraw(phase !== lastPhase || phase !== 'running');
  }

  // What the reader may do.

  protected may(name: keyof S & string): boolean {
    return !this.isLocked(name) && !this.isHidden(name);
  }

  /** Undefined where the reader may not have one. */
  protected get newSeed(): (() => void) | undefined {
    if (!this.may('seed')) return undefined;
    const seed = () => 1 + Math.floor(Math.random() * LARGEST_NEW_SEED);
    return () => this.assign({ seed: seed() } as never);
  }

  protected get settingsHost(): SettingsHost<Values<FigureSchema<S>>, keyof S & string> {
    return settingsHost(this, this.messages);
  }

  // Rendering.

  /** What went wrong, or else what is to be known. */
  protected renderStatus(): TemplateResult {
    return (
      this.renderTrouble() ??
      html`<p class="status" role="status" ?hidden=${!this.notice}>${this.notice}</p>`
    );
  }

  protected renderTrouble(): TemplateResult | undefined {
    const { phase, reason } = this.training;
    const words = this.trainingWords;
    if (phase === 'died') {
      return html`<div class="status trouble" role="alert">
        ${words.workerDied(reason)}
        ${button({ label: words.restart, onClick: () => void this.rebuild() })}
      </div>`;
    }
    if (phase !== 'refused') return undefined;
    return html`<p class="status trouble" role="alert">${words.failed(reason)}</p>`;
  }

  protected renderAnnouncement(): TemplateResult {
    return html`<p class="visually-hidden" role="status">${this.announcement}</p>`;
  }
}
