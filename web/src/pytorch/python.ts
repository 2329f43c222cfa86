// Values as Python writes them.

/** A number, in the fewest digits that JavaScript needs. */
export function py(x: number): string {
  if (!Number.isFinite(x)) throw new Error(`${x} cannot be written into a program`);
  return Object.is(x, -0) ? '-0.0' : String(x).replace('e+', 'e');
}

export const text = (value: string) => JSON.stringify(value);

/** The fewest digits that name this float32. */
function shortest(x: number): string {
  for (let digits = 6; digits < 9; digits++) {
    const short = Number(x.toPrecision(digits));
    if (Math.fround(short) === x) return py(short);
  }
  return py(Number(x.toPrecision(9)));
}

const LINE = 96;

/** A list of float32 numbers, broken into lines. */
export function list(values: ArrayLike<number>): string {
  const lines: string[] = [];
  let line = '';
  for (let i = 0; i < values.length; i++) {
    const next = `${shortest(values[i]!)}, `;
    if (line.length + next.length > LINE) {
      lines.push(line.trimEnd());
      line = '';
    }
    line += next;
  }
  if (line) lines.push(line.trimEnd());
  return `[\n${lines.map((row) => `    ${row}`).join('\n')}\n]`;
}
