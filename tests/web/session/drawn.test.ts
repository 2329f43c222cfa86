// The table of a training: a row for each measurement, the same for every way to get there.

import { afterEach, expect, test } from 'vitest';
import { TrainingController } from '../../../web/src/widgets/dead-units/controller.ts';
import { drawnTraining } from '../../../web/src/widgets/dead-units/drawn.ts';
import { deadUnitsSchema } from '../../../web/src/widgets/dead-units/settings.ts';
import { FlowController } from '../../../web/src/widgets/layer-flow/controller.ts';
import { plan } from '../../../web/src/widgets/layer-flow/plan.ts';
import { flowSchema } from '../../../web/src/widgets/layer-flow/settings.ts';
import { defaults } from '../../../web/src/widgets/schema.ts';
import { drawnLanes } from '../../../web/src/widgets/session/drawn.ts';
import { RaceController } from '../../../web/src/widgets/training-race/controller.ts';
import { drawnRace } from '../../../web/src/widgets/training-race/drawn.ts';
import { type RaceSettings, raceSchema } from '../../../web/src/widgets/training-race/settings.ts';

const open: { dispose(): void }[] = [];
afterEach(() => {
  for (const controller of open.splice(0)) controller.dispose();
});

async function raced(change: Partial<RaceSettings>, pauses: readonly number[] = []) {
  const controller = new RaceController(
    () => {},
    () => 'max',
  );
  open.push(controller);
  const settings = {
    ...defaults(raceSchema),
    ...{ racers: ['relu', 'prelu'], depth: 2, width: 4, size: 60, steps: 30 },
    ...change,
  } as RaceSettings;
  await controller.prepare(settings);
  for (const steps of pauses) await controller.advance(steps);
  await controller.play();
  expect(controller.phase).toBe('finished');
  return drawnRace(controller.shown!);
}

test('a race has a row for each network and measurement, however it was paused', async () => {
  const table = await raced({ dataset: 'moons', seeds: 2 });
  expect(table.rows).toHaveLength(2 * 2 * 31);
  expect(table.head.slice(0, 8)).toEqual([
    ...['activation', 'seed', 'step', 'epoch'],
    ...['train_loss', 'test_loss', 'train_accuracy', 'test_accuracy'],
  ]);
  expect(table.head).toEqual(expect.arrayContaining(['layer_2_gradient_norm', 'layer_1_slope_4']));
  const slope = table.head.indexOf('layer_1_slope_1');
  expect(table.rows[0]!.slice(0, 3)).toEqual(['relu', 1, 0]);
  expect(table.rows[0]![slope]).toBe('');
  expect(table.rows.at(-1)!.slice(0, 3)).toEqual(['prelu', 2, 30]);
  expect(table.rows.at(-1)![slope]).toBeTypeOf('number');
  expect(await raced({ dataset: 'moons', seeds: 2 }, [7, 10])).toEqual(table);
});

test('between measurements, pausing leaves nothing', async () => {
  const table = await raced({ dataset: 'moons', steps: 333 });
  expect(await raced({ dataset: 'moons', steps: 333 }, [7, 10, 1])).toEqual(table);
  const steps = table.rows.filter(([id]) => id === 'relu').map((row) => row[2]);
  expect(steps.slice(-2)).toEqual([330, 333]);
});

test('a regression has no accuracies', async () => {
  const { head } = await raced({ dataset: 'sin' });
  expect(head.filter((name) => name.includes('accuracy'))).toEqual([]);
  expect(head).toContain('train_loss');
});

test('figures with one network an activation', async () => {
  const controller = new FlowController(() => {});
  open.push(controller);
  const settings = {
    ...defaults(flowSchema),
    ...{ activations: ['tanh'], depth: 3, width: 4, steps: 10 },
  } as never;
  await controller.prepare(settings);
  await controller.play();
  const { head, rows } = drawnLanes(controller.shown!, plan);
  expect(rows.map((row) => row[2])).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
  expect(head).toContain('layer_3_output_gradient_norm');
  expect(head.some((name) => name.includes('histogram'))).toBe(false);
});

test('units by their state', async () => {
  const controller = new TrainingController(() => {});
  open.push(controller);
  const settings = { ...defaults(deadUnitsSchema), depth: 2, width: 8, steps: 12 };
  await controller.prepare(settings);
  await controller.play();
  const { head, rows } = drawnTraining(controller.shown!);
  const states = ['alive_units', 'inactive_units', 'dead_units', 'revived_units'];
  for (const row of rows) {
    const counts = states.map((name) => row[head.indexOf(name)] as number);
    expect(counts.reduce((a, b) => a + b)).toBe(16);
  }
});
