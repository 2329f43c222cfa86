// Several trainings advanced in step, with measurements at fixed steps: what runs in the worker, or,
// where there is none, in slices on the page's thread.

import { boolean, type Check, integer, number, reading, record } from './check.ts';
import { stepsCheck } from './config.ts';
import { loadEngine } from './engine.ts';
import { EngineError, messageOf } from './errors.ts';
import type {
  Activity,
  Call,
  Frame,
  FrameCall,
  FrameCalls,
  Pace,
  Post,
  RacerFrame,
  SessionOptions,
  ToWorker,
  ValueCall,
  ValueCalls,
  View,
} from './protocol.ts';
import { setHiddenBias } from './start.ts';
import type { Engine, Metrics, Status, Training, TrainingConfig } from './types.ts';

interface Racer {
  training: Training;
  /** Due since the last frame. */
  measurements: Metrics[];
  activities: Activity[];
  /** Step of the latest measurement. */
  measured: number;
  status: Status;
  /** Filled when first asked for. */
  testInputs?: Float32Array;
}

interface Run {
  id: number;
  until: number;
  pace: Required<Pace>;
}

const MOST_RACERS = 64;
const MOST_STEPS = 1_000_000;
const MOST_BIAS = 1000;

/** A value that is checked where it is used. */
const passed: Check<never> = { expects: 'a value', read: (value) => value as never };

const optionsCheck = record<SessionOptions>({
  measureEvery: [integer(1, MOST_STEPS), 10],
  histograms: [boolean, false],
  activity: [boolean, false],
  hiddenBias: [number(-MOST_BIAS, MOST_BIAS), 0],
  load: [passed, {}],
});
const paceCheck = record<Pace>({
  steps: [integer(1, MOST_STEPS), MOST_STEPS],
  milliseconds: [number(0, 1000), 10],
});
const viewCheck = record<View>({
  grid: [passed, null],
  test: [boolean, false],
  every: [integer(1, MOST_RACERS), 1],
});

export class Race {
  private engine: Engine | undefined;
  private configs: readonly TrainingConfig[] = [];
  private options = optionsCheck.read({}, 'options');
  private seen = viewCheck.read({}, 'view');
  private racers: Racer[] = [];
  private step = 0;
  private run: Run | undefined;
  /** Frames that the page has not acknowledged. */
  private ahead = 0;
  /** How many steps fit into a millisecond, as last seen. */
  private rate = 0.001;
  private queue: Promise<void> = Promise.resolve();

  constructor(private readonly post: Post) {}

  /** Takes a message of the page. Calls are answered in their order. */
  receive(message: ToWorker): void {
    this.queue = this.queue.then(async () => {
      try {
        if ('acknowledge' in message) this.acknowledge();
        else await this.answer(message);
      } catch (error) {
        // Not a refusal but a failure of the engine itself: nothing it holds can be trusted now.
        this.run = undefined;
        const failure = new EngineError('worker-failed', 'session', messageOf(error));
        this.post({ dead: failure.toRecord() }, []);
      }
    });
  }

  dispose(): void {
    for (const { training } of this.racers) training.dispose();
    this.racers = [];
    this.run = undefined;
  }

  private async answer(message: Call): Promise<void> {
    const { id, call } = message;
    try {
      if (!this.engine && call !== 'start' && call !== 'pause') {
        throw new EngineError('not-allowed', 'session', call, 'start it first');
      }
      if (isValueCall(message)) {
        const result = this.value(message);
        this.post({ id, result }, buffers(result));
      } else if (message.call === 'run' || message.call === 'advance') {
        this.begin(id, message.call, message.args);
      } else {
        const first = await this.change(message);
        this.send(first, id);
      }
    } catch (error) {
      if (!(error instanceof EngineError)) throw error;
      this.post({ id, error: error.toRecord() }, []);
    }
  }

  private value(message: ValueCall): ValueCalls[keyof ValueCalls]['result'] {
    if (message.call === 'parameters') {
      return this.racers.map(({ training }) => ({
        status: training.status(),
        parameters: training.parameters(),
      }));
    }
    const { training } = this.racer(message.args[0]);
    return message.call === 'predict'
      ? training.predict(message.args[1])
      : this.loaded.dataset(training.config.dataset);
  }

  /** Whether a new run starts here. */
  private async change(message: Exclude<FrameCall, { call: 'run' | 'advance' }>): Promise<boolean> {
    if (message.call === 'start') await this.start(...message.args);
    else if (message.call === 'reset') this.reset();
    else if (message.call === 'view') this.view(...message.args);
    else this.stop();
    return message.call === 'start' || message.call === 'reset';
  }

  private async start(...[configs, options]: FrameCalls['start']): Promise<void> {
    const checked = reading('options', () => optionsCheck.read(options, 'options'));
    if (!Array.isArray(configs)) {
      throw new EngineError('wrong-type', 'configs', configs, 'a list of training configurations');
    }
    integer(1, MOST_RACERS).read(configs.length, 'configs.length');
    this.stop();
    this.engine = await loadEngine(checked.load);
    this.options = checked;
    this.configs = configs;
    this.seen = viewCheck.read({}, 'view');
    this.reset();
  }

  private reset(): void {
    const engine = this.loaded;
    this.stop();
    this.dispose();
    this.step = 0;
    try {
      for (const config of this.configs) {
        const training = engine.createTraining(config);
        const status = training.status();
        this.racers.push({ training, status, measurements: [], activities: [], measured: -1 });
        setHiddenBias(training, this.options.hiddenBias);
      }
    } catch (error) {
      this.dispose();
      throw error;
    }
    this.measure();
  }

