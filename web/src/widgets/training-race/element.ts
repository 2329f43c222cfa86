// `<training-race>`: activations that learn the same thing from the same start, charted in step.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import type { ActivationId } from '../../engine/types.ts';
import { type DataTable, FigureElement } from '../base.ts';
import { chips } from '../controls.ts';
import { labelOf } from '../label.ts';
import { curveClass } from '../palette.ts';
import { TrainingFigure } from '../session/figure.ts';
import { swatch, swatchStyles } from '../swatch.ts';
import { type Extent, extentOf, gridInputs } from './boundary.ts';
import { makeCards } from './card-list.ts';
import { type Card, ChartBoard, cardStyles, renderCard } from './cards.ts';
import { type ChartContext, FIRST_TABS, type Tabs, whole } from './charts.ts';
import { dataKind } from './config.ts';
import { type Heat, RaceController } from './controller.ts';
import { type Expectation, Expectations } from './expectations.ts';
import type { Lane } from './history.ts';
import { curveInputs, drawBoundaries, outputStyles } from './outputs.ts';
import { OwnData, ownDataStyles } from './own-data.ts';
import { panelStyles, renderPanel } from './panel.ts';
import { Redraws } from './redraws.ts';
import { exactTable, renderResults, resultStyles } from './results.ts';
import { raceSchema, runKey } from './settings.ts';
import { renderReader, renderVerdicts, storyStyles } from './story.ts';
import { raceStyles } from './styles.ts';
import type { Host } from './take-away.ts';
import { renderProgress, renderTransport, transportStyles } from './transport.ts';
import { isTrouble, type Verdict, verdictOf } from './verdict.ts';
import { progressText, setupParts, verdictText } from './words.ts';

/** A slider that moves changes settings many times a second; the networks are built once. */
const REBUILD_DELAY = 200;

export class TrainingRace extends TrainingFigure<typeof raceSchema.settings> {
  static override schema = raceSchema;
  static override styles: CSSResultGroup = [
    FigureElement.styles,
    swatchStyles,
    cardStyles,
    transportStyles,
    panelStyles,
    ownDataStyles,
    outputStyles,
    resultStyles,
    storyStyles,
    raceStyles,
  ];

  protected readonly training = new RaceController(
    () => this.trainingChanged(),
    () => this.settings.speed,
  );
  private readonly board = new ChartBoard(() => this.requestUpdate());
  /** As rendered last. */
  private cards: Card[] = [];
  /** Also draw the charts out of view, once. */
  private drawAll = false;
  private readonly redraws = new Redraws(() => this.requestUpdate());
  private readonly own = new OwnData(
    () => this.requestUpdate(),
    () => void this.rebuild(),
  );
  private readonly absent = new Set<ActivationId>();
  private readonly expectations = new Expectations();
  private tabs: Tabs = FIRST_TABS;
  /** Steps that the reader reads: while pointing, and chosen to stay. */
  private pointed: number | undefined;
  private kept: number | undefined;
  private experimenting = false;
  private outputsSeen = false;
  private outputsWatch: IntersectionObserver | undefined;
  private extent: Extent | undefined;
  private grid: Float32Array | undefined;

  // Life cycle.

  protected override runKey(): string {
    return runKey(this.settings);
  }

  protected override get trainingWords() {
    return this.messages.race;
  }

  protected override get outcome(): string {
    const troubles = this.verdicts.filter(isTrouble).map((v) => this.words(v));
    const { announce } = this.messages.race;
    return [announce.finished(whole(this.training.step)), ...troubles].join(' ');
  }

  override program(): Promise<string> | undefined {
    return super.program(this.own.dataset);
  }

  protected override resetNote(names: readonly string[]): string {
    const { race } = this.messages;
    const onlySeed = names.length === 1 && names[0] === 'seed';
    return onlySeed ? race.newSeedNote(String(this.settings.seed)) : race.wasReset;
  }

  protected override rebuildDelay(): number {
    return REBUILD_DELAY;
  }

  protected override forget(): void {
    this.kept = undefined;
    this.pointed = undefined;
  }

  protected override async prepare(): Promise<void> {
    const key = this.built;
    await this.training.prepare(this.settings, this.own.dataset);
    if (this.built === key && this.training.phase === 'ready') this.prepareOutputs();
  }

  protected override settingsChanged(names: readonly string[]): void {
    super.settingsChanged(names);
    if (this.runKey() === this.built && names.includes('speed')) this.training.changePace();
  }

