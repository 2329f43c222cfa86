// What lessons state about `<speed-meter>`: ratios only, as times depend on the machine. Each takes
// the first of the settings' activations, and lets it take turns with what it is compared with.

import { loadModule } from '../../engine/loader.ts';
import { finish, Meter } from '../../engine/speed/meter.ts';
import { Buffers, trainingSteps } from '../../engine/speed/works.ts';
import type { ActivationId, Engine } from '../../engine/types.ts';
import { REFERENCE, type SpeedSettings } from './settings.ts';

type Measure = (engine: Engine, settings: SpeedSettings, seed: number) => number;

// A measure cannot wait for its module.
const buffers = new Buffers(await loadModule('simd'));
const plainBuffers = new Buffers(await loadModule('baseline'));

type Make = (
  engine: Engine,
  settings: SpeedSettings,
  id: ActivationId,
) => ConstructorParameters<typeof Meter>[0][number];

/** Milliseconds: on a busy machine, compiling what runs often may be late. */
const WARM_UP = 250;

/** How many times as long the first takes as the second, in the fastest round of each: a build may
 * share its machine, and what disturbs can only slow down. */
const ratio =
  (over: Make, under: Make, id: (settings: SpeedSettings) => ActivationId): Measure =>
  (engine, settings) => {
    const first = over(engine, settings, settings.activations[0]!);
    const second = under(engine, settings, id(settings));
    const meter = new Meter([first, second], () => performance.now(), WARM_UP);
    finish(meter.warmUp());
    const rounds = Array.from({ length: settings.rounds }, () => finish(meter.round()));
    const fastest = (i: number) => Math.min(...rounds.map((values) => values[i]!));
    return fastest(0) / fastest(1);
  };

const value: Make = (_engine, _settings, id) => buffers.evaluation(id, false);
const both: Make = (_engine, _settings, id) => buffers.evaluation(id, true);
const plainValue: Make = (_engine, _settings, id) => plainBuffers.evaluation(id, false);
const step: Make = (engine, settings, id) => trainingSteps(engine, id, settings);

const toReference = (make: Make) => ratio(make, make, () => REFERENCE);

export const measures: Readonly<Record<string, Measure>> = {
  /** By element, to ReLU. */
  elementRatio: toReference(value),
  /** The same with the derivative. */
  derivativeRatio: toReference(both),
  /** By training step, to ReLU. */
  stepRatio: toReference(step),
  /** By element, without SIMD to with it. */
  simdGain: ratio(plainValue, value, ({ activations }) => activations[0]!),
};
