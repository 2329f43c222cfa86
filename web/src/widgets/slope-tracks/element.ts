// `<slope-tracks>`: the slopes that PReLU learns and those that RReLU draws.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import { loadEngine } from '../../engine/engine.ts';
import type { ActivationId, Engine } from '../../engine/types.ts';
import { type DataTable, FigureElement } from '../base.ts';
import { button } from '../controls.ts';
import { flowStyles } from '../layer-flow/styles.ts';
import type { Phase } from '../session/controller.ts';
import { renderProgress, renderTransport } from '../session/transport.ts';
import { swatchStyles } from '../swatch.ts';
import { type Card, ChartBoard, cardStyles, renderCard } from '../training-race/cards.ts';
import { whole } from '../training-race/charts.ts';
import { Redraws } from '../training-race/redraws.ts';
import { storyStyles } from '../training-race/story.ts';
import { transportStyles } from '../training-race/transport.ts';
import { type ChartContext, makeCards } from './charts.ts';
import { SlopesController } from './controller.ts';
import { type Draws, SlopeDraws, testSlope } from './draws.ts';
import { Controls, type PanelHost, renderMainControls, renderPanel } from './panel.ts';
import { runKey, type SettingKey, type SlopesSettings, slopesSchema } from './settings.ts';
import { slopesStyles } from './styles.ts';
import { inWords, renderFindings, renderReaders, setupText, slopesTable } from './view.ts';

const LARGEST_NEW_SEED = 9999;

const labelOf = (id: ActivationId) => ACTIVATIONS.find((info) => info.id === id)!.label;

export class SlopeTracks extends FigureElement<typeof slopesSchema.settings> {
  static override schema = slopesSchema;
  static override styles: CSSResultGroup = [
    FigureElement.styles,
    swatchStyles,
    cardStyles,
    transportStyles,
    storyStyles,
    flowStyles,
    slopesStyles,
  ];

  private readonly slopes = new SlopesController(() => this.slopesChanged());
  private readonly board = new ChartBoard(() => this.requestUpdate());
  private readonly redraws = new Redraws(() => this.requestUpdate());
  private engine: Engine | undefined;
  /** RReLU's draws of a width and seed. */
  private drawing: { key: string; source: SlopeDraws; latest: Draws; test: number } | undefined;
  /** As rendered last. */
  private cards: Card[] = [];
  /** The step that the reader points at, or chose to stay at. */
  private pointed: number | undefined;
  private keptStep: number | undefined;
  private notice = '';
  private announcement = '';
  private lastPhase: Phase = 'preparing';
  /** The settings that the networks were built from. */
  private built = '';
  private started = false;

  // Life cycle.

  protected override async load(): Promise<void> {
    this.engine = await loadEngine({ data: 'on-demand' });
    await this.rebuild();
  }

  private async rebuild(): Promise<void> {
    this.built = runKey(this.settings);
    this.keptStep = undefined;
    await this.slopes.prepare(this.settings);
    this.startItself();
  }

  /** Once, and only while somebody can see it. */
  private startItself(): void {
    if (!this.settings.autoplay || this.started || !this.awake) return;
    this.started = true;
    void this.slopes.play();
  }

  protected override settingsChanged(): void {
    if (!this.built || runKey(this.settings) === this.built) return;
    this.notice = this.slopes.step > 0 ? this.messages.slopeTracks.wasReset : this.notice;
    void this.rebuild();
  }

  protected override awakeChanged(): void {
    if (this.awake && this.built === '' && this.engine) void this.rebuild();
    void this.slopes.rest(!this.awake);
    if (this.awake && this.slopes.phase === 'ready') this.startItself();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.redraws.cancel();
    this.built = '';
    this.slopes.dispose();
    this.drawing?.source.dispose();
    this.drawing = undefined;
    this.board.dispose();
  }

  protected override themeChanged(): void {
    this.board.setTheme(this.colors);
  }

  private slopesChanged(): void {
    const { phase, step } = this.slopes;
    if (phase === this.lastPhase && phase === 'running') {
      this.redraws.later();
      return;
    }
    if (phase !== this.lastPhase) {
      const { announce } = this.messages.slopeTracks;
      if (phase === 'running') {
        this.notice = '';
        this.announcement = announce.started;
      }
      if (phase === 'paused') this.announcement = announce.paused(whole(step));
      if (phase === 'finished') this.announcement = announce.finished(whole(step));
      if (phase === 'ready' && this.lastPhase !== 'preparing') this.announcement = announce.reset;
      this.lastPhase = phase;
    }
    this.redraws.now();
  }

  // What the charts are made from.

