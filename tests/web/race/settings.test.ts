// From settings to training configurations, and settings through links and attributes.

import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { NamedDatasetConfig, OwnDatasetConfig } from '../../../web/src/engine/types.ts';
import {
  defaults,
  fromAttributes,
  fromQuery,
  fromState,
  type Setting,
  type SettingValue,
  toAttributes,
  toQuery,
  toState,
} from '../../../web/src/widgets/schema.ts';
import {
  measurementInterval,
  racePlan,
  raceSeeds,
} from '../../../web/src/widgets/training-race/config.ts';
import {
  type RaceSettings,
  raceSchema,
  runKey,
} from '../../../web/src/widgets/training-race/settings.ts';

const base = defaults(raceSchema) as RaceSettings;
const config = (settings: Partial<RaceSettings>, racer = 0) => {
  const plan = racePlan({ ...base, ...settings });
  return plan.config(plan.entries[racer]!, plan.seeds[0]!);
};

describe('racePlan', () => {
  it('runs sigmoid, ReLU, PReLU and maxout on digits by default', () => {
    const plan = racePlan(base);
    expect(plan.entries.map(({ id }) => id)).toEqual(['sigmoid', 'relu', 'prelu', 'maxout']);
    expect(plan.seeds).toEqual([1]);
    expect(plan.interval).toBe(10);
    expect(plan.config(plan.entries[0]!, 1)).toMatchObject({
      seed: 1,
      dataset: { name: 'digits' },
      network: {
        hidden: [32, 32, 32, 32, 32, 32],
        activation: { id: 'sigmoid' },
        init: 'auto',
        initScale: 1,
        batchNorm: false,
        dropout: 0,
      },
      optimizer: { name: 'sgd', learningRate: 0.1, weightDecay: 0, clipNorm: 0 },
      batchSize: 64,
    });
  });

  it('changes nothing but the activation and its width from racer to racer', () => {
    const plan = racePlan({ ...base, racers: ['tanh', 'maxout'], budget: 'parameters' });
    const [one, other] = plan.entries.map((entry) => plan.config(entry, 3));
    expect({ ...one, network: null }).toEqual({ ...other, network: null });
    expect(other!.network.activation).toEqual({ id: 'maxout', params: { pieces: 2 } });
    expect(other!.network.hidden[0]).toBeLessThan(one!.network.hidden[0]!);
  });

  it('gives gates and maxout about as many parameters, and only if asked', () => {
    const racers = ['relu', 'maxout', 'glu'] as const;
    const equal = racePlan({ ...base, racers, budget: 'parameters', pieces: 5 }).entries;
    for (const { parameters } of equal) {
      expect(Math.abs(parameters / equal[0]!.parameters - 1)).toBeLessThan(0.08);
    }
    const wide = racePlan({ ...base, racers, pieces: 5 }).entries;
    expect(wide.map(({ width }) => width)).toEqual([32, 32, 32]);
    expect(wide[1]!.parameters).toBeGreaterThan(4 * wide[0]!.parameters);
  });

  it('passes size and noise on only where they are set and apply', () => {
    const dataset = (settings: Partial<RaceSettings>) =>
      config(settings).dataset as NamedDatasetConfig;
    expect(dataset({ dataset: 'moons' })).toEqual({ name: 'moons' });
    const set = { size: 300, noise: 0.2 };
    expect(dataset({ dataset: 'moons', ...set })).toEqual({ name: 'moons', ...set });
    expect(dataset({ dataset: 'digits', ...set })).toEqual({ name: 'digits', size: 300 });
  });

  it('takes own data as they are, and needs them', () => {
    const own: OwnDatasetConfig = {
      inputs: [0, 1, 1, 0],
      targets: [0, 1],
      inputSize: 2,
      task: 'classification',
      classes: 2,
    };
    const plan = racePlan({ ...base, dataset: 'own' }, own);
    expect(plan.config(plan.entries[0]!, 1).dataset).toBe(own);
    expect(() => racePlan({ ...base, dataset: 'own' })).toThrow('own data');
  });

  it('measures about a hundred times on round steps', () => {
    expect([1, 100, 200, 1000, 3000, 20_000].map(measurementInterval)).toEqual([
      1, 1, 2, 10, 50, 200,
    ]);
  });

  it('counts seeds up, around the end', () => {
    expect(raceSeeds(5, 3)).toEqual([5, 6, 7]);
    expect(raceSeeds(4_294_967_295, 2)).toEqual([4_294_967_295, 0]);
  });
});

describe('settings', () => {
  const value = (setting: Setting): fc.Arbitrary<SettingValue> => {
    switch (setting.type) {
      case 'number':
        // No text tells −0 from 0.
        return fc.double({ min: setting.min, max: setting.max, noNaN: true }).map((x) => x + 0);
      case 'integer':
        return fc.integer({ min: setting.min, max: setting.max });
      case 'boolean':
        return fc.boolean();
      case 'enum':
        return fc.constantFrom(...setting.values);
      case 'list': {
        const { minItems: minLength, maxItems: maxLength } = setting;
        return fc.shuffledSubarray([...setting.values], { minLength, maxLength });
      }
      case 'string':
        return fc.constant(setting.default);
    }
  };
  const some = fc.record(
    Object.fromEntries(Object.entries(raceSchema.settings).map(([k, s]) => [k, value(s)])),
    { requiredKeys: [] },
  ) as fc.Arbitrary<Partial<RaceSettings>>;

  it('survive links, attributes and states', () => {
    fc.assert(
      fc.property(some, (given) => {
        const all = { ...base, ...given };
        const link = fromQuery(raceSchema, toQuery(raceSchema, all));
        const attributes = fromAttributes(
          raceSchema,
          Object.entries(toAttributes(raceSchema, all)),
        );
        const state = fromState(raceSchema, JSON.parse(JSON.stringify(toState(raceSchema, all))));
        for (const { given: read, problems } of [link, attributes, state]) {
          expect(problems).toEqual([]);
          expect({ ...base, ...read }).toEqual(all);
        }
      }),
    );
  });

  it('put only what differs from the defaults into a link', () => {
    expect(toQuery(raceSchema, base)).toBe('');
    expect(toQuery(raceSchema, { ...base, depth: 8, racers: ['relu', 'gelu'] })).toBe(
      'racers=relu,gelu&depth=8',
    );
  });

  it('name what a bad link gets wrong, and keep the rest', () => {
    const { given, problems } = fromQuery(raceSchema, 'depth=21&width=3.5&racers=&seed=-1&steps=5');
    expect(given).toEqual({ steps: 5 });
    expect(problems.map(({ name }) => name)).toEqual(['depth', 'width', 'racers', 'seed']);
  });

  it('start anew for what changes the numbers, and only for that', () => {
    const key = runKey(base);
    expect(runKey({ ...base, lossScale: 'linear', speed: '5', autoplay: true })).toBe(key);
    expect(runKey({ ...base, clipNorm: 1 })).not.toBe(key);
  });
});
