// `<gate-plot>`: GLU and GTU over the plane of value and gate, with slices and gradients at a point
// that the reader moves.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import { type Evaluator, loadEvaluator } from '../../engine/evaluator.ts';
import { type DataTable, FigureElement } from '../base.ts';
import { LineChart } from '../chart.ts';
import { button, checkbox, chips, segmented, slider } from '../controls.ts';
import { formatNumber } from '../format.ts';
import { curveClass } from '../palette.ts';
import { swatch, swatchStyles } from '../swatch.ts';
import type { Theme } from '../theme.ts';
import { levelsOf } from './contours.ts';
import {
  type Contours,
  contoursOf,
  paint,
  pictureStyles,
  renderPicture,
  renderScale,
  spotAt,
} from './picture.ts';
import { PLACES, type Reading, read, type Spot, slice, spotOf, surface } from './plane.ts';
import { gateSchema, LIMIT, QUANTITIES, UNITS, type Unit } from './settings.ts';
import { type ChartId, chartsShown, heightAxis, lineOf, placeOf, seriesOf } from './slices.ts';
import { gateStyles } from './styles.ts';
import type { Host } from './take-away.ts';

const KEY_STEP = 0.1;
const LARGE_STEP = 1;
/** Every tenth place of a slice goes into the data table. */
const TABLE_STRIDE = 10;
/** Below this opening, a gate counts as closed. */
const CLOSED = 0.05;
/** From this |a| on, tanh is called flat: its slope is below 0.18. */
const FLAT = 1.5;

interface Surface {
  values: Float32Array;
  contours: Contours;
}

export class GatePlot extends FigureElement<typeof gateSchema.settings> {
  static override schema = gateSchema;
  static override styles: CSSResultGroup = [
    FigureElement.styles,
    swatchStyles,
    pictureStyles,
    gateStyles,
  ];

  private engine!: Evaluator;
  private readonly surfaces = new Map<string, Surface>();
  private readonly charts = new Map<string, LineChart>();
  /** What each canvas was painted with last. */
  private readonly painted = new WeakMap<HTMLCanvasElement, string>();

  protected override async load(): Promise<void> {
    this.engine = await loadEvaluator();
  }

  private get words() {
    return this.messages.gatePlot;
  }

  private get chosen(): Unit[] {
    return UNITS.filter((unit) => this.settings.units.includes(unit));
  }

  private get spot(): Spot {
    return spotOf(this.settings);
  }

  private get readings(): { unit: Unit; reading: Reading }[] {
    return this.chosen.map((unit) => ({ unit, reading: read(this.engine, unit, this.spot) }));
  }

  private get opening(): number {
    return this.engine.evaluate('sigmoid', Float32Array.of(this.spot.gate))[0]!;
  }

  private surfaceOf(unit: Unit): Surface {
    const { show } = this.settings;
    const key = `${unit} ${show}`;
    let found = this.surfaces.get(key);
    if (!found) {
      const values = surface(this.engine, unit, show);
      found = { values, contours: contoursOf(values, show) };
      this.surfaces.set(key, found);
    }
    return found;
  }

  // The point.

  private moveTo({ value, gate }: Spot): void {
    const within = (v: number) => Math.min(LIMIT, Math.max(-LIMIT, Number(v.toFixed(2)))) + 0;
    this.assign({
      ...(this.isLocked('value') ? {} : { value: within(value) }),
      ...(this.isLocked('gate') || this.settings.tied ? {} : { gate: within(gate) }),
    });
  }

