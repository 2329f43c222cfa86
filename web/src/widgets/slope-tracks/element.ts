// `<slope-tracks>`: the slopes that PReLU learns and those that RReLU draws.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { loadEngine } from '../../engine/engine.ts';
import type { Engine } from '../../engine/types.ts';
import { type DataTable, FigureElement } from '../base.ts';
import { labelOf } from '../label.ts';
import { flowStyles } from '../layer-flow/styles.ts';
import { drawnLanes } from '../session/drawn.ts';
import { TrainingFigure } from '../session/figure.ts';
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
import { controlsOf, type PanelHost, renderMainControls, renderPanel } from './panel.ts';
import { plan } from './plan.ts';
import { runKey, type SlopesSettings, slopesSchema } from './settings.ts';
import { slopesStyles } from './styles.ts';
import { inWords, renderFindings, renderReaders, setupText, slopesTable } from './view.ts';

export class SlopeTracks extends TrainingFigure<typeof slopesSchema.settings> {
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

  protected readonly training = new SlopesController(() => this.trainingChanged());
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

  // Life cycle.

  protected override async load(): Promise<void> {
    this.engine = await loadEngine({ data: 'on-demand' });
    await super.load();
  }

  protected override runKey(): string {
    return runKey(this.settings);
  }

  protected override get trainingWords() {
    return this.messages.slopeTracks;
  }

  protected override get outcome(): string {
    return this.messages.slopeTracks.announce.finished(whole(this.training.step));
  }

  protected override forget(): void {
    this.keptStep = undefined;
  }

  protected override redraw(now: boolean): void {
    if (now) this.redraws.now();
    else this.redraws.later();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.redraws.cancel();
    this.drawing?.source.dispose();
    this.drawing = undefined;
    this.board.dispose();
  }

  protected override themeChanged(): void {
    this.board.setTheme(this.colors);
  }

  // What the charts are made from.

  private get context(): ChartContext | undefined {
    const { shown } = this.training;
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
    const spread = this.redraws.drawn() && this.training.busy;
    if (!this.awake || !this.colors || this.cards.length === 0) return;
    this.board.sync(this.renderRoot, this.cards, this.colors, { all: !this.training.busy, spread });
  }

  // Commands of the reader.

  private readStep(x: number | undefined, keep: boolean): void {
    const latest = this.training.shown?.step ?? 0;
    const step = x === undefined ? undefined : Math.min(latest, Math.max(0, Math.round(x)));
    this.pointed = step;
    if (keep && step !== undefined) this.keptStep = step === latest ? undefined : step;
    this.requestUpdate();
  }

  // Rendering.

  protected override figureName(): string {
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

  override async pictures() {
    const { pictures } = await import('./take-away.ts');
    return this.context ? pictures(this.context) : [];
  }

  override drawn() {
    return drawnLanes(this.training.shown, plan);
  }

  override setupLine(): string {
    return setupText(this.settings, this.messages);
  }

  protected override renderFigure(): TemplateResult {
    const { settings, messages, training } = this;
    const words = messages.slopeTracks;
    const bare = settings.hideControls;
    const host = this.settingsHost;
    return html`
      <header class="head">
        <p class="head-title">${this.ownName} <span>${words.taglines[settings.mode]}</span></p>
        <p class="setup">${setupText(settings, messages)}</p>
      </header>
      ${bare ? nothing : renderMainControls(host)}
      ${this.transport(() => renderTransport({ lanes: training, words, newSeed: this.newSeed }))}
      ${renderProgress(training, words)} ${this.renderStatus()} ${this.renderCharts(host)}
      ${
        bare
          ? nothing
          : html`<details class="experiment">
              <summary>${words.experiment}</summary>
              ${renderPanel(host)}
            </details>`
      }
      ${this.renderAnnouncement()}
    `;
  }

  private renderCharts(host: PanelHost): TemplateResult | typeof nothing {
    const { context } = this;
    this.cards = context ? makeCards(context) : [];
    if (!context) return nothing;
    const { mode, depth, width } = context.course.settings;
    const controls = controlsOf(host);
    return html`${renderFindings(context)}
      ${
        this.settings.hideControls
          ? nothing
          : renderReaders({
              context,
              latest: context.course.step,
              which:
                mode === 'draws'
                  ? controls.number('unit', { most: width })
                  : controls.number('layer', { most: depth }),
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
