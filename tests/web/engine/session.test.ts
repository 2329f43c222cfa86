// Training sessions: in step, reproducible however they are cut, and honest about failures.

import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { type FailureEvent, TrainingSession } from '../../../web/src/engine/client.ts';
import { loadEngine } from '../../../web/src/engine/engine.ts';
import { EngineError } from '../../../web/src/engine/errors.ts';
import type { Frame, Pace, SessionOptions } from '../../../web/src/engine/protocol.ts';
import type { ActivationId, Metrics, TrainingConfig } from '../../../web/src/engine/types.ts';
import { BrokenWorker, FakeWorker } from './fake-worker.ts';

const racer = (id: ActivationId, learningRate = 0.1): TrainingConfig => ({
  dataset: { name: 'moons', size: 100 },
  network: { hidden: [6, 6], activation: { id } },
  optimizer: { name: 'sgd', learningRate },
});
const racers = [racer('relu'), racer('maxout'), racer('prelu')];

const sessions: TrainingSession[] = [];

function open() {
  const session = new TrainingSession();
  sessions.push(session);
  const frames: Frame[] = [];
  session.addEventListener('frame', ({ frame }) => {
    if (frame.first) frames.length = 0;
    frames.push(frame);
  });
  /** All measurements of a racer since the start. */
  const history = (index: number): Metrics[] =>
    frames.flatMap((frame) => frame.racers[index]!.measurements);
  return { session, frames, history };
}

async function refusal(call: Promise<unknown>): Promise<EngineError> {
  const error = await call.then(
    () => undefined,
    (reason: unknown) => reason,
  );
  expect(error).toBeInstanceOf(EngineError);
  return error as EngineError;
}

beforeEach(() => {
  FakeWorker.all = [];
});
afterEach(() => {
  for (const session of sessions.splice(0)) session.dispose();
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
});

