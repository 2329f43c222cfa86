// `<zigzag-path>`: the path of two weights on the loss surface of a linear neuron, for inputs of one
// sign and for centred ones.

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
import { chips, segmented, slider } from '../controls.ts';
import { formatNumber } from '../format.ts';
import { Playback, playbackStyles, renderPlayback } from '../playback.ts';
import type { Runner } from '../runner.ts';
import type { Theme } from '../theme.ts';
import { sameSignShare } from './descent.ts';
import { type Mark, markedSlider, markStyles } from './rate.ts';
import { type Run, runOf } from './runs.ts';
import { BATCHES, INPUTS, type InputKind, zigzagSchema } from './settings.ts';
import { zigzagStyles } from './styles.ts';
import { renderSurface, surfaceStyles, windowOf } from './surface.ts';
import type { Host } from './take-away.ts';

/** A run takes about as long, however many updates it has. */
const DURATION = 10;
const SLOWEST = 5;
const TABLE_ROWS = 200;
const LOWEST = 1e-3;

const DASHES: Record<InputKind, readonly number[]> = { positive: [], centred: [6, 4] };

const lookOf = ({ kind }: Run, { text, accent }: Theme) => ({
  color: kind === 'positive' ? text : accent,
  dash: DASHES[kind],
});

export class ZigzagPath extends FigureElement<typeof zigzagSchema.settings> {
  static override schema = zigzagSchema;
  static override styles: CSSResultGroup = [
    FigureElement.styles,
    playbackStyles,
    surfaceStyles,
    markStyles,
    zigzagStyles,
  ];

  private readonly playback = new Playback(
    () => ({
      last: this.settings.steps,
      rate: Math.max(SLOWEST, this.settings.steps / DURATION),
    }),
    () => this.requestUpdate(),
  );
  private known: { key: string; runs: Run[] } | undefined;
  private chart: LineChart | undefined;
  private resume = false;

  protected override async load(): Promise<void> {
    this.resume = this.settings.autoplay && !matchMedia('(prefers-reduced-motion: reduce)').matches;
  }

  protected override get runner(): Runner {
    return this.playback;
  }

  private get words() {
    return this.messages.zigzagPath;
  }

  private get runs(): Run[] {
    const { inputs, batch, rateUnit, rateShare, learningRate, weights, steps, seed } =
      this.settings;
    const key = JSON.stringify([
      inputs,
      batch,
      rateUnit,
      rateUnit === 'limit' ? rateShare : learningRate,
      weights,
      steps,
      seed,
    ]);
    if (this.known?.key !== key) {
      const kinds = INPUTS.filter((kind) => inputs.includes(kind));
      this.known = { key, runs: kinds.map((kind) => runOf(kind, this.settings)) };
    }
    return this.known.runs;
  }

  // Rendering.

  protected override figureName(): string {
    return this.words.title;
  }

  protected override renderFigure(): TemplateResult {
    const { settings, words, runs } = this;
    return html`
      <p class="setup">${words.setup(settings.weights)}</p>
      ${this.renderControls()}
      <div class="surfaces">
        ${runs.map(
          (run) => html`<figure class="panel" data-kind=${run.kind}>
            <figcaption>${words.kinds[run.kind]}</figcaption>
            ${this.renderSurface(run)}
          </figure>`,
        )}
      </div>
      ${this.renderLegend()}
      ${this.transport(() => renderPlayback(this.playback, settings.steps, this.messages))}
      <div class="results">
        <div>
          <p class="caption">${words.distanceTitle}</p>
          <div class="frame" role="img" aria-label=${words.distanceTitle}>
            <canvas aria-hidden="true"></canvas>
          </div>
        </div>
        ${this.renderReadout()}
      </div>
      ${this.renderMore()}
    `;
  }

  private renderSurface(run: Run): TemplateResult {
    const { step } = this.playback;
    return renderSurface({ run, step, half: windowOf(this.runs), label: this.surfaceLabel(run) });
  }

  private renderControls(): TemplateResult {
    const { settings, words } = this;
    const shown = (name: 'batch' | 'rateUnit', control: () => TemplateResult) =>
      this.isHidden(name) ? nothing : control();
    const both = settings.inputs.length > 1;
    return html`<div class="controls">
      ${shown('batch', () =>
        segmented('batch', {
          label: words.batch,
          value: settings.batch,
          options: BATCHES.map((value) => ({ value, label: words.batches[value] })),
          disabled: this.isLocked('batch'),
          onChange: (batch) => this.assign({ batch }),
        }),
      )}
      ${
        both
          ? shown('rateUnit', () =>
              segmented('rate-unit', {
                label: words.rateUnit,
                value: settings.rateUnit,
                options: (['limit', 'absolute'] as const).map((value) => ({
                  value,
                  label: words.rateUnits[value],
                })),
                disabled: this.isLocked('rateUnit'),
                onChange: (rateUnit) => this.assign({ rateUnit }),
              }),
            )
          : nothing
      }
      ${this.renderRate()}
    </div>`;
  }