  protected override awakeChanged(): void {
    super.awakeChanged();
    this.watchOutputs();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.redraws.cancel();
    this.board.dispose();
    this.outputsWatch?.disconnect();
    this.outputsWatch = undefined;
    this.outputsSeen = false;
  }

  protected override themeChanged(): void {
    this.board.setTheme(this.colors);
  }

  protected override trainingChanged(): void {
    this.drawAll = !this.training.busy && this.training.step > 0;
    super.trainingChanged();
  }

  protected override phaseChanged(): void {
    this.watchOutputs();
  }

  protected override redraw(now: boolean): void {
    if (now) this.redraws.now();
    else this.redraws.later();
  }

  // What the charts are made from.

  private get context(): ChartContext | undefined {
    const { shown } = this.training;
    if (!shown?.dataset) return undefined;
    const { settings, lanes, dataset, chance, step } = shown;
    const chosen = this.pointed ?? this.kept;
    return {
      lanes: lanes.filter(({ id }) => !this.absent.has(id)),
      settings: { ...settings, lossScale: this.settings.lossScale },
      dataset,
      chance,
      latest: step,
      step: Math.min(chosen ?? step, step),
      chosen: chosen !== undefined,
      tabs: this.tabs,
      expected: this.expectations.of(settings, this.authored),
      theme: this.colors,
      messages: this.messages,
      label: labelOf,
    };
  }

  private get verdicts(): Verdict[] {
    const { shown } = this.training;
    if (!shown) return [];
    const { lanes, settings, chance, majority } = shown;
    return lanes.map((lane) => verdictOf(lane, settings.depth, chance, majority));
  }

  private words(verdict: Verdict): string {
    return verdictText(verdict, this.messages, labelOf);
  }

  // Outputs: predictions arrive with the frames, only while their card can be seen.

  private prepareOutputs(): void {
    const { dataset, settings } = this.training.shown ?? {};
    if (!dataset || !settings) return;
    const kind = dataKind(settings.dataset);
    this.extent = kind === 'plane' ? extentOf(dataset) : undefined;
    this.grid =
      kind === 'curve' ? curveInputs(dataset) : this.extent ? gridInputs(this.extent) : undefined;
    this.watchOutputs();
  }

  private watchOutputs(): void {
    // Unseen while running, they wait for the end.
    const seen = !this.training.busy || (this.outputsSeen && this.awake);
    const images = this.training.shown?.dataset?.name === 'digits';
    void this.training.watch(seen ? { grid: this.grid ?? null, test: images } : {});
  }

  private observeOutputs(): void {
    const card = this.renderRoot.querySelector('.card[data-chart="outputs"]');
    if (!card || this.outputsWatch) return;
    this.outputsWatch = new IntersectionObserver(
      (entries) => {
        this.outputsSeen = entries.at(-1)?.isIntersecting ?? false;
        this.watchOutputs();
      },
      { rootMargin: '100px' },
    );
    this.outputsWatch.observe(card);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const spread = this.redraws.drawn() || this.training.busy;
    const context = this.awake ? this.context : undefined;
    if (!context || !this.colors) return;
    this.board.sync(this.renderRoot, this.cards, this.colors, { all: this.drawAll, spread });
    this.drawAll = false;
    this.observeOutputs();
    if (this.extent) {
      drawBoundaries(this.renderRoot, context, this.training.shown!.outputs, this.extent);
    }
  }

  /** Draws a loss curve that was predicted beside the one of the run, or takes it away. */
  expect(name: string, expectation: Expectation | undefined): void {
    this.expectations.set(name, expectation);
    this.requestUpdate();
  }

  // Commands of the reader.

  private read(x: number | undefined, keep: boolean): void {
    const { step } = this.training;
    const at = x === undefined ? undefined : Math.min(step, Math.max(0, Math.round(x)));
    if (keep) this.kept = at;
    this.pointed = keep ? undefined : at;
    this.requestUpdate();
  }

  // Rendering.

  protected override figureName(): string {
    return this.messages.race.title;
  }

  protected override help(): readonly string[] {
    return this.messages.race.help;
  }

  protected override summary(): string {
    const { race } = this.messages;
    const { phase, reason } = this.training;
    const state =
      phase === 'refused' ? race.failed(reason) : progressText(this.training, this.messages);
    const verdicts = this.verdicts.map((v) => this.words(v));
    return race.summary(this.setupLine(), state, verdicts.filter(Boolean).join(' '));
  }

  protected override dataTable(): DataTable | undefined {
    const { context } = this;
    return context && exactTable(context, this.training.shown!.lanes);
  }

