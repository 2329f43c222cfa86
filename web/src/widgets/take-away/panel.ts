// `<take-away>`: everything that a reader can take away from a figure, one button each.

import {
  type CSSResultGroup,
  type CSSResultOrNative,
  css,
  html,
  LitElement,
  nothing,
  type TemplateResult,
} from 'lit';
import { messageOf } from '../../engine/errors.ts';
import { languageOf, type Messages, onLanguageChange } from '../../i18n/language.ts';
import { loadWords } from '../../i18n/words.ts';
import { withOwnRem } from '../apart.ts';
import { button, controlStyles, segmented } from '../controls.ts';
import type { FreezableFigure } from '../teacher/frozen.ts';
import { builderOf, linkOf } from './cite.ts';
import { FILES, type FileKind, type TakenFile } from './files.ts';
import { printFigure } from './print.ts';
import { maySave, saveFile } from './save.ts';
import type { TakenFigure } from './types.ts';

/** What is shown to be copied, or to be saved from the page by hand. */
type Shown = { name: string } & ({ text: string } | { picture: string });

export class TakeAwayPanel extends LitElement {
  private messages: Messages | undefined;
  private dark = false;
  private busy = false;
  private note = '';
  private trouble = '';
  private shown: Shown | undefined;
  private stopListening: () => void = () => {};

  override connectedCallback(): void {
    super.connectedCallback();
    this.stopListening = onLanguageChange(() => void this.refreshWords());
    void this.refreshWords();
  }

  override disconnectedCallback(): void {
    super.disconnectedCallback();
    this.stopListening();
  }

  private async refreshWords(): Promise<void> {
    try {
      this.messages = await loadWords('take-away', languageOf(this));
    } catch (error) {
      this.trouble = messageOf(error);
    }
    this.requestUpdate();
  }

  /** One thing at a time; what goes wrong is said. */
  private async act(work: () => Promise<void>): Promise<void> {
    if (this.busy) return;
    Object.assign(this, { busy: true, note: '', trouble: '', shown: undefined });
    this.requestUpdate();
    try {
      await work();
    } catch (error) {
      this.trouble = this.messages!.takeAway.failed(messageOf(error));
    }
    this.busy = false;
    this.requestUpdate();
  }

  private take(kind: FileKind): Promise<void> {
    return this.act(async () => {
      const words = this.messages!.takeAway;
      const file = await FILES[kind](this.figure, { dark: this.dark });
      if (!file) {
        this.note = kind === 'program' ? words.noProgram : words.nothingYet;
        return;
      }
      const allowed = maySave();
      if (allowed !== false) saveFile(file.name, file.content);
      if (allowed !== true) this.shown = await show(file);
      this.note = allowed === false ? words.blocked(file.name) : words.saved(file.name);
      if (allowed === undefined) this.note += ` ${words.perhapsBlocked}`;
    });
  }

  private copyLink(): Promise<void> {
    return this.act(async () => {
      const words = this.messages!.takeAway;
      const link = linkOf(this.figure);
      if (link === undefined) throw new Error(words.noLink);
      const own = this.figure.settings.dataset === 'own' ? ` ${words.linkOwnData}` : '';
      await this.hand(link, own);
    });
  }

  private copyFrozenLink(): Promise<void> {
    return this.act(async () => {
      const { frozenLink } = await import('../teacher/frozen.ts');
      const made = await frozenLink(this.figure as FreezableFigure, languageOf(this));
      if ('why' in made) this.note = made.why;
      else await this.hand(made.link);
    });
  }

  private async hand(link: string, more = ''): Promise<void> {
    const words = this.messages!.takeAway;
    try {
      await navigator.clipboard.writeText(link);
      this.note = words.linkCopied + more;
    } catch {
      // No permission, or no clipboard: the reader copies the text.
      this.shown = { name: words.link, text: link };
      this.note = words.linkManual + more;
    }
  }

  private print(): Promise<void> {
    return this.act(() =>
      printFigure(this.figure, { ...this.figure.messages, ...this.messages! }, this.printPlace),
    );
  }

  /** The one that it is part of. */
  private get figure(): TakenFigure {
    return (this.getRootNode() as ShadowRoot).host as TakenFigure;
  }

  private get printPlace(): HTMLElement {
    return this.renderRoot.querySelector<HTMLElement>('.print-place')!;
  }

