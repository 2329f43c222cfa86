// `<activation-plot>`: any set of activations and their derivatives, with exact values under a
// cursor, zoom, parameters and formulas.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import { type Evaluator, loadEvaluator } from '../../engine/evaluator.ts';
import type { ActivationInfo } from '../../engine/types.ts';
import { type DataTable, FigureElement } from '../base.ts';
import { formatFloat32, formatNumber, niceStep, ticks } from '../format.ts';
import type { Runner } from '../runner.ts';
import { swatchStyles } from '../swatch.ts';
import { ChartBoard, Y_AXIS_SIZE } from './board.ts';
import { type ChartSpec, chartSpecs, renderCharts } from './charts.ts';
import { renderToolbar } from './choices.ts';
import { formulaSheet } from './formulas.ts';
import { attachInteraction, type ChartActions, type Window } from './interaction.ts';
import { renderParameters } from './parameter-controls.ts';
import { type ChosenParams, completeParams, formatParams, parseParams } from './parameters.ts';
import { type Plot, PlotParts } from './parts.ts';
import { type Reading, renderReading } from './reading.ts';
import { type SampledActivation, sampleActivation } from './sampling.ts';
import { MIN_SPAN, plotSchema, X_LIMIT } from './settings.ts';
import { plotStyles } from './styles.ts';
import { CursorSweep } from './sweep.ts';

const POINTS_PER_PIXEL = 2;
/** The classic picture has as many; small panels need no more. */
const PANEL_POINTS = 200;
const TABLE_ROWS = 20;
const COMPACT_WIDTH = 600;

export class ActivationPlot extends FigureElement<typeof plotSchema.settings> {
  static override schema = plotSchema;
  static override styles: CSSResultGroup = [FigureElement.styles, swatchStyles, plotStyles];

  private engine!: Evaluator;
  private readonly board = new ChartBoard(() => this.actions);
  private readonly sweep = new CursorSweep(
    () => this.window,
    (x) => {
      this.sweptTo = x;
      this.requestUpdate();
    },
  );
  /** Of one chart, in CSS pixels. */
  private chartWidth = 0;
  private sweptTo: number | undefined;
  private autoplayed = false;
  private readonly samples = new Map<string, { key: string; sample: SampledActivation }>();
  private readonly parts = new PlotParts(() => this.plot);

  protected override async load(): Promise<void> {
    this.engine = await loadEvaluator();
    await this.parts.showFormulas();
    (this.renderRoot as ShadowRoot).adoptedStyleSheets.push(formulaSheet());
    this.startByItself();
    const light = () => this.parts.lightBranches();
    for (const type of ['pointerenter', 'focusin']) {
      this.addEventListener(type, light, { once: true });
    }
  }

  // State derived from the settings.

  protected get infos(): ActivationInfo[] {
    return this.settings.functions.map((id) => ACTIVATIONS.find((info) => info.id === id)!);
  }

  protected get chosenParams(): ChosenParams {
    return parseParams(ACTIVATIONS, this.settings.params).params;
  }

  private get window(): Window {
    const { xMin, xMax } = this.settings;
    return xMax - xMin >= MIN_SPAN
      ? { min: xMin, max: xMax }
      : { min: this.schema.settings.xMin.default, max: this.schema.settings.xMax.default };
  }

  private get reading(): Reading[] {
    const x = Float32Array.of(this.position);
    const chosen = this.chosenParams;
    return this.infos.map((info) => {
      const params = completeParams(info, chosen);
      return {
        info,
        f: this.engine.evaluate(info.id, x, params)[0]!,
        derivative: this.engine.derivative(info.id, x, params)[0]!,
      };
    });
  }

