// Runs the claims of the lessons on the engine: one number each, held to its bound.

import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, resolve } from 'node:path';
import type { ActivationId, ActivationParams, Engine } from '../../src/engine/types.ts';
import { MESSAGES } from '../../src/i18n/index.ts';
import { describeProblem } from '../../src/widgets/problems.ts';
import { defaults, fromValues, type SettingValue, SHARED_NAMES } from '../../src/widgets/schema.ts';
import { racePlan, raceSeeds } from '../../src/widgets/training-race/config.ts';
import { type RaceSettings, raceSchema } from '../../src/widgets/training-race/settings.ts';
import { FIGURES, schemaOf } from './figures.ts';
import { LessonError } from './lesson-source.ts';
import { type Claim, type CurveClaim, type Lesson, type PresetClaim, presetOf } from './lessons.ts';
import { claimsDir, libraryDir, root } from './paths.ts';
import { RUN_MEASURES, runTraining } from './race-runs.ts';

export interface Measured {
  id: string;
  claim: Claim;
  value: number;
  holds: boolean;
}

/** Loads the built library, as any user of the package would. */
export async function loadLibrary(): Promise<Engine> {
  const library = (await import(`${libraryDir}/engine.js`)) as {
    loadEngine(): Promise<Engine>;
  };
  return library.loadEngine();
}

type Settings = Record<string, SettingValue>;
type Measure = (engine: Engine, settings: Settings, seed: number) => number;

/** What a figure lets claims state of it, and the hash of the code that measures it. */
interface FigureMeasures {
  measures: Record<string, Measure>;
  code: string;
}

/** The `measures.ts` of every figure that has one. */
async function loadMeasures(): Promise<Map<string, FigureMeasures>> {
  const found = new Map<string, FigureMeasures>();
  for (const figure of FIGURES) {
    const folder = `${root}/web/src/widgets/${figure}`;
    if (!existsSync(`${folder}/measures.ts`)) continue;
    const { measures } = (await import(`${folder}/measures.ts`)) as Pick<
      FigureMeasures,
      'measures'
    >;
    found.set(figure, { measures, code: hashWithImports(`${folder}/measures.ts`) });
  }
  return found;
}

/** What it makes of a declaration, the settings with their defaults, is hashed by itself. */
const SCHEMA = `${root}/web/src/widgets/schema.ts`;

/** The hash of a module and of all modules of the project that it imports, other than as types. */
function hashWithImports(module: string): string {
  const hash = createHash('sha256');
  const seen = new Set([module]);
  for (const file of seen) {
    const text = readFileSync(file, 'utf8');
    hash.update(text);
    for (const [, path] of text.matchAll(/^(?:import|export)\b(?! type)[^;]*?'(\.[^']+)';/gm)) {
      const imported = resolve(dirname(file), path!);
      if (imported !== SCHEMA) seen.add(imported);
    }
  }
  return hash.digest('hex');
}

function unknownMeasure(name: string, all: object): string {
  return `no measurement "${name}" (there are: ${Object.keys(all).join(', ')})`;
}

function libraryHash(): string {
  const hash = createHash('sha256');
  const names = readdirSync(libraryDir, { recursive: true, encoding: 'utf8' });
  for (const name of names.filter((n) => /\.(wasm|bin)$/.test(n)).sort()) {
    hash.update(name).update(readFileSync(`${libraryDir}/${name}`));
  }
  return hash.digest('hex');
}

/** Measures claims; runs are kept by the hash of their configuration and of the engine. */
export class ClaimRunner {
  private readonly engineHash = libraryHash();
  private readonly runCode = hashWithImports(`${root}/web/tools/site/race-runs.ts`);

  private constructor(
    private readonly engine: Engine,
    private readonly figures: ReadonlyMap<string, FigureMeasures>,
  ) {
    mkdirSync(claimsDir, { recursive: true });
  }

  static async create(): Promise<ClaimRunner> {
    return new ClaimRunner(await loadLibrary(), await loadMeasures());
  }

  measure(lesson: Lesson): Measured[] {
    return Object.entries(lesson.claims).map(([id, claim]) => {
      try {
        const value = 'curve' in claim ? this.curve(claim) : this.preset(lesson, claim);
        const { above = Number.NEGATIVE_INFINITY, below = Number.POSITIVE_INFINITY } = claim;
        return { id, claim, value, holds: value > above && value < below };
      } catch (error) {
        if (error instanceof LessonError) throw error;
        const reason = error instanceof Error ? error.message : String(error);
        throw new LessonError(lesson.file, undefined, `claim "${id}": ${reason}`);
      }
    });
  }

