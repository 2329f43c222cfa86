// `<layer-flow>`: how signal and gradient fare on their way through many layers.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type Evaluator, loadEvaluator } from '../../engine/evaluator.ts';
import type { ActivationId } from '../../engine/types.ts';
import { type DataTable, FigureElement } from '../base.ts';
import { labelOf } from '../label.ts';
import { drawnLanes } from '../session/drawn.ts';
import { TrainingFigure } from '../session/figure.ts';
import { renderProgress, renderTransport } from '../session/transport.ts';
import { swatchStyles } from '../swatch.ts';
import { ChartBoard, cardStyles } from '../training-race/cards.ts';
import { whole } from '../training-race/charts.ts';
import { Redraws } from '../training-race/redraws.ts';
import { storyStyles } from '../training-race/story.ts';
import { transportStyles } from '../training-race/transport.ts';
import { type ChartContext, type ChartSpec, makeCharts } from './charts.ts';
import { FlowController } from './controller.ts';
import { renderMainControls, renderPanel } from './panel.ts';
import { plan } from './plan.ts';
import { type FlowSettings, flowSchema, runKey } from './settings.ts';
import { flowStyles } from './styles.ts';
import { type Theory, theoryOf } from './theory.ts';
import {
  finding,
  flowTable,
  renderChart,
  renderFindings,
  renderReaders,
  setupText,
} from './view.ts';

export class LayerFlow extends TrainingFigure<typeof flowSchema.settings> {
  static override schema = flowSchema;
  static override styles: CSSResultGroup = [
    FigureElement.styles,
    swatchStyles,
    cardStyles,
    transportStyles,
    storyStyles,
    flowStyles,
  ];

  protected readonly training = new FlowController(() => this.trainingChanged());
  private readonly board = new ChartBoard(() => this.requestUpdate());
  private readonly redraws = new Redraws(() => this.requestUpdate());
  private curves!: Evaluator;
  /** As rendered last. */
  private specs: ChartSpec[] = [];
  /** By the key of the run that they are about. */
  private known = { key: '', theories: new Map<ActivationId, Theory>() };
  /** What the reader reads: a layer while pointing, a step chosen to stay. */
  private pointed: number | undefined;
  private keptStep: number | undefined;

  // Life cycle.

  protected override async load(): Promise<void> {
    this.curves = await loadEvaluator();
    await super.load();
  }

  protected override runKey(): string {
    return runKey(this.settings);
  }

  protected override get trainingWords() {
    return this.messages.layerFlow;
  }

  protected override get outcome(): string {
    return this.messages.layerFlow.announce.finished(whole(this.training.step));
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
    this.board.dispose();
  }

  protected override themeChanged(): void {
    this.board.setTheme(this.colors);
  }

  // What the charts are made from.

  private get context(): ChartContext | undefined {
    const { shown } = this.training;
    if (!shown) return undefined;
    const { depth } = shown.settings;
    return {
      flow: shown,
      step: Math.min(this.keptStep ?? shown.step, shown.step),
      layer: Math.min(this.pointed ?? this.settings.layer, depth),
      theories: this.settings.theory ? this.theories(shown.settings) : new Map(),
      theme: this.colors,
      messages: this.messages,
      label: labelOf,
    };
  }

  private theories(settings: FlowSettings): Map<ActivationId, Theory> {
    const key = runKey(settings);
    if (this.known.key !== key) {
      const theories = new Map<ActivationId, Theory>();
      for (const id of settings.activations) {
        const theory = theoryOf(this.curves, settings, id);
        if (theory) theories.set(id, theory);
      }
      this.known = { key, theories };
    }
    return this.known.theories;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const spread = this.redraws.drawn() && this.training.busy;
    if (!this.awake || !this.colors || this.specs.length === 0) return;
    const cards = this.specs.map((spec) => ({
      name: spec.name,
      title: spec.title,
      size: 'half' as const,
      spec,
    }));
    this.board.sync(this.renderRoot, cards, this.colors, { all: !this.training.busy, spread });
  }

  // Commands of the reader.

  private read(x: number | undefined, keep: boolean): void {
    const depth = this.training.shown?.settings.depth ?? 1;
    const layer = x === undefined ? undefined : Math.min(depth, Math.max(1, Math.round(x)));
    this.pointed = layer;
    if (keep && layer !== undefined && this.may('layer')) this.assign({ layer });
    this.requestUpdate();
  }

  // Rendering.

  protected override figureName(): string {
    return this.messages.layerFlow.title;
  }

  protected override help(): readonly string[] {
    return this.messages.layerFlow.help;
  }

  protected override summary(): string {
    const { context, messages } = this;
    if (!context) return messages.layerFlow.preparing;
    const findings = context.flow.lanes.map((lane) => finding(context, lane));
    return messages.layerFlow.summary(
      setupText(context.flow.settings, messages),
      whole(context.step),
      messages.layerFlow.sentences(findings),
    );
  }

  protected override dataTable(): DataTable | undefined {
    const { context } = this;
    return context && flowTable(context);
  }

  override async pictures() {
    const { pictures } = await import('./take-away.ts');
    return this.context ? pictures(this.context, this.settings.charts) : [];
  }

  override drawn() {
    return drawnLanes(this.training.shown, plan);
  }

  override setupLine(): string {
    return setupText(this.settings, this.messages);
  }

  protected override renderFigure(): TemplateResult {
    const { settings, messages, training } = this;
    const words = messages.layerFlow;
    const bare = settings.hideControls;
    const host = this.settingsHost;
    return html`
      <header class="head">
        <p class="head-title">${this.ownName} <span>${words.tagline}</span></p>
        <p class="setup">${setupText(settings, messages)}</p>
      </header>
      ${bare ? nothing : renderMainControls(host)}
      ${this.transport(() => renderTransport({ lanes: training, words, newSeed: this.newSeed }))}
      ${renderProgress(training, words)} ${this.renderStatus()} ${this.renderCharts()}
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

  private renderCharts(): TemplateResult | typeof nothing {
    const { context } = this;
    this.specs = context ? makeCharts(context, this.settings.charts) : [];
    if (!context) return nothing;
    const read = (x: number | undefined, keep: boolean) => this.read(x, keep);
    return html`${renderFindings(context)}
      ${
        this.settings.hideControls
          ? nothing
          : renderReaders({
              context,
              latest: context.flow.step,
              locked: this.isLocked('layer'),
              setLayer: this.isHidden('layer') ? undefined : (layer) => this.assign({ layer }),
              setStep: (step) => {
                this.keptStep = step;
                this.requestUpdate();
              },
            })
      }
      <div class="cards">
        ${this.specs.map((spec) => renderChart(spec, this.board, read))}
      </div>`;
  }
}
