// Sets a figure up: the form, the preview and the codes show one set of values, which the address
// of the page keeps.

import { html, nothing, render, type TemplateResult } from 'lit';
import { languageOf, type Messages } from '../../i18n/language.ts';
import { type FigureName, loadFigure } from '../../widgets/index.ts';
import { describeProblem } from '../../widgets/problems.ts';
import {
  defaults,
  formatText,
  type Problem,
  parseText,
  type Schema,
  type SettingValue,
  toKebab,
} from '../../widgets/schema.ts';
import { fromHash, readHeight, toHash } from '../../widgets/take-away/builder-address.ts';
import type { EmbedKind, EmbedPlace, FigureValues } from '../../widgets/take-away/embed-code.ts';
import { type FormHost, groupsOf, renderGroup } from './fields.ts';
import { renderOpen } from './open.ts';
import { renderOutput } from './output.ts';
import { Preview, type View } from './preview.ts';
import { type FoundCode, findFigure, readFound } from './read-code.ts';
import { loadBuilderWords } from './words.ts';

/** The address follows somebody who types at this distance. */
const ADDRESS_DELAY = 300;
/** A choice for all figures, which outlasts that of another. */
const KEPT = ['lang', 'theme'];

export class Builder {
  private readonly language = languageOf(document.documentElement);
  private readonly site = new URL(document.documentElement.dataset.base ?? './', location.href)
    .href;
  private readonly body: HTMLElement;
  private readonly select: HTMLSelectElement;
  private preview: Preview | undefined;

  private messages!: Messages;
  private schema!: Schema;
  private values: FigureValues = {};
  private drafts = new Map<string, string>();
  private heightText = '';
  private height: number | undefined;
  private kind: EmbedKind = 'iframe';
  private view: View = { width: 'page', colours: 'auto' };
  private copyNote = '';
  private openNote = '';
  private problems: readonly string[] = [];

  /** The field whose typing the last entry of the history holds. */
  private typing: string | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private wanted = '';

  constructor(private readonly root: HTMLElement) {
    this.body = root.querySelector<HTMLElement>('[data-body]')!;
    this.select = root.querySelector<HTMLSelectElement>('select')!;
  }

  async start(): Promise<void> {
    this.select.addEventListener('change', () => {
      const kept = Object.entries(this.values).filter(([name]) => KEPT.includes(name));
      void this.open(this.select.value, () => Object.fromEntries(kept), undefined);
    });
    addEventListener('popstate', () => void this.openAddress());
    this.select.closest<HTMLElement>('[hidden]')!.hidden = false;
    await this.openAddress();
  }

  private get figures(): string[] {
    return [...this.select.options].map(({ value }) => value);
  }

  private get title(): string {
    return this.select.selectedOptions[0]?.textContent ?? this.schema.name;
  }

  /** What somebody starts with. */
  private get base(): FigureValues {
    return { ...defaults(this.schema), lang: this.language };
  }

  private async openAddress(): Promise<void> {
    clearTimeout(this.timer);
    this.typing = undefined;
    const found = fromHash(location.hash);
    if (found) await this.openFound(found, false);
    else await this.open(this.figures[0]!, () => ({}), undefined, false);
  }

  private async openFound(found: FoundCode, remember = true): Promise<void> {
    if (!this.figures.includes(found.figure)) {
      // Something has to be there to say so.
      if (!this.schema) await this.open(this.figures[0]!, () => ({}), undefined, false);
      this.openNote = this.messages.builder.open.unknown(found.figure);
      this.problems = [];
      this.refresh();
      return;
    }
    let problems: readonly Problem[] = [];
    const read = (schema: Schema) => {
      const given = readFound(schema, found);
      problems = given.problems;
      return { lang: schema.settings.lang!.default, ...given.values };
    };
    const height = 'query' in found ? found.height : undefined;
    await this.open(found.figure, read, height, remember);
    this.problems = problems.map((problem) => describeProblem(problem, this.messages));
    if (remember) this.openNote = this.messages.builder.open.done(this.title);
    this.refresh();
  }

