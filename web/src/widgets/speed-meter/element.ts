// `<speed-meter>`: what each activation costs on the reader's own machine, by element and by
// training step, with SIMD and without.

import { type CSSResultGroup, html, nothing, type TemplateResult } from 'lit';
import { bestVariant } from '../../engine/loader.ts';
import { ELEMENTS } from '../../engine/speed/spec.ts';
import { type DataTable, FigureElement } from '../base.ts';
import { button } from '../controls.ts';
import { formatNumber } from '../format.ts';
import { labelOf } from '../label.ts';
import type { Runner } from '../runner.ts';
import { SettingControls, settingsHost } from '../setting-controls.ts';
import { swatchStyles } from '../swatch.ts';
import {
  type BarsHost,
  percent,
  ratioText,
  renderBars,
  renderLegend,
  slowest,
  timeText,
} from './bars.ts';
import { NOISY, spreadOf } from './results.ts';
import { idsOf, type SpeedSettings, specKey, specOf, speedSchema, VARIANTS } from './settings.ts';
import { type SpeedPhase, SpeedRun } from './speed-run.ts';
import { speedStyles } from './styles.ts';

const grouped = new Intl.NumberFormat('en');
/** CSS pixels. */
const NARROW = 520;
const NUMBERS = ['rounds', 'depth', 'width', 'batchSize'] as const;

export class SpeedMeter extends FigureElement<typeof speedSchema.settings> {
  static override schema = speedSchema;
  static override styles: CSSResultGroup = [FigureElement.styles, swatchStyles, speedStyles];

  private readonly run = new SpeedRun(
    () => this.runChanged(),
    () => this.usable,
  );
  private measured = '';
  /** Whether this browser has SIMD at all. */
  private vectors = true;
  private announcement = '';
  private lastPhase: SpeedPhase = 'ready';

  // Life cycle.

  protected override async load(): Promise<void> {
    this.vectors = (await bestVariant()) === 'simd';
    this.measured = specKey(this.usable);
  }

  override get repeatable(): boolean {
    return false;
  }

  protected override get runner(): Runner {
    return this.run;
  }

  protected override settingsChanged(): void {
    if (!this.measured || specKey(this.usable) === this.measured) return;
    this.measured = specKey(this.usable);
    this.run.reset();
  }

  protected override awakeChanged(): void {
    this.run.rest(!this.awake);
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.run.pause();
  }

  private runChanged(): void {
    const { phase } = this.run;
    if (phase !== this.lastPhase && this.messages) {
      const told = ![phase, this.lastPhase].includes('resting');
      if (told) this.announcement = this.messages.speedMeter.states[phase];
      this.lastPhase = phase;
    }
    this.requestUpdate();
  }

  // What is shown.

  /** A browser without SIMD runs the module that needs none. */
  private get usable(): SpeedSettings {
    return this.vectors ? this.settings : { ...this.settings, variants: ['baseline'] };
  }

  private get host(): BarsHost {
    return {
      settings: this.usable,
      messages: this.messages,
      results: this.run.results,
      narrow: this.pixelWidth < NARROW,
    };
  }

  private get verdict(): string[] {
    const words = this.messages.speedMeter;
    const { results } = this.run;
    const id = slowest(this.host);
    const [variant] = VARIANTS.filter((name) => this.usable.variants.includes(name));
    const element = id && results?.ratio(variant!, id, 'value');
    const step = id && results?.ratio(variant!, id, 'step');
    if (!results || element === undefined || step === undefined) return [];
    const gains = idsOf(this.usable).flatMap((other) => results.gain(other, 'value') ?? []);
    return [
      words.verdict(
        labelOf(id!),
        words.variants[variant!],
        formatNumber(element, 2),
        formatNumber(step, 3),
        step < element,
      ),
      ...(gains.length > 0 ? [words.gain(formatNumber(spreadOf(gains).median, 2))] : []),
    ];
  }

  // Rendering.

  protected override figureName(): string {
    return this.messages.speedMeter.title;
  }

  protected override help(): readonly string[] {
    return this.messages.speedMeter.help;
  }

  protected override summary(): string {
    const words = this.messages.speedMeter;
    return words.summary(words.states[this.run.phase], this.verdict.join(' '));
  }

