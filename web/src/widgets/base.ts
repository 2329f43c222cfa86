// The base of every figure: theme, rest while unseen, loading and failure, problems, a summary in
// words, a data table and help.

import {
  type CSSResultGroup,
  type CSSResultOrNative,
  html,
  nothing,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { messageOf } from '../engine/errors.ts';
import { languageOf } from '../i18n/language.ts';
import { loadWords } from '../i18n/words.ts';
import { isShown, keepKeys, withOwnRem } from './apart.ts';
import { figureStyles } from './base-styles.ts';
import { button, controlStyles } from './controls.ts';
import type { DataTable, renderTable } from './data-table.ts';
import { type Command, type Runner, TROUBLES } from './runner.ts';
import type { Part, Settings } from './schema.ts';
import { type FigureError, type FigureSchema, SettingsElement } from './settings-element.ts';
import type { DrawnTable, Eventually, Picture, TakeAway } from './take-away/types.ts';
import type { Extras, ExtrasHost } from './teacher/extras.ts';
import { readTheme, type Theme, themeStyles } from './theme.ts';

export type { DataTable, FigureSchema };

/** How often a figure looks whether it is shown, in milliseconds. */
const GLANCE = 300;

export abstract class FigureElement<S extends Settings = Settings>
  extends SettingsElement<S>
  implements TakeAway
{
  static override styles: CSSResultGroup = [themeStyles, controlStyles, figureStyles];

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return withOwnRem(SettingsElement.finalizeStyles(styles));
  }

  /** As the browser resolved them. */
  protected colors!: Theme;
  /** Width of the figure in CSS pixels. */
  protected pixelWidth = 0;
  /** Whether the figure is on screen in a visible page; it rests otherwise. */
  protected awake = false;

  private phase: 'waiting' | 'loading' | 'ready' | 'failed' = 'waiting';
  private failure = '';
  private onScreen = false;
  private tableShown = false;
  private drawTable: typeof renderTable | undefined;
  private readonly cleanups: (() => void)[] = [];
  /** What a teacher has added, once loaded. */
  private extras: Extras | undefined;
  private adding: Promise<void> | undefined;
  private toldPhase = '';
  private markLoaded!: () => void;
  private readonly whenLoaded = new Promise<void>((resolve) => {
    this.markLoaded = resolve;
  });
  /** Of the page around, one after the other. */
  private commands: Promise<void> = this.whenLoaded;

  // What a figure provides.

  /** Gets what the figure needs before it can be drawn; called once it comes on screen. */
  protected async load(): Promise<void> {}
  /** The figure itself, once loaded. */
  protected abstract renderFigure(): TemplateResult;
  /** One or two sentences that say what the figure shows now. */
  protected abstract summary(): string;
  /** The accessible name of the figure. */
  protected abstract figureName(): string;
  /** That name for its head, unless a teacher leaves it out or gives another. */
  protected get ownName(): unknown {
    return this.leavesOut('heading') || this.settings.heading
      ? nothing
      : html`<b>${this.figureName()}</b>`;
  }
  protected dataTable(): DataTable | undefined {
    return undefined;
  }
  /** The buttons that start and stop, unless a teacher leaves them out or locks them. */
  protected transport(buttons: () => TemplateResult): unknown {
    if (this.leavesOut('transport')) return nothing;
    if (!this.settings.lock.includes('transport')) return buttons();
    return html`<fieldset class="locked" disabled title=${this.messages.widget.locked}>
      ${buttons()}
    </fieldset>`;
  }
  /** How to use the figure, one sentence or two a paragraph. */
  protected help(): readonly string[] {
    return [];
  }
  // What is taken away: take-away/types.ts says what each is.
  pictures?(): Eventually<readonly Picture[]>;
  drawn?(): Eventually<DrawnTable>;
  program?(): Promise<string> | undefined;
  setupLine?(): string;
  /** What runs in the figure; undefined where nothing does. */
  protected get runner(): Runner | undefined {
    return undefined;
  }
  /** More buttons beside those for the data table. */
  protected renderActions(): unknown {
    return nothing;
  }
  protected awakeChanged(): void {}
  protected themeChanged(): void {}
  protected resized(): void {}

  // Commands of the page around.

  /** Whether something runs, or would if it were in sight. */
  get running(): boolean {
    return this.runner?.busy ?? false;
  }

  /** Whether something has to run before all numbers are there. */
  get hasRun(): boolean {
    return this.runner?.reset !== undefined;
  }

  /** Whether the same settings give the same numbers. */
  get repeatable(): boolean {
    return true;
  }

  /** How the run stands. */
  get standing(): { phase: string; step: number } {
    const { phase = 'ready', step = 0 } = this.runner ?? {};
    return { phase, step };
  }

  /** Starts, goes on, or begins again once finished. */
  play(): void {
    void this.command('play');
  }

  pause(): void {
    void this.command('pause');
  }

  /** Takes some steps and stops. */
  step(n = 1): void {
    void this.command('advance', n);
  }

  reset(): void {
    void this.command('reset');
  }

  private async command(name: Command, n?: number): Promise<void> {
    const error = await this.obey(name, n);
    if (error) this.report(error);
  }

  /** Carries a command out once the figure can, one after the other, and tells why it cannot; of
   * `play`, the start is all that is waited for. */
  async obey(name: Command, n = 1): Promise<FigureError | undefined> {
    this.commands = this.commands.then(() => this.settled());
    await this.commands;
    const { runner } = this;
    const act = runner?.[name];
    if (act && !this.closed && Number.isInteger(n) && n > 0) {
      const done = act.call(runner, n);
      if (name !== 'play') await done;
      return undefined;
    }
    const code = !act ? 'not-supported' : this.closed ? 'locked' : 'invalid-value';
    const { problems } = await loadWords('problems', languageOf(this));
    const message = problems.refused[code](String(n));
    return code === 'invalid-value' ? { code, message, field: 'n' } : { code, message };
  }

  /** Until then commands wait: for new networks to be built, say. */
  protected async settled(): Promise<void> {
    await this.whenLoaded;
  }

  /** The teacher's question waits for an answer. */
  protected get closed(): boolean {
    return this.extras?.closed ?? false;
  }

  // Life cycle.

  override connectedCallback(): void {
    super.connectedCallback();
    const seen = new IntersectionObserver(
      (entries) => {
        this.onScreen = entries.at(-1)?.isIntersecting ?? false;
        this.refreshAwake();
      },
      { rootMargin: '120px' },
    );
    seen.observe(this);
    const refresh = () => this.refreshAwake();
    document.addEventListener('visibilitychange', refresh);
    const glances = setInterval(refresh, GLANCE);
    const size = new ResizeObserver((entries) => {
      const width = Math.round(entries.at(-1)?.contentRect.width ?? 0);
      if (width === this.pixelWidth) return;
      this.pixelWidth = width;
      this.requestUpdate();
      this.resized();
    });
    size.observe(this);
    this.cleanups.push(() => {
      seen.disconnect();
      size.disconnect();
      document.removeEventListener('visibilitychange', refresh);
      clearInterval(glances);
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.onScreen = false;
    this.refreshAwake();
  }

  private refreshAwake(): void {
    const awake = this.onScreen && document.visibilityState === 'visible' && isShown(this);
    if (awake === this.awake) return;
    this.awake = awake;
    this.awakeChanged();
    if (awake) this.refreshTheme();
    this.open();
  }

  /** Loads the figure once it is wanted. */
  private open(wanted = this.settings.poster === 'none'): void {
    const seen = this.awake && this.settings.poster !== 'click';
    if (this.phase === 'waiting' && (wanted || seen)) void this.start();
  }

  private addExtras(): Promise<void> {
    this.adding ??= import('./teacher/extras.ts').then(({ Extras }) => {
      this.extras = new Extras({
        figure: this as unknown as ExtrasHost['figure'],
        settings: () => this.settings,
        changed: () => this.requestUpdate(),
        load: () => this.open(true),
        answered: () => this.awakeChanged(),
        leavesOut: (part) => this.leavesOut(part),
      });
      return this.extras.refresh();
    });
    return this.adding;
  }

  private get wantsExtras(): boolean {
    const { heading, caption, ask, frozen, poster } = this.settings;
    return Boolean(heading || caption || ask || frozen) || poster === 'click';
  }

  private async start(): Promise<void> {
    this.phase = 'loading';
    this.requestUpdate();
    try {
      await this.refreshLanguage();
      if (this.wantsExtras) await this.addExtras();
      // Who was taken away meanwhile loads when put back.
      if (this.isConnected) await this.load();
      this.phase = this.isConnected ? 'ready' : 'waiting';
      if (this.phase === 'waiting') return;
      this.markLoaded();
    } catch (error) {
      this.failure = messageOf(error);
      this.phase = 'failed';
      this.report({ code: 'load-failed', message: this.failure });
    }
    this.requestUpdate();
    this.tellPage('figure-loaded', {});
  }

  private refreshTheme(): void {
    const root = this.renderRoot.querySelector<HTMLElement>('.figure');
    if (!root) return;
    // Styles start from nothing here: this is the size that the reader has chosen.
    root.style.setProperty('--_rem', getComputedStyle(this).fontSize);
    const theme = readTheme(root);
    if (JSON.stringify(theme) === JSON.stringify(this.colors)) return;
    this.colors = theme;
    this.themeChanged();
    this.requestUpdate();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.refreshTheme();
  }

  protected override willUpdate(_changed: PropertyValues): void {
    if (this.wantsExtras) void this.addExtras();
  }

  protected override updated(_changed: PropertyValues): void {
    if (this.phase !== 'ready' || !this.runner || this.runner.phase === this.toldPhase) return;
    const { phase, step, reason = '' } = this.runner;
    const before = this.toldPhase;
    this.toldPhase = phase;
    this.tellPage('figure-run', this.standing);
    if (phase === 'finished' && before) {
      this.tellPage('figure-finished', { step, summary: this.summary() });
    }
    if (TROUBLES.includes(phase)) this.report({ code: phase, message: reason });
  }

  private tellPage(name: string, detail: object): void {
    this.dispatchEvent(new CustomEvent(name, { detail, bubbles: true, composed: true }));
  }

  // Rendering.

  protected override render(): TemplateResult {
    const sentences = this.messages ? this.problemSentences() : [];
    const name = () => this.settings.heading || this.figureName();
    return html`${this.extras?.before()}<div
      role="group"
      class="figure ${this.colors?.dark ? 'dark' : ''}"
      part="figure"
      aria-label=${this.messages ? name() : nothing}
      ?inert=${this.closed}
      aria-describedby="summary"
      aria-busy=${this.phase === 'ready' || this.phase === 'failed' ? 'false' : 'true'}
      data-phase=${this.phase}
      @transitionend=${this.onTransition}
      @keydown=${keepKeys}
    >
      <ul class="problems" part="problems" role="status" ?hidden=${sentences.length === 0}>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
      ${this.renderBody()}
    </div>${this.extras?.after()}`;
  }

  private onTransition(event: TransitionEvent): void {
    if (event.target === event.currentTarget) this.refreshTheme();
  }

  private renderBody(): TemplateResult {
    // Nothing can be said yet but why that is so.
    if (!this.messages) return html`<p class="loading" role="status">${this.failure}</p>`;
    const { widget } = this.messages;
    if (this.phase === 'failed') {
      return html`<div class="failure" role="alert">
        <p>${widget.loadFailed(this.failure)}</p>
        ${button({ label: widget.retry, onClick: () => void this.start(), primary: true })}
      </div>`;
    }
    if (this.phase === 'waiting' && this.extras) return this.extras.poster(this.figureName());
    if (this.phase !== 'ready' || !this.colors) {
      return html`<p class="loading">${widget.loading}</p>`;
    }
    return html`${this.renderFigure()}
      <p id="summary" class="visually-hidden">${this.summary()}</p>
      ${this.renderFooter()}`;
  }

  private async openTakeAway(): Promise<void> {
    try {
      await import('./take-away/index.ts');
    } catch (error) {
      this.failure = messageOf(error);
      this.requestUpdate();
    }
  }

  private renderFooter(): TemplateResult {
    const { widget } = this.messages;
    const help = this.help();
    const table = this.tableShown ? this.dataTable() : undefined;
    const onToggle = async (event: Event) => {
      this.tableShown = (event.target as HTMLDetailsElement).open;
      this.drawTable ??= (await import('./data-table.ts')).renderTable;
      this.requestUpdate();
    };
    const part = (name: Part, summary: string, content: unknown, toggled?: (e: Event) => void) =>
      this.leavesOut(name)
        ? nothing
        : html`<details @toggle=${toggled}>
            <summary>${summary}</summary>
            ${content}
          </details>`;
    const paragraphs = html`<div class="help">
      ${help.map((paragraph) => html`<p>${paragraph}</p>`)}
    </div>`;
    return html`<footer class="footer" part="footer">
      <div class="actions">${this.renderActions()}</div>
      ${part('data-table', widget.showTable, table ? this.drawTable?.(table) : nothing, onToggle)}
      ${part(
        'take-away',
        widget.takeAway,
        html`<take-away>${this.failure}</take-away>`,
        this.openTakeAway,
      )}
      ${help.length > 0 ? part('help', widget.help, paragraphs) : nothing}
    </footer>`;
  }
}
