// `<digit-pad>`: draw a digit, and networks that differ only in their activation say what it is.

import { type CSSResultGroup, html, nothing, type PropertyValues, type TemplateResult } from 'lit';
import { type DataTable, FigureElement } from '../base.ts';
import { button } from '../controls.ts';
import { labelOf } from '../label.ts';
import { TrainingFigure } from '../session/figure.ts';
import { renderProgress, renderTransport } from '../session/transport.ts';
import { swatchStyles } from '../swatch.ts';
import { whole } from '../training-race/charts.ts';
import { transportStyles } from '../training-race/transport.ts';
import { BATCH } from './config.ts';
import { PadController } from './controller.ts';
import {
  DARKEST,
  type Example,
  exampleAt,
  exampleCount,
  formatImage,
  isBlank,
  type Levels,
  parseImage,
  standardize,
} from './image.ts';
import {
  padStyles,
  pixelAt,
  pixelBeside,
  placeOf,
  renderImage,
  renderPad,
  type Surfaces,
} from './pad.ts';
import { renderPanel } from './panel.ts';
import {
  answerStyles,
  answersTable,
  answerText,
  type Reader,
  readersOf,
  renderAnswers,
} from './results.ts';
import { padSchema, runKey } from './settings.ts';
import { Sketch } from './sketch.ts';
import { figureStyles } from './styles.ts';

/** How far a key changes a pixel. */
const LEVEL_STEP = 4;

export class DigitPad extends TrainingFigure<typeof padSchema.settings> {
  static override schema = padSchema;
  static override styles: CSSResultGroup = [
    FigureElement.styles,
    swatchStyles,
    transportStyles,
    padStyles,
    answerStyles,
    figureStyles,
  ];

  protected readonly training = new PadController(() => this.trainingChanged());
  private readonly sketch = new Sketch();
  /** The image that the networks were asked about last. */
  private asked: string | undefined;
  /** The one that draws or paints; another finger does nothing meanwhile. */
  private pointer: number | undefined;
  /** Level that a pointer paints the pixels with. */
  private brush: number | undefined;
  private cursor = 0;
  private lastExample = 0;

  // Life cycle.

  protected override runKey(): string {
    return runKey(this.settings);
  }

  protected override get trainingWords() {
    return this.messages.digitPad;
  }

  protected override get outcome(): string {
    return this.verdict;
  }

  protected override updated(changed: PropertyValues): void {
    super.updated(changed);
    if (!this.training.shown) return;
    const { levels } = this;
    const image = formatImage(levels);
    if (image === this.asked) return;
    this.asked = image;
    void this.training.look(isBlank(levels) ? undefined : standardize(levels));
  }

  // The image in force.

  private get testImage(): Example | undefined {
    const { image, example } = this.settings;
    const { dataset } = this.training;
    if (image !== '' || example === 0 || !dataset || this.sketch.drawingNow) return undefined;
    return exampleAt(dataset, example);
  }

  private get levels(): Levels {
    const { image } = this.settings;
    if (this.sketch.drawingNow) return this.sketch.levels(image);
    return this.testImage?.levels ?? parseImage(image).levels;
  }

  private get editable(): boolean {
    return !this.isLocked('image');
  }

  private choose(image: string, example = 0): void {
    if (this.settings.example > 0) this.lastExample = this.settings.example;
    this.assign({ image, example });
  }

  private remember(): void {
    const { image, example } = this.settings;
    this.sketch.remember({ image, example });
  }

  private goTo(example: number): void {
    const count = exampleCount(this.training.dataset!);
    this.remember();
    this.choose('', ((example - 1 + count) % count) + 1);
  }

  private undo(): void {
    const choice = this.sketch.undo();
    if (choice) this.choose(choice.image, choice.example);
  }

  private clear(): void {
    this.remember();
    this.choose('');
  }

  /** Whether an event belongs to the pointer that began. */
  private takes(event: PointerEvent): boolean {
    if (event.type === 'pointerdown') {
      if (!this.editable || this.pointer !== undefined || event.button !== 0) return false;
      (event.currentTarget as SVGElement).setPointerCapture(event.pointerId);
      this.pointer = event.pointerId;
      return true;
    }
    if (event.pointerId !== this.pointer) return false;
    if (event.type !== 'pointermove') this.pointer = undefined;
    return true;
  }

  private readonly draw = (event: PointerEvent): void => {
    if (!this.takes(event)) return;
    const surface = event.currentTarget as SVGElement;
    const box = surface.getBoundingClientRect();
    const { sketch, settings } = this;
    if (event.type === 'pointerdown') {
      this.remember();
      sketch.begin(placeOf(event, box));
      event.preventDefault();
    } else if (event.type === 'pointermove') {
      const events = event.getCoalescedEvents?.() ?? [];
      for (const part of events.length > 0 ? events : [event]) sketch.extend(placeOf(part, box));
    } else if (event.type === 'pointercancel') {
      sketch.cancel();
      sketch.undo();
    } else {
      this.choose(sketch.end(settings.image));
    }
    this.requestUpdate();
  };

  private readonly paint = (event: PointerEvent): void => {
    if (!this.takes(event)) return;
    const surface = event.currentTarget as SVGElement;
    const pixel = pixelAt(placeOf(event, surface.getBoundingClientRect()));
    if (event.type === 'pointerdown') {
      this.remember();
      this.brush = this.levels[pixel]! < DARKEST / 2 ? DARKEST : 0;
    } else if (event.type !== 'pointermove') {
      this.brush = undefined;
    }
    if (this.brush === undefined) return;
    this.cursor = pixel;
    this.setPixel(pixel, this.brush);
  };