  /** Shows a figure with some values over those that one starts with. */
  private async open(
    figure: string,
    read: (schema: Schema) => FigureValues,
    height: number | undefined,
    remember = true,
  ): Promise<void> {
    this.wanted = figure;
    this.select.value = figure;
    try {
      const [messages] = await Promise.all([
        loadBuilderWords(figure, this.language),
        loadFigure(figure as FigureName),
      ]);
      // Another one may have been chosen meanwhile.
      if (this.wanted !== figure) return;
      this.messages = messages;
    } catch (error) {
      if (this.wanted === figure) this.showFailure(error, () => this.open(figure, read, height));
      return;
    }
    this.schema = (customElements.get(figure) as unknown as { schema: Schema }).schema;
    this.values = { ...this.base, ...read(this.schema) };
    this.drafts = new Map();
    this.setHeight(height);
    this.openNote = '';
    this.problems = [];
    if (remember) this.remember('', true);
    this.refresh();
  }

  private showFailure(error: unknown, again: () => Promise<void>): void {
    const reason = error instanceof Error ? error.message : String(error);
    const failure = this.root.querySelector<HTMLElement>('[data-failure]')!;
    failure.hidden = false;
    failure.querySelector('span')!.textContent = reason;
    failure.querySelector('button')!.onclick = () => {
      failure.hidden = true;
      void again();
    };
  }

  // What the form does.

  private edit(name: string, text: string, done: boolean): void {
    const value = parseText(this.schema.settings[name]!, text);
    if (value === undefined || !done) this.drafts.set(name, text);
    else this.drafts.delete(name);
    if (value !== undefined) this.values = { ...this.values, [name]: value };
    this.changed(name, done);
  }

  private toggle(list: string, item: string, on: boolean): void {
    const rest = (this.values[list] as readonly string[]).filter((each) => each !== item);
    this.values = { ...this.values, [list]: on ? [...rest, item] : rest };
    this.changed(list, true);
  }

  private resetField(name: string): void {
    this.drafts.delete(name);
    const without = (list: string) =>
      (this.values[list] as readonly string[]).filter((item) => item !== toKebab(name));
    const value = this.base[name] as SettingValue;
    this.values = {
      ...this.values,
      lock: without('lock'),
      hide: without('hide'),
      [name]: value,
    };
    this.changed(name, true);
  }

  private resetAll(): void {
    this.values = this.base;
    this.drafts = new Map();
    this.setHeight(undefined);
    this.problems = [];
    this.openNote = '';
    this.changed('', true);
  }

  private setHeight(height: number | undefined): void {
    this.height = height;
    this.heightText = height === undefined ? '' : String(height);
  }

  private changed(name: string, done: boolean): void {
    this.copyNote = '';
    this.remember(name, done);
    this.refresh();
  }

  // The address.

  /** What is typed in one go is one step back. */
  private remember(name: string, done: boolean): void {
    clearTimeout(this.timer);
    const write = () => {
      const hash = toHash(this.schema, this.values, this.height);
      if (hash !== location.hash) {
        const how = this.typing === name && name !== '' ? 'replaceState' : 'pushState';
        history[how](null, '', hash);
        this.typing = name;
      }
      if (done) this.typing = undefined;
    };
    if (done) write();
    else this.timer = setTimeout(write, ADDRESS_DELAY);
  }

  // Rendering.

  private refresh(): void {
    render(this.render(), this.body);
    const stage = this.body.querySelector<HTMLElement>('.stage')!;
    this.preview ??= new Preview(stage, () => this.refreshAdopt());
    this.preview.show({
      schema: this.schema,
      values: this.values,
      title: this.messages.builder.phoneTitle(this.title),
      site: this.site,
      view: this.view,
    });
    this.refreshAdopt();
  }

  /** Enabled by hand: a figure that plays changes many times a second. */
  private refreshAdopt(): void {
    const same = this.preview?.differing === undefined;
    for (const button of this.body.querySelectorAll<HTMLButtonElement>('[data-adopt] button')) {
      button.disabled = same;
    }
  }

