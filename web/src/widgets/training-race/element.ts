// `<training-race>`: activations that learn the same thing from the same start, charted in step.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { ActivationId } from '../../engine/types.ts';
import { type DataTable, FigureElement } from '../base.ts';
import { button, chips, segmented } from '../controls.ts';
import { curveClass } from '../palette.ts';
import { toQuery } from '../schema.ts';
import { swatch, swatchStyles } from '../swatch.ts';
import { type Extent, extentOf, gridInputs } from './boundary.ts';
import { type Card, ChartBoard, cardStyles, renderCard } from './cards.ts';
import {
  accuracyChart,
  type ChartContext,
  FIRST_TABS,
  gradientChart,
  learnedChart,
  learnsPieces,
  learnsSlopes,
  lossChart,
  type Tabs,
  unitsChart,
  whole,
} from './charts.ts';
import { dataKind } from './config.ts';
import { type Phase, RaceController } from './controller.ts';
import {
  curveChart,
  curveInputs,
  drawBoundaries,
  outputStyles,
  renderBoundaries,
  renderMistakes,
} from './outputs.ts';
import { OwnData, ownDataStyles } from './own-data.ts';
import { panelStyles, renderPanel } from './panel.ts';
import { exactTable, renderResults, resultStyles } from './results.ts';
import {
  type ChartName,
  type RaceSettings,
  raceSchema,
  runKey,
  type SettingKey,
} from './settings.ts';
import { raceStyles } from './styles.ts';
import { renderProgress, renderTransport, transportStyles } from './transport.ts';
import { isTrouble, type Verdict, verdictOf } from './verdict.ts';
import { setupParts, verdictText } from './words.ts';

/** A slider that moves changes settings many times a second; the networks are built once. */
const REBUILD_DELAY = 200;
const LARGEST_NEW_SEED = 9999;

const labelOf = (id: ActivationId) => ACTIVATIONS.find((info) => info.id === id)!.label;