  private setPixel(pixel: number, level: number): void {
    const levels = Uint8Array.from(this.levels);
    levels[pixel] = level;
    this.choose(formatImage(levels));
  }

  private readonly press = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const level = this.levels[this.cursor]!;
    const beside = pixelBeside(this.cursor, event.key);
    let next: number | undefined;
    if (beside !== undefined) {
      this.cursor = beside;
      if (event.shiftKey) next = level;
    } else if (event.key === ' ' || event.key === 'Enter') {
      next = level < DARKEST / 2 ? DARKEST : 0;
    } else if (event.key === '+' || event.key === '=') {
      next = Math.min(DARKEST, level + LEVEL_STEP);
    } else if (event.key === '-') {
      next = Math.max(0, level - LEVEL_STEP);
    } else {
      return;
    }
    event.preventDefault();
    if (next !== undefined && this.editable && next !== this.levels[this.cursor]) {
      this.remember();
      this.setPixel(this.cursor, next);
    }
    this.requestUpdate();
  };

  // In words.

  private get imageText(): string {
    const words = this.messages.digitPad.source;
    const { testImage: example, settings, training } = this;
    if (example) {
      const count = exampleCount(training.dataset!);
      const number = Math.min(settings.example, count);
      return words.example(String(number), String(count), String(example.label));
    }
    if (isBlank(this.levels)) return words.blank;
    return this.sketch.strokesOf(settings.image).length > 0 ? words.drawn : words.painted;
  }

  private get readers(): Reader[] {
    return readersOf(this.training);
  }

  private get verdict(): string {
    const words = this.messages.digitPad;
    const { readers } = this;
    const answers = readers.flatMap(({ answer }) => answer ?? []);
    if (answers.length === 0) return words.verdict.none;
    const { testImage: example } = this;
    const all = readers.length;
    if (example) {
      const right = answers.filter(({ digit }) => digit === example.label).length;
      return words.verdict.right(right, all, String(example.label));
    }
    const digits = new Set(answers.map(({ digit }) => digit));
    if (digits.size > 1 || answers.length < all) return words.verdict.differ(digits.size);
    return words.verdict.agree(all, String(answers[0]!.digit));
  }

  protected override figureName(): string {
    return this.messages.digitPad.title;
  }

  protected override help(): readonly string[] {
    return this.messages.digitPad.help;
  }

  protected override summary(): string {
    const { messages, readers, training } = this;
    const says = readers.map((reader) =>
      messages.digitPad.readerSummary(labelOf(reader.lane.id), answerText(reader, messages)),
    );
    return messages.digitPad.summary(this.imageText, whole(training.step), says);
  }

  protected override dataTable(): DataTable | undefined {
    return answersTable(this.readers, this.training.step, this.messages);
  }

  // Rendering.

  override async pictures() {
    const { pictures } = await import('./take-away.ts');
    return pictures(this.levels, this.testImage?.label, readersOf(this.training), this.messages);
  }

  override async drawn() {
    const { drawn } = await import('./take-away.ts');
    return drawn(readersOf(this.training), this.testImage?.label);
  }

  protected override renderFigure(): TemplateResult {
    const { messages, settings, training } = this;
    const words = messages.digitPad;
    const bare = settings.hideControls;
    const [depth, width, rate, seed] = [
      settings.depth,
      settings.width,
      settings.learningRate,
      settings.seed,
    ].map(String) as [string, string, string, string];
    return html`
      <header class="head">
        ${this.ownName}
        <span class="muted">${words.tagline} ${words.setup(depth, width, rate, String(BATCH), seed)}</span>
      </header>
      ${this.transport(() => this.renderTransport())}
      ${renderProgress(training, words)}
      ${this.renderStatus()}
      <div class="columns">
        <section class="input">
          ${this.renderInput()}
        </section>
        <section class="output" data-behind=${String(training.behind)}>
          ${renderAnswers(this.readers, this.testImage?.label, messages)}
          <p class="verdict">${this.verdict}</p>
          <p class="note">${words.barsNote}${this.testImage ? ` ${words.truthNote}` : ''}</p>
        </section>
      </div>
      <p class="note">${words.honest}</p>
      ${
        bare
          ? nothing
          : html`<details class="more">
              <summary>${words.more}</summary>
              ${renderPanel(this.settingsHost)}
            </details>`
      }
      ${this.renderAnnouncement()}
    `;
  }

  private renderInput(): TemplateResult {
    const { messages, settings, sketch, levels, editable, cursor, draw, paint, press } = this;
    const words = messages.digitPad;
    const surfaces: Surfaces = {
      messages,
      levels,
      strokes: sketch.strokesOf(settings.image),
      editable,
      cursor,
      draw,
      paint,
      press,
    };
    const examples = !this.isHidden('example') && !this.isLocked('example');
    const from = settings.example || this.lastExample;
    const ready = this.training.dataset !== undefined;
    return html`<div class="surfaces">${renderPad(surfaces)} ${renderImage(surfaces)}</div>
      <p class="source" role="status">${this.imageText}</p>
      <div class="buttons">
        ${
          editable
            ? html`${button({ label: words.undo, disabled: !sketch.canUndo, onClick: () => this.undo() })}
              ${button({
                label: words.clear,
                disabled: isBlank(levels),
                onClick: () => this.clear(),
              })}`
            : nothing
        }
        ${
          examples
            ? html`${button({
                label: words.previous,
                disabled: !ready,
                onClick: () => this.goTo(from - 1),
              })}
              ${button({ label: words.next, disabled: !ready, onClick: () => this.goTo(from + 1) })}`
            : nothing
        }
      </div>`;
  }

  private renderTransport(): TemplateResult {
    const { training, newSeed } = this;
    return renderTransport({ lanes: training, words: this.messages.digitPad, newSeed });
  }
}
