// From the settings of a race to the training configuration of every racer and seed.

import type {
  ActivationId,
  CurveDataset,
  DatasetConfig,
  DatasetName,
  OwnDatasetConfig,
  PlaneDataset,
  TrainingConfig,
} from '../../engine/types.ts';
import { closestWidth, type NetworkShape, parameterCount } from './network-size.ts';
import type { RaceSettings } from './settings.ts';

export const PLANE_DATASETS: readonly PlaneDataset[] = [
  'circle',
  'xor',
  'gauss',
  'spiral',
  'moons',
];
export const CURVE_DATASETS: readonly CurveDataset[] = ['abs', 'square', 'sin', 'step'];

/** What can be drawn beside the charts: decision boundaries, fitted curves or images. */
export type DataKind = 'plane' | 'curve' | 'images';

/** The kind of a set; own data are two columns and a label. */
export function dataKind(dataset: DatasetName | 'own'): DataKind {
  if (dataset === 'digits') return 'images';
  return (CURVE_DATASETS as readonly string[]).includes(dataset) ? 'curve' : 'plane';
}

/** One racer with the size of its network. */
export interface Entry {
  id: ActivationId;
  width: number;
  parameters: number;
}

export interface RacePlan {
  entries: Entry[];
  seeds: number[];
  /** Steps between two measurements. */
  interval: number;
  config(entry: Entry, seed: number): TrainingConfig;
}

const LARGEST_SEED = 4_294_967_295;

/** The seeds of a race: consecutive from the first, around the end if need be. */
export function raceSeeds(first: number, count: number): number[] {
  return Array.from({ length: count }, (_, i) => (first + i) % (LARGEST_SEED + 1));
}

/** About a hundred measurements a race, on round steps. */
export function measurementInterval(steps: number): number {
  const least = steps / 125;
  for (let decade = 1; ; decade *= 10) {
    for (const factor of [1, 2, 5]) if (factor * decade >= least) return factor * decade;
  }
}

function datasetConfig(settings: RaceSettings, own: OwnDatasetConfig | undefined): DatasetConfig {
  const { dataset, size, noise } = settings;
  if (dataset === 'own') {
    if (!own) throw new Error('own data are chosen but none were given');
    return own;
  }
  const rows = size === 'auto' ? {} : { size };
  if (dataset === 'digits') return { name: dataset, ...rows };
  return { name: dataset, ...rows, ...(noise === 'auto' ? {} : { noise }) };
}

function shape(settings: RaceSettings, id: ActivationId, own?: OwnDatasetConfig): NetworkShape {
  const kind = dataKind(settings.dataset);
  const inputs = { images: 64, curve: 1, plane: 2 }[kind];
  const outputs = { images: 10, curve: 1, plane: own?.classes ?? 2 }[kind];
  const { depth, width, pieces, batchNorm } = settings;
  return { activation: id, inputs, outputs, depth, width, pieces, batchNorm };
}

function entry(settings: RaceSettings, id: ActivationId, own?: OwnDatasetConfig): Entry {
  const network = shape(settings, id, own);
  if (settings.budget === 'parameters') {
    const target = parameterCount({ ...network, activation: 'relu' });
    if (id === 'maxout' || id === 'glu' || id === 'gtu') {
      network.width = closestWidth(network, target);
    }
  }
  return { id, width: network.width, parameters: parameterCount(network) };
}

/** Everything a race runs; `own` is needed when own data are chosen. */
export function racePlan(settings: RaceSettings, own?: OwnDatasetConfig): RacePlan {
  const dataset = datasetConfig(settings, own);
  return {
    entries: settings.racers.map((id) => entry(settings, id, own)),
    seeds: raceSeeds(settings.seed, settings.seeds),
    interval: measurementInterval(settings.steps),
    config: ({ id, width }, seed) => ({
      seed,
      dataset,
      network: {
        hidden: Array.from({ length: settings.depth }, () => width),
        activation: {
          id,
          ...(id === 'maxout' ? { params: { pieces: settings.pieces } } : {}),
          ...(settings.shift === 0 ? {} : { shift: settings.shift }),
        },
        init: settings.init === 'recommended' ? 'auto' : settings.init,
        initScale: settings.initScale,
        batchNorm: settings.batchNorm,
        dropout: settings.dropout,
      },
      optimizer: {
        name: settings.optimizer,
        learningRate: settings.learningRate,
        weightDecay: settings.weightDecay,
        clipNorm: settings.clipNorm,
        ...(settings.slopeRate === 1 ? {} : { slopeRate: settings.slopeRate }),
      },
      batchSize: settings.batchSize,
    }),
  };
}
