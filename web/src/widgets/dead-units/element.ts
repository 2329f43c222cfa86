// `<dead-units>`: every hidden unit of a network as a cell, and networks that are born dead.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type DataTable, FigureElement } from '../base.ts';
import type { Runner } from '../runner.ts';
import { NOTHING_DRAWN } from '../session/drawn.ts';
import { TrainingFigure } from '../session/figure.ts';
import { whole } from '../training-race/charts.ts';
import { BornRun } from './born-run.ts';
import { bornTable, bornVerdict, drawBorn, expectedShare, renderBorn } from './born-view.ts';
import {
  type ChartName,
  type ChartSpec,
  lossChart,
  Plots,
  shareChart,
  unitsChart,
} from './charts.ts';
import { TrainingController } from './controller.ts';
import { drawnTraining } from './drawn.ts';
import { renderControls, renderMore } from './panel.ts';
import { renderProgress, renderTransport } from './parts.ts';
import { deadUnitsSchema, runKey } from './settings.ts';
import { deadUnitsStyles } from './styles.ts';
import {
  type Chosen,
  drawTraining,
  renderTraining,
  type TrainingHost,
  trainingProgress,
  trainingTable,
  verdictText,
} from './training-view.ts';

/** A slider that moves changes settings many times a second; the network is built once. */
const REBUILD_DELAY = 200;
const STEP_JUMPS = [1, 10, 100];
const NETWORK_JUMPS = [1, 10, 100];

export class DeadUnits extends TrainingFigure<typeof deadUnitsSchema.settings> {
  static override schema = deadUnitsSchema;
  static override styles: CSSResultGroup = [FigureElement.styles, deadUnitsStyles];

  protected readonly training = new TrainingController(() => this.trainingChanged());
  private born: BornRun | undefined;
  private readonly plots = new Plots();
  private chosen: Chosen | undefined;
  private bornRests = false;

  // Life cycle.

  protected override runKey(): string {
    return runKey(this.settings);
  }

  protected override get trainingWords() {
    return this.messages.deadUnits;
  }

  protected override get outcome(): string {
    return this.verdict;
  }

  override weights() {
    return this.settings.mode === 'training' ? super.weights() : Promise.resolve([]);
  }

  override program(): Promise<string> | undefined {
    return this.settings.mode === 'training' ? super.program() : undefined;
  }

  protected override resetNote(names: readonly string[]): string {
    return names.includes('mode') ? '' : this.messages.deadUnits.wasReset;
  }

  /** Another mode shows something else at once. */
  protected override rebuildDelay(names: readonly string[]): number {
    return names.includes('mode') ? 0 : REBUILD_DELAY;
  }

  protected override get runner(): Runner {
    return this.born ?? this.training;
  }

  protected override forget(): void {
    this.chosen = undefined;
    this.bornRests = false;
    this.born?.pause();
    this.born = undefined;
  }

  protected override async prepare(): Promise<void> {
    if (this.settings.mode === 'training') {
      await this.training.prepare(this.settings);
      return;
    }
    if (this.training.busy) void this.training.pause();
    this.born = new BornRun(this.settings, () => this.requestUpdate());
    this.requestUpdate();
  }

  protected override awakeChanged(): void {
    super.awakeChanged();
    if (!this.awake && this.born?.busy) {
      this.bornRests = true;
      this.born.pause();
    } else if (this.awake && this.bornRests) {
      this.bornRests = false;
      this.born?.play();
    }
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.born?.pause();
    this.plots.dispose();
  }

  protected override themeChanged(): void {
    this.plots.setTheme(this.colors);
  }

  // What is shown.

  private get host(): TrainingHost | undefined {
    const { shown } = this.training;
    if (!shown) return undefined;
    return {
      course: shown,
      messages: this.messages,
      theme: this.colors,
      chosen: this.chosen,
      choose: (chosen) => {
        this.chosen = chosen;
        this.requestUpdate();
      },
    };
  }

  private get verdict(): string {
    if (this.born) return bornVerdict(this.born, this.messages);
    const { shown } = this.training;
    return shown ? verdictText(shown, this.messages) : '';
  }