describe.each(['worker', 'page'])('in the %s', (place) => {
  beforeEach(() => {
    if (place === 'worker') vi.stubGlobal('Worker', FakeWorker);
  });

  test('measurements carry the activity of units, and hidden biases start where they are put', async () => {
    const { session, frames } = open();
    const config = racer('relu', 1);
    await session.start([config], { measureEvery: 4, activity: true, hiddenBias: -0.5 });
    const last = await session.runTo(6);

    const engine = await loadEngine();
    const training = engine.createTraining(config);
    const biases = training.parameters().filter(({ kind, layer }) => kind === 'bias' && layer < 2);
    for (const { values } of biases) values.fill(-0.5);
    training.setParameters(biases);
    const activity = () => ({
      step: training.status().step,
      train: training.activity('train'),
      batch: training.activity('batch'),
    });
    const expected = [activity()];
    training.step(4);
    expected.push(activity());
    training.step(2);
    expect(frames.flatMap(({ racers }) => racers[0]!.activities)).toEqual(expected);
    expect(last.racers[0]!.activity).toEqual(activity());
    expect(last.racers[0]!.metrics).toEqual(training.metrics());
    training.dispose();

    const again = await session.reset();
    expect(again.racers[0]!.activities).toEqual([expected[0]]);
    const error = await refusal(session.start([config], { hiddenBias: Number.NaN }));
    expect(error).toMatchObject({ code: 'not-finite', field: 'options.hiddenBias' });
    await session.start([config]);
    expect((await session.step(1)).racers[0]).not.toHaveProperty('activity');
  });

  test('what comes out is what the engine computes', async () => {
    const { session, history } = open();
    const first = await session.start(racers, { measureEvery: 4, histograms: true });
    expect(first).toMatchObject({ first: true, step: 0, playing: false });
    const last = await session.runTo(10);
    expect(FakeWorker.all).toHaveLength(place === 'worker' ? 1 : 0);
    expect(last).toMatchObject({ first: false, step: 10, playing: false });

    const engine = await loadEngine();
    for (const [i, config] of racers.entries()) {
      const training = engine.createTraining(config);
      const expected = [training.metrics({ histograms: true })];
      for (const steps of [4, 4]) {
        training.step(steps);
        expected.push(training.metrics({ histograms: true }));
      }
      training.step(2);
      expect(history(i)).toEqual(expected);
      expect(last.racers[i]!.metrics).toEqual(training.metrics({ histograms: true }));
      expect(last.racers[i]!.status).toEqual(training.status());
      training.dispose();
    }
  });

  test('however a run is cut, its charts and its end are the same', async () => {
    const options: SessionOptions = { measureEvery: 5 };
    const paces: Pace[] = [{}, { steps: 1 }, { steps: 7 }, { milliseconds: 0 }];
    const results = [];
    for (const pace of paces) {
      const { session, history } = open();
      await session.start(racers, options);
      await session.step(3, pace);
      await session.runTo(23, pace);
      const { racers: ends } = await session.step();
      results.push({ history: racers.map((_, i) => history(i)), ends: ends.map((e) => e.metrics) });
    }
    for (const result of results) expect(result).toEqual(results[0]);
    expect(results[0]!.history[0]!.map(({ step }) => step)).toEqual([0, 5, 10, 15, 20]);
  });

  test('a number of steps a frame is kept to', async () => {
    const { session, frames } = open();
    await session.start(racers);
    await session.runTo(20, { steps: 5 });
    expect(frames.map(({ step }) => step)).toEqual([0, 5, 10, 15, 20]);
    expect(frames.map(({ playing }) => playing)).toEqual([false, true, true, true, false]);
  });

  test('play and pause, and back to the same start', async () => {
    const { session, frames, history } = open();
    await session.start(racers, { measureEvery: 2 });
    const start = frames[0];
    const run = session.play({ steps: 1 });
    await vi.waitFor(() => expect(frames.length).toBeGreaterThan(4));
    const paused = await session.pause();
    const ended = await run;
    expect(ended.step).toBe(paused.step);
    expect([ended.playing, paused.playing]).toEqual([false, false]);
    const before = history(1);
    const { step } = paused;

    expect(await session.reset()).toEqual(start);
    expect(frames).toEqual([start]);
    expect((await session.runTo(step)).racers[2]!.metrics).toEqual(paused.racers[2]!.metrics);
    expect(history(1)).toEqual(before);
  });

  test('a new run ends the one before', async () => {
    const { session } = open();
    await session.start(racers);
    const endless = session.play({ steps: 1 });
    const end = await session.runTo(50);
    expect((await endless).step).toBeLessThanOrEqual(end.step);
    expect(end.step).toBe(50);
  });

  test('racers go on when one diverges, until the last has', async () => {
    const { session, history } = open();
    await session.start([racer('leaky-relu', 1e6), racer('sigmoid')], { measureEvery: 100 });
    const { racers: ends } = await session.runTo(40);
    expect(ends.map(({ status }) => status.state)).toEqual(['diverged', 'running']);
    const { step } = ends[0]!.status;
    expect(history(0).map((metrics) => metrics.step)).toEqual([0, step]);
    expect(ends[1]!.status.step).toBe(40);

    await session.start([racer('leaky-relu', 1e6)]);
    expect((await session.play()).racers[0]!.status.step).toBe(step);
  });

  test('predictions over a grid and of the test rows come when asked for', async () => {
    const { session, frames } = open();
    await session.start(racers);
    expect(frames[0]!.racers[0]!).not.toHaveProperty('grid');
    const grid = Float32Array.of(0, 0, 1, 1, -1, 2);
    await session.view({ grid, test: true });
    const last = await session.runTo(12, { steps: 6 });
    expect(frames.at(-2)!.racers[0]!.grid).toHaveLength(6);
    expect(last.racers[1]!.grid).toEqual(await session.predict(1, grid));
    const data = await session.dataset();
    const rows = data.inputs.slice(data.trainCount * data.inputSize);
    expect(last.racers[2]!.test).toEqual(await session.predict(2, rows));
    expect((await session.view({})).racers[0]!).not.toHaveProperty('grid');
    const some = await session.view({ grid, every: 2 });
    expect(some.racers.map((racer) => 'grid' in racer)).toEqual([true, false, true]);
  });

  test('parameters are those of every racer at one step, also while it runs', async () => {
    const { session } = open();
    await session.start(racers);
    const engine = await loadEngine();
    const playing = session.play({ steps: 2 });
    await session.step(3);
    const learned = await session.parameters();
    await playing;
    for (const [i, { status, parameters }] of learned.entries()) {
      const training = engine.createTraining(racers[i]!);
      expect(training.step(learned[0]!.status.step)).toEqual(status);
      expect(training.parameters()).toEqual(parameters);
    }
  });

  test('refusals reject the call and leave the session as it was', async () => {
    const { session } = open();
    const early = await refusal(session.step());
    expect(early.message).toBe("session: 'advance' is not allowed here; start it first");
    expect((await refusal(session.dataset())).code).toBe('not-allowed');
    await session.start(racers);
    const bad = [
      [session.step(-1), 'steps: -1 is too small; at least 0'],
      [session.runTo(0.5), 'until: 0.5 is not an integer'],
      [session.step(1, { steps: 0 }), 'pace.steps: 0 is too small; at least 1'],
      [session.play({ speed: 1 } as never), 'pace.speed: there is no setting of this name'],
      [session.predict(3, new Float32Array(2)), 'racer: 3 is too large; at most 2'],
      [session.predict(0, new Float32Array(3)), 'inputs: length 3 does not fit'],
      [session.view({ grid: new Float32Array(3) }), 'inputs: length 3 does not fit'],
      [session.view({ test: 1 } as never), 'view.test: 1 is not true or false'],
      [session.predict(0, (() => 1) as never), 'arguments: an object is not plain data'],
    ];
    const errors = await Promise.all(bad.map(([call]) => refusal(call as Promise<unknown>)));
    for (const [i, [, message]] of bad.entries()) expect(errors[i]!.message).toContain(message);
    await session.runTo(5);
    expect((await refusal(session.runTo(4))).message).toBe('until: 4 is too small; at least 5');
    expect((await session.step()).step).toBe(6);
  });

  test('a start that is refused says why, and can be put right', async () => {
    const { session } = open();
    const bad = [
      [session.start([]), 'configs.length: 0 is too small; at least 1'],
      [session.start('all' as never), "configs: 'all' is not a list of training configurations"],
      [session.start([{ ...racer('relu'), seed: -1 }]), 'seed: -1 is too small; at least 0'],
      [session.start(racers, { every: 5 } as never), 'options.every: there is no setting'],
      [session.start(racers, { load: { variant: 'x' } } as never), "options.variant: 'x' is not"],
    ];
    const errors = await Promise.all(bad.map(([call]) => refusal(call as Promise<unknown>)));
    for (const [i, [, message]] of bad.entries()) expect(errors[i]!.message).toContain(message);
    expect((await session.start(racers)).step).toBe(0);
  });

  test('dispose ends everything, and may be called again', async () => {
    const { session, frames } = open();
    await session.start(racers);
    const run = session.play();
    session.dispose();
    session.dispose();
    const message = 'session: it was disposed of and can no longer be used';
    expect((await refusal(run)).message).toBe(message);
    for (const call of [session.step(), session.start(racers), session.restart()]) {
      expect((await refusal(call)).message).toBe(message);
    }
    const count = frames.length;
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(frames).toHaveLength(count);
  });
});

