// `<divergence-map>`: what becomes of each activation at each learning rate, over several seeds.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { languageOf } from '../../i18n/language.ts';
import { type DataTable, FigureElement } from '../base.ts';
import type { Runner } from '../runner.ts';
import { SHARED_NAMES } from '../schema.ts';
import { settingsHost } from '../setting-controls.ts';
import { swatchStyles } from '../swatch.ts';
import { type DetailsHost, renderDetails, runsTable } from './details.ts';
import { drawnMap } from './drawn.ts';
import { type FillPhase, MapFill } from './fill.ts';
import { type Place, renderGrid, renderLegend } from './grid.ts';
import { type Scale, scaleOf, tally } from './outcome.ts';
import { type PanelHost, renderMore, renderTransport } from './panel.ts';
import { seedsOf } from './plan.ts';
import { mapSchema } from './settings.ts';
import { mapStyles } from './styles.ts';

const MOST_WORKERS = 8;
/** Of a machine that does not say how many cores it has. */
const FEW_WORKERS = 2;
/** Changes of these alone need no new plan. */
const VIEW_ONLY: readonly string[] = ['goal', ...SHARED_NAMES];
/** The cell chosen at first: where the activations part. */
const FIRST_RATE = 1;

const grouped = new Intl.NumberFormat('en');
const whole = (value: number) => grouped.format(value);

export class DivergenceMap extends FigureElement<typeof mapSchema.settings> {
  static override schema = mapSchema;
  static override styles: CSSResultGroup = [FigureElement.styles, swatchStyles, mapStyles];

  private fill: MapFill | undefined;
  private chosen: Place = { row: 0, column: 0 };
  private focusChosen = false;
  private announcement = '';
  private lastPhase: FillPhase = 'ready';

  // Life cycle.

  protected override async load(): Promise<void> {
    const workers = Math.min(MOST_WORKERS, navigator.hardwareConcurrency || FEW_WORKERS);
    this.fill = new MapFill(this.settings, workers, () => this.fillChanged());
    this.fill.rest(!this.awake);
    const { rates } = this.fill.plan;
    this.chosen = {
      row: 0,
      column: Math.max(
        0,
        rates.findLastIndex((rate) => rate <= FIRST_RATE),
      ),
    };
  }

  protected override get runner(): Runner | undefined {
    return this.fill;
  }

  protected override settingsChanged(names: readonly string[]): void {
    if (!this.fill || names.every((name) => VIEW_ONLY.includes(name))) return;
    const before = this.fill.plan.rows[this.chosen.row]?.[this.chosen.column];
    this.fill.use(this.settings);
    const { rows, rates } = this.fill.plan;
    // The same cell, if there still is one.
    const row = rows.findIndex((cells) => cells[0]!.id === before?.id);
    const column = before ? rates.indexOf(before.rate) : -1;
    this.chosen = {
      row: row < 0 ? Math.min(this.chosen.row, rows.length - 1) : row,
      column: column < 0 ? Math.min(this.chosen.column, rates.length - 1) : column,
    };
  }

  protected override awakeChanged(): void {
    this.fill?.rest(!this.awake);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.fill?.dispose();
  }

  private fillChanged(): void {
    const phase = this.fill?.phase ?? 'ready';
    if (phase !== this.lastPhase) {
      // Resting is of no concern to somebody who is not there.
      const told = ![phase, this.lastPhase].includes('resting');
      if (told) this.announcement = this.messages.divergenceMap.states[phase];
      this.lastPhase = phase;
    }
    this.requestUpdate();
  }

