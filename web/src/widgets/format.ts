// Numbers as readers see them: the shortest text of a float32, and steps that people like.

/** The shortest decimal that reads back as the same float32, with a real minus sign. */
export function formatFloat32(value: number): string {
  if (!Number.isFinite(value)) return formatSpecial(value);
  for (let digits = 1; digits < 10; digits++) {
    const text = value.toPrecision(digits);
    if (Math.fround(Number(text)) === Math.fround(value)) return formatNumber(Number(text));
  }
  return formatNumber(value);
}

/** At most `digits` significant digits; without `digits`, all of them. */
export function formatNumber(value: number, digits?: number): string {
  if (!Number.isFinite(value)) return formatSpecial(value);
  const rounded = digits === undefined ? value : Number(value.toPrecision(digits));
  const size = Math.abs(rounded);
  const text =
    size !== 0 && (size < 1e-4 || size >= 1e7)
      ? rounded.toExponential().replace('e+', 'e')
      : String(rounded);
  return text.replaceAll('-', '−');
}

function formatSpecial(value: number): string {
  if (Number.isNaN(value)) return 'NaN';
  return value > 0 ? '∞' : '−∞';
}

/** The largest of 1, 2, 5 × 10ⁿ that splits the span into at least `count` parts. */
export function niceStep(span: number, count: number): number {
  const raw = span / Math.max(1, count);
  const power = 10 ** Math.floor(Math.log10(raw));
  const fraction = raw / power;
  return (fraction >= 5 ? 5 : fraction >= 2 ? 2 : 1) * power;
}

/** Multiples of a step within [min, max], free of accumulated rounding. */
export function ticks(min: number, max: number, step: number): number[] {
  const first = Math.ceil(min / step - 1e-9);
  const last = Math.floor(max / step + 1e-9);
  const digits = Math.max(0, -Math.floor(Math.log10(step)) + 1);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, i) => {
    const value = Number(((first + i) * step).toFixed(Math.min(20, digits)));
    return value === 0 ? 0 : value;
  });
}