  protected override conflicts(): string[] {
    const { xMin, xMax, yMin, yMax } = this.settings;
    const { badRange } = this.messages.plot;
    const found: string[] = [];
    if (!(xMax - xMin >= MIN_SPAN)) {
      found.push(badRange('x-min, x-max', formatNumber(xMin), formatNumber(xMax)));
    }
    if (yMin !== 'auto' && yMax !== 'auto' && yMin >= yMax) {
      found.push(badRange('y-min, y-max', formatNumber(yMin), formatNumber(yMax)));
    }
    const { missing } = this.parts;
    if (missing) found.push(this.messages.widget.loadFailed(missing));
    return found;
  }

  /** Where values are read: where the sweep has got to, or where the reader put it. */
  private get position(): number {
    return this.sweptTo ?? this.settings.cursor;
  }

  // What the reader changes.

  private get actions(): ChartActions {
    const locked = this.isLocked('xMin') || this.isLocked('xMax');
    return {
      window: () => this.window,
      cursor: () => this.position,
      setCursor: (cursor) => {
        if (this.isLocked('cursor')) return;
        this.stopSweep();
        this.assign({ cursor });
      },
      setSelection: (selection) => this.board.setSelection(selection),
      ...(locked
        ? {}
        : {
            setWindow: (window: Window) => this.setWindow(window),
            resetWindow: () => this.resetWindow(),
          }),
    };
  }

  /** The cursor, which moves by itself. */
  protected override get runner(): Runner {
    const { sweep } = this;
    return {
      phase: sweep.running ? 'running' : 'ready',
      busy: sweep.running,
      step: 0,
      play: () => sweep.running || this.toggleSweep(),
      pause: () => sweep.running && this.toggleSweep(),
    };
  }

  private toggleSweep(): void {
    this.parts.lightBranches();
    if (this.sweep.running) this.stopSweep();
    else this.sweep.start(this.position);
    this.requestUpdate();
  }

  /** The cursor stays where the sweep left it. */
  private stopSweep(): void {
    this.sweep.stop();
    const cursor = this.sweptTo;
    this.sweptTo = undefined;
    if (cursor !== undefined) this.assign({ cursor });
  }

  private setWindow({ min, max }: Window): void {
    const span = Math.min(2 * X_LIMIT, max - min);
    // Narrower than this, float32 has too few numbers to show.
    if (!(span >= MIN_SPAN)) return;
    const xMin = Math.max(-X_LIMIT, Math.min(X_LIMIT - span, min));
    const round = (x: number) => Number(x.toPrecision(7));
    this.assign({ xMin: round(xMin), xMax: round(xMin + span) });
  }

  private resetWindow(): void {
    const { xMin, xMax } = this.authored;
    this.assign({ xMin, xMax });
  }

  private setParams(chosen: ChosenParams): void {
    this.assign({ params: formatParams(ACTIVATIONS, chosen) });
  }

  // Parts loaded when wanted.

  private get plot(): Plot {
    const { settings, authored, messages, infos, window, colors, actions } = this;
    const chosen = this.chosenParams;
    const params = (info: ActivationInfo) => completeParams(info, chosen);
    return {
      root: this.renderRoot as ShadowRoot,
      settings,
      authored,
      messages,
      infos,
      params,
      window,
      colors,
      cursor: this.position,
      actions,
      attach: (frame, chart) => attachInteraction(frame, chart, () => this.actions),
      axisSize: Y_AXIS_SIZE,
      limits: (name) => this.schema.settings[name],
      sample: (info) => this.sample(info),
      engine: this.engine,
      isLocked: (name) => this.isLocked(name) || settings.hideControls,
      isHidden: (name) => this.isHidden(name),
      set: (values) => this.assign(values),
      changed: () => this.requestUpdate(),
    };
  }

  // Rendering.

  protected override figureName(): string {
    return this.messages.plot.title;
  }

