// Exports trainings as PyTorch programs, runs those, and compares their tables with the engine's.

import { execFileSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Engine } from 'activation-lab/engine';
import { loadEngine } from 'activation-lab/engine';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  ACTIVATION_IDS,
  type ActivationId,
  DATASETS,
  INITS,
  LOSSES,
  OPTIMIZERS,
} from '../../web/src/engine/catalog.ts';
import { resolveConfig } from '../../web/src/engine/config.ts';
import { setHiddenBias } from '../../web/src/engine/start.ts';
import type { Experiment } from '../../web/src/pytorch/plan.ts';
import { exactProgram } from '../../web/src/pytorch/program.ts';
import { drawnRuns } from '../../web/src/widgets/session/drawn.ts';
import { findPytorch } from '../../web/tools/toolchain.mjs';
import { CASES } from './cases.ts';

/** Relative, of a loss: that of the golden vectors (tests/golden/README.md). */
const TOLERANCE = 1e-3;

let engine: Engine;
let folder: string;
const worst = { difference: 0, where: '' };
const fileOf = (name: string, ending: string) =>
  join(folder, `${name.replaceAll(' ', '-')}${ending}`);

beforeAll(async () => {
  engine = await loadEngine();
  folder = mkdtempSync(join(tmpdir(), 'pytorch-'));
  for (const one of CASES) writeFileSync(fileOf(one.name, '.py'), exactProgram(one));
  const runner = fileURLToPath(new URL('run.py', import.meta.url));
  const python = findPytorch()!.program;
  execFileSync(python, [runner, folder], { stdio: ['ignore', 'ignore', 'inherit'] });
});

afterAll(() => {
  rmSync(folder, { recursive: true });
  const { difference, where } = worst;
  console.log(`largest relative difference of a loss: ${difference.toExponential(1)} (${where})`);
});

test('between them the trainings have every choice there is', () => {
  const configs = CASES.flatMap(({ runs }) => runs.map(({ config }) => resolveConfig(config)));
  const all = <T>(pick: (config: (typeof configs)[number]) => T) => new Set(configs.map(pick));
  expect(new Set(CASES.flatMap(({ runs }) => runs.map(({ label }) => label)))).toEqual(
    new Set([...ACTIVATION_IDS, 'net']),
  );
  expect(all(({ dataset }) => ('name' in dataset ? dataset.name : dataset.task))).toEqual(
    new Set([...DATASETS, 'classification', 'regression']),
  );
  expect(all(({ network }) => network.init)).toEqual(new Set(INITS));
  expect(all(({ loss }) => loss)).toEqual(new Set(LOSSES));
  expect(all(({ optimizer }) => optimizer.name)).toEqual(new Set(OPTIMIZERS));
});

/** The table that the page draws, as rows by column. */
function drawn({ runs, steps, measureEvery, hiddenBias = 0 }: Experiment) {
  const trained = runs.map(({ label, config }) => {
    const training = engine.createTraining(config);
    setHiddenBias(training, hiddenBias);
    const samples = [training.metrics()];
    let status = training.status();
    while (status.step < steps && status.state !== 'diverged') {
      const { step } = status;
      status = training.step(Math.min(steps - step, measureEvery - (step % measureEvery)));
      samples.push(training.metrics());
    }
    training.dispose();
    return { id: label as ActivationId, run: { seed: config.seed ?? 1, samples, status } };
  });
  const { head, rows } = drawnRuns(trained, measureEvery);
  return rows.map((row) => Object.fromEntries(head.map((name, i) => [name, row[i]!])));
}

function parse(csv: string): Record<string, string>[] {
  const [head, ...rows] = csv
    .trim()
    .split(/\r?\n/)
    .map((line) => line.split(','));
  return rows.map((row) => Object.fromEntries(head!.map((name, i) => [name, row[i]!])));
}

/** Relative to the program's; what is not finite has to be so on both sides. */
function lossDifference(loss: number, reference: number): number {
  if (!Number.isFinite(reference)) return Number.isFinite(loss) ? Number.POSITIVE_INFINITY : 0;
  return Math.abs(loss - reference) / Math.abs(reference);
}

const keys = ({ activation, seed, step }: Record<string, unknown>) =>
  `${activation}, seed ${seed}, step ${step}`;

describe('an exported program reproduces the curve of', () => {
  test.each(CASES)('$name', (one) => {
    const table = parse(readFileSync(fileOf(one.name, '.csv'), 'utf8'));
    const expected = drawn(one);
    expect(table.map(keys)).toEqual(expected.map(keys));
    const { trainCount, count } = engine.dataset(one.runs[0]!.config.dataset);
    const rowsOf = { train_accuracy: trainCount, test_accuracy: count - trainCount };
    const found: string[] = [];
    table.forEach((row, i) => {
      const { activation: _, seed: __, step: ___, ...numbers } = row;
      for (const [column, cell] of Object.entries(numbers)) {
        const [here, there] = [expected[i]![column] as number, Number(cell)];
        const where = `${one.name}: ${keys(row)}: ${column}`;
        if (column in rowsOf) {
          // A row at the boundary between classes may fall to either side.
          const off = Math.abs(here - there) * rowsOf[column as keyof typeof rowsOf];
          if (Number.isFinite(there) && !(off < 1.5)) found.push(`${where}: ${here}, ${there}`);
          continue;
        }
        const difference = lossDifference(here, there);
        if (difference > worst.difference) Object.assign(worst, { difference, where });
        if (!(difference <= TOLERANCE)) found.push(`${where}: ${here}, in PyTorch ${there}`);
      }
    });
    expect(found).toEqual([]);
  });
});
