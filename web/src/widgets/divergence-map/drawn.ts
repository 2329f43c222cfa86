// What the map draws, as a table: a row for each run that is known.

import type { MapFill } from './fill.ts';
import { outcomeOf, scaleOf } from './outcome.ts';
import type { MapSettings } from './settings.ts';

export function drawnMap(fill: MapFill, settings: MapSettings) {
  const scale = scaleOf(settings);
  return {
    head: [
      ...['activation', 'learning_rate', 'seed', 'outcome'],
      ...['train_loss', 'test_accuracy', 'dead_share', 'step'],
    ],
    rows: fill.plan.rows.flat().flatMap((cell) =>
      fill.of(cell).map((result): (string | number)[] => {
        const { seed, trainLoss, testAccuracy, deadShare, step } = result;
        const outcome = outcomeOf(result, scale);
        return [cell.id, cell.rate, seed, outcome, trainLoss, testAccuracy, deadShare, step];
      }),
    ),
  };
}
