// What an accuracy run tells: its table, what it has against the declared tolerances, and the
// sources with its numbers in place.
// @ts-check

/** @typedef {{ ulp: number, absolute: number }} Tolerance */
/** @typedef {{ x: number, gate: number, ulp: number, absolute: number, engine: number, exact: number }} Point */

/**
 * One output of a function: all that was measured, and the sharpest tolerance that it satisfies.
 * @typedef {object} Output
 * @property {string} output
 * @property {number} values
 * @property {Tolerance} [declared]
 * @property {Tolerance} bound
 * @property {Point} worst
 * @property {Point} worstNearZero
 * @property {Point[]} attained
 */

/** @typedef {{ id: string, settled: number, wrongEdges: string[], outputs: Output[] }} Subject */
/** @typedef {{ stride: number, subjects: Subject[] }} Report */

/** `at most 2.5 ULP`, `at most 2.5 ULP, or 1e-8`, `exact`. */
export function describe(/** @type {Tolerance} */ { ulp, absolute }) {
  if (ulp === 0 && absolute === 0) return 'exact';
  return `at most ${ulp} ULP${absolute > 0 ? `, or ${absolute}` : ''}`;
}

const three = (/** @type {number} */ x) => String(Number(x.toPrecision(3)));

function place(/** @type {Subject} */ { id }, /** @type {Point} */ { x, gate }) {
  const at = Number(x.toPrecision(9));
  return id.endsWith('-pairs') ? `${at}, ${Number(gate.toPrecision(9))}` : String(at);
}

/** The worst errors of every output, one line each. */
export function table(/** @type {Report} */ { subjects }) {
  const heads = ['function', 'output', 'worst ULP', 'at x', 'absolute, |x| ≤ 16', 'at x', 'bound'];
  const rows = subjects.flatMap((subject) =>
    subject.outputs.map(({ output, worst, worstNearZero: near, bound }) => [
      subject.id,
      output,
      ...(worst.ulp > 0 ? [three(worst.ulp), place(subject, worst)] : ['0', '']),
      ...(near.absolute > 0 ? [three(near.absolute), place(subject, near)] : ['0', '']),
      describe(bound),
    ]),
  );
  const widths = heads.map((_, i) =>
    Math.max(...[heads, ...rows].map((row) => row[i]?.length ?? 0)),
  );
  return [heads, ...rows]
    .map((row) =>
      row
        .map((cell, i) => cell.padEnd(widths[i] ?? 0))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}

/**
 * What is wrong with the engine or with a declared tolerance. A run with a stride has not seen the
 * worst values, so that it only finds a tolerance that is too small.
 */
export function complaints(/** @type {Report} */ { stride, subjects }) {
  return subjects.flatMap(({ id, wrongEdges, outputs }) => [
    ...wrongEdges.map((edge) => `${id}: ${edge}`),
    ...outputs.flatMap(({ output, declared, bound }) => {
      if (!declared) return [];
      const same = declared.ulp === bound.ulp && declared.absolute === bound.absolute;
      const within = bound.ulp <= declared.ulp && bound.absolute <= declared.absolute;
      if (same || (stride > 1 && within)) return [];
      return [`${id}: ${output} is ${describe(bound)}, declared ${describe(declared)}`];
    }),
  ]);
}

/** A header of wasm/src/activations with the measured tolerances. */
export function withTolerances(
  /** @type {string} */ header,
  /** @type {Subject} */ { id, outputs },
) {
  return outputs.reduce((text, { output, bound }) => {
    const line = new RegExp(`(static constexpr Tolerance ${output}\\{)[^}]*(\\};)`);
    if (!line.test(text)) throw new Error(`${id}: its header declares no tolerance of ${output}`);
    return text.replace(line, `$1${bound.ulp}, ${bound.absolute}$2`);
  }, header);
}

const bits = new DataView(new ArrayBuffer(4));

function bitsOf(/** @type {number} */ x) {
  bits.setFloat32(0, x);
  return `0x${bits.getUint32(0).toString(16).padStart(8, '0')}`;
}

/** A line of the record: function, output, tolerance, and the points where it is attained. */
function recordLine(/** @type {string} */ id, /** @type {Output} */ { output, bound, ...found }) {
  const points = [...found.attained, found.worst, found.worstNearZero]
    .filter(({ absolute }) => absolute > 0)
    .map(({ x, gate }) => `{${bitsOf(x)}, ${id.endsWith('-pairs') ? bitsOf(gate) : 0}}`);
  const unique = [...new Set(points)].join(', ');
  return `    {"${id}", "${output}", {${bound.ulp}, ${bound.absolute}}, {${unique}}},`;
}

/** The record of the native tests with the lines of this run in place; others stay. */
export function withRecord(/** @type {string} */ record, /** @type {Report} */ { subjects }) {
  const lines = record.split('\n');
  for (const { id, outputs } of subjects) {
    for (const output of outputs) {
      const start = `    {"${id}", "${output.output}",`;
      const at = lines.findIndex((line) => line.startsWith(start));
      const line = recordLine(id, output);
      if (at >= 0) lines[at] = line;
      else lines.splice(lines.lastIndexOf('};'), 0, line);
    }
  }
  return lines.join('\n');
}
