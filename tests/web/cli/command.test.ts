// The command line: what a page runs, in files that are whole or not there, and refusals in words.

import {
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadEngine } from 'activation-lab/engine';
import { strFromU8, unzipSync } from 'fflate';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { runCommand } from '../../../web/src/cli/command.ts';
import { VERSION } from '../../../web/src/engine/version.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { racePlan } from '../../../web/src/widgets/training-race/config.ts';
import { type RaceSettings, raceSchema } from '../../../web/src/widgets/training-race/settings.ts';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'cli-'));
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

const path = (name: string) => join(folder, name);
const read = (name: string) => readFileSync(path(name), 'utf8');

async function command(...args: string[]) {
  const written = { stdout: '', stderr: '' };
  const stream = (name: 'stdout' | 'stderr') => ({
    write: (text: string) => {
      written[name] += text;
    },
  });
  const code = await runCommand(args, { stdout: stream('stdout'), stderr: stream('stderr') });
  return { code, ...written };
}

/** Writes a configuration and runs it. */
function run(config: unknown, ...args: string[]) {
  const text = typeof config === 'string' ? config : JSON.stringify(config);
  writeFileSync(path('config.json'), text);
  return command('run', path('config.json'), ...args);
}

const race = (settings: object = {}, rest: object = {}) => ({
  widget: 'training-race',
  version: 1,
  engine: VERSION,
  settings: {
    racers: ['relu', 'tanh'],
    dataset: 'moons',
    size: 60,
    depth: 1,
    width: 4,
    ...settings,
  },
  ...rest,
});
const training = (change: object = {}) => ({
  training: {
    dataset: { name: 'moons', size: 60 },
    network: { hidden: [4], activation: { id: 'gelu' } },
    ...change,
  },
  steps: 10,
});