  private renderRate(): TemplateResult | typeof nothing {
    const { settings, words, messages } = this;
    const name = settings.rateUnit === 'limit' ? 'rateShare' : 'learningRate';
    if (this.isHidden(name)) return nothing;
    const { min, max } = this.schema.settings[name];
    const marks: Mark[] =
      name === 'rateShare'
        ? [
            { value: 0.5, label: words.fastMark },
            { value: 1, label: words.stableMark },
          ]
        : this.runs.map(({ kind, problem }) => ({
            value: problem.limit,
            label: words.limitMark(words.shortKinds[kind], formatNumber(problem.limit, 3)),
          }));
    return markedSlider({
      label: words[name],
      value: settings[name],
      min,
      max,
      step: 0.01,
      logarithmic: name === 'learningRate',
      disabled: this.isLocked(name),
      words: messages.widget.field,
      onInput: (value) => this.assign({ [name]: value }),
      marks,
    });
  }

  private renderMore(): TemplateResult | typeof nothing {
    const { settings, words, messages } = this;
    const names = (['weights', 'steps', 'seed'] as const).filter((name) => !this.isHidden(name));
    if (names.length === 0 && this.isHidden('inputs')) return nothing;
    return html`<details class="more">
      <summary>${words.more}</summary>
      <div class="controls">
        ${
          this.isHidden('inputs')
            ? nothing
            : chips({
                label: words.inputs,
                selected: settings.inputs,
                options: INPUTS.map((value) => ({ value, label: words.kinds[value] })),
                minItems: 1,
                disabled: this.isLocked('inputs'),
                onChange: (inputs) => this.assign({ inputs }),
              })
        }
        ${names.map((name) => {
          const { min, max } = this.schema.settings[name];
          return slider({
            label: words[name],
            value: settings[name],
            min,
            max: name === 'seed' ? Math.max(20, settings.seed) : max,
            step: 1,
            disabled: this.isLocked(name),
            words: messages.widget.field,
            onInput: (value) => this.assign({ [name]: value }),
          });
        })}
      </div>
    </details>`;
  }

  private get legend() {
    const { legend } = this.words;
    const key = (mark: unknown, label: string) => ({
      label,
      mark: html`<svg class="surface" viewBox="0 0 28 12" aria-hidden="true">${mark}</svg>`,
    });
    const line = (name: string) => svg`<path class=${name} d="M0 6H28" />`;
    return [
      key(line('same'), this.settings.weights > 2 ? legend.sameOfMany : legend.same),
      key(line('mixed'), legend.mixed),
      key(svg`<circle class="origin" cx="14" cy="6" r="4" />`, legend.origin),
      key(svg`<path class="goal" d="M8 6H20M14 0V12" />`, legend.goal),
      key(svg`<path class="contour start" d="M0 6H28" />`, legend.contour),
    ];
  }

  private renderLegend(): TemplateResult {
    return html`<ul class="legend">
      ${this.legend.map(({ label, mark }) => html`<li>${mark}${label}</li>`)}
    </ul>`;
  }

  private renderReadout(): TemplateResult {
    const { words, runs } = this;
    const { rows } = words;
    const row = (name: string, text: string, value: (run: Run) => string) =>
      html`<tr data-row=${name}>
        <th scope="row">${text}</th>
        ${runs.map((run) => html`<td data-kind=${run.kind}>${value(run)}</td>`)}
      </tr>`;
    return html`<table class="readout">
      <thead>
        <tr>
          <td></td>
          ${runs.map(
            ({ kind }) => html`<th scope="col">
              <svg class="swatch-line" viewBox="0 0 24 8" aria-hidden="true">
                <path
                  d="M0 4H24"
                  stroke="currentColor"
                  stroke-width="2"
                  stroke-dasharray=${DASHES[kind].join(' ') || 'none'}
                /></svg
              >${words.shortKinds[kind]}
            </th>`,
          )}
        </tr>
      </thead>
      <tbody>
        ${row('condition', rows.condition, ({ problem }) => formatNumber(problem.condition, 3))}
        ${row('limit', rows.limit, ({ problem }) => formatNumber(problem.limit, 3))}
        ${row('rate', rows.rate, ({ learningRate }) => formatNumber(learningRate, 3))}
        ${row('distance', rows.distance, (run) => this.distance(run))}
        ${row('share', rows.share, (run) => this.share(run, this.playback.step))}
        ${row('reached', rows.reached, (run) => this.outcome(run))}
      </tbody>
    </table>`;
  }

  // Numbers in words.

  private stepOf({ descent }: Run): number {
    return Math.min(this.playback.step, descent.steps);
  }

  private distance(run: Run): string {
    return formatNumber(run.descent.distances[this.stepOf(run)]!, 2);
  }

  private share({ descent }: Run, count: number): string {
    const share = sameSignShare(descent, count);
    return Number.isNaN(share) ? this.words.none : `${formatNumber(100 * share, 3)} %`;
  }