describe('back-pressure', () => {
  test('the next frame waits until the page has taken the last', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    const due: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (callback: () => void) => due.push(callback));
    const { session, frames } = open();
    await session.start(racers);
    const [worker] = FakeWorker.all;
    void session.play({ steps: 3 });
    const settle = () => new Promise((resolve) => setTimeout(resolve, 30));
    // The start, and the first frame of the run; then one a paint.
    for (let shown = 2; shown < 6; ++shown) {
      await vi.waitFor(() => expect(frames.length).toBeGreaterThanOrEqual(shown));
      await settle();
      expect(worker!.frames).toBe(shown);
      expect(frames.map(({ step }) => step)).toEqual(
        Array.from({ length: shown }, (_, i) => 3 * i),
      );
      for (const paint of due.splice(0)) paint();
    }
  });
});

describe('failures', () => {
  beforeEach(() => vi.stubGlobal('Worker', FakeWorker));

  function watch(session: TrainingSession) {
    const failures: EngineError[] = [];
    session.addEventListener('failure', ({ error }: FailureEvent) => failures.push(error));
    return failures;
  }

  test('a worker that dies is reported, and can be restarted to the same numbers', async () => {
    const { session } = open();
    const failures = watch(session);
    await session.start(racers, { measureEvery: 3 });
    const before = await session.runTo(9);
    const run = session.play();
    await new Promise((resolve) => setTimeout(resolve, 10));
    FakeWorker.all[0]!.die('out of memory');
    const message = 'session: the training worker stopped: out of memory';
    expect((await refusal(run)).message).toBe(message);
    expect((await refusal(session.step())).message).toBe(message);
    expect(failures.map((error) => error.message)).toEqual([message]);
    expect(FakeWorker.all[0]!.terminated).toBe(true);

    expect((await session.restart()).step).toBe(0);
    expect((await session.runTo(9)).racers).toEqual(before.racers);
    expect(FakeWorker.all).toHaveLength(2);
    expect(failures).toHaveLength(1);
  });

  test('so is an engine that breaks inside its worker', async () => {
    const { session } = open();
    const failures = watch(session);
    await session.start(racers);
    const error = new EngineError('worker-failed', 'session', 'unreachable');
    FakeWorker.all[0]!.deliver({ dead: error.toRecord() }, []);
    await vi.waitFor(() => expect(failures).toHaveLength(1));
    expect(failures[0]!.message).toBe(error.message);
    expect((await session.restart()).step).toBe(0);
  });

  test('a message that cannot be read ends the worker too', async () => {
    const { session } = open();
    const failures = watch(session);
    await session.start(racers);
    FakeWorker.all[0]!.onmessageerror!();
    expect(failures[0]!.code).toBe('worker-failed');
  });

  test('an unexpected error in the race is a failure, not a refusal', async () => {
    const { session } = open();
    const failures = watch(session);
    await session.start(racers);
    const { Race } = await import('../../../web/src/engine/race.ts');
    vi.spyOn(Race.prototype as unknown as { slice(): void }, 'slice').mockImplementation(() => {
      throw new WebAssembly.RuntimeError('unreachable');
    });
    const { message } = await refusal(session.play());
    expect(message).toBe('session: the training worker stopped: unreachable');
    expect(failures.map((error) => error.message)).toEqual([message]);
  });

  test('restarting needs a start', async () => {
    const { session } = open();
    expect((await refusal(session.restart())).code).toBe('not-allowed');
  });

  test('where no worker can be had, the page itself trains, and says so', async () => {
    const note = vi.spyOn(console, 'info').mockImplementation(() => {});
    const expected = open();
    await expected.session.start(racers);
    const end = await expected.session.runTo(10);
    class Forbidden {
      constructor() {
        throw new Error('forbidden by the policy of this page');
      }
    }
    for (const Worker of [BrokenWorker, Forbidden]) {
      vi.stubGlobal('Worker', Worker);
      const { session } = open();
      const failures = watch(session);
      await session.start(racers);
      expect((await session.runTo(10)).racers[0]!.metrics).toEqual(end.racers[0]!.metrics);
      expect(failures).toEqual([]);
    }
    expect(note).toHaveBeenCalledTimes(2);
  });
});

describe('where the worker comes from', () => {
  test('our own origin: its script, as a module', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    await open().session.start(racers);
    const { url, options } = FakeWorker.all[0]!;
    expect(url.href).toMatch(/\/worker\.ts$/);
    expect(options).toEqual({ type: 'module' });
  });

  test('another origin: a Blob that imports it', async () => {
    vi.stubGlobal('Worker', FakeWorker);
    vi.stubGlobal('location', { origin: 'https://school.example' });
    const blobs: Blob[] = [];
    vi.spyOn(URL, 'createObjectURL').mockImplementation((blob) => {
      blobs.push(blob as Blob);
      return 'blob:https://school.example/1';
    });
    await open().session.start(racers);
    const { url, options } = FakeWorker.all[0]!;
    expect(url.protocol).toBe('blob:');
    expect(options).toEqual({ type: 'module' });
    expect(await blobs[0]!.text()).toMatch(/^import "file:.*\/worker\.ts";$/);
    expect(blobs[0]!.type).toBe('text/javascript');
  });
});
