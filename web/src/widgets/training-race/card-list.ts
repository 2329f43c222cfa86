// Which cards a race shows, and the views each of them offers.

import { html, nothing, type TemplateResult } from 'lit';
import { segmented } from '../controls.ts';
import type { Card } from './cards.ts';
import {
  accuracyChart,
  type ChartContext,
  gradientChart,
  learnedChart,
  learnsPieces,
  learnsSlopes,
  lossChart,
  type Tabs,
  unitsChart,
  whole,
} from './charts.ts';
import { dataKind } from './config.ts';
import {
  curveChart,
  curveInputs,
  type Outputs,
  renderBoundaries,
  renderMistakes,
} from './outputs.ts';
import type { ChartName, RaceSettings } from './settings.ts';

export interface CardHost {
  context: ChartContext;
  charts: readonly ChartName[];
  outputs: ReadonlyMap<string, Outputs>;
  /** Inputs of the fitted curves. */
  curve: Float32Array | undefined;
  choose: (tabs: Partial<Tabs>) => void;
  /** Undefined where the reader may not see it. */
  lossScale: { locked: boolean; set: (scale: RaceSettings['lossScale']) => void } | undefined;
}

/** In their order on the page; loss and accuracy come before what explains them. */
export function makeCards(host: CardHost): { first: Card[]; rest: Card[] } {
  const { context } = host;
  const { charts } = context.messages.race;
  const { lanes, dataset } = context;
  const shows = (name: ChartName) => host.charts.includes(name);
  const regression = dataset.classes === 0;
  const learned = shows('learned') ? learnedChart(context) : undefined;
  const size = learned ? 'third' : 'half';
  // A regression without held-out rows has neither an accuracy nor a test loss.
  const tested = !regression || dataset.trainCount < dataset.count;
  const first: (Card | false)[] = [
    shows('loss') && {
      name: 'loss',
      title: charts.loss,
      size: tested && shows('accuracy') ? 'half' : 'full',
      tabs: lossTabs(host),
      spec: lossChart(context),
    },
    shows('accuracy') &&
      tested && {
        name: 'accuracy',
        title: regression ? charts.testLoss : charts.accuracy,
        size: 'half',
        tabs: regression ? nothing : tabs(host, 'accuracy', ['test', 'train']),
        spec: accuracyChart(context),
      },
  ];
  const rest: (Card | false)[] = [
    shows('gradients') && {
      name: 'gradients',
      title: charts.gradients,
      size,
      tabs: tabs(host, 'gradients', ['layer', 'time']),
      spec: gradientChart(context),
    },
    shows('units') && {
      name: 'units',
      title: charts.units,
      size,
      tabs: html`${tabs(host, 'units', ['saturated', 'dead'])}
      ${tabs(host, 'unitsBy', ['time', 'layer'])}`,
      spec: unitsChart(context),
    },
    learned !== undefined && {
      name: 'learned',
      title: charts.learned,
      size: 'third',
      tabs:
        learnsSlopes(lanes) && learnsPieces(lanes)
          ? tabs(host, 'learned', ['slopes', 'shares'])
          : nothing,
      spec: learned,
    },
    shows('outputs') && outputsCard(host),
  ];
  const given = (card: Card | false): card is Card => card !== false;
  return { first: first.filter(given), rest: rest.filter(given) };
}

function outputsCard({ context, outputs, curve }: CardHost): Card {
  const { charts } = context.messages.race;
  const kind = dataKind(context.settings.dataset);
  const base = { name: 'outputs', size: 'full' } as const;
  const { settings, latest, step } = context;
  const hints = [
    ...(settings.seeds > 1 ? [charts.ofSeed(String(settings.seed))] : []),
    ...(step < latest ? [charts.ofLatest(whole(latest))] : []),
  ];
  const body = (content: unknown) =>
    html`${hints.length ? html`<p class="subtitle">${hints.join(' ')}</p>` : nothing}${content}`;
  if (kind === 'plane') {
    return { ...base, title: charts.boundaries, body: body(renderBoundaries(context)) };
  }
  if (kind === 'images') {
    return { ...base, title: charts.mistakes, body: body(renderMistakes(context, outputs)) };
  }
  const inputs = curve ?? curveInputs(context.dataset);
  return { ...base, title: charts.curves, spec: curveChart(context, outputs, inputs) };
}

function lossTabs({ context, lossScale }: CardHost): TemplateResult | typeof nothing {
  if (!lossScale) return nothing;
  const { settings, options } = context.messages.race;
  return segmented('loss-scale', {
    label: settings.lossScale.label,
    value: context.settings.lossScale,
    options: (['log', 'linear'] as const).map((value) => ({
      value,
      label: options.lossScale[value],
    })),
    disabled: lossScale.locked,
    onChange: lossScale.set,
  });
}

function tabs<K extends keyof Tabs>(
  { context, choose }: CardHost,
  name: K,
  values: readonly Tabs[K][],
): TemplateResult {
  const { charts } = context.messages.race;
  return segmented<Tabs[K]>(`tab-${name}`, {
    label: charts.view,
    value: context.tabs[name],
    options: values.map((value) => ({ value, label: charts.tabs[value] })),
    onChange: (value) => choose({ [name]: value } as Partial<Tabs>),
  });
}
