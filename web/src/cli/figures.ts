// The figures that the command line can run, each by its own controller and its own plan.

import { TrainingController } from '../widgets/dead-units/controller.ts';
import { drawnTraining } from '../widgets/dead-units/drawn.ts';
import { type DeadUnitsSettings, deadUnitsSchema } from '../widgets/dead-units/settings.ts';
import { plan as padPlan } from '../widgets/digit-pad/config.ts';
import { padSchema } from '../widgets/digit-pad/settings.ts';
import { drawnMap } from '../widgets/divergence-map/drawn.ts';
import { MapFill } from '../widgets/divergence-map/fill.ts';
import { type MapSettings, mapSchema } from '../widgets/divergence-map/settings.ts';
import { plan as flowPlan } from '../widgets/layer-flow/plan.ts';
import { flowSchema } from '../widgets/layer-flow/settings.ts';
import type { Schema } from '../widgets/schema.ts';
import { drawnLanes } from '../widgets/session/drawn.ts';
import { LanesController, type Plan } from '../widgets/session/lanes.ts';
import { plan as slopesPlan } from '../widgets/slope-tracks/plan.ts';
import { slopesSchema } from '../widgets/slope-tracks/settings.ts';
import { RaceController } from '../widgets/training-race/controller.ts';
import { drawnRace } from '../widgets/training-race/drawn.ts';
import { type RaceSettings, raceSchema } from '../widgets/training-race/settings.ts';
import { Failure, refused } from './failure.ts';
import type { Job } from './job.ts';
import { sessionJob } from './sessions.ts';

type Asked = Pick<Job, 'asked' | 'source'>;

interface Runnable {
  schema: Schema;
  job(asked: Asked, settings: never): Job;
}

export function lanesJob<Settings extends { steps: number; seed: number }>(
  asked: Asked,
  settings: Settings,
  plan: (settings: Settings) => Plan,
): Job {
  return sessionJob(
    asked,
    settings,
    (changed) => new LanesController(changed, plan),
    (controller) => ({
      drawn: () => drawnLanes(controller.shown!, plan),
      runs: () => controller.shown!.lanes,
    }),
  );
}

function raceJob(asked: Asked, settings: RaceSettings): Job {
  if (settings.dataset === 'own') {
    throw refused('dataset', 'own', 'own data are not part of a state: give them as "training"');
  }
  return sessionJob(
    asked,
    settings,
    (changed) => new RaceController(changed, () => 'max'),
    (controller) => ({
      drawn: () => drawnRace(controller.shown!),
      runs: () =>
        controller.shown!.lanes.flatMap(({ id, runs }) => runs.map((run) => ({ id, run }))),
    }),
  );
}

function deadUnitsJob(asked: Asked, settings: DeadUnitsSettings): Job {
  if (settings.mode !== 'training') throw refused('mode', settings.mode, 'only training runs here');
  return sessionJob(
    asked,
    settings,
    (changed) => new TrainingController(changed),
    (controller) => ({
      drawn: () => drawnTraining(controller.shown!),
      runs: () => [{ id: settings.activation, run: controller.shown!.run }],
    }),
  );
}

function mapJob(asked: Asked, settings: MapSettings): Job {
  let changed = () => {};
  const fill = new MapFill(settings, 1, () => changed());
  return {
    ...asked,
    run: (progress) =>
      new Promise((resolve, reject) => {
        changed = () => {
          progress(fill.done, fill.runs);
          if (fill.phase === 'finished') resolve();
          if (fill.phase === 'failed') reject(new Failure(fill.reason));
        };
        fill.play();
      }),
    drawn: () => drawnMap(fill, settings),
    record: () =>
      fill.plan.rows
        .flat()
        .flatMap((cell) =>
          fill.of(cell).map((result) => ({ activation: cell.id, rate: cell.rate, ...result })),
        ),
    dispose: () => fill.dispose(),
  };
}

const plans = (plan: (settings: never) => Plan) => (asked: Asked, settings: never) =>
  lanesJob(asked, settings, plan);

const runnables = [
  { schema: raceSchema, job: raceJob },
  { schema: flowSchema, job: plans(flowPlan) },
  { schema: slopesSchema, job: plans(slopesPlan) },
  { schema: padSchema, job: plans(padPlan) },
  { schema: deadUnitsSchema, job: deadUnitsJob },
  { schema: mapSchema, job: mapJob },
] as unknown as readonly Runnable[];

export const RUNNABLE: ReadonlyMap<string, Runnable> = new Map(
  runnables.map((runnable) => [runnable.schema.name, runnable]),
);
