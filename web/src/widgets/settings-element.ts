// An element whose settings come from its schema: attributes, properties, the page's link and saved
// states, one over the other, with what is wrong with them, and the words of its language.

import { LitElement } from 'lit';
import { languageOf, type Messages, onLanguageChange, toLanguage } from '../i18n/language.ts';
import { loadWords } from '../i18n/words.ts';
import {
  attributeNames,
  defaults,
  fromAttributes,
  fromQuery,
  fromState,
  fromValues,
  type Part,
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

export type FigureSchema<S extends Settings> = Schema<S & SharedSettings>;

const LINK_DELAY = 250;

/** What `figure-error` tells. */
export interface FigureError {
  code: string;
  message: string;
  /** The setting, or the argument, that is wrong. */
  field?: string;
}

/** Settings such as `lang` that every element already has a property for keep it as it is. */
function isNative(name: string): boolean {
  return name in HTMLElement.prototype;
}

export abstract class SettingsElement<S extends Settings = Settings> extends LitElement {
  static schema: Schema;

  /** Registers the element under its schema's name, with one property for each setting. */
  static define(type: CustomElementConstructor & { schema: Schema }): void {
    const { schema } = type;
    if (customElements.get(schema.name)) return;
    for (const [name, setting] of Object.entries(schema.settings)) {
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
        get(this: SettingsElement) {
          return (this.settings as Record<string, unknown>)[name];
        },
        set(this: SettingsElement, value: unknown) {
          // Frameworks set the text of the markup where an element has a property.
          const text = typeof value === 'string' ? parseText(setting, value) : undefined;
          this.assign({ [name]: text ?? value } as never);
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

  private readonly fromMarkup = new Map<string, unknown>();
  private readonly fromUse = new Map<string, unknown>();
  private markupProblems = new Map<string, Problem[]>();
  private useProblems: Problem[] = [];
  /** Not told yet, to the console or to the page. */
  private news: Problem[] = [];
  /** Once there was something to describe. */
  private describe: ((problem: Problem) => string) | undefined;
  private linkTimer: ReturnType<typeof setTimeout> | undefined;
  private linkRead = false;
  private stopListening: () => void = () => {};

  constructor() {
    super();
    this.settings = defaults(this.schema);
  }

  protected get schema(): FigureSchema<S> {
    return (this.constructor as unknown as { schema: FigureSchema<S> }).schema;
  }

  /** What the settings get wrong together, each on its own being allowed. */
  protected conflicts(): readonly string[] {
    return [];
  }

  /** Settings changed, by whatever way; `names` are those that did. */
  protected settingsChanged(_names: readonly string[]): void {}

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
    const { given, problems } = fromState(this.schema, state);
    this.useProblems = [];
    if (problems.some(({ kind }) => kind === 'widget')) {
      this.take({}, problems);
      return;
    }
    this.fromUse.clear();
    this.take({ ...defaults(this.schema), ...given }, problems);
    this.mirrorLink();
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

  isLocked(name: keyof S & string): boolean {
    return this.settings.lock.includes(toKebab(name));
  }

  isHidden(name: keyof S & string): boolean {
    return this.settings.hideControls || this.settings.hide.includes(toKebab(name));
  }

  /** Whether a part is left out; without controls, nothing is started by hand. */
  protected leavesOut(part: Part): boolean {
    const { hide, hideControls } = this.settings;
    return hide.includes(part) || (part === 'transport' && hideControls);
  }

  private take(given: object, problems: readonly Problem[]): void {
    for (const [name, value] of Object.entries(given)) this.fromUse.set(name, value);
    this.useProblems = [...this.useProblems, ...this.shown(problems)];
    this.refreshSettings();
  }

  /** Problems for the reader's eyes; a key that is none of ours is only worth a warning. */
  private shown(problems: readonly Problem[]): Problem[] {
    this.news.push(...problems);
    void this.tell();
    return problems.filter(({ kind }) => kind !== 'unknown');
  }

  private async tell(): Promise<void> {
    if (!this.messages || this.news.length === 0) return;
    await this.learnToDescribe();
    for (const problem of this.news.splice(0)) {
      const message = this.describe!(problem);
      if (problem.kind === 'unknown') console.warn(`<${this.schema.name}>: ${message}`);
      else this.report({ code: 'invalid-setting', message, field: problem.name });
    }
    this.requestUpdate();
  }

  private async learnToDescribe(): Promise<void> {
    const [{ describeProblem }, messages] = await Promise.all([
      import('./problems.ts'),
      loadWords('problems', languageOf(this)),
    ]);
    this.describe = (problem) => describeProblem(problem, { ...this.messages, ...messages });
  }

  /** Tells the page around what went wrong. */
  protected report(detail: FigureError): void {
    this.dispatchEvent(new CustomEvent('figure-error', { detail, bubbles: true, composed: true }));
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
      const address = `${location.pathname}${query && '?'}${query}${location.hash}`;
      // The address of a page without an origin cannot change.
      if (self.origin !== 'null') history.replaceState(history.state, '', address);
    }, LINK_DELAY);
  }

  override connectedCallback(): void {
    super.connectedCallback();
    this.upgradeProperties();
    this.readLink();
    void this.refreshLanguage();
    this.stopListening = onLanguageChange(() => void this.refreshLanguage());
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    clearTimeout(this.linkTimer);
    this.stopListening();
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
    Object.assign(this, early);
  }

  /** Those of the language before stay until the new ones are there. */
  protected async refreshLanguage(): Promise<void> {
    if (!this.isConnected) return;
    const language = languageOf(this);
    const messages = await loadWords(this.schema.name, language);
    if (!this.isConnected || language !== languageOf(this)) return;
    this.messages = messages;
    if (this.describe) await this.learnToDescribe();
    void this.tell();
    this.requestUpdate();
  }

  /** Everything that is wrong with the settings, in words. */
  protected problemSentences(): string[] {
    const problems = [...[...this.markupProblems.values()].flat(), ...this.useProblems];
    return [...(this.describe ? problems.map(this.describe) : []), ...this.conflicts()];
  }
}