  /** Only once the path has got there. */
  private outcome({ descent }: Run): string {
    const { step } = this.playback;
    const { reached, steps, diverged } = descent;
    if (diverged && step >= steps) return this.words.diverged(String(steps));
    if (reached !== undefined && step >= reached) return String(reached);
    return step >= steps ? this.words.notReached(String(steps)) : this.words.none;
  }

  private surfaceLabel(run: Run): string {
    const step = this.stepOf(run);
    const [w1, w2] = [0, 1].map((j) => run.descent.weights[step * run.problem.weightCount + j]!);
    return this.words.surfaceLabel(
      this.words.kinds[run.kind],
      String(step),
      formatNumber(w1!, 3),
      formatNumber(w2!, 3),
    );
  }

  protected override summary(): string {
    const { words, runs } = this;
    return runs
      .map((run) => {
        const { descent, problem } = run;
        const outcome = descent.diverged
          ? words.outcome.diverged(String(descent.steps))
          : descent.reached === undefined
            ? words.outcome.notReached(String(descent.steps))
            : words.outcome.reached(String(descent.reached));
        const share = this.share(run, descent.steps);
        return words.summary(
          words.kinds[run.kind],
          formatNumber(problem.condition, 3),
          outcome,
          share,
        );
      })
      .join(' ');
  }

  protected override help(): readonly string[] {
    return this.words.help;
  }

  protected override dataTable(): DataTable {
    const { words, runs, settings } = this;
    const stride = Math.ceil(settings.steps / TABLE_ROWS);
    const rows = Math.floor(settings.steps / stride) + 1;
    const names = runs.flatMap(({ kind }) =>
      ['w₁', 'w₂', words.columns.distance].map((name) => `${name} (${words.shortKinds[kind]})`),
    );
    return {
      caption: words.tableCaption,
      columns: [words.columns.step, ...names],
      rows: Array.from({ length: rows }, (_, i) => {
        const step = i * stride;
        const cells = runs.flatMap(({ descent, problem }) => {
          if (step > descent.steps) return [words.none, words.none, words.none];
          const row = step * problem.weightCount;
          const values = [descent.weights[row]!, descent.weights[row + 1]!];
          return [...values, descent.distances[step]!].map((value) => formatNumber(value, 4));
        });
        return [String(step), ...cells];
      }),
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

  protected override settingsChanged(): void {
    if (this.playback.busy) return;
    // A path once seen stays at the step it was at, if there is such a step.
    this.playback.goTo(this.playback.step);
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    const canvas = this.renderRoot.querySelector<HTMLCanvasElement>('.frame canvas');
    if (!this.awake || !canvas) return;
    this.drawChart(canvas);
    if (this.resume && !this.closed) {
      this.resume = false;
      this.playback.play();
    }
  }

  private drawChart(canvas: HTMLCanvasElement): void {
    const { options, series } = this.distancesIn(this.colors);
    if (this.chart?.canvas !== canvas) {
      this.chart?.dispose();
      this.chart = new LineChart(canvas, options, this.colors);
    }
    this.chart.setOptions(options);
    this.chart.setSeries(series);
  }

  private distancesIn(colors: Theme) {
    const { words, settings } = this;
    const options = {
      x: { min: 0, max: settings.steps, label: words.stepAxis },
      y: { min: LOWEST, max: 10, logarithmic: true, label: words.distanceAxis },
    };
    const goal: Series = {
      id: 'goal',
      color: colors.muted,
      dash: [2, 3],
      width: 1,
      points: [
        { x: 0, y: 0.01 },
        { x: settings.steps, y: 0.01 },
      ],
    };
    const lines = this.runs.map(
      (run): Series => ({
        id: run.kind,
        ...lookOf(run, colors),
        points: Array.from(run.descent.distances.subarray(0, this.stepOf(run) + 1), (y, x) => ({
          x,
          y: Math.max(y, 1e-12),
        })),
      }),
    );
    return { options, series: [goal, ...lines] };
  }

  // Taking away.

  override async pictures() {
    return (await this.taken()).pictures(this.takenHost);
  }

  override async drawn() {
    return (await this.taken()).drawn(this.takenHost);
  }

  override async program() {
    return (await this.taken()).program(this.runs, this.settings);
  }

  override setupLine(): string {
    const { settings, words, runs } = this;
    const rates = runs.map(
      ({ kind, learningRate }) => `${words.shortKinds[kind]} η = ${formatNumber(learningRate, 3)}`,
    );
    const batch = `${words.batch}: ${words.batches[settings.batch]}`;
    return `${words.setup(settings.weights)} ${[batch, ...rates].join(' · ')}`;
  }

  private taken = () => import('./take-away.ts');

  private get takenHost(): Host {
    const { runs, words, legend } = this;
    return {
      runs,
      titles: { kind: ({ kind }) => words.kinds[kind], distance: words.distanceTitle },
      surface: (run) => this.renderSurface(run),
      distances: (theme) => this.distancesIn(theme),
      legend,
      lines: (theme) =>
        runs.map((run) => ({ label: words.shortKinds[run.kind], ...lookOf(run, theme) })),
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
