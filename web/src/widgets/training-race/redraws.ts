// When to draw while a race runs: often enough to be followed, seldom enough to leave most frames
// to the reader.

/** Milliseconds between two drawings that only the race asks for. */
const REDRAW_DELAY = 90;

export class Redraws {
  private timer: ReturnType<typeof setTimeout> | undefined;
  private drawnAt = 0;
  private unasked = false;

  constructor(private readonly draw: () => void) {}

  /** The race went on. */
  later(): void {
    const delay = Math.max(0, this.drawnAt + REDRAW_DELAY - performance.now());
    this.timer ??= setTimeout(() => {
      this.timer = undefined;
      this.now();
    }, delay);
  }

  /** The race began or ended, and the reader is to see so at once. */
  now(): void {
    this.unasked = true;
    this.draw();
  }

  /** Notes a drawing; true if only the race asked for it. */
  drawn(): boolean {
    const { unasked } = this;
    this.unasked = false;
    this.drawnAt = performance.now();
    return unasked;
  }

  cancel(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
  }
}
