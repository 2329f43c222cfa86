// The words of a figure for the values of its settings, as its own controls show them.

import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { Messages } from '../../i18n/language.ts';
import { SHARED_NAMES } from '../../widgets/schema.ts';

type Words = Readonly<Record<string, string>>;
type Choices = Readonly<Record<string, (messages: Messages) => Words>>;

const chartTitles = (charts: Readonly<Record<string, { title: string }>>): Words =>
  Object.fromEntries(Object.entries(charts).map(([name, { title }]) => [name, title]));

const CHOICES: Readonly<Record<string, Choices>> = {
  'activation-plot': {
    view: (m) => m.plot.views,
    layout: (m) => m.plot.layouts,
    axes: (m) => m.plot.axesChoices,
  },
  'dead-units': { mode: (m) => m.deadUnits.modes },
  'divergence-map': { dataset: (m) => m.divergenceMap.datasets },
  'gate-plot': { units: (m) => m.gatePlot.unitNames, show: (m) => m.gatePlot.quantities },
  'layer-flow': {
    init: (m) => m.layerFlow.inits,
    charts: (m) => chartTitles(m.layerFlow.charts),
  },
  'maxout-fit': {
    target: (m) => m.maxoutFit.targets,
    model: (m) => m.maxoutFit.models,
    init: (m) => m.maxoutFit.inits,
  },
  'slope-tracks': {
    mode: (m) => m.slopeTracks.modes,
    dataset: (m) => m.slopeTracks.choices,
    init: (m) => m.slopeTracks.choices,
  },
  'speed-meter': {
    variants: (m) => m.speedMeter.variants,
    work: (m) => m.speedMeter.works,
    scale: (m) => m.speedMeter.scales,
  },
  'training-race': {
    dataset: (m) => m.race.datasets,
    init: (m) => m.race.options.init,
    optimizer: (m) => m.race.options.optimizer,
    budget: (m) => m.race.options.budget,
    lossScale: (m) => m.race.options.lossScale,
    speed: (m) => m.race.options.speed,
    charts: (m) => m.race.charts as unknown as Words,
  },
  'zigzag-path': {
    inputs: (m) => m.zigzagPath.kinds,
    batch: (m) => m.zigzagPath.batches,
    rateUnit: (m) => m.zigzagPath.rateUnits,
  },
};

/** In the words of the figure, of the builder, or of the catalogue; as it is written failing those. */
export function valueLabel(
  figure: string,
  name: string,
  value: string,
  messages: Messages,
): string {
  const own = CHOICES[figure]?.[name]?.(messages)[value];
  if (own !== undefined) return own;
  const shared = SHARED_NAMES.includes(name) ? messages.builder.values : undefined;
  return (
    (shared as Words | undefined)?.[value] ??
    ACTIVATIONS.find(({ id }) => id === value)?.label ??
    value
  );
}
