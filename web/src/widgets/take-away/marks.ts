// Words and rules on a picture.

export interface Words {
  text: string;
  x: number;
  /** Of the middle of the line. */
  y: number;
  color: string;
  align?: 'left' | 'center' | 'right';
  weight?: number;
  size?: number;
}

export function write(
  context: CanvasRenderingContext2D,
  font: string,
  { text, x, y, color, align = 'left', weight = 400, size = 12 }: Words,
): void {
  context.font = `${weight} ${size}px ${font}`;
  context.fillStyle = color;
  context.textAlign = align;
  context.textBaseline = 'alphabetic';
  context.fillText(text, x, y + size * 0.35);
}

export function rule(
  context: CanvasRenderingContext2D,
  color: string,
  [x1, y1, x2, y2]: readonly [number, number, number, number],
  width = 1,
): void {
  context.setLineDash([]);
  context.strokeStyle = color;
  context.lineWidth = width;
  context.beginPath();
  context.moveTo(x1, y1);
  context.lineTo(x2, y2);
  context.stroke();
}