  protected override render(): TemplateResult {
    if (!this.messages) return html`<p role="alert">${this.trouble}</p>`;
    const words = this.messages.takeAway;
    const file = (kind: FileKind, label: string, title: string) =>
      button({ label, title, onClick: () => void this.take(kind) });
    const { figure } = this;
    return html`<div class="controls" aria-busy=${this.busy}>
        ${
          figure.pictures
            ? html`<div class="group" role="group" aria-label=${words.picture}>
                ${segmented('ground', {
                  label: words.ground,
                  value: this.dark ? 'dark' : 'white',
                  options: (['white', 'dark'] as const).map((value) => ({
                    value,
                    label: words.grounds[value],
                  })),
                  onChange: (value) => {
                    this.dark = value === 'dark';
                    this.requestUpdate();
                  },
                })}
                ${file('png', 'PNG', words.png)} ${file('svg', 'SVG', words.svg)}
              </div>`
            : nothing
        }
        <div class="group" role="group" aria-label=${words.numbers}>
          ${file('csv', 'CSV', words.csv)} ${file('json', words.settings, words.json)}
          ${figure.program ? file('program', words.program, words.programTitle) : nothing}
          ${figure.weights ? file('weights', words.weights, words.weightsTitle) : nothing}
        </div>
        <div class="group" role="group" aria-label=${words.page}>
          ${button({ label: words.copyLink, onClick: () => void this.copyLink() })}
          ${button({
            label: words.frozen,
            title: words.frozenTitle,
            onClick: () => void this.copyFrozenLink(),
          })}
          ${button({ label: words.print, onClick: () => void this.print() })}
          ${this.renderBuilder()}
        </div>
      </div>
      <p class="note" role="status">${this.note}</p>
      <p class="trouble" role="alert" ?hidden=${!this.trouble}>${this.trouble}</p>
      ${this.renderShown()}
      <div class="print-place"></div>`;
  }

  /** Its address is that of the figure at the moment of use. */
  private renderBuilder(): TemplateResult | typeof nothing {
    const address = builderOf(this.figure);
    if (address === undefined) return nothing;
    const refresh = (event: Event) => {
      (event.currentTarget as HTMLAnchorElement).href = builderOf(this.figure)!;
    };
    return html`<a
      href=${address}
      target="_blank"
      rel="noopener"
      @pointerdown=${refresh}
      @focus=${refresh}
    >${this.messages!.takeAway.embed}</a>`;
  }

  private renderShown(): TemplateResult | typeof nothing {
    const { shown } = this;
    if (!shown) return nothing;
    if ('picture' in shown) return html`<img src=${shown.picture} alt=${shown.name} />`;
    const select = (event: Event) => (event.target as HTMLTextAreaElement).select();
    return html`<textarea
      readonly
      aria-label=${shown.name}
      rows=${Math.min(12, shown.text.split('\n').length)}
      .value=${shown.text}
      @focus=${select}
    ></textarea>`;
  }

  protected static override finalizeStyles(styles?: CSSResultGroup): CSSResultOrNative[] {
    return withOwnRem(LitElement.finalizeStyles(styles));
  }

  static override styles = [
    controlStyles,
    css`
      *,
      *::before,
      *::after {
        box-sizing: border-box;
      }
      :host {
        display: block;
        padding-block: 0.25rem 0.5rem;
      }
      .controls {
        gap: 0.75rem 1.5rem;
      }
      .group {
        display: flex;
        flex-wrap: wrap;
        align-items: end;
        gap: 0.5rem;
      }
      .group a {
        align-self: center;
        padding-inline: 0.25rem;
        color: var(--_accent);
      }
      p {
        margin: 0.5rem 0 0;
        max-width: 44rem;
        color: var(--_muted);
        overflow-wrap: anywhere;
      }
      p:empty {
        display: none;
      }
      .trouble {
        padding: 0.375rem 0.75rem;
        background: var(--_warning-surface);
        color: var(--_warning);
        border-radius: 6px;
      }
      [hidden] {
        display: none;
      }
      textarea,
      img {
        display: block;
        margin-block-start: 0.5rem;
        width: 100%;
        border: 1px solid var(--_control);
        border-radius: 6px;
      }
      textarea {
        padding: 0.5rem;
        font: 0.8125rem/1.4 ui-monospace, monospace;
        color: inherit;
        background: var(--_surface);
        resize: vertical;
      }
      .visually-hidden {
        position: absolute;
        width: 1px;
        height: 1px;
        margin: -1px;
        overflow: hidden;
        clip-path: inset(50%);
      }
      :focus-visible {
        outline: 2px solid var(--_accent);
        outline-offset: 2px;
      }
      .print {
        position: fixed;
        inset: auto 0 0 auto;
        width: 0;
        height: 0;
        border: 0;
        visibility: hidden;
      }
    `,
  ];
}

async function show({ name, content }: TakenFile): Promise<Shown> {
  if (!content.type.startsWith('image/')) return { name, text: await content.text() };
  return { name, picture: await dataUrl(content) };
}

function dataUrl(content: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(reader.result as string);
    reader.onerror = () => reject(reader.error);
    reader.readAsDataURL(content);
  });
}
