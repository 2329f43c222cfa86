// A Worker for Node: the same race behind the same messages, copied and transferred as in a browser.

import type { FromWorker, ToWorker } from '../../../web/src/engine/protocol.ts';
import { Race } from '../../../web/src/engine/race.ts';

export class FakeWorker {
  static all: FakeWorker[] = [];
  onmessage: ((event: { data: FromWorker | { ready: true } }) => void) | null = null;
  onerror: ((event: { message: string; preventDefault(): void }) => void) | null = null;
  onmessageerror: (() => void) | null = null;
  terminated = false;
  frames = 0;
  private readonly race: Race;

  constructor(
    readonly url: URL,
    readonly options: WorkerOptions,
  ) {
    FakeWorker.all.push(this);
    this.race = new Race((message, transfer) => this.deliver(message, transfer));
    this.begin();
  }

  protected begin(): void {
    this.deliver({ ready: true }, []);
  }

  postMessage(message: ToWorker): void {
    const copy = structuredClone(message);
    setTimeout(() => this.terminated || this.race.receive(copy));
  }

  terminate(): void {
    this.terminated = true;
    this.race.dispose();
  }

  die(message: string): void {
    this.onerror?.({ message, preventDefault() {} });
  }

  deliver(message: FromWorker, transfer: Transferable[]): void {
    const data = structuredClone(message, { transfer });
    if ('frame' in message) this.frames += 1;
    setTimeout(() => this.terminated || this.onmessage?.({ data }));
  }
}

/** One whose script cannot be had. */
export class BrokenWorker extends FakeWorker {
  protected override begin(): void {
    setTimeout(() => this.die(''));
  }
}