  private get specs(): Partial<Record<ChartName, ChartSpec>> {
    const { colors, messages, born } = this;
    if (born) {
      const { networks } = born.settings;
      return { share: shareChart(born.points, expectedShare(born), networks, colors, messages) };
    }
    const { shown } = this.training;
    if (!shown) return {};
    return {
      units: unitsChart(shown, colors, messages),
      loss: lossChart(shown, colors, messages),
    };
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.colors || !this.messages || !this.awake) return;
    const { host, born } = this;
    if (born) drawBorn(this.renderRoot, born, this.colors);
    else if (host) drawTraining(this.renderRoot, host);
    this.plots.sync(this.renderRoot, this.specs, this.colors);
  }

  // Rendering.

  protected override figureName(): string {
    const { title, bornTitle } = this.messages.deadUnits;
    return this.settings.mode === 'training' ? title : bornTitle;
  }

  protected override help(): readonly string[] {
    const { help, bornHelp } = this.messages.deadUnits;
    return this.settings.mode === 'training' ? help : bornHelp;
  }

  protected override summary(): string {
    return this.messages.deadUnits.summary(this.progressText, this.verdict);
  }

  protected override dataTable(): DataTable | undefined {
    if (this.born) return bornTable(this.born, this.messages);
    const { shown } = this.training;
    return shown && trainingTable(shown, this.messages);
  }

  override async pictures() {
    const { bornPictures, trainingPictures } = await import('./take-away.ts');
    const { shown } = this.training;
    if (this.born) return bornPictures(this.born, this.messages);
    return shown ? trainingPictures(shown, this.colors, this.messages) : [];
  }

  override async drawn() {
    const { drawnBorn } = await import('./take-away.ts');
    const { shown } = this.training;
    if (this.born) return drawnBorn(this.born);
    return shown ? drawnTraining(shown) : NOTHING_DRAWN;
  }

  override setupLine(): string {
    return this.tagline;
  }

  protected override renderFigure(): TemplateResult {
    const { settings, born, host } = this;
    const words = this.messages.deadUnits;
    const bare = settings.hideControls;
    return html`
      <header class="head">${this.ownName} <span class="muted">${this.tagline}</span></header>
      ${bare ? nothing : renderControls(this.settingsHost)}
      ${this.transport(() => this.renderTransport())}
      ${this.renderProgress()}
      ${this.renderStatus()}
      ${born ? renderBorn(born, this.messages, this.colors) : host ? renderTraining(host) : nothing}
      ${
        bare
          ? nothing
          : html`<details class="more">
              <summary>${words.more}</summary>
              ${renderMore(this.settingsHost)}
            </details>`
      }
      ${this.renderAnnouncement()}
    `;
  }

  private get tagline(): string {
    const words = this.messages.deadUnits;
    const { settings } = this;
    const text = (name: 'bornWidth' | 'bornDepth' | 'depth' | 'width' | 'batchSize' | 'seed') =>
      String(settings[name]);
    if (settings.mode === 'born') {
      return `${words.bornTagline} ${words.born.settings(text('bornWidth'), text('bornDepth'))}`;
    }
    const setup = words.setup(text('depth'), text('width'), text('batchSize'), text('seed'));
    return `${words.tagline} ${setup}`;
  }

  private get progressText(): string {
    const { born, messages } = this;
    if (!born) return trainingProgress(this.training, messages);
    return messages.deadUnits.drawn(whole(born.count), whole(born.settings.networks));
  }

  private renderProgress(): TemplateResult {
    const { born, training, messages, progressText: text } = this;
    if (born) {
      const { count: at, settings, phase } = born;
      return renderProgress({ messages, at, end: settings.networks, text, phase });
    }
    const { step: at, steps: end, phase } = training;
    return renderProgress({ messages, at, end, text, phase });
  }

  private renderTransport(): TemplateResult {
    const { born, training, messages, newSeed } = this;
    const words = messages.deadUnits;
    return renderTransport({
      messages,
      run: born ?? training,
      jumps: born ? NETWORK_JUMPS : STEP_JUMPS,
      jumpLabel: born ? words.drawByLabel : words.stepByLabel,
      newSeed,
    });
  }

  /** Networks that are born dead need no training that could go wrong. */
  protected override renderTrouble(): TemplateResult | undefined {
    return this.born ? undefined : super.renderTrouble();
  }
}
