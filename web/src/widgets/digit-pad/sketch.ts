// What the reader has drawn or painted, with a way back. The image itself is a setting of the
// figure; here is what leads to it.

import { formatImage, type Levels } from './image.ts';
import { imageOf, type Point, type Stroke } from './normalize.ts';

/** Which image is in force: one of its own, or else a test image, if any. */
export interface Choice {
  image: string;
  example: number;
}

interface Drawing {
  strokes: readonly Stroke[];
  /** The image that came of them; another one in force comes from elsewhere. */
  image: string;
}

const NOTHING: Drawing = { strokes: [], image: '' };
const MOST_UNDOS = 100;
/** Points closer than this, as a share of the surface, tell nothing new. */
const LEAST_DISTANCE = 0.004;

export class Sketch {
  private drawing = NOTHING;
  private stroke: Point[] | undefined;
  private readonly past: { drawing: Drawing; choice: Choice }[] = [];

  get canUndo(): boolean {
    return this.past.length > 0;
  }

  get drawingNow(): boolean {
    return this.stroke !== undefined;
  }

  /** Strokes behind the image in force, and the one being drawn. */
  strokesOf(image: string): readonly Stroke[] {
    const { strokes } = image === this.drawing.image ? this.drawing : NOTHING;
    return this.stroke ? [...strokes, this.stroke] : strokes;
  }

  /** Before anything changes, so that it can be undone. */
  remember(choice: Choice): void {
    this.past.push({ drawing: this.drawing, choice });
    if (this.past.length > MOST_UNDOS) this.past.shift();
  }

  undo(): Choice | undefined {
    const before = this.past.pop();
    if (!before) return undefined;
    this.drawing = before.drawing;
    return before.choice;
  }

  begin(at: Point): void {
    this.stroke = [at];
  }

  extend(to: Point): void {
    const last = this.stroke?.at(-1);
    if (last && Math.hypot(to.x - last.x, to.y - last.y) >= LEAST_DISTANCE) this.stroke!.push(to);
  }

  /** The image while a stroke is being drawn. */
  levels(image: string): Levels {
    return imageOf(this.strokesOf(image));
  }

  /** Ends the stroke; answers the image that comes of it. */
  end(image: string): string {
    const strokes = this.strokesOf(image);
    this.stroke = undefined;
    this.drawing = { strokes, image: formatImage(imageOf(strokes)) };
    return this.drawing.image;
  }

  cancel(): void {
    this.stroke = undefined;
  }
}
