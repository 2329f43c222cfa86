// A training's numbers follow from its configuration alone: not from how its steps are cut, what is
// looked at on the way, pauses, other trainings or the order of all these.

import fc from 'fast-check';
import { afterEach, beforeAll, expect, test, vi } from 'vitest';
import { TrainingSession } from '../../../web/src/engine/client.ts';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import type { Frame } from '../../../web/src/engine/protocol.ts';
import type { Engine, Metrics, Training, TrainingConfig } from '../../../web/src/engine/types.ts';
import { FakeWorker } from './fake-worker.ts';

const END = 60;
const EVERY = 5;
const GRID = Float32Array.of(0.5, -0.5, 1, 2, -1, 0);

const base = { dataset: { name: 'moons', size: 70 }, batchSize: 16 } as const;
/** Chance, running statistics, an optimizer with state, learned slopes, pieces and gates. */
const configs: TrainingConfig[] = [
  { ...base, network: { hidden: [6], activation: { id: 'relu' }, dropout: 0.3 } },
  {
    ...base,
    network: { hidden: [5, 4], activation: { id: 'rrelu' }, batchNorm: true },
    optimizer: { name: 'adam' },
  },
  {
    ...base,
    seed: 9,
    network: { hidden: [7], activation: { id: 'prelu' } },
    optimizer: { name: 'nesterov', clipNorm: 0.5 },
  },
  { ...base, network: { hidden: [4, 3], activation: [{ id: 'maxout' }, { id: 'gtu' }] } },
  {
    ...base,
    network: { hidden: [6], activation: { id: 'leaky-relu' } },
    optimizer: { name: 'sgd', learningRate: 1e6 },
  },
];

/** Everything that a training can say of itself. */
function state(training: Training) {
  return {
    status: training.status(),
    metrics: training.metrics({ histograms: true }),
    parameters: training.parameters(),
    outputs: training.predict(GRID),
  };
}

interface Reference {
  state: ReturnType<typeof state>;
  metrics: Metrics;
  /** As a session measures on the way. */
  history: Metrics[];
}

let engine: Engine;
let references: Reference[];

beforeAll(async () => {
  engine = await loadEngine();
  references = configs.map((config) => {
    const whole = engine.createTraining(config);
    whole.step(END);
    const watched = engine.createTraining(config);
    const history = [watched.metrics()];
    while (watched.status().step < END) {
      // A divergence ends a step early.
      if (watched.step(EVERY).step === history.at(-1)!.step) break;
      history.push(watched.metrics());
    }
    const reference = {
      state: state(whole),
      metrics: whole.metrics(),
      history,
    };
    whole.dispose();
    watched.dispose();
    return reference;
  });
  expect(references.map(({ state }) => state.status.state)).toContain('diverged');
});

afterEach(() => vi.unstubAllGlobals());

const some = fc.subarray([...configs.keys()], { minLength: 1 });
const racers = some.chain((list) => fc.shuffledSubarray(list, { minLength: list.length }));

test('trainings that take turns, with others made and looked at in between', () => {
  const turn = fc.record({
    racer: fc.nat(configs.length - 1),
    steps: fc.oneof(fc.constantFrom(0, 1), fc.nat(25)),
    look: fc.constantFrom('metrics', 'histograms', 'predict', 'status', 'visitor', 'nothing'),
  });
  fc.assert(
    fc.property(racers, fc.array(turn, { maxLength: 40 }), (order, turns) => {
      const trainings = order.map((index) => engine.createTraining(configs[index]!));
      const taken = order.map(() => 0);
      const advance = (racer: number, steps: number) => {
        const most = Math.min(steps, END - taken[racer]!);
        trainings[racer]!.step(most);
        taken[racer]! += most;
      };
      for (const { racer, steps, look } of turns) {
        const at = racer % order.length;
        advance(at, steps);
        const training = trainings[at]!;
        if (look === 'metrics') training.metrics();
        else if (look === 'histograms') training.metrics({ histograms: true });
        else if (look === 'predict') training.predict(GRID);
        else if (look === 'status') training.status();
        else if (look === 'visitor') {
          const visitor = engine.createTraining({ ...configs[racer]!, seed: steps });
          visitor.step(3);
          visitor.dispose();
          engine.evaluate('gelu', GRID);
        }
      }
      order.forEach((_, racer) => {
        advance(racer, END);
      });
      expect(trainings.map(state)).toEqual(order.map((index) => references[index]!.state));
      for (const training of trainings) training.dispose();
    }),
    { numRuns: 150 },
  );
});

test('racers of a session, however it is run, paused, looked at and begun again', async () => {
  vi.stubGlobal('Worker', FakeWorker);
  const pace = fc.oneof(
    fc.record({ steps: fc.integer({ min: 1, max: 30 }) }),
    fc.record({ milliseconds: fc.constantFrom(0, 0.1, 1) }),
    fc.constant({}),
  );
  const act = fc.oneof(
    fc.record({ call: fc.constant('step' as const), steps: fc.nat(20), pace }),
    fc.record({ call: fc.constant('run and pause' as const), after: fc.nat(6), pace }),
    fc.record({ call: fc.constant('view' as const), test: fc.boolean() }),
    fc.constant({ call: 'predict' as const }),
    fc.constant({ call: 'reset' as const }),
    fc.constant({ call: 'die' as const }),
  );
  await fc.assert(
    fc.asyncProperty(racers, fc.array(act, { maxLength: 8 }), async (order, acts) => {
      const session = new TrainingSession();
      let frames: Frame[] = [];
      session.addEventListener('frame', ({ frame }) => {
        frames = frame.first ? [frame] : [...frames, frame];
      });
      await session.start(
        order.map((index) => configs[index]!),
        { measureEvery: EVERY },
      );
      for (const given of acts) {
        const at = frames.at(-1)!.step;
        if (given.call === 'step') {
          await session.step(Math.min(given.steps, END - at), given.pace);
        } else if (given.call === 'run and pause') {
          const run = session.runTo(END, given.pace);
          await new Promise((resolve) => setTimeout(resolve, given.after));
          await session.pause();
          await run;
        } else if (given.call === 'view') {
          await session.view({ grid: GRID, test: given.test, every: 2 });
        } else if (given.call === 'predict') {
          await session.predict(0, GRID);
        } else if (given.call === 'reset') {
          await session.reset();
        } else {
          FakeWorker.all.at(-1)!.die('out of memory');
          await session.restart();
        }
      }
      const last = await session.runTo(END);
      for (const [racer, index] of order.entries()) {
        const { state, metrics, history } = references[index]!;
        expect(last.racers[racer]!.metrics).toEqual(metrics);
        expect(last.racers[racer]!.status).toEqual(state.status);
        expect(await session.predict(racer, GRID)).toEqual(state.outputs);
        expect(frames.flatMap((frame) => frame.racers[racer]!.measurements)).toEqual(history);
      }
      session.dispose();
    }),
    { numRuns: 60 },
  );
}, 120_000);