  private preset(lesson: Lesson, claim: PresetClaim): number {
    const { figure } = presetOf(lesson, claim.preset);
    const values =
      figure === raceSchema.name
        ? this.race(claimSettings(lesson, claim) as unknown as RaceSettings, claim)
        : this.figure(figure, claimSettings(lesson, claim), claim);
    return across(claim.across, claim.finite ? values.filter(Number.isFinite) : values);
  }

  /** One value a racer and seed. */
  private race(settings: RaceSettings, claim: PresetClaim): number[] {
    const pick = RUN_MEASURES[claim.measure];
    if (!pick) throw new Error(unknownMeasure(claim.measure, RUN_MEASURES));
    const plan = racePlan(settings);
    return plan.entries.flatMap((entry) =>
      (claim.seeds ?? plan.seeds).map((seed) => {
        const config = plan.config(entry, seed);
        const { steps } = settings;
        const goal = { accuracy: claim.accuracy, loss: claim.loss };
        return pick(
          this.kept({ code: this.runCode, config, steps, ...goal }, () => {
            const training = this.engine.createTraining(config);
            try {
              return runTraining(training, steps, goal);
            } finally {
              training.dispose();
            }
          }),
        );
      }),
    );
  }

  /** One value a seed, by the figure's own measurements. */
  private figure(name: string, settings: Settings, claim: PresetClaim): number[] {
    const found = this.figures.get(name);
    if (!found) throw new Error(`<${name}> measures nothing that a claim could state`);
    const measure = found.measures[claim.measure];
    if (!measure) throw new Error(unknownMeasure(claim.measure, found.measures));
    const own = Object.fromEntries(
      Object.entries(settings).filter(([setting]) => !SHARED_NAMES.includes(setting)),
    );
    return claimSeeds(settings, claim).map((seed) =>
      this.kept(
        { figure: name, code: found.code, settings: own, measure: claim.measure, seed },
        () => measure(this.engine, settings, seed),
      ),
    );
  }

  /** What was computed before from the same and the same engine. */
  private kept<T>(from: object, compute: () => T): T {
    const key = JSON.stringify({ ...from, engine: this.engineHash });
    const file = `${claimsDir}/${createHash('sha256').update(key).digest('hex')}.json`;
    if (existsSync(file)) return JSON.parse(readFileSync(file, 'utf8'), reviveNumber);
    const value = compute();
    writeFileSync(file, JSON.stringify(value, keepNumber));
    return value;
  }

  private curve(claim: CurveClaim): number {
    const { measure, params, x, from = -8, to = 8 } = claim;
    const id = claim.curve as ActivationId;
    const f = (xs: Float32Array) => this.engine.evaluate(id, xs, params as ActivationParams);
    const df = (xs: Float32Array) => this.engine.derivative(id, xs, params as ActivationParams);
    const at = (g: typeof f) => {
      if (x === undefined) throw new Error(`"${measure}" needs an x`);
      return g(Float32Array.of(x))[0]!;
    };
    const xs = Float32Array.from({ length: 100_001 }, (_, i) => from + ((to - from) * i) / 100_000);
    switch (measure) {
      case 'value':
        return at(f);
      case 'derivative':
        return at(df);
      case 'minimum':
        return extreme(f(xs), Math.min);
      case 'maximum':
        return extreme(f(xs), Math.max);
      case 'argmin': {
        const ys = f(xs);
        return xs[ys.indexOf(extreme(ys, Math.min))]!;
      }
      case 'minimumDerivative':
        return extreme(df(xs), Math.min);
      case 'maximumDerivative':
        return extreme(df(xs), Math.max);
      case 'largestDifference': {
        const other = this.other(claim, xs);
        return extreme(
          f(xs).map((y, i) => Math.abs(y - other[i]!)),
          Math.max,
        );
      }
      case 'tailLength': {
        const slopes = df(xs).map(Math.abs);
        const limit = 0.01 * extreme(slopes, Math.max);
        const last = slopes.findLastIndex((slope) => slope >= limit);
        return xs[last]!;
      }
      case 'normalMean':
        return normalMean(xs, f(xs));
      case 'normalMeanSquare':
        return normalMean(xs, squares(f(xs)));
      case 'normalMeanSquareSlope':
        return normalMean(xs, squares(df(xs)));
      default:
        throw new Error(`no measurement "${measure}"`);
    }
  }

  private other(claim: CurveClaim, xs: Float32Array): Float32Array {
    if (!claim.against) throw new Error('"largestDifference" needs "against"');
    const { curve, in: scale = 1, out = 1, add = 0 } = claim.against;
    const scaled = xs.map((x) => scale * x);
    return this.engine.evaluate(curve as ActivationId, scaled).map((y) => out * y + add);
  }
}

