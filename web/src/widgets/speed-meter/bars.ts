// The times as bars: a table whose rows are activations, each with a bar, its number and its ratio.

import { html, nothing, svg, type TemplateResult } from 'lit';
import { hasElements, type Variant, type Work } from '../../engine/speed/spec.ts';
import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { formatNumber, niceStep, ticks } from '../format.ts';
import { labelOf } from '../label.ts';
import { curveClass } from '../palette.ts';
import { swatch } from '../swatch.ts';
import type { SpeedResults, Spread } from './results.ts';
import { idsOf, type SpeedSettings, VARIANTS } from './settings.ts';

export interface BarsHost {
  settings: SpeedSettings;
  messages: Messages;
  results: SpeedResults | undefined;
  /** Whether there is room for few ticks only. */
  narrow: boolean;
}

export const percent = (share: number): string => `${formatNumber(100 * share, 2)} %`;

/** With as many digits as mean something. */
export function timeText(work: Work, nanoseconds: number, messages: Messages): string {
  const { nanoseconds: ns, microseconds: us } = messages.speedMeter;
  return work === 'step'
    ? us(formatNumber(nanoseconds / 1000, 3))
    : ns(formatNumber(nanoseconds, 2));
}

/** A step differs by little. */
export const ratioText = (work: Work, ratio: number): string =>
  formatNumber(ratio, work === 'step' ? 3 : 2);

/** Hidden values that a step of the network computes. */
export const elementsOf = ({ depth, width, batchSize }: SpeedSettings): number =>
  depth * width * batchSize;

interface Axis {
  /** Per cent of the width. */
  place: (nanoseconds: number) => number;
  ticks: { at: number; text: string }[];
}

const TICKS = { wide: 4, narrow: 2 } as const;
/** Where nothing is measured yet, the axis has to show something: nanoseconds. */
const EMPTY: Readonly<Record<Work, number>> = { value: 2, both: 2, step: 1e6 };

export function axisOf({ settings, results, narrow }: BarsHost): Axis {
  const { work, scale } = settings;
  const unit = work === 'step' ? 1000 : 1;
  const spreads = idsOf(settings)
    .flatMap((id) => settings.variants.map((variant) => results?.time(variant, id, work)))
    .filter((spread): spread is Spread => spread !== undefined);
  const most = Math.max(...spreads.map(({ high }) => high), 0) || EMPTY[work];
  if (scale === 'log') {
    const least = Math.min(...spreads.map(({ low }) => low), most / 10);
    const from = Math.floor(Math.log10(least / unit));
    const to = Math.max(from + 1, Math.ceil(Math.log10(most / unit)));
    const place = (ns: number) =>
      (100 * (Math.log10(Math.max(ns / unit, 10 ** from)) - from)) / (to - from);
    const decades = Array.from({ length: to - from + 1 }, (_, i) => 10 ** (from + i));
    return { place, ticks: decades.map((at) => ({ at: place(unit * at), text: short(at) })) };
  }
  const end = (1.02 * most) / unit;
  const place = (ns: number) => (100 * ns) / unit / end;
  return {
    place,
    ticks: ticks(0, end, niceStep(end, narrow ? TICKS.narrow : TICKS.wide)).map((at) => ({
      at: place(unit * at),
      text: short(at),
    })),
  };
}

const short = (value: number) => formatNumber(value, 3);

