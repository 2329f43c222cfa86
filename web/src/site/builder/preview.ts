// The figure as its readers will see it: the real element, or its own page in a frame as narrow as
// a phone.

import type { FigureElement } from '../../widgets/base.ts';
import { defaults, type Schema, toQuery, toState } from '../../widgets/schema.ts';
import { type FigureValues, figureAddress } from '../../widgets/take-away/embed-code.ts';

export interface View {
  width: 'page' | 'phone';
  colours: 'auto' | 'light' | 'dark';
}

export interface Shown {
  schema: Schema;
  values: FigureValues;
  title: string;
  site: string;
  view: View;
}

const PHONE_WIDTH = 390;
const PHONE_HEIGHT = 760;
const RELOAD_DELAY = 500;

export class Preview {
  private element: FigureElement | undefined;
  private frame: HTMLIFrameElement | undefined;
  private timer: ReturnType<typeof setTimeout> | undefined;
  private shown: Shown | undefined;

  constructor(
    private readonly stage: HTMLElement,
    /** Called when somebody has changed the figure itself. */
    changed: () => void,
  ) {
    stage.addEventListener('settings-change', changed);
    addEventListener('message', ({ data, source }) => {
      const { frame } = this;
      if (!frame || source !== frame.contentWindow || data?.source !== 'activation-lab') return;
      if (data.type === 'height') frame.height = String(data.height);
    });
  }

  show(next: Shown): void {
    const before = this.shown;
    this.shown = next;
    this.stage.dataset.colours = next.view.colours;
    this.stage.dataset.width = next.view.width;
    if (next.view.width === 'phone') this.showFrame(next, before);
    else this.showElement(next, before);
  }

  /** What is in force in the figure, where that differs from what it was given. */
  get differing(): FigureValues | undefined {
    const { element, shown } = this;
    if (!element || !shown) return undefined;
    const { lang, link } = shown.values;
    const values = { ...element.settings, lang, link } as unknown as FigureValues;
    const same =
      toQuery(shown.schema, values as never) === toQuery(shown.schema, shown.values as never);
    return same ? undefined : values;
  }

  /** Pixels that the figure takes now. */
  get height(): number {
    const shown = this.element ?? this.frame;
    return Math.ceil(shown?.getBoundingClientRect().height ?? 0);
  }

  private showElement(next: Shown, before: Shown | undefined): void {
    // A language taken back would stay.
    const stays = before?.schema === next.schema && before.values.lang === next.values.lang;
    if (!this.element || !stays) {
      this.clear();
      this.element = document.createElement(next.schema.name) as unknown as FigureElement;
    }
    // The address of this page is the builder's.
    const values = { ...defaults(next.schema), ...next.values, link: false };
    this.element.state = toState(next.schema, values as never);
    if (!this.element.isConnected) this.stage.append(this.element);
  }

  private showFrame(next: Shown, before: Shown | undefined): void {
    const first = !this.frame || before?.schema !== next.schema;
    if (first) {
      this.clear();
      this.frame = document.createElement('iframe');
      this.frame.width = String(PHONE_WIDTH);
      this.frame.height = String(PHONE_HEIGHT);
    }
    const { colours } = next.view;
    const theme = next.values.theme === 'auto' ? colours : next.values.theme!;
    const address = figureAddress(next.schema, { ...next.values, theme }, next);
    const frame = this.frame!;
    frame.title = next.title;
    clearTimeout(this.timer);
    if (frame.src === address) return;
    const load = () => {
      frame.src = address;
      if (!frame.isConnected) this.stage.append(frame);
    };
    if (first) load();
    else this.timer = setTimeout(load, RELOAD_DELAY);
  }

  private clear(): void {
    clearTimeout(this.timer);
    this.stage.replaceChildren();
    this.element = undefined;
    this.frame = undefined;
  }
}
