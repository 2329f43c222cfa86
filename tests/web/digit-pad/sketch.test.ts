// Strokes, and the way back from everything that the reader does.
import { expect, test } from 'vitest';
import { formatImage } from '../../../web/src/widgets/digit-pad/image.ts';
import { imageOf } from '../../../web/src/widgets/digit-pad/normalize.ts';
import { pixelAt, pixelBeside } from '../../../web/src/widgets/digit-pad/pad.ts';
import { Sketch } from '../../../web/src/widgets/digit-pad/sketch.ts';

const [A, B, C] = [
  { x: 0.2, y: 0.2 },
  { x: 0.8, y: 0.2 },
  { x: 0.4, y: 0.9 },
];

function draw(sketch: Sketch, image: string, ...points: (typeof A)[]): string {
  sketch.remember({ image, example: 0 });
  sketch.begin(points[0]!);
  for (const point of points.slice(1)) sketch.extend(point);
  return sketch.end(image);
}

test('strokes add up to one image, and are taken back one by one', () => {
  const sketch = new Sketch();
  expect(sketch.canUndo).toBe(false);
  const first = draw(sketch, '', A, B);
  expect(first).toBe(formatImage(imageOf([[A, B]])));
  const second = draw(sketch, first, B, C);
  expect(second).toBe(
    formatImage(
      imageOf([
        [A, B],
        [B, C],
      ]),
    ),
  );
  expect(sketch.strokesOf(second)).toHaveLength(2);
  expect(sketch.undo()).toEqual({ image: first, example: 0 });
  expect(sketch.strokesOf(first)).toEqual([[A, B]]);
  expect(sketch.undo()).toEqual({ image: '', example: 0 });
  expect(sketch.undo()).toBeUndefined();
});

test('an image from elsewhere has no strokes, and a new drawing begins anew', () => {
  const sketch = new Sketch();
  const drawn = draw(sketch, '', A, B);
  const other = '1'.repeat(64);
  expect(sketch.strokesOf(other)).toEqual([]);
  expect(draw(sketch, other, B, C)).toBe(formatImage(imageOf([[B, C]])));
  expect(sketch.undo()).toEqual({ image: other, example: 0 });
  expect(sketch.strokesOf(drawn)).toEqual([[A, B]]);
});

test('while a stroke is drawn its image is known, and it can be given up', () => {
  const sketch = new Sketch();
  sketch.begin(A);
  sketch.extend({ x: A.x + 0.001, y: A.y });
  expect(sketch.strokesOf('')).toEqual([[A]]);
  sketch.extend(B);
  expect(sketch.drawingNow).toBe(true);
  expect(sketch.levels('')).toEqual(imageOf([[A, B]]));
  sketch.cancel();
  expect(sketch.drawingNow).toBe(false);
  expect(sketch.strokesOf('')).toEqual([]);
});

test('pixels are found by place and by key', () => {
  expect(pixelAt({ x: 0, y: 0 })).toBe(0);
  expect(pixelAt({ x: 1, y: 1 })).toBe(63);
  expect(pixelAt({ x: 0.3, y: 0.5 })).toBe(34);
  expect(pixelBeside(0, 'ArrowLeft')).toBe(0);
  expect(pixelBeside(9, 'ArrowUp')).toBe(1);
  expect(pixelBeside(9, 'ArrowDown')).toBe(17);
  expect(pixelBeside(62, 'ArrowRight')).toBe(63);
  expect(pixelBeside(5, 'End')).toBe(63);
  expect(pixelBeside(5, 'Home')).toBe(0);
  expect(pixelBeside(5, 'x')).toBeUndefined();
});
