// The worker in which trainings run: a race, fed with the page's messages.

import type { ToWorker } from './protocol.ts';
import { Race } from './race.ts';

const scope = self as unknown as {
  postMessage(message: unknown, transfer?: Transferable[]): void;
  onmessage: (event: MessageEvent<ToWorker>) => void;
};

const race = new Race((message, transfer) => scope.postMessage(message, transfer));
scope.onmessage = (event) => race.receive(event.data);
scope.postMessage({ ready: true });