/** Rows of a CSV by its columns, without the comment. */
function table(csv: string): Record<string, string>[] {
  const [comment, head, ...rows] = csv.trimEnd().split('\r\n');
  expect(comment).toMatch(/^# Activation Lab /);
  const names = head!.split(',');
  return rows.map((row) => Object.fromEntries(row.split(',').map((cell, i) => [names[i], cell])));
}

describe('what it writes', () => {
  test('the measurements, bit for bit those of the engine', async () => {
    const { code, stdout, stderr } = await run(race({ steps: 30, seeds: 2 }));
    expect([code, stderr]).toEqual([0, '']);
    const rows = table(stdout);
    expect(rows).toHaveLength(2 * 2 * 31);
    const last = rows.findLast(({ activation }) => activation === 'tanh')!;
    const plan = racePlan({ ...defaults(raceSchema), ...race().settings } as RaceSettings);
    const own = (await loadEngine()).createTraining(plan.config(plan.entries[1]!, 2));
    own.step(30);
    expect([last.seed, last.step]).toEqual(['2', '30']);
    expect(Number(last.test_loss)).toBe(own.metrics().testLoss);
    own.dispose();
  });

  test('seed and steps of the command line come before those of the configuration', async () => {
    const { stdout } = await run(race({ steps: 30 }), '--seed', '7', '--steps', '3');
    expect(table(stdout).map(({ seed, step }) => [seed, step])).toEqual(
      ['relu', 'tanh'].flatMap(() => [0, 1, 2, 3].map((step) => ['7', String(step)])),
    );
    expect(stdout).toContain('seed=7&steps=3');
    const plain = await run(training(), '--seed', '7', '--steps', '2');
    expect(
      table(plain.stdout).map(({ activation, seed, step }) => [activation, seed, step]),
    ).toEqual([0, 1, 2].map((step) => ['gelu', '7', String(step)]));
  });

  test('files: the table, the weights and a program', async () => {
    const files = ['curve.csv', 'weights.zip', 'program.py'].map(path);
    const options = ['--out', '--weights', '--pytorch'].flatMap((name, i) => [name, files[i]!]);
    const { code, stdout, stderr } = await run(training(), ...options);
    expect([code, stdout, stderr]).toEqual([0, '', '']);
    expect(table(read('curve.csv'))).toHaveLength(11);
    const zip = unzipSync(readFileSync(path('weights.zip')));
    expect(Object.keys(zip)).toContain('gelu/seed-1/layers.1.bias.npy');
    expect(JSON.parse(strFromU8(zip['weights.json']!)).networks[0].step).toBe(10);
    expect(read('program.py')).toMatch(/^# Activation Lab .*\n"""/);
    expect(readdirSync(folder).sort()).toEqual(
      ['config.json', 'curve.csv', 'program.py', 'weights.zip'].sort(),
    );
  });

  test('JSON, with what is not finite as text', async () => {
    const { stdout } = await run(
      training({
        optimizer: { name: 'sgd', learningRate: 1e6 },
        network: { hidden: [4, 4], activation: { id: 'relu' } },
      }),
      '--json',
    );
    const { asked, runs } = JSON.parse(stdout);
    expect(asked).toMatchObject({ steps: 10, training: { dataset: { name: 'moons' } } });
    expect(runs[0]).toMatchObject({ activation: 'relu', seed: 1, status: { state: 'diverged' } });
    expect(runs[0].measurements[0].step).toBe(0);
  });

  test('every figure that trains', async () => {
    const small = { width: 4, depth: 2, steps: 4 };
    const figures = {
      'layer-flow': { ...small, activations: ['tanh'] },
      'slope-tracks': small,
      'digit-pad': { ...small, racers: ['relu'] },
      'dead-units': small,
      'divergence-map': {
        ...{ activations: ['relu'], dataset: 'moons', depth: 1, width: 4 },
        ...{ steps: 20, seeds: 1, rateFrom: 0.1, rateTo: 1, perDecade: 1 },
      },
    };
    for (const [widget, settings] of Object.entries(figures)) {
      const { code, stdout, stderr } = await run({ widget, version: 1, settings });
      expect([widget, code, stderr]).toEqual([widget, 0, '']);
      expect(table(stdout).length).toBeGreaterThan(1);
    }
  });

  test('own data', async () => {
    const dataset = {
      ...{ inputs: [0, 1, 2, 3, 4, 5, 6, 7], targets: [0, 0, 0, 0, 1, 1, 1, 1] },
      ...{ inputSize: 1, task: 'classification', classes: 2 },
    };
    const { code, stdout, stderr } = await run(training({ dataset }));
    expect([code, stderr]).toEqual([0, '']);
    expect(table(stdout)).toHaveLength(11);
  });

  test('a state of another engine is run with a warning', async () => {
    const { code, stderr } = await run(race({ steps: 1 }, { engine: '0.0.1' }));
    expect(code).toBe(0);
    expect(stderr).toBe(
      `activation-lab: the configuration is of engine "0.0.1", and this is ${VERSION}\n`,
    );
  });
});

describe('what it refuses, with exit code 2', () => {
  const refusals: [name: string, config: unknown, args: string[], message: string][] = [
    ['text', '{ "widget": ', [], 'it is not JSON: '],
    ['a list', [1], [], 'the configuration: [1] is not allowed; an object'],
    ['something else', { a: 1 }, [], 'neither "widget" nor "training" is in it'],
    [
      'an unknown figure',
      race({}, { widget: 'pie' }),
      [],
      'widget: "pie" is not allowed; figures that',
    ],
    [
      'a figure that trains nothing',
      race({}, { widget: 'gate-plot' }),
      [],
      'figures that train: tr',
    ],
    [
      'an unknown key',
      race({}, { setings: 1 }),
      [],
      'setings: 1 is not allowed; the keys are: widget',
    ],
    [
      'an unknown setting',
      race({ stpes: 1 }),
      [],
      'stpes: "1" is not allowed; the settings are: rac',
    ],
    [
      'a bad value',
      race({ depth: 99 }),
      [],
      'depth: "99" is not allowed; a whole number from 1 to',
    ],
    [
      'no version',
      race({}, { version: undefined }),
      [],
      'version: "undefined" is not allowed; ver',
    ],
    ['data that are not there', race({ dataset: 'own' }), [], 'dataset: "own" is not allowed; own'],
    ['a bad option', race(), ['--steps', 'x'], '--steps: "x" is not allowed; an integer'],
    ['too many steps', race(), ['--steps', '999999'], '--steps: "999999" is not allowed; a whole'],
    ['an unknown option', race(), ['--seeds', '3'], "Unknown option '--seeds'"],
    ['a bad site', race(), ['--site', 'here'], '--site: "here" is not allowed; an address'],
    ['a bad training', training({ batchSize: 0 }), [], 'batchSize: 0 is too small; at least 1'],
    ['a bad field in it', training({ network: 1 }), [], 'network: 1 is not an object'],
    ['steps that are missing', { training: training().training }, [], 'steps: '],
    [
      'a mode that trains nothing',
      { widget: 'dead-units', version: 1, settings: { mode: 'born' } },
      [],
      'mode: "born" is not allowed',
    ],
    [
      'weights of a map',
      { widget: 'divergence-map', version: 1 },
      ['--weights', 'w.zip'],
      '--weights: "w.zip" is not allowed',
    ],
  ];
  test.each(refusals)('%s', async (_, config, args, message) => {
    const { code, stdout, stderr } = await run(config, ...args);
    expect(stderr).toContain(message);
    expect([code, stdout]).toEqual([2, '']);
  });

  test('files that it must not or cannot write', async () => {
    writeFileSync(path('there.csv'), 'precious');
    mkdirSync(path('folder'));
    const cases = [
      ['there.csv', 'it is there already; --force replaces it'],
      ['folder', 'it is a folder'],
      ['nowhere/out.csv', 'ENOENT'],
    ] as const;
    for (const [name, message] of cases) {
      const { code, stderr } = await run(race({ steps: 1 }), '--out', path(name));
      expect(stderr).toContain(message);
      expect(code).toBe(2);
    }
    expect(read('there.csv')).toBe('precious');
    const twice = ['--out', path('a'), '--weights', path('a')];
    expect((await run(race(), ...twice)).stderr).toContain('--weights: ');
    expect(readdirSync(folder).sort()).toEqual(['config.json', 'folder', 'there.csv']);
    expect((await run(race({ steps: 1 }), '--out', path('there.csv'), '--force')).code).toBe(0);
    expect(table(read('there.csv'))).toHaveLength(4);
  });

  test('a configuration that is not there, and commands that it does not know', async () => {
    expect((await command('run', path('none.json'))).stderr).toContain(
      'none.json: it cannot be read',
    );
    expect((await command('run')).stderr).toContain('the configuration is missing');
    expect((await command('walk', 'a')).stderr).toContain('"walk" is not allowed; there is: run');
    expect((await command('run', 'a', 'b')).code).toBe(2);
  });
});

test('help and version', async () => {
  expect(await command('--version')).toEqual({ code: 0, stdout: `${VERSION}\n`, stderr: '' });
  const { stdout } = await command('--help');
  for (const option of ['--out', '--json', '--weights', '--pytorch', '--seed', '--force']) {
    expect(stdout).toContain(option);
  }
  expect(existsSync(path('--help'))).toBe(false);
});