export function renderBars(host: BarsHost): TemplateResult {
  const { settings, messages } = host;
  const words = messages.speedMeter;
  const { work } = settings;
  const axis = axisOf(host);
  const variants = VARIANTS.filter((variant) => settings.variants.includes(variant));
  const ids = idsOf(settings);
  return html`<table class="bars" data-work=${work}>
    <caption>${words.workTitles[work]}</caption>
    <thead>
      <tr>
        <th scope="col"><span class="visually-hidden">${words.columns.activation}</span></th>
        <th scope="col" class="track">
          <span class="visually-hidden">${words.columns.bar}</span>
          <svg class="axis" width="100%" height="18" aria-hidden="true">
            ${axis.ticks.map(
              ({ at, text }, i) => svg`<text
                x="${at}%" y="13"
                text-anchor=${i === 0 ? 'start' : at > 92 ? 'end' : 'middle'}>${text}</text>`,
            )}
          </svg>
        </th>
        <th scope="col">${work === 'step' ? words.units.step : words.units.element}</th>
        <th scope="col" class="ratio">${words.columns.ratio}</th>
        ${work === 'step' ? html`<th scope="col">${words.columns.share}</th>` : nothing}
      </tr>
    </thead>
    ${ids.map(
      (id) => html`<tbody class=${curveClass(id)} data-activation=${id}>
        ${variants.map((variant, i) =>
          renderRow(host, axis, id, variant, i === 0 ? variants.length : 0),
        )}
      </tbody>`,
    )}
  </table>`;
}

/** `span`: rows of the activation, in the first of them. */
function renderRow(
  { settings, messages, results }: BarsHost,
  axis: Axis,
  id: ActivationId,
  variant: Variant,
  span: number,
): TemplateResult {
  const words = messages.speedMeter;
  const { work } = settings;
  const time = results?.time(variant, id, work);
  const ratio = results?.ratio(variant, id, work);
  const share = results?.shareOfStep(variant, id, elementsOf(settings));
  const unit = work === 'step' ? 1000 : 1;
  const number = time && formatNumber(time.median / unit, work === 'step' ? 3 : 2);
  return html`<tr data-variant=${variant}>
    ${
      span > 0
        ? html`<th scope="rowgroup" rowspan=${span}>${swatch(id)}<span>${labelOf(id)}</span></th>`
        : nothing
    }
    <td class="track">
      <span class="visually-hidden">${words.variants[variant]}</span>
      <svg width="100%" height="14" aria-hidden="true">
        ${axis.ticks.map(
          ({ at }) => svg`<line class="grid" x1="${at}%" x2="${at}%" y1="0" y2="14" />`,
        )}
        ${time ? renderBar(axis, time, variant) : nothing}
      </svg>
    </td>
    <td data-value="time">${number ?? words.none}</td>
    <td data-value="ratio">${ratio === undefined ? words.none : ratioText(work, ratio)}</td>
    ${
      work === 'step'
        ? html`<td>${share === undefined ? words.none : percent(share)}</td>`
        : nothing
    }
  </tr>`;
}

function renderBar({ place }: Axis, { median, low, high }: Spread, variant: Variant): unknown {
  return svg`<rect class="bar ${variant}" y="2" height="10" width="${place(median)}%" />
    <line class="middle" x1="${place(low)}%" x2="${place(high)}%" y1="7" y2="7" />`;
}

export function renderLegend({ settings, messages }: BarsHost): TemplateResult {
  const words = messages.speedMeter;
  return html`<ul class="legend">
    ${VARIANTS.filter((variant) => settings.variants.includes(variant)).map(
      (variant) => html`<li>
        <svg width="28" height="12" aria-hidden="true">
          <rect class="bar ${variant}" x="1" y="1" width="26" height="10" /></svg
        >${words.variants[variant]}
      </li>`,
    )}
    <li>
      <svg width="28" height="12" aria-hidden="true">
        <line class="middle" x1="2" x2="26" y1="6" y2="6" /></svg
      >${words.columns.bar}
    </li>
  </ul>`;
}

/** The activation that costs most by element, of those that have a time by element. */
export function slowest({ settings, results }: BarsHost): ActivationId | undefined {
  const [variant] = VARIANTS.filter((name) => settings.variants.includes(name));
  let worst: ActivationId | undefined;
  let most = 1;
  for (const id of idsOf(settings).filter(hasElements)) {
    const ratio = results?.ratio(variant!, id, 'value') ?? 0;
    if (ratio > most) [worst, most] = [id, ratio];
  }
  return worst;
}
