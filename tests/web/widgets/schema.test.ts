// A widget's schema: whatever is written can be read back, and whatever is wrong is named.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { VERSION } from '../../../web/src/engine/version.ts';
import { MESSAGES } from '../../../web/src/i18n/index.ts';
import { describeProblem } from '../../../web/src/widgets/problems.ts';
import {
  attributeNames,
  defaults,
  defineSchema,
  fromAttributes,
  fromQuery,
  fromState,
  fromValues,
  type Setting,
  toAttributes,
  toKebab,
  toLinkQuery,
  toQuery,
  toState,
} from '../../../web/src/widgets/schema.ts';

const description = () => '';
const schema = defineSchema({
  name: 'test-figure',
  version: 2,
  settings: {
    rate: { type: 'number', min: 0.001, max: 10, default: 0.1, description, lockable: true },
    yMax: { type: 'number', min: -100, max: 100, auto: true, default: 'auto', description },
    hiddenLayers: { type: 'integer', min: 0, max: 64, default: 6, description, hideable: true },
    showBand: { type: 'boolean', default: true, description },
    scale: { type: 'enum', values: ['linear', 'log'], default: 'linear', description },
    racers: {
      type: 'list',
      values: ['sigmoid', 'leaky-relu', 'maxout'],
      minItems: 1,
      maxItems: 3,
      default: ['sigmoid'],
      description,
    },
    note: {
      type: 'string',
      maxLength: 40,
      default: '',
      check: (text: string) =>
        text.includes('!') ? () => 'text without exclamation marks' : undefined,
      description,
    },
  },
  migrate: (from, { speed, ...raw }) =>
    from === 1 && speed !== undefined ? { ...raw, rate: speed } : raw,
});
const [answers, frozen] = [schema.settings.answers, schema.settings.frozen];

/** Any value that a setting allows. */
function anyValueOf(setting: Setting): fc.Arbitrary<unknown> {
  switch (setting.type) {
    case 'number': {
      const { min, max } = setting;
      const number = fc.double({ min, max, noNaN: true }).map((v) => (v === 0 ? 0 : v));
      return setting.auto ? fc.oneof(number, fc.constant('auto')) : number;
    }
    case 'integer':
      return fc.integer({ min: setting.min, max: setting.max });
    case 'boolean':
      return fc.boolean();
    case 'enum':
      return fc.constantFrom(...setting.values);
    case 'list':
      return fc.subarray([...setting.values], {
        minLength: setting.minItems,
        maxLength: setting.maxItems,
      });
    case 'string':
      if (setting === answers) return fc.constantFrom('', 'up|down', 'a | b & c|d?');
      if (setting === frozen) return fc.constantFrom('', '0.1.0~0123456789abcdef');
      return fc
        .string({ maxLength: setting.maxLength, unit: 'grapheme' })
        .filter((text) => text.length <= setting.maxLength && !text.includes('!'));
  }
}

const anyValues = fc.record(
  Object.fromEntries(Object.entries(schema.settings).map(([name, s]) => [name, anyValueOf(s)])),
) as fc.Arbitrary<ReturnType<typeof defaults<typeof schema.settings>>>;

const filled = (given: object) => ({ ...defaults(schema), ...given });

describe('round trips', () => {
  it('writes and reads attributes', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const { given, problems } = fromAttributes(
          schema,
          Object.entries(toAttributes(schema, values)),
        );
        expect(problems).toEqual([]);
        expect(filled(given)).toEqual(values);
      }),
    );
  });

  it('writes and reads queries, beside keys of others', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const query = toQuery(schema, values, defaults(schema), '?utm=a+b&rate=7');
        const { given, problems } = fromQuery(schema, `?${query}`);
        expect(problems.map(({ kind, name }) => [kind, name])).toEqual([['unknown', 'utm']]);
        expect(filled(given)).toEqual(values);
      }),
    );
  });

  it('writes and reads states through JSON', () => {
    fc.assert(
      fc.property(anyValues, (values) => {
        const state = JSON.parse(JSON.stringify(toState(schema, values)));
        const { given, problems } = fromState(schema, state);
        expect(problems).toEqual([]);
        expect(filled(given)).toEqual(values);
      }),
    );
  });
});

describe('compactness', () => {
  it('writes nothing for defaults', () => {
    expect(toQuery(schema, defaults(schema))).toBe('');
    expect(toAttributes(schema, defaults(schema))).toEqual({});
  });

  it('writes what differs from another base, even if it is the default', () => {
    const base = filled({ rate: 1, racers: ['maxout'] });
    const values = filled({ racers: ['maxout', 'sigmoid'] });
    expect(toQuery(schema, values, base)).toBe('v=2&rate=0.1&racers=maxout,sigmoid');
  });

  it('names attributes in kebab case', () => {
    expect(toKebab('yMax')).toBe('y-max');
    expect(attributeNames(schema)).toContain('hidden-layers');
  });
});

