// What a race ends with, computed in Node.

import { loadEngine } from 'activation-lab/engine';
import { defaults } from '../../web/src/widgets/schema.ts';
import { racePlan } from '../../web/src/widgets/training-race/config.ts';
import { type RaceSettings, raceSchema } from '../../web/src/widgets/training-race/settings.ts';

/** The rows of a race's data table, computed by the engine in Node in one go. */
export async function inNode(settings: Partial<RaceSettings>): Promise<string[][]> {
  const engine = await loadEngine();
  const full = { ...defaults(raceSchema), ...settings } as RaceSettings;
  const plan = racePlan(full);
  return plan.entries.flatMap((entry) =>
    plan.seeds.map((seed) => {
      const training = engine.createTraining(plan.config(entry, seed));
      training.step(full.steps);
      const { step, trainLoss, testLoss, trainAccuracy, testAccuracy, layers } = training.metrics();
      training.dispose();
      const label = engine.activations.find(({ id }) => id === entry.id)!.label;
      const gradients = [layers[0]!, layers.at(-2)!].map(({ gradientNorm }) => gradientNorm);
      const measured = [trainLoss, testLoss, trainAccuracy, testAccuracy, ...gradients];
      return [label, String(seed), String(step), ...measured.map(String)];
    }),
  );
}

/** The data table without its last column, which is words. */
export const withoutState = (rows: string[][]) => rows.map((row) => row.slice(0, -1));