  private choose(place: Place, focus: boolean): void {
    this.chosen = place;
    this.focusChosen = focus;
    this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.focusChosen) return;
    this.focusChosen = false;
    this.renderRoot.querySelector<HTMLElement>('[role="gridcell"][tabindex="0"]')?.focus();
  }

  // What is shown.

  private get scale(): Scale {
    return scaleOf(this.settings);
  }

  private get panelHost(): PanelHost {
    return { fill: this.fill!, ...settingsHost(this, this.messages) };
  }

  private get detailsHost(): DetailsHost {
    return {
      fill: this.fill!,
      scale: this.scale,
      messages: this.messages,
      chosen: this.chosen,
      choose: (place, focus) => this.choose(place, focus),
      settings: this.settings,
      language: languageOf(this),
    };
  }

  private get setup(): string {
    const words = this.messages.divergenceMap;
    const { depth, width, dataset, steps, batchSize } = this.settings;
    const seeds = seedsOf(this.settings);
    return words.setup(
      `${depth} × ${width}`,
      words.datasets[dataset],
      whole(steps),
      whole(batchSize),
      [String(seeds[0]), String(seeds.at(-1))],
    );
  }

  private get progressText(): string {
    const fill = this.fill!;
    const cells = fill.plan.rows.flat();
    const complete = cells.filter((cell) => fill.of(cell).length === cell.runs.length).length;
    return this.messages.divergenceMap.progress(
      whole(fill.done),
      whole(fill.runs),
      whole(complete),
      whole(cells.length),
    );
  }

  // Rendering.

  protected override figureName(): string {
    return this.messages.divergenceMap.title;
  }

  protected override help(): readonly string[] {
    return this.messages.divergenceMap.help;
  }

  protected override conflicts(): readonly string[] {
    const { rateFrom, rateTo } = this.settings;
    return rateFrom > rateTo ? [this.messages.divergenceMap.swapped] : [];
  }

  protected override summary(): string {
    const words = this.messages.divergenceMap;
    const fill = this.fill!;
    const results = fill.plan.rows.flat().flatMap((cell) => fill.of(cell));
    const counts = tally(results, this.scale).map(({ outcome, count }) =>
      words.count(count, results.length, words.outcomes[outcome]),
    );
    return words.summary(this.progressText, words.list(counts));
  }

  protected override dataTable(): DataTable {
    return runsTable(this.fill!, this.scale, this.messages);
  }

  override async pictures() {
    const { pictures } = await import('./take-away.ts');
    return pictures(this.fill!, this.scale, this.renderRoot, this.messages);
  }

  override drawn() {
    return drawnMap(this.fill!, this.settings);
  }

  override setupLine(): string {
    return this.setup;
  }

  protected override renderFigure(): TemplateResult {
    const words = this.messages.divergenceMap;
    const host = this.detailsHost;
    const bare = this.settings.hideControls;
    return html`
      <header class="top">
        ${this.ownName} <span class="muted">${words.tagline} ${this.setup}</span>
      </header>
      ${this.transport(() => renderTransport(this.panelHost))}
      ${this.renderProgress()}
      <div class="body">
        <div class="chart">
          ${renderGrid(host)}
          ${renderLegend(host)}
          <p class="note">${words.mixed} · ${words.partial}</p>
        </div>
        ${renderDetails(host)}
      </div>
      ${
        bare
          ? nothing
          : html`<details class="more">
              <summary>${words.more}</summary>
              ${renderMore(this.panelHost)}
            </details>`
      }
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  private renderProgress(): TemplateResult {
    const words = this.messages.divergenceMap;
    const { phase, reason, done, runs, timeLeft, count } = this.fill!;
    if (phase === 'failed') {
      return html`<p class="trouble" role="alert">${words.failed(reason)}</p>`;
    }
    const running = phase === 'running' && count > 0;
    return html`<div class="progress" data-phase=${phase}>
      <progress max=${runs} .value=${done} aria-label=${words.progressLabel}></progress>
      <span class="progress-text">${
        phase === 'running' || phase === 'finished' || phase === 'ready' ? '' : words.states[phase]
      } ${this.progressText}${running ? ` · ${words.workers(count)}` : ''}${
        running && timeLeft !== undefined ? ` · ${words.left(timeLeft)}` : ''
      }</span>
    </div>`;
  }
}
