// Text in lines no wider than there is room, for canvases of any kind.

/** Where a line may break: after spaces and hyphens, between Chinese characters, and inside what is
 * too long for any line. */
const PIECES =
  /[^\s\p{Script=Han}，。、；：（）“”·-]+[-，。、；：）”]?\s*|[“（]?\p{Script=Han}[，。、；：）”]*\s*|.\s*/gu;

export function wrap(context: CanvasRenderingContext2D, text: string, width: number): string[] {
  const fits = (line: string) => context.measureText(line.trimEnd()).width <= width;
  const lines: string[] = [];
  let line = '';
  for (let piece of text.match(PIECES) ?? []) {
    if (line !== '' && !fits(line + piece)) {
      lines.push(line.trimEnd());
      line = '';
    }
    while (!fits(line + piece)) {
      let count = piece.length - 1;
      while (count > 1 && !fits(piece.slice(0, count))) count--;
      lines.push(piece.slice(0, count));
      piece = piece.slice(count);
    }
    line += piece;
  }
  if (line !== '') lines.push(line.trimEnd());
  return lines;
}
