// The worker that times: it prepares once, and then times a round whenever it is asked to.

import { messageOf } from '../errors.ts';
import type { FromMeter, ToMeter } from './client.ts';
import { finish, Meter } from './meter.ts';
import { contestants } from './works.ts';

const scope = self as unknown as {
  postMessage(message: FromMeter): void;
  onmessage: (event: MessageEvent<ToMeter>) => void;
};

let meter: Meter | undefined;

async function answer(message: ToMeter): Promise<FromMeter> {
  if ('prepare' in message) {
    meter = new Meter(await contestants(message.prepare));
    finish(meter.warmUp());
    return { prepared: { resolution: meter.resolution, slice: meter.slice } };
  }
  return { values: finish(meter!.round()) };
}

scope.onmessage = ({ data }) => {
  answer(data).then(
    (message) => scope.postMessage(message),
    (error) => scope.postMessage({ failed: messageOf(error) }),
  );
};
scope.postMessage({ ready: true });
