// Times repetitions of a piece of work with a coarse clock.

import type { Timing } from './task.ts';

/**
 * Warms up, finding how many repetitions a look at the clock is worth, then works on for so many
 * milliseconds. `units` are done in each repetition.
 */
export function timed(
  milliseconds: number,
  units: number,
  repeat: (times: number) => void,
): Timing {
  let times = 1;
  for (const end = performance.now() + milliseconds / 4; performance.now() < end; ) {
    const start = performance.now();
    repeat(times);
    if (performance.now() - start < milliseconds / 40) times *= 2;
  }
  const start = performance.now();
  let done = 0;
  let elapsed = 0;
  do {
    repeat(times);
    done += times;
    elapsed = performance.now() - start;
  } while (elapsed < milliseconds);
  return { units: done * units, seconds: elapsed / 1000 };
}
