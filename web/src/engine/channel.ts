// Where a session's race runs: in a worker, also when this script comes from another origin, or on
// the page's thread where no worker can be had.

import { EngineError, messageOf } from './errors.ts';
import type { FromWorker, ToWorker } from './protocol.ts';
import { raceWorker } from './workers.ts';

export interface Channel {
  readonly place: 'worker' | 'page';
  send(message: ToWorker): void;
  close(): void;
}

export interface Receiver {
  message(message: FromWorker): void;
  failure(error: EngineError): void;
}

export async function openChannel(receiver: Receiver): Promise<Channel> {
  if (typeof globalThis.Worker !== 'function') return openPage(receiver);
  try {
    return await openWorker(receiver);
  } catch (reason) {
    // For one, the host page's policy may forbid it: the same code then runs on this thread.
    console.info(`activation-lab: training runs on the page's thread (${messageOf(reason)})`);
    return openPage(receiver);
  }
}

function openWorker(receiver: Receiver): Promise<Channel> {
  return new Promise((resolve, reject) => {
    const worker = raceWorker();
    let ready = false;
    const fail = (reason: string) => {
      worker.terminate();
      if (ready) receiver.failure(new EngineError('worker-failed', 'session', reason));
      else reject(new Error(reason));
    };
    worker.onerror = (event) => {
      event.preventDefault();
      fail(event.message || 'its script could not be run');
    };
    worker.onmessageerror = () => fail('a message could not be read');
    worker.onmessage = ({ data }: MessageEvent<FromWorker>) => {
      if (!('ready' in data)) return receiver.message(data);
      ready = true;
      resolve({
        place: 'worker',
        send: (message) => worker.postMessage(message),
        close: () => worker.terminate(),
      });
    };
  });
}

async function openPage(receiver: Receiver): Promise<Channel> {
  const { Race } = await import('./race.ts');
  const race = new Race((message) => receiver.message(message));
  return {
    place: 'page',
    // A copy, as a worker would get.
    send: (message) => race.receive(structuredClone(message)),
    close: () => race.dispose(),
  };
}