/** The settings of the figure that a claim is about. */
export function claimSettings(lesson: Lesson, claim: PresetClaim): Settings {
  const { figure, settings } = presetOf(lesson, claim.preset);
  const schema = schemaOf(figure)!;
  const racers = claim.racers ? { racers: claim.racers } : {};
  const { given, problems } = fromValues(schema, { ...settings, ...claim.set, ...racers });
  const [problem] = problems;
  if (problem) throw new Error(describeProblem(problem, MESSAGES.en));
  return { ...defaults(schema), ...given } as Settings;
}

/** The seeds of a claim: its own, or those of the settings; a figure without any takes 1. */
export function claimSeeds(settings: Settings, claim: PresetClaim): number[] {
  const { seed = 1, seeds = 1 } = settings;
  return claim.seeds ?? raceSeeds(Number(seed), Number(seeds));
}

function across(kind: PresetClaim['across'], values: number[]): number {
  if (kind === undefined) {
    if (values.length === 1) return values[0]!;
    throw new Error(`“across” has to say which of ${values.length} values is stated`);
  }
  const sorted = [...values].sort((a, b) => a - b);
  switch (kind) {
    case 'min':
      return sorted[0]!;
    case 'max':
      return values.some(Number.isNaN) ? Number.NaN : sorted.at(-1)!;
    case 'mean':
      return values.reduce((a, b) => a + b, 0) / values.length;
    case 'median': {
      const middle = sorted.length / 2;
      return (sorted[Math.ceil(middle) - 1]! + sorted[Math.floor(middle)]!) / 2;
    }
    default:
      throw new Error(`"across" cannot be "${kind}"`);
  }
}

const squares = (values: Float32Array) => values.map((y) => y * y);

/** Mean of a function's values at xs, when x is drawn from N(0, 1). */
function normalMean(xs: Float32Array, values: Float32Array): number {
  let [sum, total] = [0, 0];
  xs.forEach((x, i) => {
    const weight = Math.exp(-0.5 * x * x);
    sum += weight * values[i]!;
    total += weight;
  });
  return sum / total;
}

function extreme(values: Float32Array, pick: (a: number, b: number) => number): number {
  return values.reduce((a, b) => pick(a, b));
}

// JSON has no NaN and no infinities.
function keepNumber(_: string, value: unknown): unknown {
  return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value;
}

function reviveNumber(_: string, value: unknown): unknown {
  return value === 'NaN' || value === 'Infinity' || value === '-Infinity' ? Number(value) : value;
}

/** An extreme over racers and seeds is a bound in the prose: rounded outwards, it stays true. */
function roundingMode(claim: Claim): 'ceil' | 'floor' | 'halfExpand' {
  const extreme = 'across' in claim ? claim.across : undefined;
  if (extreme === 'max') return 'ceil';
  return extreme === 'min' ? 'floor' : 'halfExpand';
}

/** Writes a number as its claim asks: `fixed 2`, `significant 2`, `digits 2` (without zeros at
 * the end), `percent 0`, `integer`. */
export function formatClaim({ value, claim }: Measured, locale: string): string {
  const [style = '', digitsText = '0'] = claim.style.split(' ');
  const digits = Number(digitsText);
  if (!Number.isFinite(value)) return value > 0 ? '∞' : String(value);
  const mode = roundingMode(claim);
  const format = (options: Intl.NumberFormatOptions, x = value) =>
    // TypeScript's library does not list this option yet.
    new Intl.NumberFormat(locale, { ...options, roundingMode: mode } as Intl.NumberFormatOptions)
      .format(x)
      .replace(/^-/, '−');
  switch (style) {
    case 'fixed':
      return format({ minimumFractionDigits: digits, maximumFractionDigits: digits });
    case 'digits':
      return format({ maximumSignificantDigits: digits });
    case 'percent':
      return format({
        style: 'percent',
        minimumFractionDigits: digits,
        maximumFractionDigits: digits,
      }).replace('%', '\u00a0%'); // with a space, as in the figures
    case 'integer':
      return format({ maximumFractionDigits: 0 });
    case 'significant':
      if (value !== 0 && Math.abs(value) < 1e-4) {
        const power = { notation: 'scientific', maximumSignificantDigits: digits } as const;
        const [mantissa, exponent] = format(power).split('E');
        return `${mantissa} × 10${superscript(Number(exponent))}`;
      }
      return format({ minimumSignificantDigits: digits, maximumSignificantDigits: digits });
    default:
      throw new Error(`a number cannot be written as "${claim.style}"`);
  }
}

function superscript(exponent: number): string {
  return [...String(exponent)].map((c) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(c)] ?? '⁻').join('');
}
