// Jobs that train in one session, by the controllers of the figures: what a page runs and measures.

import type { SessionController } from '../widgets/session/controller.ts';
import type { TrainedRun } from '../widgets/session/drawn.ts';
import type { DrawnTable } from '../widgets/take-away/types.ts';
import { Failure, UsageError } from './failure.ts';
import type { Job } from './job.ts';

interface Controller<Settings> extends SessionController<string> {
  prepare(settings: Settings): Promise<void>;
  play(): Promise<void>;
}

interface Results {
  drawn(): DrawnTable;
  runs(): readonly TrainedRun[];
}

/** `create` gets what is to be called after each change. */
export function sessionJob<Settings, C extends Controller<Settings>>(
  asked: Pick<Job, 'asked' | 'source'>,
  settings: Settings,
  create: (changed: () => void) => C,
  results: (controller: C) => Results,
): Job {
  let changed = () => {};
  const controller = create(() => changed());
  const { drawn, runs } = results(controller);
  const check = () => {
    const { phase, reason } = controller;
    if (phase === 'refused') throw new UsageError(reason);
    if (phase === 'died') throw new Failure(reason);
  };
  return {
    ...asked,
    async run(progress) {
      await controller.prepare(settings);
      check();
      changed = () => progress(controller.step, controller.steps);
      await controller.play();
      check();
    },
    drawn,
    record: () =>
      runs().map(({ id, run: { seed, status, samples } }) => ({
        activation: id,
        seed,
        status,
        measurements: samples,
      })),
    weights: () => controller.weights(),
    dispose: () => controller.dispose(),
  };
}