  protected override renderFigure(): TemplateResult {
    const { settings, messages } = this;
    const reading = this.reading;
    const withReading = !settings.hide.includes('cursor');
    const withWindow = !this.isHidden('xMin') && !this.isHidden('xMax');
    const set = (values: Partial<typeof settings>) => this.assign(values);
    const shared = { settings, messages, set };
    return html`
      ${renderToolbar({
        ...shared,
        isHidden: (name) => this.isHidden(name),
        isLocked: (name) => this.isLocked(name),
        compact: this.pixelWidth < COMPACT_WIDTH,
      })}
      <div
        class="stage ${settings.layout === 'panels' ? 'panels' : 'chart-layout'} ${settings.view} ${
          withReading ? 'with-reading' : ''
        } ${settings.layer > 0 ? 'with-layer' : ''}"
      >
        <div class="charts">
          ${renderCharts({
            messages,
            specs: this.specs,
            reading,
            cursor: this.position,
            window: this.window,
            panels: settings.layout === 'panels',
            view: settings.view,
            actions: withWindow ? this.actions : undefined,
            transport: (buttons) => this.transport(buttons),
            sweeping: this.sweep.running,
            onSweep:
              this.isHidden('cursor') || this.isLocked('cursor')
                ? undefined
                : () => this.toggleSweep(),
            tangents: settings.view === 'derivative' ? undefined : settings.tangents,
            onTangents: (tangents) => this.assign({ tangents }),
            below: this.parts.layer?.renderChart(),
            layer:
              this.isHidden('layer') || this.isLocked('layer') ? undefined : settings.layer > 0,
            onLayer: (shown) => this.assign({ layer: shown ? this.authored.layer || 1 : 0 }),
          })}
          ${this.parts.layer?.renderDetails()}
        </div>
        ${
          withReading
            ? renderReading({
                ...shared,
                reading,
                cursor: this.position,
                onCursor: this.actions.setCursor,
                locked: this.isLocked('cursor') || settings.hideControls,
                accuracy: this.parts.accuracy?.render(),
                onAccuracy: () => this.parts.showAccuracy(),
              })
            : nothing
        }
      </div>
      ${
        this.isHidden('params')
          ? nothing
          : renderParameters({
              infos: this.infos,
              chosen: this.chosenParams,
              messages,
              locked: this.isLocked('params'),
              onChange: (chosen) => this.setParams(chosen),
            })
      }
    `;
  }

  protected override summary(): string {
    const { plot } = this.messages;
    const { min, max } = this.window;
    const reading = this.reading;
    const names = reading.map(({ info }) => info.label).join(plot.listSeparator);
    const what = plot.summaryWhat[this.settings.view];
    const overview = plot.summary(
      names,
      reading.length,
      what,
      formatNumber(min, 6),
      formatNumber(max, 6),
    );
    return [overview, this.cursorInWords(reading), ...this.kinksInWords()].join(' ');
  }

  private cursorInWords(reading: readonly Reading[]): string {
    const { plot } = this.messages;
    const values = reading.map(({ info, f, derivative }) =>
      plot.readingInWords(info.label, formatFloat32(f), formatFloat32(derivative)),
    );
    const x = formatFloat32(this.position);
    return `${plot.valuesAt(x)}${plot.colon}${values.join(plot.sentenceSeparator)}${plot.stop}`;
  }

  private kinksInWords(): string[] {
    const { plot } = this.messages;
    return this.infos.flatMap((info) => {
      const { kinks } = this.sample(info);
      const places = kinks.map((kink) => formatFloat32(kink)).join(plot.listSeparator);
      return kinks.length > 0 ? [plot.kinksInWords(info.label, places)] : [];
    });
  }

  protected override help(): readonly string[] {
    return this.messages.plot.help;
  }

