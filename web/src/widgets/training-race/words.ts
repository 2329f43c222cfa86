// Verdicts and the setup of a race as sentences.

import type { ActivationId, Dataset } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { formatNumber } from '../format.ts';
import { percent, short, whole } from './charts.ts';
import { raceSeeds } from './config.ts';
import type { Phase } from './controller.ts';
import type { RaceSettings } from './settings.ts';
import type { Verdict } from './verdict.ts';

type Label = (id: ActivationId) => string;

/** From here on, how many times smaller a gradient is deserves a word. */
const NOTABLE_FACTOR = 3;

export function verdictText(verdict: Verdict, messages: Messages, labelOf: Label): string {
  const { verdicts, reasons } = messages.race;
  const label = labelOf(verdict.id);
  const accuracy = (v: { accuracy: number; tested: boolean }) =>
    Number.isFinite(v.accuracy) ? verdicts.accuracy(percent(v.accuracy), v.tested) : '';
  const factor = (value: number) =>
    value >= NOTABLE_FACTOR && Number.isFinite(value) ? whole(Number(value.toPrecision(2))) : '';
  switch (verdict.kind) {
    case 'ready':
      return '';
    case 'diverged': {
      const { layer, unit, step, seed, reason } = verdict;
      return verdicts.diverged({
        ...verdict,
        label,
        layer: formatNumber(layer),
        unit: unit === undefined ? '' : formatNumber(unit),
        step: whole(step),
        seed: formatNumber(seed),
        reason: reasons[reason],
      });
    }
    case 'dead': {
      const { layer, step, seed, loss } = verdict;
      const counts = { ...numbers({ layer, step }), seed: String(seed) };
      return verdicts.dead({ ...verdict, label, ...counts, loss: short(loss) });
    }
    case 'stalled': {
      const { layer, step, seed, loss } = verdict;
      return verdicts.stalled({
        ...verdict,
        label,
        ...numbers({ layer, step }),
        seed: String(seed),
        loss: short(loss),
        factor: factor(verdict.factor),
      });
    }
    case 'early': {
      const { step, loss, chance } = verdict;
      return verdicts.early({
        label,
        step: whole(step),
        loss: short(loss),
        chance: short(chance),
      });
    }
    case 'chance': {
      const { step, loss, chance } = verdict;
      return verdicts.chance({
        label,
        step: whole(step),
        loss: short(loss),
        chance: short(chance),
        factor: factor(verdict.factor),
      });
    }
    case 'dying': {
      const { layer, share, loss } = verdict;
      return verdicts.dying({
        label,
        layer: formatNumber(layer),
        share: percent(share),
        loss: short(loss),
        accuracy: accuracy(verdict),
      });
    }
    case 'memorises': {
      const { step, train, test, guess } = verdict;
      return verdicts.memorises({
        label,
        step: whole(step),
        train: percent(train),
        test: percent(test),
        guess: percent(guess),
      });
    }
    case 'learns': {
      const { step, loss } = verdict;
      return verdicts.learns({
        label,
        step: whole(step),
        loss: short(loss),
        accuracy: accuracy(verdict),
      });
    }
  }
}

function numbers<K extends string>(values: Record<K, number>): Record<K, string> {
  const entries = Object.entries<number>(values).map(([k, v]) => [k, whole(v)]);
  return Object.fromEntries(entries) as Record<K, string>;
}

/** How far a race is; a race that could not be built has no steps. */
export function progressText(
  { phase, step, steps }: { phase: Phase; step: number; steps: number },
  { race }: Messages,
): string {
  if (phase === 'without-data') return race.noData;
  if (steps > 0) return race.progress(whole(step), whole(steps));
  return phase === 'preparing' ? race.preparing : race.noRace;
}

const signed = (x: number) => `${x < 0 ? '−' : '+'} ${formatNumber(Math.abs(x))}`;

/** Data, network and training in one line. */
export function setupParts(
  settings: RaceSettings,
  dataset: Dataset | undefined,
  { race }: Messages,
): string[] {
  const { setup, options, datasets } = race;
  const { seed, seeds, optimizer, learningRate, init, initScale, batchSize } = settings;
  const { noise, batchNorm, dropout, weightDecay, clipNorm, budget, shift } = settings;
  const slopeRate = settings.racers.includes('prelu') ? settings.slopeRate : 1;
  const synthetic = settings.dataset !== 'digits' && settings.dataset !== 'own';
  const all = raceSeeds(seed, seeds);
  const [first, last] = [String(all[0]), String(all.at(-1))];
  return [
    datasets[settings.dataset],
    ...(dataset
      ? [setup.rows(whole(dataset.trainCount), whole(dataset.count - dataset.trainCount))]
      : []),
    ...(synthetic && noise !== 'auto' ? [setup.noise(formatNumber(noise))] : []),
    setup.network(String(settings.depth), String(settings.width)),
    ...(budget === 'width' ? [] : [setup.budget]),
    setup.rate(options.optimizer[optimizer], formatNumber(learningRate)),
    setup.batch(whole(Math.min(batchSize, dataset?.trainCount ?? batchSize))),
    ...(init === 'recommended' ? [] : [options.init[init]]),
    ...(initScale === 1 ? [] : [setup.scale(formatNumber(initScale))]),
    ...(batchNorm ? [setup.batchNorm] : []),
    ...(dropout === 0 ? [] : [setup.dropout(formatNumber(dropout))]),
    ...(weightDecay === 0 ? [] : [setup.weightDecay(formatNumber(weightDecay))]),
    ...(clipNorm === 0 ? [] : [setup.clipNorm(formatNumber(clipNorm))]),
    ...(shift === 0 ? [] : [setup.shift(signed(shift))]),
    ...(slopeRate === 1 ? [] : [setup.slopeRate(formatNumber(slopeRate))]),
    seeds === 1 ? setup.seed(first) : setup.seeds(first, last),
  ];
}
