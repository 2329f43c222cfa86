// Exported programs as text: what is written only if needed, and what is refused.
// tests/pytorch runs them.

import { expect, test } from 'vitest';
import type { ActivationId, OwnDatasetConfig } from '../../../web/src/engine/types.ts';
import { exactProgram } from '../../../web/src/pytorch/program.ts';
import { deadUnitsSchema } from '../../../web/src/widgets/dead-units/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { programOf } from '../../../web/src/widgets/session/program.ts';
import { raceSchema } from '../../../web/src/widgets/training-race/settings.ts';

const own = (rows: number): OwnDatasetConfig => ({
  inputs: Array.from({ length: 2 * rows }, (_, i) => i / 3),
  targets: Array.from({ length: rows }, (_, i) => i % 2),
  inputSize: 2,
  task: 'classification',
});

const race = (settings: object, data?: OwnDatasetConfig) =>
  programOf('training-race', { ...defaults(raceSchema), ...settings }, data)!;

const run = (id: ActivationId, label: string = id, more = {}) => ({
  label,
  config: {
    dataset: { name: 'moons' as const },
    network: { hidden: [4], activation: { id } },
    ...more,
  },
});
const some = { steps: 10, measureEvery: 5 };

test('the same settings give the same program, with nothing that they do not need', () => {
  const program = race({ racers: ['relu'], dataset: 'moons' });
  expect(program).toBe(race({ racers: ['relu'], dataset: 'moons' }));
  expect(program).not.toMatch(/undefined|NaN|\[object|null/);
  expect(program).not.toMatch(
    /class (Lambda|Dropout|BatchNorm|PReLU)|def (lecun|lsuv|clip|start_off)|load_digits/,
  );
});

test('own data are written with every digit that float32 has', () => {
  const program = race({ racers: ['relu'], dataset: 'own' }, own(20));
  const [, inputs] = /INPUTS = \[([^\]]*)\]/.exec(program)!;
  const read = Float32Array.from(
    inputs!.split(',').filter((cell) => cell.trim()),
    Number,
  );
  expect(read).toEqual(Float32Array.from(own(20).inputs));
});

test('a figure that trains nothing has no program', () => {
  const settings = defaults(deadUnitsSchema);
  expect(programOf('dead-units', { ...settings, mode: 'born' })).toBeUndefined();
  expect(programOf('activation-plot', {})).toBeUndefined();
});

test.each([
  [
    'own data that are too many',
    () => race({ dataset: 'own' }, own(40_000)),
    /numbers in a program.*100000/,
  ],
  ['own data that are not there', () => race({ dataset: 'own' }), /own data/],
  ['no run', () => exactProgram({ runs: [], ...some }), /runs/],
  [
    'runs that differ in what they share',
    () => exactProgram({ runs: [run('relu'), run('tanh', 'tanh', { batchSize: 9 })], ...some }),
    /runs\[1\]\.config/,
  ],
  [
    'one name for two networks',
    () => exactProgram({ runs: [run('relu', 'net'), run('tanh', 'net', { seed: 2 })], ...some }),
    /runs\[1\]\.config/,
  ],
  [
    'a racer that misses a seed',
    () => exactProgram({ runs: [run('relu'), run('tanh', 'tanh', { seed: 2 })], ...some }),
    /runs.*4, every racer with every seed/,
  ],
  [
    'gates that start with a bias',
    () => exactProgram({ runs: [run('glu')], ...some, hiddenBias: 1 }),
    /glu.*without a gate/,
  ],
  [
    'settings that no engine takes',
    () => exactProgram({ runs: [run('relu', 'relu', { batchSize: 0 })], ...some }),
    /batchSize/,
  ],
])('%s: refused', (_, program, message) => {
  expect(program).toThrow(message);
});