  /** A mouse drags from anywhere; a finger, which scrolls the page, only by the point. */
  private readonly drag = (event: PointerEvent): void => {
    const map = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') {
      const onPoint = (event.target as Element).classList.contains('grip');
      if (event.button !== 0 || (event.pointerType !== 'mouse' && !onPoint)) return;
      map.setPointerCapture(event.pointerId);
      this.renderRoot.querySelector<HTMLElement>('.map[tabindex]')?.focus({ preventScroll: true });
    } else if (!map.hasPointerCapture(event.pointerId)) {
      return;
    }
    this.point(event);
    event.preventDefault();
  };

  private readonly tap = (event: MouseEvent): void => {
    // A mouse has been followed already, to fractions of a pixel.
    if ((event as PointerEvent).pointerType !== 'mouse') this.point(event);
  };

  private readonly point = (event: MouseEvent): void => {
    const box = (event.currentTarget as HTMLElement).getBoundingClientRect();
    const across = (event.clientX - box.left) / box.width;
    this.moveTo(spotAt(across, (event.clientY - box.top) / box.height));
  };

  private readonly key = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const step = event.shiftKey ? LARGE_STEP : KEY_STEP;
    const { value, gate } = this.spot;
    const moves: Record<string, Spot> = {
      ArrowLeft: { value: value - step, gate },
      ArrowRight: { value: value + step, gate },
      ArrowDown: { value, gate: gate - step },
      ArrowUp: { value, gate: gate + step },
    };
    if (!Object.hasOwn(moves, event.key)) return;
    this.moveTo(moves[event.key]!);
    event.preventDefault();
  };

  // Rendering.

  protected override figureName(): string {
    return this.words.title;
  }

  protected override renderFigure(): TemplateResult {
    const { settings } = this;
    return html`
      ${this.renderControls()}
      <div class="point">
        <div class="planes">
          <div class="maps">${this.chosen.map((unit, i) => this.renderMap(unit, i === 0))}</div>
          ${this.renderScale()}
        </div>
        <div class="results">${this.renderReadout()} ${this.renderVerdict()}</div>
      </div>
      <div class="charts ${settings.tied ? 'tied' : ''}">
        ${repeat(
          chartsShown(settings.tied),
          // A chart keeps the canvas that it was made for.
          (id) => id,
          (id) => {
            const title = this.titleOf(id);
            return html`<figure>
            <figcaption>${title}</figcaption>
            <div class="frame" role="img" aria-label=${title}>
              <canvas data-chart=${id} aria-hidden="true"></canvas>
            </div>
          </figure>`;
          },
        )}
      </div>
    `;
  }

  private titleOf(id: ChartId): string {
    const { value, gate } = this.spot;
    return this.words.charts[id](formatNumber(id.startsWith('gate') ? value : gate));
  }

  private renderControls(): TemplateResult {
    const { settings, words, messages } = this;
    const unless = (name: keyof typeof gateSchema.settings, control: () => TemplateResult) =>
      this.isHidden(name as never) ? nothing : control();
    const coordinate = (name: 'value' | 'gate') =>
      unless(name, () =>
        slider({
          label: words[name],
          value: settings[name],
          min: -LIMIT,
          max: LIMIT,
          step: KEY_STEP,
          disabled: this.isLocked(name),
          words: messages.widget.field,
          onInput: (at) => this.assign({ [name]: at }),
        }),
      );
    return html`<div class="controls">
      ${unless('show', () =>
        segmented('show', {
          label: words.show,
          value: settings.show,
          options: QUANTITIES.map((value) => ({ value, label: words.quantities[value] })),
          disabled: this.isLocked('show'),
          onChange: (show) => this.assign({ show }),
        }),
      )}
      ${unless('units', () =>
        chips({
          label: words.units,
          selected: settings.units,
          options: UNITS.map((value) => ({
            value,
            label: words.unitNames[value],
            accent: curveClass(value),
            swatch: swatch(value),
          })),
          minItems: 1,
          disabled: this.isLocked('units'),
          onChange: (units) => this.assign({ units }),
        }),
      )}
      ${coordinate('value')} ${settings.tied ? nothing : coordinate('gate')}
      ${unless('tied', () =>
        checkbox({
          label: words.tied,
          checked: settings.tied,
          disabled: this.isLocked('tied'),
          onChange: (tied) => this.assign({ tied }),
        }),
      )}
    </div>`;
  }

  private renderPlane(unit: Unit): TemplateResult {
    const { words, settings, spot } = this;
    return renderPicture({
      spot,
      tied: settings.tied,
      contours: this.surfaceOf(unit).contours,
      axes: words.axes,
      signs: settings.show === 'value-slope' ? undefined : words.signs,
    });
  }

  private formulaOf(unit: Unit): string {
    return (this.settings.tied ? this.words.tiedFormulas : this.words.formulas)[unit];
  }

  private renderMap(unit: Unit, first: boolean): TemplateResult {
    const { words, spot } = this;
    const picture = html`<canvas data-map=${unit} width="396" height="396" aria-hidden="true"></canvas>
      ${this.renderPlane(unit)}`;
    // One point serves both planes, so one of them takes the keys.
    const map = first
      ? html`<div
          class="map"
          tabindex="0"
          role="slider"
          aria-label=${words.mapLabel}
          aria-valuemin=${-LIMIT}
          aria-valuemax=${LIMIT}
          aria-valuenow=${spot.value}
          aria-valuetext=${this.summary()}
          @pointerdown=${this.drag}
          @pointermove=${this.drag}
          @click=${this.tap}
          @keydown=${this.key}
        >
          ${picture}
        </div>`
      : html`<div
          class="map"
          @pointerdown=${this.drag}
          @pointermove=${this.drag}
          @click=${this.tap}
        >
          ${picture}
        </div>`;
    return html`<figure class="panel ${curveClass(unit)}" data-unit=${unit}>
      <figcaption>
        ${swatch(unit)}<strong>${words.unitNames[unit]}</strong><span>f = ${this.formulaOf(unit)}</span>
      </figcaption>
      ${map}
    </figure>`;
  }

  private renderScale(): TemplateResult {
    return html`<div>
      <p class="caption">${this.words.quantities[this.settings.show]}</p>
      ${this.scaleIn(this.colors)}
    </div>`;
  }

  private scaleIn(theme: Theme): TemplateResult {
    const { words } = this;
    const { show } = this.settings;
    const levels = levelsOf(show).map((level) => formatNumber(level));
    const label = words.scale(words.quantities[show], levels.join(words.separator));
    return renderScale(show, theme, label);
  }

  private renderReadout(): TemplateResult {
    const { words, readings, settings, spot } = this;
    const row = (name: keyof Reading) =>
      html`<tr data-row=${name}>
        <th scope="row">${words.rows[name]}</th>
        ${readings.map(({ reading }) => html`<td>${formatNumber(reading[name], 4)}</td>`)}
      </tr>`;
    const names: (keyof Reading)[] = ['output', 'valueSlope', 'gateSlope'];
    return html`<table class="readout">
      <caption>${words.readout}</caption>
      <thead>
        <tr>
          <th scope="col">${words.spot(formatNumber(spot.value), formatNumber(spot.gate))}</th>
          ${readings.map(({ unit }) => html`<th scope="col">${words.unitNames[unit]}</th>`)}
        </tr>
      </thead>
      <tbody>
        <tr data-row="opening">
          <th scope="row">${words.rows.opening}</th>
          ${readings.map(() => html`<td>${formatNumber(this.opening, 4)}</td>`)}
        </tr>
        ${[...names, ...(settings.tied ? (['tiedSlope'] as const) : [])].map(row)}
      </tbody>
    </table>`;
  }

  private renderVerdict(): TemplateResult {
    const { words, readings, opening, spot } = this;
    const { verdict } = words;
    const share = (slope: number) => `${formatNumber(100 * slope, 2)}\u00a0%`;
    const passed = readings.map(({ unit, reading }) =>
      words.share(words.unitNames[unit], share(reading.valueSlope)),
    );
    const flat = Math.abs(spot.value) >= FLAT ? verdict.flat : verdict.alike;
    const reason = opening < CLOSED ? verdict.closed : readings.length > 1 ? flat : '';
    return html`<p class="verdict">${words.passed(passed.join(words.separator))} ${reason}</p>`;
  }

  protected override renderActions(): unknown {
    if (this.settings.hideControls) return nothing;
    return button({ label: this.words.reset, onClick: () => this.resetSettings() });
  }

  protected override summary(): string {
    const { words, spot } = this;
    const readings = this.readings.map(({ unit, reading }) =>
      words.reading(
        words.unitNames[unit],
        formatNumber(reading.output, 3),
        formatNumber(reading.valueSlope, 3),
        formatNumber(reading.gateSlope, 3),
      ),
    );
    const at = words.spot(formatNumber(spot.value), formatNumber(spot.gate));
    return words.summary(at, readings.join(words.separator));
  }

  protected override help(): readonly string[] {
    return this.words.help;
  }

  protected override dataTable(): DataTable {
    const { words, chosen: units, spot, settings } = this;
    const { tableColumns: columns, unitNames } = words;
    const lines = settings.tied
      ? ([['tied-output', columns.tied, columns.tiedSlope]] as const)
      : ([
          ['value-output', columns.alongValue, columns.valueSlope],
          ['gate-output', columns.alongGate, columns.gateSlope],
        ] as const);
    const parts = units.flatMap((unit) =>
      lines.map(([id, output, slope]) => ({
        names: [output(unitNames[unit]), slope(unitNames[unit])],
        ...slice(this.engine, unit, lineOf(id, spot)),
      })),
    );
    const rows = Array.from(PLACES, (_, i) => i).filter((i) => i % TABLE_STRIDE === 0);
    return {
      caption: settings.tied
        ? words.tiedCaption
        : words.tableCaption(formatNumber(spot.value), formatNumber(spot.gate)),
      columns: [
        settings.tied ? columns.tiedPlace : columns.place,
        ...parts.flatMap(({ names }) => names),
      ],
      rows: rows.map((i) =>
        [PLACES[i]!, ...parts.flatMap(({ f, slope }) => [f[i]!, slope[i]!])].map((v) =>
          formatNumber(v, 4),
        ),
      ),
    };
  }

  // Canvases, and rest while unseen.

  protected override awakeChanged(): void {
    if (this.awake) this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.awake || !this.engine || !this.colors) return;
    for (const canvas of this.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas[data-map]')) {
      this.paint(canvas, canvas.dataset.map as Unit);
    }
    const present = new Set<string>();
    for (const canvas of this.renderRoot.querySelectorAll<HTMLCanvasElement>(
      'canvas[data-chart]',
    )) {
      present.add(canvas.dataset.chart!);
      this.drawChart(canvas, canvas.dataset.chart as ChartId);
    }
    for (const id of [...this.charts.keys()]) if (!present.has(id)) this.drop(id);
  }

  private paint(canvas: HTMLCanvasElement, unit: Unit): void {
    const { show } = this.settings;
    const key = `${unit} ${show} ${this.colors.surface}`;
    if (this.painted.get(canvas) === key) return;
    this.painted.set(canvas, key);
    paint(canvas, this.surfaceOf(unit).values, show, this.colors);
  }

  private drawChart(canvas: HTMLCanvasElement, id: ChartId): void {
    const { options, series, cursor } = this.chartIn(id, this.colors);
    let chart = this.charts.get(id);
    if (chart?.canvas !== canvas) {
      chart?.dispose();
      chart = new LineChart(canvas, options, this.colors);
      this.charts.set(id, chart);
    } else {
      chart.setOptions(options);
    }
    chart.setSeries(series);
    chart.setCursor(cursor);
  }

  private chartIn(id: ChartId, { dark }: Theme) {
    const { words, spot, settings } = this;
    const label = settings.tied ? words.axes.both : words.axes[placeName(id)];
    const x = { min: -LIMIT, max: LIMIT, step: 2, label };
    return {
      options: { x, y: heightAxis(id), zeroLines: true },
      series: seriesOf(id, this.engine, this.chosen, spot, dark),
      cursor: placeOf(id, spot),
    };
  }

  // Taking away.

  override async pictures() {
    return (await this.taken()).pictures(this.takenHost);
  }

  override async drawn() {
    return (await this.taken()).drawn(this.takenHost);
  }

  override async program() {
    return (await this.taken()).program(this.chosen, this.spot, this.settings.tied);
  }

  override setupLine(): string {
    const { value, gate } = this.spot;
    return this.words.spot(formatNumber(value), formatNumber(gate));
  }

  private taken = () => import('./take-away.ts');

  private get takenHost(): Host {
    const { engine, chosen: units, spot, settings, words } = this;
    const { show: quantity, tied } = settings;
    return {
      engine,
      units,
      spot,
      tied,
      quantity,
      values: (unit) => this.surfaceOf(unit).values,
      titles: {
        unit: (unit) => words.unitNames[unit],
        formula: (unit) => this.formulaOf(unit),
        quantity: words.quantities[quantity],
        chart: (id) => this.titleOf(id),
      },
      plane: (unit) => this.renderPlane(unit),
      scale: (theme) => this.scaleIn(theme),
      chart: (id, theme) => this.chartIn(id, theme),
      legend: units.map((unit) => ({ label: words.unitNames[unit], activation: unit })),
    };
  }

  private drop(id: string): void {
    this.charts.get(id)?.dispose();
    this.charts.delete(id);
  }

  protected override themeChanged(): void {
    for (const chart of this.charts.values()) chart.setTheme(this.colors);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const id of [...this.charts.keys()]) this.drop(id);
  }
}

const placeName = (id: ChartId) => (id.startsWith('gate') ? 'gate' : 'value');
