// The chart on which a reader draws the expected curve: with a pointer anywhere, or by keyboard at
// its places, one tab stop in all.

import { ExpectedCurve, PLACES, type Share } from './curve.ts';

const SVG = 'http://www.w3.org/2000/svg';
const MARGIN = { left: 52, right: 14, top: 14, bottom: 34 };
/** Parts of a factor of ten that a key moves a place by. */
const NUDGE = { fine: 0.05, coarse: 0.5 };

type Attributes = Record<string, string | number>;

function add(parent: Element, name: string, attributes: Attributes, text = ''): SVGElement {
  const element = document.createElementNS(SVG, name);
  for (const [key, value] of Object.entries(attributes)) element.setAttribute(key, String(value));
  if (text) element.textContent = text;
  parent.append(element);
  return element;
}

/** Puts numbers into words that came with the page, such as “step {step}”. */
function fill(template: string, values: Record<string, string | number>): string {
  return template.replace(/\{(\w+)\}/g, (_, name) => String(values[name] ?? ''));
}

export class CurveDrawing {
  readonly curve: ExpectedCurve;
  private readonly svg: SVGElement;
  /** The place that the keyboard is at. */
  private current = 0;
  private fixed = false;
  /** The pointer that draws, and where it was last. */
  private pointer: number | undefined;
  private last: Share | undefined;

  /** `holder` carries the axes and the words in its data attributes. */
  constructor(
    private readonly holder: HTMLElement,
    signal: AbortSignal,
  ) {
    const { from, to, steps, start } = holder.dataset;
    this.curve = new ExpectedCurve({
      from: Number(from),
      to: Number(to),
      steps: Number(steps),
      start: Number(start),
    });
    holder.replaceChildren();
    this.svg = add(holder, 'svg', { role: 'group', 'aria-label': holder.dataset.label ?? '' });
    for (const type of ['pointerdown', 'pointermove', 'pointerup', 'pointercancel'] as const) {
      this.svg.addEventListener(type, (event) => this.drag(event as PointerEvent), { signal });
    }
    this.svg.addEventListener('keydown', (event) => this.press(event as KeyboardEvent), { signal });
    const size = new ResizeObserver(() => this.draw());
    size.observe(holder);
    signal.addEventListener('abort', () => size.disconnect());
    this.draw();
  }

  /** Shows a curve that was committed to, which stays; or lets the reader draw again. */
  show(losses: readonly number[] | undefined): void {
    if (losses) this.curve.take(losses);
    else if (this.fixed) this.curve.clear();
    this.fixed = losses !== undefined;
    this.draw();
  }

  clear(): void {
    this.curve.clear();
    this.draw();
  }

  focus(): void {
    this.svg.querySelector<SVGElement>('[tabindex="0"]')?.focus();
  }

  private get area() {
    const width = Math.max(160, this.holder.clientWidth);
    const height = Math.max(120, this.holder.clientHeight);
    const { left, right, top, bottom } = MARGIN;
    return { width, height, left, top, across: width - left - right, down: height - top - bottom };
  }

  private draw(): void {
    const { curve, svg, fixed, holder } = this;
    const { width, height, left, top, across, down } = this.area;
    const x = (place: number) => left + (across * place) / (PLACES - 1);
    const y = (loss: number) => top + down * (1 - curve.heightOf(loss));
    const words = holder.dataset;
    const had = svg.contains(document.activeElement);
    svg.setAttribute('viewBox', `0 0 ${width} ${height}`);
    svg.classList.toggle('fixed', fixed);
    svg.replaceChildren();
    for (const tick of curve.ticks) {
      const at = y(tick);
      add(svg, 'path', { class: 'grid', d: `M${left} ${at}h${across}` });
      add(svg, 'text', { x: left - 6, y: at + 4, 'text-anchor': 'end' }, String(tick));
    }
    for (const place of [0, (PLACES - 1) / 2, PLACES - 1]) {
      const at = x(place);
      const anchor = place === 0 ? 'start' : place === PLACES - 1 ? 'end' : 'middle';
      add(svg, 'path', { class: 'grid', d: `M${at} ${top}v${down}` });
      const step = curve.stepAt(place);
      const text = place === PLACES - 1 ? fill(words.stepAxis ?? '', { step }) : String(step);
      add(svg, 'text', { x: at, y: top + down + 18, 'text-anchor': anchor }, text);
    }
    add(svg, 'text', { x: left + 6, y: top + 14 }, words.lossAxis);
    const points = curve.places.map(({ loss }, place) => `${x(place)},${y(loss)}`);
    add(svg, 'polyline', { class: 'curve', points: points.join(' ') });
    const handles = curve.places.map(({ step, loss }, place) =>
      add(svg, 'circle', {
        class: 'handle',
        cx: x(place),
        cy: y(loss),
        r: 6,
        role: 'slider',
        tabindex: place === this.current && !fixed ? 0 : -1,
        'aria-orientation': 'vertical',
        'aria-label': fill(words.point ?? '', { step }),
        'aria-valuemin': curve.spec.from,
        'aria-valuemax': curve.spec.to,
        'aria-valuenow': loss,
        'aria-valuetext': fill(words.value ?? '', { step, loss }),
        'aria-disabled': String(fixed),
      }),
    );
    if (had && !fixed) handles[this.current]!.focus();
  }

  private shareOf(event: PointerEvent): Share {
    const box = this.svg.getBoundingClientRect();
    const { width, left, top, across, down } = this.area;
    const scale = width / box.width;
    return {
      along: ((event.clientX - box.left) * scale - left) / across,
      up: 1 - ((event.clientY - box.top) * scale - top) / down,
    };
  }

  private drag(event: PointerEvent): void {
    if (this.fixed) return;
    if (this.last && event.pointerId !== this.pointer) return;
    if (event.type === 'pointerdown' && event.button === 0) {
      this.svg.setPointerCapture(event.pointerId);
      this.pointer = event.pointerId;
      this.last = this.shareOf(event);
      event.preventDefault();
    } else if (event.type !== 'pointermove') {
      this.last = undefined;
    }
    if (!this.last) return;
    const to = this.shareOf(event);
    this.curve.sweep(this.last, to);
    this.last = to;
    this.draw();
  }

  private press(event: KeyboardEvent): void {
    if (this.fixed || event.ctrlKey || event.metaKey || event.altKey) return;
    const { curve } = this;
    const { from, to } = curve.spec;
    const go = (by: number) => {
      this.current = Math.min(PLACES - 1, Math.max(0, this.current + by));
    };
    const acts: Record<string, () => void> = {
      ArrowLeft: () => go(-1),
      ArrowRight: () => go(1),
      ArrowUp: () => curve.nudge(this.current, NUDGE.fine),
      ArrowDown: () => curve.nudge(this.current, -NUDGE.fine),
      PageUp: () => curve.nudge(this.current, NUDGE.coarse),
      PageDown: () => curve.nudge(this.current, -NUDGE.coarse),
      Home: () => curve.move(this.current, from),
      End: () => curve.move(this.current, to),
    };
    const act = acts[event.key];
    if (!act) return;
    event.preventDefault();
    act();
    this.draw();
  }
}
