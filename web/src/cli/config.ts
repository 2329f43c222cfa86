// From the text of a configuration to the job that it asks for. Whatever is not as it should be is
// refused: nothing runs that was not asked for.

import { activationsOf, resolveConfig, stepsCheck } from '../engine/config.ts';
import { EngineError } from '../engine/errors.ts';
import type { SessionOptions } from '../engine/protocol.ts';
import type { ActivationId, TrainingConfig } from '../engine/types.ts';
import { VERSION } from '../engine/version.ts';
import { en } from '../i18n/en.ts';
import type { Experiment } from '../pytorch/plan.ts';
import { exactProgram } from '../pytorch/program.ts';
import { describeAllowed } from '../widgets/problems.ts';
import {
  defaults,
  fromState,
  fromValues,
  type Problem,
  type Schema,
  type Setting,
  type SettingValue,
  toQuery,
  toState,
} from '../widgets/schema.ts';
import { experimentOf } from '../widgets/session/experiments.ts';
import { citation } from '../widgets/take-away/citation.ts';
import { embedCode } from '../widgets/take-away/embed-code.ts';
import { measurementInterval } from '../widgets/training-race/config.ts';
import { refused, UsageError } from './failure.ts';
import { lanesJob, RUNNABLE } from './figures.ts';
import type { Job } from './job.ts';

/** What the command line sets over the configuration. */
export interface Overrides {
  seed?: number;
  steps?: number;
  /** The root of a site, for the link in the first line of the table. */
  site?: string;
  warn?: (text: string) => void;
}

type Json = Record<string, unknown>;
type Measured = Pick<SessionOptions, 'hiddenBias'> & { measureEvery: number };

const STATE_KEYS = ['widget', 'version', 'engine', 'settings', 'about'];
const TRAINING_KEYS = ['training', 'steps', 'measureEvery', 'hiddenBias', 'about'];

export function readJob(text: string, overrides: Overrides): Job {
  const given = parse(text);
  if ('widget' in given) return figureJob(given, overrides);
  if ('training' in given) return trainingJob(given, overrides);
  throw new UsageError(
    'neither "widget" nor "training" is in it; allowed: the settings of a figure as it saves them, ' +
      'or { "training": …, "steps": … }',
  );
}

function parse(text: string): Json {
  let given: unknown;
  try {
    given = JSON.parse(text);
  } catch (error) {
    throw new UsageError(`it is not JSON: ${(error as Error).message}`);
  }
  if (isObject(given)) return given;
  throw refused('the configuration', given, 'an object');
}

const isObject = (value: unknown): value is Json =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function checkKeys(given: Json, keys: readonly string[]): void {
  for (const [key, value] of Object.entries(given)) {
    if (!keys.includes(key)) throw refused(key, value, `the keys are: ${keys.join(', ')}`);
  }
}

// A figure.

function figureJob(given: Json, { seed, steps, site, warn }: Overrides): Job {
  const { widget, engine } = given;
  const runnable = typeof widget === 'string' ? RUNNABLE.get(widget) : undefined;
  const names = [...RUNNABLE.keys()].join(', ');
  if (!runnable) throw refused('widget', widget, `figures that train: ${names}`);
  checkKeys(given, STATE_KEYS);
  if (given.settings !== undefined && !isObject(given.settings)) {
    throw refused('settings', given.settings, 'an object');
  }
  if (engine !== undefined && engine !== VERSION) {
    warn?.(`the configuration is of engine ${JSON.stringify(engine)}, and this is ${VERSION}`);
  }
  const { schema } = runnable;
  const state = fromState(schema, given);
  const over = fromValues(schema, {
    ...(seed === undefined ? {} : { seed }),
    ...(steps === undefined ? {} : { steps }),
  });
  const problems = [
    ...state.problems.map((problem) => describe(problem, schema)),
    ...over.problems.map((problem) => `--${describe(problem, schema)}`),
  ];
  if (problems.length > 0) throw new UsageError(problems.join('\n'));
  const settings = { ...defaults(schema), ...state.given, ...over.given };
  const query = toQuery(schema, settings);
  const values = settings as Record<string, SettingValue>;
  const where = site ? embedCode('link', schema, values, { site, title: '' }) : `?${query}`;
  const asked = { asked: toState(schema, settings), source: citation(schema.name, where) };
  const job = runnable.job(asked, settings as never);
  const experiment = experimentOf(schema.name, settings);
  return experiment ? { ...job, program: () => programOf(experiment) } : job;
}

function describe(problem: Problem, schema: Schema): string {
  const allowed = {
    invalid: () => describeAllowed((problem as { setting: Setting }).setting, en, problem.value),
    version: () => `versions from 1 to ${schema.version}`,
    widget: () => `it has to be ${schema.name}`,
    unknown: () => `the settings are: ${Object.keys(schema.settings).join(', ')}`,
  }[problem.kind]();
  const name = problem.kind === 'version' ? 'version' : problem.name;
  return refused(name, problem.value, allowed).message;
}

// A plain training.

function trainingJob(given: Json, { seed, steps }: Overrides): Job {
  checkKeys(given, TRAINING_KEYS);
  const { training, hiddenBias, ...rest } = given;
  if (!isObject(training)) throw refused('training', training, 'an object');
  const asked = { ...rest, training: { ...training, ...(seed === undefined ? {} : { seed }) } };
  const config = withRows(asked.training) as unknown as TrainingConfig;
  const resolved = checked(() => resolveConfig(config));
  const all = checked(() => stepsCheck.read(steps ?? given.steps, steps ? '--steps' : 'steps'));
  const measureEvery = (given.measureEvery ?? measurementInterval(all)) as number;
  const ids = new Set(activationsOf(resolved.network).map(({ id }) => id));
  const label = [...ids].join('+');
  const options = { measureEvery, ...(hiddenBias === undefined ? {} : { hiddenBias }) } as Measured;
  const job = lanesJob(
    { asked: { ...asked, steps: all }, source: citation('training') },
    { steps: all, seed: resolved.seed },
    () => ({ ids: [label as ActivationId], config: () => config, options }),
  );
  const experiment = { runs: [{ label, config }], steps: all, ...options };
  return { ...job, program: () => programOf(experiment) };
}

/** JSON has no typed arrays, which own data are given in. */
function withRows(training: Json): Json {
  const { dataset } = training;
  if (!isObject(dataset)) return training;
  const rows = Object.entries(dataset).map(([key, value]) => [
    key,
    Array.isArray(value) ? Float32Array.from(value as number[]) : value,
  ]);
  return { ...training, dataset: Object.fromEntries(rows) };
}

const programOf = (experiment: Experiment) =>
  checked(() => exactProgram(experiment), '--pytorch: ');

function checked<T>(read: () => T, prefix = ''): T {
  try {
    return read();
  } catch (error) {
    if (error instanceof EngineError) throw new UsageError(prefix + error.message);
    throw error;
  }
}
