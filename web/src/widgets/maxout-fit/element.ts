// `<maxout-fit>`: the pieces of one maxout unit, or of the difference of two, fitting a function that
// the reader picks or draws.

import {
  type CSSResultGroup,
  html,
  nothing,
  type PropertyValues,
  svg,
  type TemplateResult,
} from 'lit';
import { type DataTable, FigureElement } from '../base.ts';
import { LineChart, type Series } from '../chart.ts';
import { segmented, select, slider } from '../controls.ts';
import { formatNumber } from '../format.ts';
import { Playback, playbackStyles, renderPlayback } from '../playback.ts';
import type { Runner } from '../runner.ts';
import type { Theme } from '../theme.ts';
import { type Fit, outputAt, type Pieces, shares, train, unitsAt } from './fit.ts';
import { type Frame, frameOf, pictureStyles, pointAt, renderPicture } from './picture.ts';
import { renderPieces } from './pieces-table.ts';
import { fitSchema } from './settings.ts';
import { fitStyles } from './styles.ts';
import type { Host } from './take-away.ts';
import {
  formatDrawing,
  HIGHEST,
  PLACES,
  parseDrawing,
  squareTheory,
  TARGETS,
  XS,
} from './targets.ts';

/** Of a whole run, in seconds. */
const DURATION = 8;
const WIDEST = 1200;
const LOWEST = 1e-6;
const TABLE_STRIDE = 10;

export class MaxoutFit extends FigureElement<typeof fitSchema.settings> {
  static override schema = fitSchema;
  static override styles: CSSResultGroup = [
    FigureElement.styles,
    playbackStyles,
    pictureStyles,
    fitStyles,
  ];

  private readonly playback = new Playback(
    () => ({ last: this.settings.steps, rate: this.settings.steps / DURATION }),
    () => this.requestUpdate(),
  );
  private known: { key: string; fit: Fit } | undefined;
  private chart: LineChart | undefined;
  private resume = false;

