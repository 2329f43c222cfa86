// Timing as the page sees it: in a worker, or, where none can be had, on the page's own thread
// between two tasks of the page.

import { EngineError, messageOf } from '../errors.ts';
import { speedWorker } from '../workers.ts';
import type { SpeedSpec } from './spec.ts';

export interface Prepared {
  /** Of the clock, and the length of a slice, in milliseconds. */
  resolution: number;
  slice: number;
}

export type ToMeter = { prepare: SpeedSpec } | { round: true };
export type FromMeter =
  | { ready: true }
  | { prepared: Prepared }
  | { values: number[] }
  | { failed: string };

export interface SpeedMeasurement {
  readonly place: 'worker' | 'page';
  /** Loads what is to be timed, and warms up. */
  prepare(spec: SpeedSpec): Promise<Prepared>;
  /** Nanoseconds for an element or a step, in the order of the specification. */
  round(): Promise<number[]>;
  /** Ends it at once; what was asked is never answered. */
  close(): void;
}

export async function openMeasurement(): Promise<SpeedMeasurement> {
  if (typeof globalThis.Worker !== 'function') return onPage();
  try {
    return await inWorker();
  } catch (reason) {
    console.info(`activation-lab: timing runs on the page's thread (${messageOf(reason)})`);
    return onPage();
  }
}

function inWorker(): Promise<SpeedMeasurement> {
  return new Promise((resolve, reject) => {
    const worker = speedWorker();
    let settle: { resolve(message: FromMeter): void; reject(error: Error): void } | undefined;
    const ask = (message: ToMeter) =>
      new Promise<FromMeter>((resolve, reject) => {
        settle = { resolve, reject };
        worker.postMessage(message);
      });
    const fail = (reason: string) => {
      worker.terminate();
      reject(new Error(reason));
      settle?.reject(new EngineError('worker-failed', 'speed', reason));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || 'its script could not be run');
    };
    worker.onmessageerror = () => fail('a message could not be read');
    worker.onmessage = ({ data }: MessageEvent<FromMeter>) => {
      if ('failed' in data) return fail(data.failed);
      if (!('ready' in data)) return settle?.resolve(data);
      resolve({
        place: 'worker',
        prepare: async (spec) =>
          ((await ask({ prepare: spec })) as Extract<FromMeter, { prepared: Prepared }>).prepared,
        round: async () =>
          ((await ask({ round: true })) as Extract<FromMeter, { values: number[] }>).values,
        close: () => worker.terminate(),
      });
    };
  });
}

async function onPage(): Promise<SpeedMeasurement> {
  const { Meter } = await import('./meter.ts');
  const { contestants } = await import('./works.ts');
  let meter: InstanceType<typeof Meter> | undefined;
  let closed = false;
  /** A slice, then whatever else the page has to do. */
  const run = async <T>(work: Generator<void, T>): Promise<T> => {
    for (;;) {
      const { done, value } = work.next();
      if (done) return value;
      await new Promise((next) => setTimeout(next));
      if (closed) return new Promise(() => {});
    }
  };
  return {
    place: 'page',
    async prepare(spec) {
      meter = new Meter(await contestants(spec));
      await run(meter.warmUp());
      return { resolution: meter.resolution, slice: meter.slice };
    },
    round: () => run(meter!.round()),
    close() {
      closed = true;
    },
  };
}