  protected override dataTable(): DataTable {
    const { messages, usable } = this;
    const words = messages.speedMeter;
    const { results } = this.run;
    const { columns } = words;
    return {
      caption: words.tableCaption,
      columns: [
        columns.activation,
        columns.variant,
        columns.work,
        columns.time,
        columns.low,
        columns.high,
        columns.ratio,
      ],
      rows: specOf(usable).timed.flatMap(({ id, variant, work }) => {
        const time = results?.time(variant, id, work);
        const ratio = results?.ratio(variant, id, work);
        if (!time || ratio === undefined) return [];
        return [
          [
            labelOf(id),
            words.variants[variant],
            words.works[work],
            ...[time.median, time.low, time.high].map((ns) => timeText(work, ns, messages)),
            ratioText(work, ratio),
          ],
        ];
      }),
    };
  }

  override async pictures() {
    const { pictures } = await import('./take-away.ts');
    return pictures(this.host);
  }

  override async drawn() {
    const { drawn } = await import('./take-away.ts');
    return drawn(this.usable, this.run.results);
  }

  protected override renderFigure(): TemplateResult {
    const { settings, host, run } = this;
    const words = this.messages.speedMeter;
    const bare = settings.hideControls;
    const { depth, width, batchSize } = settings;
    return html`
      <header class="top">
        ${this.ownName}
        <span class="muted">${words.tagline}
          ${words.setup(`${depth} × ${width}`, grouped.format(batchSize), grouped.format(ELEMENTS))}</span>
      </header>
      ${this.transport(() => this.renderTransport())}
      ${
        run.phase === 'failed'
          ? html`<p class="trouble" role="alert">${words.failed(run.reason)}</p>`
          : this.renderProgress()
      }
      ${bare ? nothing : html`<div class="controls">${this.renderViews()}</div>`}
      ${renderBars(host)}
      ${renderLegend(host)}
      ${settings.work === 'step' ? html`<p class="note">${words.shareNote}</p>` : nothing}
      ${this.renderVerdict()}
      ${
        bare
          ? nothing
          : html`<details class="more">
              <summary>${words.more}</summary>
              ${this.renderMore()}
            </details>`
      }
      <p class="visually-hidden" role="status">${this.announcement}</p>
    `;
  }

  private renderTransport(): TemplateResult {
    const words = this.messages.speedMeter;
    const { run } = this;
    const first = run.busy
      ? { label: words.stop, onClick: () => run.pause() }
      : {
          label: run.results ? words.again : words.start,
          onClick: () => void run.play(),
        };
    return html`<div class="transport">
      ${button({ ...first, primary: true })}
      ${button({
        label: words.reset,
        disabled: !run.results,
        onClick: () => run.reset(),
      })}
    </div>`;
  }

  private renderProgress(): TemplateResult {
    const words = this.messages.speedMeter;
    const { phase, results } = this.run;
    const { rounds } = this.settings;
    const done = results?.count ?? 0;
    const counted = done > 0 ? ` ${words.progress(String(done), String(rounds))}` : '';
    return html`<div class="progress" data-phase=${phase} aria-live="off">
      <progress max=${rounds} .value=${done} aria-label=${words.progressLabel}></progress>
      <span>${words.states[phase]}${counted}</span>
    </div>`;
  }

  private renderViews(): unknown[] {
    const { controls } = this;
    const { works, scales } = this.messages.speedMeter;
    return [controls.segments('work', works), controls.segments('scale', scales)];
  }

  private renderVerdict(): TemplateResult | typeof nothing {
    const words = this.messages.speedMeter;
    const { results, prepared, place } = this.run;
    const { noise } = results ?? {};
    if (!results || !prepared || noise === undefined) return nothing;
    const ms = (value: number) => words.milliseconds(formatNumber(value, 1));
    const { verdict } = this;
    return html`${verdict.length > 0 ? html`<p class="verdict" data-verdict>${verdict.join(' ')}</p>` : nothing}
      <p class="note ${noise > NOISY ? 'trouble' : ''}" data-noise=${noise}>
        ${words.spread(percent(noise))} ${noise > NOISY ? words.noisy : ''}
        ${words.clock(ms(prepared.resolution), ms(prepared.slice), place ?? 'worker')}
      </p>`;
  }

  private renderMore(): TemplateResult {
    const { controls } = this;
    const { variants } = this.messages.speedMeter;
    return html`${controls.activations('activations')}
      <div class="controls">
        ${
          this.vectors
            ? controls.several(
                'variants',
                VARIANTS.map((value) => ({ value, label: variants[value] })),
              )
            : nothing
        }
        ${controls.numbers(...NUMBERS)}
      </div>`;
  }

  private get controls() {
    const host = settingsHost(this, this.messages);
    return new SettingControls(speedSchema, host, this.messages.speedMeter.settings);
  }
}