  private view(view: View): void {
    const seen = reading('view', () => viewCheck.read(view, 'view'));
    // Refuses a grid that does not fit before it is kept.
    if (seen.grid) for (const { training } of this.racers) training.predict(seen.grid);
    this.seen = seen;
  }

  private begin(id: number, call: 'run' | 'advance', [target, pace]: FrameCalls['run']): void {
    const limits = reading('pace', () => paceCheck.read(pace ?? {}, 'pace'));
    // A number of steps a frame is kept to, whatever time it takes.
    if (pace?.steps !== undefined && pace.milliseconds === undefined) {
      limits.milliseconds = Number.POSITIVE_INFINITY;
    }
    const name = call === 'run' ? 'until' : 'steps';
    const endless = call === 'run' && target === Number.POSITIVE_INFINITY;
    const steps = endless ? target : stepsCheck.read(target, name);
    const until = call === 'run' ? steps : this.step + steps;
    if (until < this.step) throw new EngineError('too-small', name, until, this.step);
    this.stop();
    this.run = { id, until, pace: limits };
    this.slice();
  }

  /** Ends the run, if any, with a frame that answers its call. */
  private stop(): void {
    if (!this.run) return;
    const { id } = this.run;
    this.run = undefined;
    this.send(false, id);
  }

  private acknowledge(): void {
    this.ahead = Math.max(0, this.ahead - 1);
    this.slice();
  }

  /** Runs for one frame; waits while a frame is on its way to the page. */
  private slice(): void {
    const { run } = this;
    if (!run || this.ahead > 0) return;
    const end = Math.min(run.until, this.step + run.pace.steps);
    const deadline = performance.now() + run.pace.milliseconds;
    try {
      do this.advance(end, deadline);
      while (this.step < end && this.alive && performance.now() < deadline);
      if (this.step >= run.until || !this.alive) this.stop();
      else this.send(false);
    } catch (error) {
      this.run = undefined;
      if (!(error instanceof EngineError)) throw error;
      this.post({ id: run.id, error: error.toRecord() }, []);
    }
  }

  /** Every racer by the same number of steps, at most to the next measurement. How many only
   * depends on the time left; the results don't depend on it. */
  private advance(end: number, deadline: number): void {
    if (this.step >= end || !this.alive) return;
    const { measureEvery } = this.options;
    const start = performance.now();
    const next = measureEvery - (this.step % measureEvery);
    const affordable = Math.max(1, Math.floor((deadline - start) * this.rate));
    const steps = Math.min(next, end - this.step, affordable);
    for (const racer of this.racers) racer.status = racer.training.step(steps);
    this.rate = steps / Math.max(performance.now() - start, 0.001);
    this.step += steps;
    this.measure(steps < next);
  }

  /** Measures every racer once a step; `brokenOnly`: those that have just diverged, whose steps end
   * there. */
  private measure(brokenOnly = false): void {
    const { histograms, activity } = this.options;
    for (const racer of this.racers) {
      const { state, step } = racer.status;
      if (racer.measured === step || (brokenOnly && state !== 'diverged')) continue;
      racer.measurements.push(racer.training.metrics({ histograms }));
      if (activity) racer.activities.push(activityOf(racer.training));
      racer.measured = step;
    }
  }

  private get alive(): boolean {
    return this.racers.some(({ status }) => status.state !== 'diverged');
  }

  private send(first: boolean, ...ids: number[]): void {
    const racers = this.racers.map((racer, i) => this.frameOf(racer, i));
    const frame: Frame = { first, step: this.step, playing: this.run !== undefined, racers };
    this.ahead += 1;
    this.post({ frame, ids }, buffers(frame));
  }

  private frameOf(racer: Racer, index: number): RacerFrame {
    const { training, measurements } = racer;
    const frame: RacerFrame = { status: training.status(), measurements };
    const { histograms, activity } = this.options;
    if (activity) frame.activities = racer.activities;
    if (!this.run) {
      frame.metrics = training.metrics({ histograms });
      if (activity) frame.activity = activityOf(training);
    }
    racer.measurements = [];
    racer.activities = [];
    const { grid, test, every } = this.seen;
    if (index % every !== 0) return frame;
    if (grid) frame.grid = training.predict(grid);
    if (test) {
      racer.testInputs ??= this.testInputsOf(training);
      frame.test = training.predict(racer.testInputs);
    }
    return frame;
  }

  private testInputsOf(training: Training): Float32Array {
    const data = this.loaded.dataset(training.config.dataset);
    return data.inputs.slice(data.trainCount * data.inputSize);
  }

  private racer(index: number): Racer {
    return this.racers[integer(0, this.racers.length - 1).read(index, 'racer')]!;
  }

  /** Every call but those that need no engine has made sure of it. */
  private get loaded(): Engine {
    return this.engine!;
  }
}

function isValueCall(message: FrameCall | ValueCall): message is ValueCall {
  return ['predict', 'dataset', 'parameters'].includes(message.call);
}

function activityOf(training: Training): Activity {
  const { step } = training.status();
  return { step, train: training.activity('train'), batch: training.activity('batch') };
}

/** The buffers of every array in a message; all are copies that the sender can give away. */
function buffers(value: unknown): ArrayBuffer[] {
  if (ArrayBuffer.isView(value)) return [value.buffer as ArrayBuffer];
  if (typeof value !== 'object' || value === null) return [];
  return Object.values(value).flatMap(buffers);
}