  private get context(): ChartContext | undefined {
    const { shown } = this.slopes;
    if (!shown) return undefined;
    const { depth, width } = shown.settings;
    const kept = this.pointed ?? this.keptStep;
    return {
      course: shown,
      step: Math.min(kept ?? shown.step, shown.step),
      chosen: kept !== undefined,
      layer: Math.min(this.settings.layer, depth),
      unit: Math.min(this.settings.unit, width),
      draws: shown.settings.mode === 'draws' ? this.drawsFor(shown.settings) : undefined,
      theme: this.colors,
      messages: this.messages,
      label: labelOf,
    };
  }

  private drawsFor({ width, seed }: SlopesSettings): ChartContext['draws'] {
    if (!this.engine) return undefined;
    const key = `${width} ${seed}`;
    if (this.drawing?.key !== key) {
      this.drawing?.source.dispose();
      const source = new SlopeDraws(this.engine, width, seed);
      this.drawing = { key, source, latest: source.next(), test: testSlope(this.engine) };
    }
    return this.drawing;
  }

  private drawAgain(): void {
    if (!this.drawing) return;
    this.drawing.latest = this.drawing.source.next();
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const spread = this.redraws.drawn() && this.slopes.busy;
    if (!this.awake || !this.colors || this.cards.length === 0) return;
    this.board.sync(this.renderRoot, this.cards, this.colors, { all: !this.slopes.busy, spread });
  }

  // Commands of the reader.

  private readStep(x: number | undefined, keep: boolean): void {
    const latest = this.slopes.shown?.step ?? 0;
    const step = x === undefined ? undefined : Math.min(latest, Math.max(0, Math.round(x)));
    this.pointed = step;
    if (keep && step !== undefined) this.keptStep = step === latest ? undefined : step;
    this.requestUpdate();
  }

  private may(name: SettingKey): boolean {
    return !this.isLocked(name as never) && !this.isHidden(name as never);
  }

  private newSeed(): void {
    this.assign({ seed: 1 + Math.floor(Math.random() * LARGEST_NEW_SEED) });
  }

  // Rendering.

  protected override heading(): string {
    return this.messages.slopeTracks.title;
  }

  protected override help(): readonly string[] {
    return this.messages.slopeTracks.help;
  }

  protected override summary(): string {
    const { context, messages } = this;
    if (!context) return messages.slopeTracks.preparing;
    return messages.slopeTracks.summary(
      setupText(context.course.settings, messages),
      whole(context.step),
      inWords(context),
    );
  }

  protected override dataTable(): DataTable | undefined {
    const { context } = this;
    return context && slopesTable(context);
  }

  protected override renderFigure(): TemplateResult {
    const { settings, messages, slopes } = this;
    const words = messages.slopeTracks;
    const bare = settings.hideControls;
    const host: PanelHost = {
      settings: settings as SlopesSettings,
      messages,
      locked: (name) => this.isLocked(name as never),
      hidden: (name) => this.isHidden(name as never),
      change: (values) => this.assign(values),
    };
    return html`
      <header class="head">
        <p class="head-title"><b>${words.title}</b> <span>${words.taglines[settings.mode]}</span></p>
        <p class="setup">${setupText(settings, messages)}</p>
      </header>
      ${bare ? nothing : renderMainControls(host)}
      ${
        bare
          ? nothing
          : renderTransport({
              lanes: slopes,
              words,
              newSeed: this.may('seed') ? () => this.newSeed() : undefined,
            })
      }
      ${renderProgress(slopes, words)} ${this.renderStatus()} ${this.renderCharts(host)}
      ${
        bare
          ? nothing
          : html`<details class="experiment">
              <summary>${words.experiment}</summary>
              ${renderPanel(host)}
            </details>`
      }
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  private renderStatus(): TemplateResult {
    const words = this.messages.slopeTracks;
    const { phase, reason } = this.slopes;
    if (phase === 'died') {
      return html`<div class="status trouble" role="alert">
        ${words.workerDied(reason)}
        ${button({ label: words.restart, onClick: () => void this.rebuild() })}
      </div>`;
    }
    if (phase === 'refused') {
      return html`<p class="status trouble" role="alert">${words.refused(reason)}</p>`;
    }
    return html`<p class="status" role="status" ?hidden=${!this.notice}>${this.notice}</p>`;
  }

  private renderCharts(host: PanelHost): TemplateResult | typeof nothing {
    const { context } = this;
    this.cards = context ? makeCards(context) : [];
    if (!context) return nothing;
    const { mode, depth, width } = context.course.settings;
    const controls = new Controls(host);
    return html`${renderFindings(context)}
      ${
        this.settings.hideControls
          ? nothing
          : renderReaders({
              context,
              latest: context.course.step,
              which:
                mode === 'draws' ? controls.number('unit', width) : controls.number('layer', depth),
              setStep: (step) => {
                this.keptStep = step;
                this.requestUpdate();
              },
              drawAgain: () => this.drawAgain(),
            })
      }
      <div class="cards">
        ${this.cards.map((card) =>
          renderCard(card, this.board, (x, keep) => this.readStep(x, keep)),
        )}
      </div>`;
  }
}