  protected override async load(): Promise<void> {
    this.resume = this.settings.autoplay && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  protected override get runner(): Runner {
    return this.playback;
  }

  private get words() {
    return this.messages.maxoutFit;
  }

  private get fit(): Fit {
    const { target, drawing, pieces, model, init, jitter, learningRate, steps, seed } =
      this.settings;
    const drawn = target === 'drawn' ? drawing : '';
    const key = JSON.stringify([
      target,
      drawn,
      pieces,
      model,
      init,
      jitter,
      learningRate,
      steps,
      seed,
    ]);
    if (this.known?.key !== key) this.known = { key, fit: train(this.settings) };
    return this.known.fit;
  }

  private get units(): Pieces[] {
    return unitsAt(this.fit, this.playback.step);
  }

  private get used(): number {
    return this.units.flatMap(shares).filter((share) => share > 0).length;
  }

  private get mse(): number {
    return this.fit.errors[this.playback.step]!;
  }

  private get frame(): Frame {
    const picture = this.renderRoot.querySelector('.stage');
    const width = picture?.clientWidth || this.pixelWidth - 42;
    return this.frameOf(Math.min(WIDEST, Math.max(240, width)));
  }

  private frameOf(width: number): Frame {
    const { target, model } = this.settings;
    return frameOf(width, target, model === 'difference' ? 2 : 1);
  }

  // Drawing.

  private get drawable(): boolean {
    return this.settings.target === 'drawn' && !this.isLocked('drawing');
  }

  private readonly drag = (event: PointerEvent): void => {
    if (!this.drawable || event.buttons !== 1) return;
    const stage = event.currentTarget as HTMLElement;
    if (event.type === 'pointerdown') stage.setPointerCapture(event.pointerId);
    const box = stage.querySelector('svg')!.getBoundingClientRect();
    const frame = this.frame;
    const scale = frame.width / box.width;
    const { place, height } = pointAt(
      frame,
      (event.clientX - box.left) * scale,
      (event.clientY - box.top) * scale,
    );
    this.setHeight(place, height);
    event.preventDefault();
  };

  private setHeight(place: number, height: number): void {
    const { heights } = parseDrawing(this.settings.drawing);
    heights[place] = height;
    this.assign({ drawing: formatDrawing(heights) });
  }

  // Rendering.

  protected override figureName(): string {
    return this.words.title;
  }

  protected override renderFigure(): TemplateResult {
    const { settings, words } = this;
    const { target, drawing } = settings;
    return html`
      ${this.renderControls()}
      <div class="stage" @pointerdown=${this.drag} @pointermove=${this.drag}>
        ${this.renderPicture(this.frame, this.drawable ? parseDrawing(drawing).heights : undefined)}
      </div>
      ${this.renderLegend()} ${target === 'drawn' ? this.renderHeights() : nothing}
      ${this.transport(() => renderPlayback(this.playback, settings.steps, this.messages))}
      ${this.renderVerdict()}
      <div class="results">
        <div>
          <p class="caption">
            ${words.errorTitle}${this.theory === undefined ? '' : ` (${words.theoryLine})`}
          </p>
          <div class="frame" role="img" aria-label=${words.errorTitle}>
            <canvas aria-hidden="true"></canvas>
          </div>
        </div>
        <div>${this.renderReadout()} ${renderPieces(this.units, words)}</div>
      </div>
      ${this.renderMore()}
    `;
  }

  private renderPicture(frame: Frame, handles?: readonly number[]): TemplateResult {
    const { settings, words } = this;
    const { target, pieces } = settings;
    return renderPicture({
      frame,
      target,
      targets: this.fit.targets,
      units: this.units,
      handles,
      name: (piece, second) => words.pieceName(piece + 1, second),
      label: words.pictureLabel(words.targets[target], pieces, formatNumber(this.mse, 3)),
    });
  }

  private renderControls(): TemplateResult {
    const { settings, words, messages } = this;
    const unless = (name: 'target' | 'pieces' | 'model', control: () => TemplateResult) =>
      this.isHidden(name) ? nothing : control();
    return html`<div class="controls">
      ${unless('target', () =>
        select({
          label: words.target,
          value: settings.target,
          options: TARGETS.map((value) => ({ value, label: words.targets[value] })),
          disabled: this.isLocked('target'),
          onChange: (target) => this.assign({ target }),
        }),
      )}
      ${unless('pieces', () =>
        slider({
          label: words.pieces,
          value: settings.pieces,
          min: this.schema.settings.pieces.min,
          max: this.schema.settings.pieces.max,
          step: 1,
          disabled: this.isLocked('pieces'),
          words: messages.widget.field,
          onInput: (pieces) => this.assign({ pieces }),
        }),
      )}
      ${unless('model', () =>
        segmented('model', {
          label: words.model,
          value: settings.model,
          options: this.schema.settings.model.values.map((value) => ({
            value,
            label: words.models[value],
          })),
          disabled: this.isLocked('model'),
          onChange: (model) => this.assign({ model }),
        }),
      )}
    </div>`;
  }

  private get legend() {
    const { legend } = this.words;
    const key = (mark: unknown, label: string) => ({
      label,
      mark: html`<svg class="picture" viewBox="0 0 28 12" aria-hidden="true">${mark}</svg>`,
    });
    const piece = (kind: string) => svg`<g class="piece ${kind}"><path d="M0 6H28" /></g>`;
    const idle = this.used < this.fit.pieces * this.fit.units;
    return [
      key(svg`<path class="target" d="M0 6H28" />`, legend.target),
      key(svg`<path class="output" d="M0 6H28" />`, legend.output),
      key(piece(''), legend.piece),
      ...(this.fit.units > 1 ? [key(piece('second'), legend.second)] : []),
      ...(idle ? [key(piece('idle'), legend.idle)] : []),
    ];
  }

  private renderLegend(): TemplateResult {
    return html`<ul class="legend">
      ${this.legend.map(({ label, mark }) => html`<li>${mark}${label}</li>`)}
    </ul>`;
  }

  private renderHeights(): TemplateResult | typeof nothing {
    if (this.isHidden('drawing')) return nothing;
    const { words, messages } = this;
    const { heights } = parseDrawing(this.settings.drawing);
    return html`<details class="heights">
      <summary>${words.heights}</summary>
      <p class="hint">${words.drawHint}</p>
      <div class="controls">
        ${heights.map((height, place) =>
          slider({
            label: words.heightAt(formatNumber(PLACES[place]!)),
            value: height,
            min: -HIGHEST,
            max: HIGHEST,
            step: 0.05,
            disabled: this.isLocked('drawing'),
            words: messages.widget.field,
            onInput: (value) => this.setHeight(place, value),
          }),
        )}
      </div>
    </details>`;
  }

  private renderVerdict(): TemplateResult | typeof nothing {
    const { target, model } = this.settings;
    const { verdict } = this.words;
    const idle = this.fit.pieces * this.fit.units - this.used;
    const bends = target === 'negative-square' || target === 'cubic';
    const sentences = [
      ...(bends ? [model === 'unit' ? verdict.concave : verdict.difference] : []),
      ...(idle > 0 ? [verdict.idle(idle)] : []),
    ];
    return sentences.length > 0 ? html`<p class="verdict">${sentences.join(' ')}</p>` : nothing;
  }

  /** The least error, where theory knows it. */
  private get theory(): number | undefined {
    const { target, model, pieces } = this.settings;
    return target === 'square' && model === 'unit' ? squareTheory(pieces) : undefined;
  }

  private renderReadout(): TemplateResult {
    const { words, fit: run, theory } = this;
    const { rows } = words;
    const row = (name: string, text: string, value: string) =>
      html`<tr data-row=${name}><th scope="row">${text}</th><td>${value}</td></tr>`;
    const parameters = 2 * run.pieces * run.units;
    return html`<table class="readout">
      <tbody>
        ${row('mse', rows.mse, formatNumber(this.mse, 4))}
        ${theory === undefined ? nothing : row('theory', rows.theory, formatNumber(theory, 4))}
        ${row('used', rows.used, words.usedOf(this.used, run.pieces * run.units))}
        ${row('parameters', rows.parameters, words.parametersOf(parameters, parameters / 2))}
      </tbody>
    </table>`;
  }

  private renderMore(): TemplateResult | typeof nothing {
    const { settings, words, messages } = this;
    const names = (['learningRate', 'jitter', 'steps', 'seed'] as const).filter(
      (name) => !this.isHidden(name),
    );
    if (names.length === 0 && this.isHidden('init')) return nothing;
    return html`<details class="more">
      <summary>${words.more}</summary>
      <div class="controls">
        ${
          this.isHidden('init')
            ? nothing
            : segmented('init', {
                label: words.init,
                value: settings.init,
                options: this.schema.settings.init.values.map((value) => ({
                  value,
                  label: words.inits[value],
                })),
                disabled: this.isLocked('init'),
                onChange: (init) => this.assign({ init }),
              })
        }
        ${names.map((name) => {
          const { min, max } = this.schema.settings[name];
          const whole = name === 'steps' || name === 'seed';
          return slider({
            label: words[name],
            value: settings[name],
            min,
            max: name === 'seed' ? Math.max(20, settings.seed) : max,
            step: whole ? 1 : 0.01,
            logarithmic: name === 'learningRate',
            disabled: this.isLocked(name),
            words: messages.widget.field,
            onInput: (value) => this.assign({ [name]: value }),
          });
        })}
      </div>
    </details>`;
  }

  protected override summary(): string {
    const { words, settings, fit: run } = this;
    return words.summary(
      words.models[settings.model],
      words.targets[settings.target],
      String(this.playback.step),
      formatNumber(this.mse, 3),
      words.usedOf(this.used, run.pieces * run.units),
    );
  }

  protected override help(): readonly string[] {
    return this.words.help;
  }

  protected override dataTable(): DataTable {
    const { words, units, fit: run } = this;
    const { tableColumns } = words;
    const indices = Array.from(XS, (_, i) => i).filter((i) => i % TABLE_STRIDE === 0);
    return {
      caption: words.tableCaption,
      columns: ['x', tableColumns.target, tableColumns.output],
      rows: indices.map((i) =>
        [XS[i]!, run.targets[i]!, outputAt(units, XS[i]!)].map((value) => formatNumber(value, 4)),
      ),
    };
  }

  // The chart, and rest while unseen.

  protected override awakeChanged(): void {
    if (!this.awake && this.playback.busy) {
      this.playback.pause();
      this.resume = true;
    }
    if (this.awake) this.requestUpdate();
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>('.frame canvas');
    this.renderRoot.querySelector('.stage svg')?.classList.toggle('drawable', this.drawable);
    if (!this.awake || !canvas) return;
    this.drawChart(canvas);
    if (this.resume && !this.closed) {
      this.resume = false;
      this.playback.play();
    }
  }

  private drawChart(canvas: HTMLCanvasElement): void {
    const { options, series } = this.errorsIn(this.colors);
    if (this.chart?.canvas !== canvas) {
      this.chart?.dispose();
      this.chart = new LineChart(canvas, options, this.colors);
    }
    this.chart.setOptions(options);
    this.chart.setSeries(series);
  }

  private errorsIn(colors: Theme) {
    const { words, settings, theory } = this;
    const { errors } = this.fit;
    const options = {
      x: { min: 0, max: settings.steps, label: words.stepAxis },
      y: { min: LOWEST, max: 1, logarithmic: true, label: words.errorAxis },
    };
    const error: Series = {
      id: 'mse',
      color: colors.accent,
      dash: [],
      points: Array.from(errors.subarray(0, this.playback.step + 1), (y, x) => ({
        x,
        y: Math.max(y, 1e-12),
      })),
    };
    const least: Series[] =
      theory === undefined
        ? []
        : [
            {
              id: 'theory',
              color: colors.muted,
              dash: [2, 3],
              points: [0, settings.steps].map((x) => ({ x, y: theory })),
            },
          ];
    return { options, series: [...least, error] };
  }

  // Taking away.

  override async pictures() {
    const { pictures, WIDTH } = await this.taken();
    return pictures(this.takenHost(WIDTH));
  }

  override async drawn() {
    const { drawn, WIDTH } = await this.taken();
    return drawn(this.takenHost(WIDTH));
  }

  override async program() {
    return (await this.taken()).program(this.fit, this.settings);
  }

  override setupLine(): string {
    const { settings, words } = this;
    return [
      `${words.models[settings.model]}, ${words.pieces}: ${settings.pieces}`,
      `${words.learningRate}: ${formatNumber(settings.learningRate)}`,
      `${words.stepAxis} ${this.playback.step}`,
      `${words.rows.mse}: ${formatNumber(this.mse, 4)}`,
    ].join(' · ');
  }

  private taken = () => import('./take-away.ts');

  private takenHost(width: number): Host {
    const { fit, units, words, legend, theory } = this;
    const frame = this.frameOf(width);
    return {
      fit,
      units,
      step: this.playback.step,
      titles: {
        fit: words.targets[this.settings.target],
        error: words.errorTitle,
        theory: theory === undefined ? '' : words.theoryLine,
      },
      picture: { width, height: frame.height, template: this.renderPicture(frame) },
      errors: (theme) => this.errorsIn(theme),
      legend,
    };
  }

  protected override themeChanged(): void {
    this.chart?.setTheme(this.colors);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.chart?.dispose();
    this.chart = undefined;
  }
}
