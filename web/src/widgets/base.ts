// The base of every figure: settings from a schema, language, theme, rest while unseen, problems,
// loading and failure, a summary in words, a data table and help.

import {
  type CSSResultGroup,
  html,
  LitElement,
  nothing,
  type PropertyValues,
  type TemplateResult,
} from 'lit';
import { languageOf, type Messages, onLanguageChange, toLanguage } from '../i18n/language.ts';
import { loadWords } from '../i18n/words.ts';
import { figureStyles } from './base-styles.ts';
import { button, controlStyles } from './controls.ts';
import { type DataTable, renderTable } from './data-table.ts';

import {
  attributeNames,
  defaults,
  describeProblem,
  fromAttributes,
  fromQuery,
  fromState,
  fromValues,
  type Problem,
  parseText,
  type Schema,
  type Settings,
  type SharedSettings,
  type State,
  settingName,
  toKebab,
  toQuery,
  toState,
  type Values,
} from './schema.ts';
import { readTheme, type Theme, themeStyles } from './theme.ts';

export type { DataTable };

export type FigureSchema<S extends Settings> = Schema<S & SharedSettings>;

const LINK_DELAY = 250;

/** Settings such as `lang` that every element already has a property for keep it as it is. */
function isNative(name: string): boolean {
  return name in HTMLElement.prototype;
}

export abstract class FigureElement<S extends Settings = Settings> extends LitElement {
  static schema: Schema;
  static override styles: CSSResultGroup = [themeStyles, controlStyles, figureStyles];

  /** Registers the element under its schema's name, with one property for each setting. */
  static define(type: CustomElementConstructor & { schema: Schema }): void {
    const { schema } = type;
    if (customElements.get(schema.name)) return;
    for (const name of Object.keys(schema.settings)) {
      // `lang` and `dataset` are native, and every element has them: use the attribute or `assign`.
      if (isNative(name)) continue;
      if (name in type.prototype) {
        throw new Error(
          `<${schema.name}>: the setting ${name} would replace a member of its class`,
        );
      }
      Object.defineProperty(type.prototype, name, {
        configurable: true,
        enumerable: true,
        get(this: FigureElement) {
          return (this.settings as Record<string, unknown>)[name];
        },
        set(this: FigureElement, value: unknown) {
          this.assign({ [name]: value } as never);
        },
      });
    }
    const inherited = (type as unknown as typeof LitElement).observedAttributes;
    const observedAttributes = [...inherited, ...attributeNames(schema)];
    Object.defineProperty(type, 'observedAttributes', { value: observedAttributes });
    customElements.define(schema.name, type);
  }

  /** Every setting with its value in force. */
  settings: Values<FigureSchema<S>>;
  /** In the language in force, once loaded; nothing that needs them is called before. */
  protected messages!: Messages;
  /** As the browser resolved them. */
  protected colors!: Theme;
  /** Width of the figure in CSS pixels. */
  protected pixelWidth = 0;
  /** Whether the figure is on screen in a visible page; it rests otherwise. */
  protected awake = false;

  private readonly fromMarkup = new Map<string, unknown>();
  private readonly fromUse = new Map<string, unknown>();
  private markupProblems = new Map<string, Problem[]>();
  private useProblems: Problem[] = [];
  private unknown: Problem[] = [];
  private phase: 'waiting' | 'loading' | 'ready' | 'failed' = 'waiting';
  private failure = '';
  private onScreen = false;
  private tableShown = false;
  private linkTimer: ReturnType<typeof setTimeout> | undefined;
  private linkRead = false;
  private readonly cleanups: (() => void)[] = [];

  constructor() {
    super();
    this.settings = defaults(this.schema);
  }

  protected get schema(): FigureSchema<S> {
    return (this.constructor as unknown as { schema: FigureSchema<S> }).schema;
  }

  // What a figure provides.

