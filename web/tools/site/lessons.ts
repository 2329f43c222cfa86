// The course as data: which lessons there are, their twins, and the presets and claims beside them.

import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { LANGUAGES, MESSAGES } from '../../src/i18n/index.ts';
import { describeProblem } from '../../src/widgets/problems.ts';
import { fromValues, type SettingValue } from '../../src/widgets/schema.ts';
import { schemaOf } from './figures.ts';
import { LessonError } from './lesson-source.ts';
import { lessonsDir } from './paths.ts';

/** A named state of a figure: the figure, the link to it and the claims about it share it. */
export interface Preset {
  figure: string;
  settings: Record<string, SettingValue>;
}

interface Bound {
  above?: number;
  below?: number;
}

/** How a number is written: `fixed 2`, `significant 2`, `percent 0` or `integer`. */
export type NumberStyle = string;

interface Shown {
  style: NumberStyle;
}

/** A measurement of what a figure runs in the state of a preset. */
export interface PresetClaim extends Bound, Shown {
  preset: string;
  /** Settings that differ from the preset's. */
  set?: Record<string, SettingValue>;
  /** Of `<training-race>`; the preset's own unless given. */
  racers?: string[];
  /** One of the figure's `measures`. */
  measure: string;
  /** Those of the settings unless given. */
  seeds?: number[];
  /** Which of several values is stated. */
  across?: 'min' | 'max' | 'median' | 'mean';
  /** Leaves out values that are not finite, as those of runs that diverged. */
  finite?: boolean;
  /** The test accuracy that `stepsToAccuracy` waits for. */
  accuracy?: number;
  /** The training loss that `stepsToLoss` waits for. */
  loss?: number;
}

/** A measurement of one curve. */
export interface CurveClaim extends Bound, Shown {
  curve: string;
  measure: string;
  params?: Record<string, number>;
  /** Where `value` and `derivative` are read. */
  x?: number;
  /** The interval that everything else searches. */
  from?: number;
  to?: number;
  /** The other curve: out·f(in·x) + add. */
  against?: { curve: string; in?: number; out?: number; add?: number };
}

export type Claim = PresetClaim | CurveClaim;

export interface Lesson {
  slug: string;
  /** Path of the file with the presets and claims. */
  file: string;
  presets: Record<string, Preset>;
  claims: Record<string, Claim>;
}

/** The names of all lessons, in order; every language has each of them. */
export function lessonSlugs(): string[] {
  const names = LANGUAGES.map((language) =>
    readdirSync(`${lessonsDir}/${language}`).filter((name) => name.endsWith('.md')),
  );
  const all = [...new Set(names.flat())].sort();
  for (const [i, language] of LANGUAGES.entries()) {
    const missing = all.filter((name) => !names[i]?.includes(name));
    if (missing.length > 0) {
      throw new Error(`lessons/${language}: missing the twin of ${missing.join(', ')}`);
    }
  }
  return all.map((name) => name.replace(/\.md$/, ''));
}

export function readLesson(slug: string): Lesson {
  const file = `${lessonsDir}/${slug}.json`;
  if (!existsSync(file)) return { slug, file, presets: {}, claims: {} };
  let data: { presets?: Record<string, Preset>; claims?: Record<string, Claim> };
  try {
    data = JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    throw new LessonError(file, undefined, String(error));
  }
  const lesson = { slug, file, presets: data.presets ?? {}, claims: data.claims ?? {} };
  for (const [name, preset] of Object.entries(lesson.presets)) checkPreset(lesson, name, preset);
  return lesson;
}

function checkPreset({ file }: Lesson, name: string, { figure, settings }: Preset): void {
  const schema = schemaOf(figure);
  if (!schema) throw new LessonError(file, undefined, `preset "${name}": no figure "${figure}"`);
  const { problems } = fromValues(schema, settings);
  const [problem] = problems;
  if (problem) {
    const words = describeProblem(problem, MESSAGES.en);
    throw new LessonError(file, undefined, `preset "${name}": ${words}`);
  }
}

export function presetOf(lesson: Lesson, name: string): Preset {
  const preset = lesson.presets[name];
  if (preset) return preset;
  const known = Object.keys(lesson.presets).join(', ') || 'none';
  throw new LessonError(lesson.file, undefined, `no preset "${name}" (there are: ${known})`);
}
