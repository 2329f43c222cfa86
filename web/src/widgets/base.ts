// The base of every figure: theme, rest while unseen, loading and failure, problems, a summary in
// words, a data table and help.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { messageOf } from '../engine/errors.ts';
import { figureStyles } from './base-styles.ts';
import { button, controlStyles } from './controls.ts';
import { type DataTable, renderTable } from './data-table.ts';
import type { Settings } from './schema.ts';
import { type FigureSchema, SettingsElement } from './settings-element.ts';
import type { DrawnTable, Eventually, Picture, TakeAway } from './take-away/types.ts';
import { readTheme, type Theme, themeStyles } from './theme.ts';

export type { DataTable, FigureSchema };

export abstract class FigureElement<S extends Settings = Settings>
  extends SettingsElement<S>
  implements TakeAway
{
  static override styles: CSSResultGroup = [themeStyles, controlStyles, figureStyles];

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
  private readonly cleanups: (() => void)[] = [];

  // What a figure provides.

  /** Gets what the figure needs before it can be drawn; called once it comes on screen. */
  protected async load(): Promise<void> {}
  /** The figure itself, once loaded. */
  protected abstract renderFigure(): TemplateResult;
  /** One or two sentences that say what the figure shows now. */
  protected abstract summary(): string;
  /** The accessible name of the figure. */
  protected abstract figureName(): string;
  protected dataTable(): DataTable | undefined {
    return undefined;
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
  /** More buttons beside those for the data table. */
  protected renderActions(): unknown {
    return nothing;
  }
  protected awakeChanged(): void {}
  protected themeChanged(): void {}
  protected resized(): void {}

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
    });
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.onScreen = false;
    this.refreshAwake();
  }

  private refreshAwake(): void {
    const awake = this.onScreen && document.visibilityState === 'visible';
    if (awake === this.awake) return;
    this.awake = awake;
    this.awakeChanged();
    if (awake) this.refreshTheme();
    if (awake && this.phase === 'waiting') void this.start();
  }

  private async start(): Promise<void> {
    this.phase = 'loading';
    this.requestUpdate();
    try {
      await this.refreshLanguage();
      await this.load();
      this.phase = 'ready';
    } catch (error) {
      this.failure = messageOf(error);
      this.phase = 'failed';
    }
    this.requestUpdate();
    this.dispatchEvent(new CustomEvent('figure-loaded', { bubbles: true, composed: true }));
  }

  private refreshTheme(): void {
    const root = this.renderRoot.querySelector('.figure');
    if (!root) return;
    const theme = readTheme(root);
    if (JSON.stringify(theme) === JSON.stringify(this.colors)) return;
    this.colors = theme;
    this.themeChanged();
    this.requestUpdate();
  }

  protected override firstUpdated(_changed: PropertyValues): void {
    this.refreshTheme();
  }

  // Rendering.

  protected override render(): TemplateResult {
    const sentences = this.messages ? this.problemSentences() : [];
    return html`<div
      role="group"
      class="figure ${this.colors?.dark ? 'dark' : ''}"
      part="figure"
      aria-label=${this.messages ? this.figureName() : nothing}
      aria-describedby="summary"
      aria-busy=${this.phase === 'ready' || this.phase === 'failed' ? 'false' : 'true'}
      data-phase=${this.phase}
      @transitionend=${this.onTransition}
    >
      <ul class="problems" part="problems" role="status" ?hidden=${sentences.length === 0}>
        ${sentences.map((sentence) => html`<li>${sentence}</li>`)}
      </ul>
      ${this.renderBody()}
    </div>`;
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
    const onToggle = (event: Event) => {
      this.tableShown = (event.target as HTMLDetailsElement).open;
      this.requestUpdate();
    };
    return html`<footer class="footer" part="footer">
      <div class="actions">${this.renderActions()}</div>
      <details @toggle=${onToggle}>
        <summary>${widget.showTable}</summary>
        ${table ? renderTable(table) : nothing}
      </details>
      <details @toggle=${this.openTakeAway}>
        <summary>${widget.takeAway}</summary>
        <take-away>${this.failure}</take-away>
      </details>
      ${
        help.length > 0
          ? html`<details>
              <summary>${widget.help}</summary>
              <div class="help">${help.map((paragraph) => html`<p>${paragraph}</p>`)}</div>
            </details>`
          : nothing
      }
    </footer>`;
  }
}
