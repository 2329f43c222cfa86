// What the page around a framed figure may say, and what is wrong with anything else.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { COMMANDS, readMessage } from '../../../web/src/site/protocol.ts';

const addressed = { target: 'activation-lab', version: 1 };

test.each(COMMANDS.filter((command) => command !== 'setState'))('takes %s', (command) => {
  expect(readMessage({ ...addressed, command, id: 'a1' })).toEqual({ command, n: 1, id: 'a1' });
});

test('takes steps and a state', () => {
  expect(readMessage({ ...addressed, command: 'step', n: 10 })).toEqual({ command: 'step', n: 10 });
  const state = { version: 1, settings: {} };
  expect(readMessage({ ...addressed, command: 'setState', state, id: 7 })).toEqual({
    command: 'setState',
    n: 1,
    state,
    id: 7,
  });
});

test.each([
  undefined,
  null,
  'play',
  42,
  ['activation-lab'],
  {},
  { command: 'play', version: 1 },
  { source: 'activation-lab', version: 1, type: 'ready' },
])('%j is not for us', (data) => {
  expect(readMessage(data)).toBeUndefined();
});

test.each([
  [{ version: 2, command: 'play' }, 'version', '2'],
  [{ version: '1', command: 'play' }, 'version', '1'],
  [{ command: 'explode' }, 'command', 'explode'],
  [{}, 'command', 'undefined'],
  [{ command: 'constructor' }, 'command', 'constructor'],
  [{ command: 'play', id: {} }, 'id', '{}'],
  [{ command: 'play', id: 'x'.repeat(101) }, 'id', `${'x'.repeat(60)}…`],
  [{ command: 'step', n: 0 }, 'n', '0'],
  [{ command: 'step', n: 1.5 }, 'n', '1.5'],
  [{ command: 'step', n: '3' }, 'n', '3'],
  [{ command: 'step', n: 1e9 }, 'n', '1000000000'],
  [{ command: 'setState' }, 'state', 'undefined'],
  [{ command: 'setState', state: [1] }, 'state', '[1]'],
])('%j is malformed: %s', (data, field, value) => {
  expect(readMessage({ ...addressed, ...data })).toMatchObject({ field, value, allowed: field });
});

test('a complaint carries the id that it is about', () => {
  expect(readMessage({ ...addressed, command: 'explode', id: 3 })).toMatchObject({ id: 3 });
});

test('any data are read, refused or left alone', () => {
  fc.assert(
    fc.property(fc.object(), (data) => {
      const read = readMessage({ ...data, ...addressed });
      expect(read && ('command' in read || 'field' in read)).toBe(true);
    }),
  );
});