  protected override dataTable(): DataTable {
    const { plot } = this.messages;
    const { min, max } = this.window;
    const { view } = this.settings;
    const xs = Float32Array.from(ticks(min, max, niceStep(max - min, TABLE_ROWS)));
    const chosen = this.chosenParams;
    const columns = this.infos.flatMap((info) => {
      const params = completeParams(info, chosen);
      const f = { title: info.label, values: this.engine.evaluate(info.id, xs, params) };
      const title = `${info.label}′`;
      const derivative = { title, values: this.engine.derivative(info.id, xs, params) };
      return view === 'f' ? [f] : view === 'derivative' ? [derivative] : [f, derivative];
    });
    return {
      caption: plot.tableCaption(formatNumber(min, 6), formatNumber(max, 6)),
      columns: ['x', ...columns.map(({ title }) => title)],
      rows: Array.from(xs, (x, i) => [
        formatFloat32(x),
        ...columns.map(({ values }) => formatFloat32(values[i]!)),
      ]),
    };
  }

  override async pictures() {
    return (await this.taken()).pictures(this.plot);
  }

  override async drawn() {
    return (await this.taken()).drawn(this.plot);
  }

  override async program() {
    return (await this.taken()).program(this.plot);
  }

  override setupLine(): string {
    return this.settings.params;
  }

  private taken = () => import('./take-away/index.ts');

  // Charts.

  protected override awakeChanged(): void {
    if (this.awake) this.requestUpdate();
    else if (this.sweep.running) {
      this.sweep.stop();
      // Goes on when the figure is seen again.
      this.autoplayed = false;
    }
  }

  private startByItself(): void {
    if (this.autoplayed || this.closed || !this.settings.autoplay) return;
    this.autoplayed = true;
    if (!matchMedia('(prefers-reduced-motion: reduce)').matches) this.toggleSweep();
  }

  protected override settingsChanged(names: readonly string[]): void {
    if (names.includes('functions') && this.engine) void this.parts.showFormulas();
    // A new place of the cursor, from whatever source, ends its own moving.
    if (names.includes('cursor') && this.sweptTo !== undefined) {
      this.sweep.stop();
      this.sweptTo = undefined;
    }
  }

  protected override themeChanged(): void {
    this.board.setTheme(this.colors);
  }

  protected override resized(): void {
    this.board.invalidate();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.board.dispose();
    this.parts.layer?.dispose();
  }

  /** Once a frame is often enough, however fast the reader turns the wheel. */
  protected override async scheduleUpdate(): Promise<void> {
    await new Promise(requestAnimationFrame);
    super.scheduleUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (this.awake) this.syncCharts();
  }

  private get specs(): ChartSpec[] {
    const { layout, view } = this.settings;
    return chartSpecs(this.infos, layout, view);
  }

  private sample(info: ActivationInfo): SampledActivation {
    const { min, max } = this.window;
    const params = completeParams(info, this.chosenParams);
    const panels = this.settings.layout === 'panels';
    const count = panels
      ? PANEL_POINTS
      : Math.max(PANEL_POINTS, Math.round(this.chartWidth * POINTS_PER_PIXEL));
    const key = JSON.stringify([min, max, count, params]);
    const known = this.samples.get(info.id);
    if (known?.key === key) return known.sample;
    const sample = sampleActivation(this.engine, info.id, params, { min, max, count });
    this.samples.set(info.id, { key, sample });
    return sample;
  }

  /** Brings the charts in step with the canvases just rendered, their data and the cursor. */
  private syncCharts(): void {
    const canvases = new Map(
      [...this.renderRoot.querySelectorAll<HTMLCanvasElement>('canvas[data-chart]')].map(
        (canvas) => [canvas.dataset.chart!, canvas] as const,
      ),
    );
    const [first] = canvases.values();
    if (!first) return;
    this.chartWidth = first.parentElement!.clientWidth;
    this.startByItself();
    this.board.sync(canvases, {
      specs: this.specs,
      settings: this.settings,
      window: this.window,
      cursor: this.position,
      reading: this.reading,
      sample: (info) => this.sample(info),
      colors: this.colors,
      lit: (spec) => this.parts.branches?.series(spec) ?? [],
    });
    if (this.settings.layer > 0) this.parts.showLayer();
    this.parts.branches?.sync();
    this.parts.layer?.sync();
  }
}