  /** Gets what the figure needs before it can be drawn; called once it comes on screen. */
  protected async load(): Promise<void> {}
  /** The figure itself, once loaded. */
  protected abstract renderFigure(): TemplateResult;
  /** One or two sentences that say what the figure shows now. */
  protected abstract summary(): string;
  /** The accessible name of the figure. */
  protected abstract heading(): string;
  protected dataTable(): DataTable | undefined {
    return undefined;
  }
  /** How to use the figure, one sentence or two a paragraph. */
  protected help(): readonly string[] {
    return [];
  }
  /** What the settings get wrong together, each on its own being allowed. */
  protected conflicts(): readonly string[] {
    return [];
  }
  /** More buttons beside those for the data table. */
  protected renderActions(): unknown {
    return nothing;
  }
  /** Settings changed, by whatever way; `names` are those that did. */
  protected settingsChanged(_names: readonly string[]): void {}
  protected awakeChanged(): void {}
  protected themeChanged(): void {}
  protected resized(): void {}

  // Settings.

  /** Changes settings, as the reader or a script does; tells the host and the page's address. */
  assign(values: Partial<Values<FigureSchema<S>>>): void {
    const { given, problems } = fromValues(this.schema, values);
    for (const name of Object.keys(values)) this.fromUse.delete(name);
    this.useProblems = this.useProblems.filter(
      (p) => !Object.keys(values).some((name) => toKebab(name) === p.name),
    );
    this.take(given, problems);
    this.mirrorLink();
    this.dispatchEvent(
      new CustomEvent('settings-change', { detail: this.state, bubbles: true, composed: true }),
    );
  }

  /** Back to what the page's author wrote. */
  resetSettings(): void {
    this.fromUse.clear();
    this.useProblems = [];
    this.refreshSettings();
    this.mirrorLink();
  }

  /** The versioned state, for saving; assigning one replaces all settings. */
  get state(): State {
    return toState(this.schema, this.settings);
  }

  set state(state: unknown) {
    this.fromUse.clear();
    this.useProblems = [];
    const { given, problems } = fromState(this.schema, state);
    this.take({ ...defaults(this.schema), ...given }, problems);
  }

  /** The query that reproduces this figure from its schema's defaults. */
  get query(): string {
    return toQuery(this.schema, this.settings);
  }

  /** Reads settings from a query, as an iframe page does. */
  readQuery(query: string): void {
    const { given, problems } = fromQuery(this.schema, query);
    this.take(given, problems);
  }

  protected isLocked(name: keyof S & string): boolean {
    return this.settings.lock.includes(toKebab(name) as never);
  }

  protected isHidden(name: keyof S & string): boolean {
    return this.settings.hideControls || this.settings.hide.includes(toKebab(name) as never);
  }

  private take(given: object, problems: readonly Problem[]): void {
    for (const [name, value] of Object.entries(given)) this.fromUse.set(name, value);
    this.useProblems = [...this.useProblems, ...this.shown(problems)];
    this.refreshSettings();
  }

  /** Problems for the reader's eyes; a key that is none of ours is only worth a warning. */
  private shown(problems: readonly Problem[]): Problem[] {
    this.unknown.push(...problems.filter(({ kind }) => kind === 'unknown'));
    this.warn();
    return problems.filter(({ kind }) => kind !== 'unknown');
  }

  private warn(): void {
    if (!this.messages) return;
    for (const problem of this.unknown.splice(0)) {
      console.warn(`<${this.schema.name}>: ${describeProblem(problem, this.messages)}`);
    }
  }

  /** The settings as the page's author wrote them. */
  protected get authored(): Values<FigureSchema<S>> {
    return { ...defaults(this.schema), ...Object.fromEntries(this.fromMarkup) };
  }

