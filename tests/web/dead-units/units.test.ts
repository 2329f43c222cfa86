// The states of units over the measurements of a run.

import { expect, test } from 'vitest';
import type { Activity } from '../../../web/src/engine/protocol.ts';
import { sum, UnitHistory } from '../../../web/src/widgets/dead-units/units.ts';

const activity = (step: number, train: number[], batch: number[] = train): Activity => ({
  step,
  train: [Float32Array.from(train)],
  batch: [Float32Array.from(batch)],
});

test('alive, inactive on the batch, dead, revived', () => {
  const history = new UnitHistory();
  history.add(activity(0, [0.5, 0.5, 0.5, 0], [0.5, 0, 0.5, 0]));
  expect([0, 1, 2, 3].map((unit) => history.state(0, unit))).toEqual([
    'alive',
    'inactive',
    'alive',
    'dead',
  ]);
  history.add(activity(10, [0.5, 0.5, 0, 0.25], [0.5, 0.5, 0, 0]));
  expect([0, 1, 2, 3].map((unit) => history.state(0, unit))).toEqual([
    'alive',
    'alive',
    'dead',
    'revived',
  ]);
  expect(history.life(0, 2)).toMatchObject({ state: 'dead', diedAt: 10, train: 0 });
  expect(history.life(0, 3)).toMatchObject({ state: 'revived', diedAt: 0, revivedAt: 10 });
  expect(history.life(0, 0)).not.toHaveProperty('diedAt');
  history.add(activity(20, [0.5, 0.5, 0, 0]));
  expect(history.life(0, 3)).toMatchObject({ state: 'dead', diedAt: 20, revivedAt: 10 });
  expect(history.past.map(({ step, counts }) => [step, counts.dead, counts.revived])).toEqual([
    [0, 1, 0],
    [10, 1, 1],
    [20, 2, 0],
  ]);
  expect(sum(history.layers)).toEqual({ alive: 2, inactive: 0, dead: 2, revived: 0 });
});

test('what is shown between two regular measurements leaves no trace', () => {
  const history = new UnitHistory();
  history.add(activity(0, [0.5, 0.5]));
  history.show(activity(3, [0, 0.5]));
  expect(history.state(0, 0)).toBe('dead');
  history.add(activity(10, [0.5, 0.5]));
  expect(history.state(0, 0)).toBe('alive');
  expect(history.past).toHaveLength(2);
  history.add(activity(10, [0, 0]));
  expect(history.past).toHaveLength(2);
});