describe('reading', () => {
  it.each([
    ['racers', 'maxout sigmoid', ['maxout', 'sigmoid']],
    ['racers', ' maxout,sigmoid , maxout', ['maxout', 'sigmoid']],
    ['show-band', '', true],
    ['show-band', 'off', false],
    ['y-max', 'auto', 'auto'],
    ['rate', ' 1e-2 ', 0.01],
    ['lock', 'rate', ['rate']],
    ['hide', 'hidden-layers', ['hidden-layers']],
  ])('%s="%s"', (name, text, value) => {
    const { given, problems } = fromAttributes(schema, [[name, text]]);
    expect(problems).toEqual([]);
    expect(Object.values(given)).toEqual([value]);
  });
});

describe('problems', () => {
  const en = MESSAGES.en;
  const said = (name: string, text: string) =>
    fromAttributes(schema, [[name, text]]).problems.map((p) => describeProblem(p, en));

  it.each([
    ['rate', 'fast', 'a number from 0.001 to 10'],
    ['rate', '', 'a number from 0.001 to 10'],
    ['rate', 'NaN', 'a number from 0.001 to 10'],
    ['rate', '11', 'a number from 0.001 to 10'],
    ['rate', 'auto', 'a number from 0.001 to 10'],
    ['y-max', '1e9', 'a number from -100 to 100, or auto'],
    ['hidden-layers', '2.5', 'a whole number from 0 to 64'],
    ['show-band', 'maybe', 'true or false'],
    ['scale', 'cubic', 'one of linear, log'],
    ['racers', 'relu', '1 to 3 of sigmoid, leaky-relu, maxout'],
    ['racers', '', '1 to 3 of sigmoid, leaky-relu, maxout'],
    ['note', 'hey!', 'text without exclamation marks'],
    ['note', 'x'.repeat(41), 'text of at most 40 characters'],
    ['answers', 'only one', '2 to 8 answers separated by |'],
    ['frozen', '0.1.0', 'a version and a checksum, such as 0.1.0~0123456789abcdef'],
    ['hide', 'everything', 'hidden-layers, heading, transport, data-table, take-away, help'],
  ])('%s="%s" names the setting, the value and what is allowed', (name, text, allowed) => {
    const [sentence, ...rest] = said(name, text);
    expect(rest).toEqual([]);
    expect(sentence).toContain(`“${name}”`);
    expect(sentence).toContain(text.slice(0, 40));
    expect(sentence).toContain(allowed);
    expect(fromAttributes(schema, [[name, text]]).given).toEqual({});
  });

  it('reports unknown names and keeps the rest', () => {
    const { given, problems } = fromAttributes(schema, [
      ['colour', 'red'],
      ['rate', '2'],
    ]);
    expect(given).toEqual({ rate: 2 });
    expect(problems).toMatchObject([{ kind: 'unknown', name: 'colour' }]);
  });

  it('checks properties by their type, and texts are not numbers', () => {
    const { given, problems } = fromValues(schema, { rate: '2', yMax: 3, constructor: 1 });
    expect(given).toEqual({ yMax: 3 });
    expect(problems.map(({ kind, name }) => [kind, name])).toEqual([
      ['invalid', 'rate'],
      ['unknown', 'constructor'],
    ]);
  });

  it('survives any query', () => {
    fc.assert(
      fc.property(fc.string(), (query) => {
        const { given, problems } = fromQuery(schema, query);
        expect(fromValues(schema, given).problems).toEqual([]);
        for (const language of [MESSAGES.en, MESSAGES.zh]) {
          for (const problem of problems) expect(describeProblem(problem, language)).not.toBe('');
        }
      }),
    );
  });
});

describe('versions', () => {
  it('migrates an older link and state', () => {
    expect(fromQuery(schema, 'v=1&speed=3').given).toEqual({ rate: 3 });
    expect(fromQuery(schema, 'speed=3&hidden-layers=2').given).toEqual({
      rate: 3,
      hiddenLayers: 2,
    });
    expect(fromState(schema, { version: 1, settings: { rate: 0.5, speed: 3 } }).given).toEqual({
      rate: 3,
    });
  });

  it('reads a newer one as far as it goes and says so', () => {
    const { given, problems } = fromQuery(schema, 'v=9&rate=3');
    expect(given).toEqual({ rate: 3 });
    expect(problems).toMatchObject([{ kind: 'version', value: '9', known: 2 }]);
  });

  it('names the version, the engine and the seed in a link that is handed on', () => {
    const seeded = defineSchema({
      name: 'seeded-figure',
      version: 1,
      settings: { seed: { type: 'integer', min: 0, max: 9, default: 1, description } },
    });
    const query = toLinkQuery(seeded, { theme: 'dark' });
    expect(query).toBe(`v=1&engine=${VERSION}&theme=dark&seed=1`);
    expect(fromQuery(seeded, query)).toEqual({
      given: { seed: 1, theme: 'dark' },
      problems: [],
    });
  });

  it('does not read the state of another widget, and says so', () => {
    const { given, problems } = fromState(schema, {
      ...toState(schema, { rate: 3 }),
      widget: 'other-figure',
    });
    expect(given).toEqual({});
    expect(problems.map((problem) => describeProblem(problem, MESSAGES.en))).toEqual([
      'This state is of “other-figure”, not of “test-figure”; it was ignored.',
    ]);
  });

  it.each([null, 7, 'state', {}, { version: 2, settings: 'x' }])('survives %j', (state) => {
    expect(fromState(schema, state).given).toEqual({});
  });
});