  private refreshSettings(): void {
    const before = this.settings as Record<string, unknown>;
    this.settings = { ...this.authored, ...Object.fromEntries(this.fromUse) };
    const after = this.settings as Record<string, unknown>;
    const names = Object.keys(after).filter((name) => `${after[name]}` !== `${before[name]}`);
    if (names.includes('theme') && this.getAttribute('theme') !== this.settings.theme) {
      this.setAttribute('theme', this.settings.theme);
    }
    const lang = this.settings.lang as string;
    if (names.includes('lang') && lang !== 'auto' && toLanguage(this.lang) !== lang) {
      this.lang = lang;
    }
    if (names.length > 0) this.settingsChanged(names);
    this.requestUpdate();
  }

  override attributeChangedCallback(name: string, old: string | null, text: string | null): void {
    super.attributeChangedCallback(name, old, text);
    if (name === 'lang') {
      void this.refreshLanguage();
      return;
    }
    const setting = settingName(this.schema, name);
    if (setting === undefined || old === text) return;
    this.fromMarkup.delete(setting);
    this.markupProblems.delete(setting);
    const declared = this.schema.settings[setting]!;
    // A theme that we reflected ourselves must not undo where it came from.
    const reflected = text !== null && this.fromUse.get(setting) === parseText(declared, text);
    if (!reflected) this.fromUse.delete(setting);
    if (text !== null) {
      const { given, problems } = fromAttributes(this.schema, [[name, text]]);
      const value = (given as Record<string, unknown>)[setting];
      if (value !== undefined) this.fromMarkup.set(setting, value);
      if (problems.length > 0) this.markupProblems.set(setting, this.shown(problems));
    }
    this.refreshSettings();
  }

  private readLink(): void {
    if (!this.settings.link || this.linkRead) return;
    this.linkRead = true;
    this.readQuery(location.search);
  }

  private mirrorLink(): void {
    if (!this.settings.link) return;
    clearTimeout(this.linkTimer);
    // Browsers limit how often the address may change.
    this.linkTimer = setTimeout(() => {
      if (!this.isConnected) return;
      const query = toQuery(this.schema, this.settings, this.authored, location.search);
      history.replaceState(
        history.state,
        '',
        `${location.pathname}${query && '?'}${query}${location.hash}`,
      );
    }, LINK_DELAY);
  }

  // Life cycle.

  override connectedCallback(): void {
    super.connectedCallback();
    this.upgradeProperties();
    this.readLink();
    void this.refreshLanguage();
    this.cleanups.push(onLanguageChange(() => void this.refreshLanguage()));

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
    clearTimeout(this.linkTimer);
    for (const cleanup of this.cleanups.splice(0)) cleanup();
    this.onScreen = false;
    this.refreshAwake();
  }

  /** Takes properties that were set before the element was defined. */
  private upgradeProperties(): void {
    const early: Record<string, unknown> = {};
    for (const name of Object.keys(this.schema.settings)) {
      if (isNative(name) || !Object.hasOwn(this, name)) continue;
      const self = this as unknown as Record<string, unknown>;
      early[name] = self[name];
      delete self[name];
    }
    if (Object.keys(early).length > 0) this.assign(early as never);
  }

  /** Those of the language before stay until the new ones are there. */
  private async refreshLanguage(): Promise<void> {
    if (!this.isConnected) return;
    const language = languageOf(this);
    const messages = await loadWords(this.schema.name, language);
    if (!this.isConnected || language !== languageOf(this)) return;
    this.messages = messages;
    this.warn();
    this.requestUpdate();
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
      this.failure = error instanceof Error ? error.message : String(error);
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
    const sentences = this.messages ? this.complaints() : [];
    return html`<div
      role="group"
      class="figure ${this.colors?.dark ? 'dark' : ''}"
      part="figure"
      aria-label=${this.messages ? this.heading() : nothing}
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

  private complaints(): string[] {
    const problems = [...[...this.markupProblems.values()].flat(), ...this.useProblems];
    return [
      ...problems.map((problem) => describeProblem(problem, this.messages)),
      ...this.conflicts(),
    ];
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