export class TrainingRace extends FigureElement<typeof raceSchema.settings> {
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
    raceStyles,
  ];

  private readonly race = new RaceController(() => this.raceChanged());
  private readonly board = new ChartBoard(() => this.requestUpdate());
  /** As rendered last. */
  private cards: Card[] = [];
  private readonly own = new OwnData(
    () => this.requestUpdate(),
    () => void this.rebuild(),
  );
  private readonly absent = new Set<ActivationId>();
  private tabs: Tabs = FIRST_TABS;
  /** Steps that the reader reads: while pointing, and chosen to stay. */
  private pointed: number | undefined;
  private kept: number | undefined;
  private notice = '';
  private linkText = '';
  private announcement = '';
  private lastPhase: Phase = 'preparing';
  /** The settings that the networks were built from. */
  private built = '';
  private rebuildTimer: ReturnType<typeof setTimeout> | undefined;
  private started = false;
  private outputsSeen = false;
  private outputsWatch: IntersectionObserver | undefined;
  private extent: Extent | undefined;
  private grid: Float32Array | undefined;

  // Life cycle.

  protected override async load(): Promise<void> {
    await this.rebuild();
  }

  private async rebuild(): Promise<void> {
    clearTimeout(this.rebuildTimer);
    this.rebuildTimer = undefined;
    const key = runKey(this.settings);
    this.built = key;
    this.kept = undefined;
    this.pointed = undefined;
    await this.race.prepare(this.settings, this.own.dataset);
    if (this.built !== key || this.race.phase !== 'ready') return;
    this.prepareOutputs();
    this.startItself();
  }

  /** Once, and only while somebody can see it. */
  private startItself(): void {
    if (!this.settings.autoplay || this.started || !this.awake) return;
    this.started = true;
    void this.race.play(this.settings.speed);
  }

  protected override settingsChanged(names: readonly string[]): void {
    if (this.built && runKey(this.settings) !== this.built) {
      const { race } = this.messages;
      const onlySeed = names.length === 1 && names[0] === 'seed';
      this.notice = onlySeed ? race.newSeedNote(String(this.settings.seed)) : race.wasReset;
      if (this.race.busy) void this.race.pause();
      clearTimeout(this.rebuildTimer);
      this.rebuildTimer = setTimeout(() => void this.rebuild(), REBUILD_DELAY);
    } else if (names.includes('speed') && this.race.phase === 'running') {
      void this.race.play(this.settings.speed);
    }
    this.linkText = '';
  }

  protected override awakeChanged(): void {
    if (this.awake && this.built === '' && this.hasUpdated) void this.rebuild();
    void this.race.rest(!this.awake, this.settings.speed);
    if (this.awake && this.race.phase === 'ready') this.startItself();
    this.watchOutputs();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.rebuildTimer);
    this.built = '';
    this.race.dispose();
    this.board.dispose();
    this.outputsWatch?.disconnect();
    this.outputsWatch = undefined;
    this.outputsSeen = false;
  }

  protected override themeChanged(): void {
    this.board.setTheme(this.colors);
  }

  private raceChanged(): void {
    const { phase, step } = this.race;
    if (phase !== this.lastPhase) {
      const { announce } = this.messages.race;
      if (phase === 'running') this.notice = '';
      if (phase === 'running' && this.lastPhase !== 'resting') this.announcement = announce.started;
      if (phase === 'paused') this.announcement = announce.paused(whole(step));
      if (phase === 'ready' && this.lastPhase !== 'preparing') this.announcement = announce.reset;
      if (phase === 'finished') {
        const troubles = this.verdicts.filter(isTrouble).map((v) => this.words(v));
        this.announcement = [announce.finished(whole(step)), ...troubles].join(' ');
      }
      this.lastPhase = phase;
      this.watchOutputs();
    }
    this.requestUpdate();
  }

  // What the charts are made from.

  private get context(): ChartContext | undefined {
    const { dataset, chance, lanes, step } = this.race;
    if (!dataset) return undefined;
    const chosen = this.pointed ?? this.kept;
    return {
      lanes: lanes.filter(({ id }) => !this.absent.has(id)),
      settings: this.settings,
      dataset,
      chance,
      step: Math.min(chosen ?? step, step),
      chosen: chosen !== undefined,
      tabs: this.tabs,
      theme: this.colors,
      messages: this.messages,
      label: labelOf,
    };
  }

  private get verdicts(): Verdict[] {
    const { lanes, chance } = this.race;
    const { depth } = this.settings;
    return lanes.map((lane) => verdictOf(lane, depth, chance));
  }

  private words(verdict: Verdict): string {
    return verdictText(verdict, this.messages, labelOf);
  }

  // Outputs: predictions arrive with the frames, only while their card can be seen.

  private prepareOutputs(): void {
    const { dataset } = this.race;
    if (!dataset) return;
    const kind = dataKind(this.settings.dataset);
    this.extent = kind === 'plane' ? extentOf(dataset) : undefined;
    this.grid =
      kind === 'curve' ? curveInputs(dataset) : this.extent ? gridInputs(this.extent) : undefined;
    this.watchOutputs();
  }

  private watchOutputs(): void {
    // Unseen while running, they wait for the end.
    const seen = !this.race.busy || (this.outputsSeen && this.awake);
    const images = dataKind(this.settings.dataset) === 'images';
    void this.race.watch(seen ? { grid: this.grid ?? null, test: images } : {});
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
    const context = this.awake ? this.context : undefined;
    if (!context || !this.colors) return;
    this.board.sync(this.renderRoot, this.cards, this.colors);
    this.observeOutputs();
    if (this.extent) {
      drawBoundaries(this.renderRoot, context, this.race.outputs, this.extent);
    }
  }

  // Commands of the reader.

  private newSeed(): void {
    this.assign({ seed: 1 + Math.floor(Math.random() * LARGEST_NEW_SEED) });
  }

  private read(x: number | undefined, keep: boolean): void {
    const { step } = this.race;
    const at = x === undefined ? undefined : Math.min(step, Math.max(0, Math.round(x)));
    if (keep) this.kept = at;
    this.pointed = keep ? undefined : at;
    this.requestUpdate();
  }

  private choose(tabs: Partial<Tabs>): void {
    this.tabs = { ...this.tabs, ...tabs };
    this.requestUpdate();
  }

  private async copyLink(): Promise<void> {
    const { race } = this.messages;
    const query = toQuery(this.schema, this.settings, this.authored, location.search);
    const link = `${location.origin}${location.pathname}${query && '?'}${query}`;
    const warning = this.settings.dataset === 'own' ? ` ${race.linkOwnData}` : '';
    try {
      await navigator.clipboard.writeText(link);
      this.linkText = '';
      this.notice = race.linkCopied + warning;
    } catch {
      // No permission, or no clipboard: the reader copies the text.
      this.linkText = link;
      this.notice = warning;
    }
    this.requestUpdate();
  }

  // Rendering.

  protected override heading(): string {
    return this.messages.race.title;
  }

  protected override help(): readonly string[] {
    return this.messages.race.help;
  }

  protected override summary(): string {
    const { race } = this.messages;
    const { phase, dataset, step, steps, reason } = this.race;
    const setup = setupParts(this.settings, dataset, this.messages).join(' · ');
    const state =
      phase === 'refused' ? race.failed(reason) : race.progress(whole(step), whole(steps));
    const verdicts = dataset ? this.verdicts.map((v) => this.words(v)) : [];
    return race.summary(setup, state, verdicts.filter(Boolean).join(' '));
  }

  protected override dataTable(): DataTable | undefined {
    const { context } = this;
    return context && exactTable(context, this.race.lanes);
  }

  protected override renderFigure(): TemplateResult {
    const { settings, messages } = this;
    const words = messages.race;
    const bare = settings.hideControls;
    const context = this.context;
    return html`
      <header class="head">
        <p class="head-title"><b>${words.title}</b> <span>${words.tagline}</span></p>
        <p class="setup">
          ${setupParts(settings, this.race.dataset, messages).map((part) => html`<span>${part}</span>`)}
        </p>
      </header>
      ${bare ? renderProgress({ race: this.race, messages }) : this.renderTransport()}
      ${this.renderStatus()}
      ${context ? this.renderRacers() : nothing}
      ${context ? this.renderCharts(context) : nothing}
      ${bare ? nothing : this.renderExperiment()}
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  private renderTransport(): TemplateResult {
    const may = (name: SettingKey) =>
      !this.isLocked(name as never) && !this.isHidden(name as never);
    return renderTransport({
      race: this.race,
      messages: this.messages,
      speed: this.settings.speed,
      newSeed: may('seed') ? () => this.newSeed() : undefined,
      setSpeed: may('speed') ? (speed) => this.assign({ speed }) : undefined,
      copyLink: this.settings.link ? () => void this.copyLink() : undefined,
    });
  }

  private renderStatus(): TemplateResult {
    const words = this.messages.race;
    const { phase, reason } = this.race;
    if (phase === 'died') {
      return html`<div class="status trouble" role="alert">
        ${words.workerDied(reason)}
        ${button({ label: words.restart, onClick: () => void this.rebuild() })}
      </div>`;
    }
    if (phase === 'refused') {
      return html`<p class="status trouble" role="alert">${words.failed(reason)}</p>`;
    }
    const text = phase === 'without-data' ? words.needOwnData : this.notice;
    return html`<p class="status" role="status" ?hidden=${!text && !this.linkText}>
      ${text}
      ${
        this.linkText
          ? html`<label class="link">
              ${words.linkManual}
              <input
                type="text"
                readonly
                .value=${this.linkText}
                @focus=${(event: Event) => (event.target as HTMLInputElement).select()}
              />
            </label>`
          : nothing
      }
    </p>`;
  }

  private renderRacers(): TemplateResult {
    const { lanes } = this.race;
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

  private renderCharts(context: ChartContext): TemplateResult {
    this.cards = this.makeCards(context);
    const read = (x: number | undefined, keep: boolean) => this.read(x, keep);
    const leads = ({ name }: Card) => name === 'loss' || name === 'accuracy';
    const first = this.cards.filter(leads);
    const rest = this.cards.filter((card) => !leads(card));
    return html`<div class="cards">
        ${first.map((card) => renderCard(card, this.board, read))}
        <div class="card full">${this.renderReader()}${this.renderVerdicts()}</div>
        ${rest.map((card) => renderCard(card, this.board, read))}
      </div>
      ${renderResults(context, this.race.lanes, this.verdicts, this.race.step)}`;
  }

  /** The step that all charts are read at. */
  private renderReader(): TemplateResult {
    const { charts } = this.messages.race;
    const { step } = this.race;
    const shown = Math.min(this.pointed ?? this.kept ?? step, step);
    const onInput = (event: Event) =>
      this.read((event.target as HTMLInputElement).valueAsNumber, true);
    return html`<div class="reader">
      <label>
        <span>${charts.readAt}</span>
        <input type="range" min="0" max=${step} step="1" .value=${String(shown)} ?disabled=${step === 0} @input=${onInput} />
      </label>
      <output>${whole(shown)}</output>
      ${button({
        label: charts.latest,
        disabled: this.kept === undefined,
        onClick: () => {
          this.kept = undefined;
          this.requestUpdate();
        },
      })}
    </div>`;
  }

  private renderVerdicts(): TemplateResult {
    const { race } = this.messages;
    const verdicts = this.verdicts.filter(({ kind }) => kind !== 'ready');
    return html`<div class="verdicts">
      <p class="card-title">${race.verdictTitle}</p>
      ${
        verdicts.length
          ? html`<ul>
              ${verdicts.map(
                (
                  v,
                ) => html`<li class="${v.kind} ${isTrouble(v) ? 'trouble' : ''}" data-racer=${v.id}>
                  ${swatch(v.id)}<span>${this.words(v)}</span>
                </li>`,
              )}
            </ul>`
          : html`<p>${race.verdictReady}</p>`
      }
    </div>`;
  }

  private makeCards(context: ChartContext): Card[] {
    const { charts } = this.messages.race;
    const { lanes } = context;
    const shows = (name: ChartName) => this.settings.charts.includes(name);
    const regression = context.dataset.classes === 0;
    const learned = shows('learned') ? learnedChart(context) : undefined;
    const size = learned ? 'third' : 'half';
    // A regression without held-out rows has neither an accuracy nor a test loss.
    const tested = !regression || context.dataset.trainCount < context.dataset.count;
    const cards: (Card | false)[] = [
      shows('loss') && {
        name: 'loss',
        title: charts.loss,
        size: tested && shows('accuracy') ? 'half' : 'full',
        tabs: this.lossTabs(),
        spec: lossChart(context),
      },
      shows('accuracy') &&
        tested && {
          name: 'accuracy',
          title: regression ? charts.testLoss : charts.accuracy,
          size: 'half',
          tabs: regression ? nothing : this.tab('accuracy', ['test', 'train']),
          spec: accuracyChart(context),
        },
      shows('gradients') && {
        name: 'gradients',
        title: charts.gradients,
        size,
        tabs: this.tab('gradients', ['layer', 'time']),
        spec: gradientChart(context),
      },
      shows('units') && {
        name: 'units',
        title: charts.units,
        size,
        tabs: html`<div class="tabs">
          ${this.choices('units', ['saturated', 'dead'])} ${this.choices('unitsBy', ['time', 'layer'])}
        </div>`,
        spec: unitsChart(context),
      },
      learned !== undefined && {
        name: 'learned',
        title: charts.learned,
        size: 'third',
        tabs:
          learnsSlopes(lanes) && learnsPieces(lanes)
            ? this.tab('learned', ['slopes', 'shares'])
            : nothing,
        spec: learned,
      },
      shows('outputs') && this.outputsCard(context),
    ];
    return cards.filter((card) => card !== false);
  }

  private outputsCard(context: ChartContext): Card {
    const { charts } = this.messages.race;
    const kind = dataKind(this.settings.dataset);
    const { outputs } = this.race;
    const base = { name: 'outputs', size: 'full' } as const;
    if (kind === 'plane') {
      return { ...base, title: charts.boundaries, body: renderBoundaries(context) };
    }
    if (kind === 'images') {
      return { ...base, title: charts.mistakes, body: renderMistakes(context, outputs) };
    }
    const inputs = this.grid ?? curveInputs(context.dataset);
    return { ...base, title: charts.curves, spec: curveChart(context, outputs, inputs) };
  }

  private lossTabs(): unknown {
    const { race } = this.messages;
    if (this.isHidden('lossScale')) return nothing;
    return html`<div class="tabs">
      ${segmented('loss-scale', {
        label: race.settings.lossScale.label,
        value: this.settings.lossScale,
        options: (['log', 'linear'] as const).map((value) => ({
          value,
          label: race.options.lossScale[value],
        })),
        disabled: this.isLocked('lossScale'),
        onChange: (lossScale) => this.assign({ lossScale }),
      })}
    </div>`;
  }

  private tab<K extends keyof Tabs>(name: K, values: readonly Tabs[K][]): unknown {
    return html`<div class="tabs">${this.choices(name, values)}</div>`;
  }

  private choices<K extends keyof Tabs>(name: K, values: readonly Tabs[K][]): TemplateResult {
    const { charts } = this.messages.race;
    return segmented<Tabs[K]>(`tab-${name}`, {
      label: charts.view,
      value: this.tabs[name],
      options: values.map((value) => ({ value, label: charts.tabs[value] })),
      onChange: (value) => this.choose({ [name]: value } as Partial<Tabs>),
    });
  }

  private renderExperiment(): TemplateResult | typeof nothing {
    const { settings, messages } = this;
    const host = {
      settings: settings as RaceSettings,
      messages,
      locked: (name: SettingKey) => this.isLocked(name as never),
      hidden: (name: SettingKey) => this.isHidden(name as never),
      change: (values: Partial<RaceSettings>) => this.assign(values),
    };
    return html`<details class="experiment" ?open=${settings.dataset === 'own'}>
      <summary>${messages.race.experiment}</summary>
      ${renderPanel(host, this.own.render(messages))}
    </details>`;
  }
}