  private get place(): EmbedPlace {
    return {
      site: this.site,
      title: formatText(this.values.heading ?? '') || this.title,
      version: this.root.dataset.version!,
      height: this.height,
    };
  }

  private render(): TemplateResult {
    const { schema, values, drafts, messages, base } = this;
    const { builder } = messages;
    const form: FormHost = {
      schema,
      values,
      drafts,
      messages,
      base,
      edit: (name, text, done) => this.edit(name, text, done),
      toggle: (list, item, on) => this.toggle(list, item, on),
      reset: (name) => this.resetField(name),
    };
    return html`
      <div class="form">
        ${renderOpen({
          messages,
          note: this.openNote,
          open: (text) => void this.openText(text),
        })}
        ${
          this.problems.length > 0
            ? html`<div class="problems" role="status">
                <p>${builder.open.problems}</p>
                <ul>${this.problems.map((problem) => html`<li>${problem}</li>`)}</ul>
              </div>`
            : nothing
        }
        ${groupsOf(schema).map(([group, names]) => renderGroup(form, group, names))}
        <p><button type="button" @click=${() => this.resetAll()}>${builder.resetAll}</button></p>
      </div>
      <div class="side">
        ${this.renderPreview()}
        ${renderOutput({
          schema,
          values,
          messages,
          place: this.place,
          kind: this.kind,
          heightText: this.heightText,
          heightWrong: this.heightText.trim() !== '' && readHeight(this.heightText) === undefined,
          copyNote: this.copyNote,
          choose: (kind) => {
            this.kind = kind;
            this.copyNote = '';
            this.refresh();
          },
          copied: (note) => {
            this.copyNote = note;
            this.refresh();
          },
          setHeight: (text) => this.typeHeight(text),
          fitHeight: () => this.typeHeight(String(this.preview!.height)),
        })}
      </div>
    `;
  }

  private typeHeight(text: string): void {
    this.heightText = text;
    const height = readHeight(text);
    if (height !== undefined || text.trim() === '') this.height = height;
    this.changed('frame-height', false);
  }

  private async openText(text: string): Promise<void> {
    const { open } = this.messages.builder;
    const found = findFigure(text, this.figures);
    if (found) {
      await this.openFound(found);
      return;
    }
    this.openNote = text.trim() === '' ? open.empty : open.nothing;
    this.refresh();
  }

  private renderPreview(): TemplateResult {
    const { builder } = this.messages;
    const choice = <K extends keyof View>(
      name: K,
      label: string,
      words: Readonly<Record<View[K], string>>,
    ) => html`<span class="choice">
      <label for="preview-${name}">${label}</label>
      <select
        id="preview-${name}"
        @change=${(event: Event) => {
          const value = (event.target as HTMLSelectElement).value as View[K];
          this.view = { ...this.view, [name]: value };
          this.refresh();
        }}
      >
        ${(Object.entries(words) as [View[K], string][]).map(
          ([value, text]) =>
            html`<option value=${value} .selected=${value === this.view[name]}>${text}</option>`,
        )}
      </select>
    </span>`;
    return html`<section class="preview" aria-labelledby="preview-title">
      <div class="bar">
        <h2 id="preview-title">${builder.preview}</h2>
        ${choice('width', builder.width, builder.widths)}
        ${choice('colours', builder.colours, builder.colourChoices)}
        <span class="adopt" data-adopt>
          <button type="button" title=${builder.differs} @click=${() => this.adopt()}>
            ${builder.adopt}
          </button>
          <button type="button" title=${builder.differs} @click=${() => this.refresh()}>
            ${builder.undoPreview}
          </button>
        </span>
      </div>
      <div class="stage" tabindex="0" role="group" aria-labelledby="preview-title"></div>
    </section>`;
  }

  private adopt(): void {
    const { differing } = this.preview!;
    if (!differing) return;
    this.values = { ...this.values, ...differing };
    this.drafts = new Map();
    this.changed('', true);
  }
}
