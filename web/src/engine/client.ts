// A training session as the page sees it: racers that train in a worker and report in frames.

import { type Channel, openChannel } from './channel.ts';
import { reading } from './check.ts';
import { EngineError, messageOf } from './errors.ts';
import type {
  Call,
  Frame,
  FrameCall,
  FromWorker,
  Learned,
  Pace,
  SessionOptions,
  ValueCall,
  View,
} from './protocol.ts';
import type { Dataset, TrainingConfig } from './types.ts';

export class FrameEvent extends Event {
  constructor(readonly frame: Frame) {
    super('frame');
  }
}

export class FailureEvent extends Event {
  constructor(readonly error: EngineError) {
    super('failure');
  }
}

interface SessionEvents {
  frame: FrameEvent;
  failure: FailureEvent;
}

interface Pending {
  answer?: Promise<unknown>;
  resolve(value: unknown): void;
  reject(error: EngineError): void;
}

type Start = [configs: readonly TrainingConfig[], options: SessionOptions];

/**
 * Every frame arrives once, as a `frame` event, before the calls that it answers resolve with it.
 * A worker that dies is reported as a `failure` event; `restart` begins again from the start.
 */
export class TrainingSession extends EventTarget {
  private channel: Promise<Channel> | undefined;
  private readonly pending = new Map<number, Pending>();
  private lastId = 0;
  private begun: Start | undefined;
  /** Why nothing more can be asked. */
  private ended: EngineError | undefined;
  private disposed = false;
  private at: Channel['place'] | undefined;
  /** Frames to acknowledge, and whether the page has yet to paint since the last time. */
  private owed = 0;
  private painting = false;

  /** Where it runs; undefined until its first answer. */
  get place(): Channel['place'] | undefined {
    return this.at;
  }

  /** Starts a racer for each configuration; ends whatever ran before. */
  start(configs: readonly TrainingConfig[], options: SessionOptions = {}): Promise<Frame> {
    if (!this.disposed) this.ended = undefined;
    this.begun = [configs, options];
    return this.frame({ call: 'start', args: this.begun });
  }

  /** Runs until paused or until every racer diverged; resolves then. */
  play(pace: Pace = {}): Promise<Frame> {
    return this.frame({ call: 'run', args: [Number.POSITIVE_INFINITY, pace] });
  }

  runTo(step: number, pace: Pace = {}): Promise<Frame> {
    return this.frame({ call: 'run', args: [step, pace] });
  }

  step(n = 1, pace: Pace = {}): Promise<Frame> {
    return this.frame({ call: 'advance', args: [n, pace] });
  }

  pause(): Promise<Frame> {
    return this.frame({ call: 'pause', args: [] });
  }

  /** Back to the same start. */
  reset(): Promise<Frame> {
    return this.frame({ call: 'reset', args: [] });
  }

  /** Sets what frames carry beside measurements, until the next start. */
  view(view: View): Promise<Frame> {
    return this.frame({ call: 'view', args: [view] });
  }

  predict(racer: number, inputs: Float32Array): Promise<Float32Array> {
    return this.value({ call: 'predict', args: [racer, inputs] }) as Promise<Float32Array>;
  }

  dataset(racer = 0): Promise<Dataset> {
    return this.value({ call: 'dataset', args: [racer] }) as Promise<Dataset>;
  }

  /** Of every racer, at one and the same step. */
  parameters(): Promise<Learned[]> {
    return this.value({ call: 'parameters', args: [] }) as Promise<Learned[]>;
  }

  /** After a failure: a new worker, and the same start. */
  restart(): Promise<Frame> {
    if (!this.begun) {
      const refusal = new EngineError('not-allowed', 'session', 'restart', 'start it first');
      return Promise.reject(refusal);
    }
    if (!this.disposed) this.end(new EngineError('worker-failed', 'session', 'it was restarted'));
    return this.start(...this.begun);
  }

  /** Ends the worker; idempotent. Later calls reject. */
  dispose(): void {
    this.disposed = true;
    this.end(new EngineError('disposed', 'session'));
  }

  override addEventListener<K extends keyof SessionEvents>(
    type: K,
    listener: (event: SessionEvents[K]) => void,
    options?: AddEventListenerOptions | boolean,
  ): void;
  override addEventListener(...args: Parameters<EventTarget['addEventListener']>): void;
  override addEventListener(type: string, listener: unknown, options?: object | boolean): void {
    super.addEventListener(type, listener as EventListener, options);
  }

  private frame(call: FrameCall): Promise<Frame> {
    return this.ask(call) as Promise<Frame>;
  }

  private value(call: ValueCall): Promise<unknown> {
    return this.ask(call);
  }

  private ask(call: FrameCall | ValueCall): Promise<unknown> {
    if (this.ended) return Promise.reject(this.ended);
    const id = ++this.lastId;
    const answer = new Promise((resolve, reject) => this.pending.set(id, { resolve, reject }));
    this.pending.get(id)!.answer = answer;
    void this.send(id, call);
    return answer;
  }

  private async send(id: number, call: FrameCall | ValueCall): Promise<void> {
    try {
      const channel = await this.open();
      this.at = channel.place;
      // Unless the session was ended meanwhile.
      if (this.pending.has(id)) reading('arguments', () => channel.send({ id, ...call } as Call));
    } catch (error) {
      this.settle(id)?.reject(error as EngineError);
    }
  }

  private open(): Promise<Channel> {
    if (this.channel) return this.channel;
    const opened: Promise<Channel> = openChannel({
      message: (message) => this.channel === opened && this.receive(message),
      failure: (error) => this.channel === opened && this.fail(error),
    }).catch((cause) => {
      const error = new EngineError('worker-failed', 'session', messageOf(cause), undefined, {
        cause,
      });
      if (this.channel === opened) this.fail(error);
      throw error;
    });
    this.channel = opened;
    return opened;
  }

  private receive(message: FromWorker): void {
    if ('dead' in message) {
      this.fail(EngineError.fromRecord(message.dead));
    } else if ('frame' in message) {
      this.dispatchEvent(new FrameEvent(message.frame));
      for (const id of message.ids) this.settle(id)?.resolve(message.frame);
      this.owed += 1;
      this.acknowledge();
    } else if ('error' in message) {
      this.settle(message.id)?.reject(EngineError.fromRecord(message.error));
    } else if ('result' in message) {
      this.settle(message.id)?.resolve(message.result);
    }
  }

  private settle(id: number): Pending | undefined {
    const pending = this.pending.get(id);
    this.pending.delete(id);
    return pending;
  }

  /** Asks for the next frame, at most once between two paints; a page that is not seen rests. */
  private acknowledge(): void {
    if (this.painting || this.owed === 0) return;
    this.painting = true;
    const { channel, owed } = this;
    this.owed = 0;
    void channel?.then((open) => {
      for (let i = 0; i < owed; ++i) open.send({ acknowledge: true });
    });
    const nextPaint = globalThis.requestAnimationFrame ?? setTimeout;
    nextPaint(() => {
      this.painting = false;
      this.acknowledge();
    });
  }

  private fail(error: EngineError): void {
    this.end(error);
    this.dispatchEvent(new FailureEvent(error));
  }

  private end(error: EngineError): void {
    this.ended = error;
    const { channel } = this;
    this.channel = undefined;
    this.owed = 0;
    channel?.then(
      (open) => open.close(),
      () => {},
    );
    const waiting = [...this.pending.values()];
    this.pending.clear();
    for (const { answer, reject } of waiting) {
      // Nobody has to catch what the `failure` event tells or the caller did.
      answer?.catch(() => {});
      reject(error);
    }
  }
}