  override async pictures() {
    const host = this.takenHost;
    return host ? (await import('./take-away.ts')).pictures(host) : [];
  }

  override async drawn() {
    const { shown } = this.training;
    return shown ? (await import('./drawn.ts')).drawnRace(shown) : { head: [], rows: [] };
  }

  override setupLine(): string {
    return setupParts(this.settings, this.training.shown?.dataset, this.messages).join(' · ');
  }

  private get takenHost(): Host | undefined {
    const { context, extent, grid: curve } = this;
    const { outputs } = this.training.shown ?? {};
    return context && outputs && { context, charts: this.settings.charts, outputs, curve, extent };
  }

  protected override renderFigure(): TemplateResult {
    const { settings, messages } = this;
    const words = messages.race;
    const bare = settings.hideControls;
    const { context } = this;
    const { shown } = this.training;
    return html`
      <header class="head">
        <p class="head-title">${this.ownName} <span>${words.tagline}</span></p>
        <p class="setup">
          ${setupParts(settings, this.training.shown?.dataset, messages).map((part) => html`<span>${part}</span>`)}
        </p>
      </header>
      ${this.transport(() => this.renderTransport())}
      ${renderProgress({ race: this.training, messages })}
      ${this.renderStatus()}
      ${context ? this.renderRacers(shown!.lanes) : nothing}
      ${context ? this.renderCharts(context, shown!) : nothing}
      ${bare ? nothing : this.renderExperiment()}
      ${this.renderAnnouncement()}
    `;
  }

  private renderTransport(): TemplateResult {
    return renderTransport({
      race: this.training,
      messages: this.messages,
      speed: this.settings.speed,
      newSeed: this.newSeed,
      setSpeed: this.may('speed') ? (speed) => this.assign({ speed }) : undefined,
    });
  }

  protected override renderStatus(): TemplateResult {
    const words = this.messages.race;
    const trouble = this.renderTrouble();
    if (trouble) return trouble;
    const text = this.training.phase === 'without-data' ? words.needOwnData : this.notice;
    return html`<p class="status" role="status" ?hidden=${!text}>${text}</p>`;
  }

  private renderRacers(lanes: readonly Lane[]): TemplateResult {
    return chips({
      label: this.messages.race.racers,
      selected: lanes.map(({ id }) => id).filter((id) => !this.absent.has(id)),
      options: lanes.map(({ id }) => ({
        value: id,
        label: labelOf(id),
        accent: curveClass(id),
        swatch: swatch(id),
      })),
      minItems: 1,
      onChange: (shown) => {
        this.absent.clear();
        for (const { id } of lanes) if (!shown.includes(id)) this.absent.add(id);
        this.requestUpdate();
      },
    });
  }

  private renderCharts(context: ChartContext, heat: Heat): TemplateResult {
    const { first, rest } = makeCards({
      context,
      charts: this.settings.charts,
      outputs: heat.outputs,
      curve: this.grid,
      choose: (tabs) => {
        this.tabs = { ...this.tabs, ...tabs };
        this.requestUpdate();
      },
      lossScale: this.isHidden('lossScale')
        ? undefined
        : {
            locked: this.isLocked('lossScale'),
            set: (lossScale) => this.assign({ lossScale }),
          },
    });
    this.cards = [...first, ...rest];
    const verdicts = this.verdicts;
    const read = (x: number | undefined, keep: boolean) => this.read(x, keep);
    return html`<div class="cards">
        ${first.map((card) => renderCard(card, this.board, read))}
        <div class="card full">
          ${renderReader({
            context,
            kept: this.kept !== undefined,
            keep: (step) => this.read(step, true),
          })}
          ${renderVerdicts(
            context,
            verdicts.filter(({ id }) => !this.absent.has(id)),
          )}
        </div>
        ${rest.map((card) => renderCard(card, this.board, read))}
      </div>
      ${renderResults(context, heat.lanes, verdicts)}`;
  }

  private renderExperiment(): TemplateResult | typeof nothing {
    const { messages } = this;
    // Only where own data are wanted does it open by itself.
    if (this.training.phase === 'without-data') this.experimenting = true;
    return html`<details
      class="experiment"
      .open=${this.experimenting}
      @toggle=${(event: Event) => {
        this.experimenting = (event.target as HTMLDetailsElement).open;
      }}
    >
      <summary>${messages.race.experiment}</summary>
      ${renderPanel(this.settingsHost, this.own.render(messages))}
    </details>`;
  }
}
