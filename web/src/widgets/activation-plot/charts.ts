// Which charts the plot is made of, and their frames, captions and window buttons.

import { html, nothing, type TemplateResult } from 'lit';
import { repeat } from 'lit/directives/repeat.js';
import type { ActivationInfo } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import { button, checkbox } from '../controls.ts';
import { formatFloat32, formatNumber } from '../format.ts';
import { curveClass } from '../palette.ts';
import { swatch } from '../swatch.ts';
import { type ChartActions, pan, type Window, zoomWindow } from './interaction.ts';
import type { Reading } from './reading.ts';
import type { Which } from './sampling.ts';
import type { PlotSettings, View } from './settings.ts';

export interface ChartSpec {
  id: string;
  infos: readonly ActivationInfo[];
  which: readonly Which[];
}

const ZOOM_FACTOR = 1.5;
const PAN_SHARE = 0.25;
/** From this many panels on, they are laid out in more than two columns where there is room. */
const MANY_PANELS = 5;

export function chartSpecs(
  infos: readonly ActivationInfo[],
  layout: PlotSettings['layout'],
  view: View,
): ChartSpec[] {
  if (layout === 'panels') {
    const which: Which[] = view === 'f' || view === 'derivative' ? [view] : ['f', 'derivative'];
    return infos.map((info) => ({ id: info.id, infos: [info], which }));
  }
  if (view === 'split') {
    return [
      { id: 'f', infos, which: ['f'] },
      { id: 'derivative', infos, which: ['derivative'] },
    ];
  }
  return [{ id: 'f', infos, which: view === 'both' ? ['f', 'derivative'] : [view] }];
}

interface ChartsContext {
  messages: Messages;
  specs: readonly ChartSpec[];
  reading: readonly Reading[];
  cursor: number;
  window: Window;
  panels: boolean;
  view: View;
  /** Absent when the buttons are not shown. */
  actions: ChartActions | undefined;
  transport: (buttons: () => TemplateResult) => unknown;
  sweeping: boolean;
  /** Absent when the cursor's controls are not shown. */
  onSweep: (() => void) | undefined;
  /** Undefined where there are none to draw. */
  tangents: boolean | undefined;
  onTangents: (shown: boolean) => void;
  /** Whether a layer is shown below; undefined where this cannot be chosen. */
  layer: boolean | undefined;
  onLayer: (shown: boolean) => void;
  /** Shown between the charts and their buttons. */
  below: unknown;
}

export function renderCharts(context: ChartsContext): TemplateResult {
  const { specs, panels } = context;
  const frames = repeat(
    specs,
    (spec) => spec.id,
    (spec, index) => renderChart(spec, index === 0, context),
  );
  return html`
    <div class="grid ${panels && specs.length >= MANY_PANELS ? 'many' : ''}">${frames}</div>
    ${context.below}
    <div class="window" part="window">
      ${renderCursorControls(context)}
      ${context.actions?.setWindow ? renderWindow(context.actions, context.messages) : nothing}
    </div>
  `;
}

function renderChart(spec: ChartSpec, first: boolean, context: ChartsContext): TemplateResult {
  const { messages, panels, window, cursor, reading } = context;
  const { plot } = messages;
  const kind = spec.which.length > 1 ? 'both' : spec.which[0]!;
  const canvas = html`<canvas data-chart=${spec.id} aria-hidden="true"></canvas>`;
  const title = panels ? `${spec.infos[0]!.label}: ${plot.chartOf[kind]}` : plot.chartOf[kind];
  const focusCursor = (event: PointerEvent) => {
    const root = (event.currentTarget as HTMLElement).getRootNode() as ShadowRoot;
    root.querySelector<HTMLElement>('.frame[role="slider"]')?.focus({ preventScroll: true });
  };
  const words = reading
    .map((r) => plot.readingInWords(r.info.label, formatFloat32(r.f), formatFloat32(r.derivative)))
    .join(plot.sentenceSeparator);
  // One cursor serves all charts, so one of them takes the keys.
  const frame = first
    ? html`<div
        class="frame"
        part="chart"
        role="slider"
        tabindex="0"
        aria-label="${title}. ${plot.cursorLabel}"
        aria-valuemin=${window.min}
        aria-valuemax=${window.max}
        aria-valuenow=${cursor}
        aria-valuetext="x = ${formatFloat32(cursor)}; ${words}"
        @pointerdown=${focusCursor}
      >
        ${canvas}
      </div>`
    : html`<div class="frame" part="chart" role="img" aria-label=${title} @pointerdown=${focusCursor}>
        ${canvas}
      </div>`;
  return html`<figure class="chart">
    ${panels ? renderPanelCaption(spec, context) : renderCaption(kind, context)}${frame}
  </figure>`;
}

function renderCaption(kind: Which | 'both', { messages }: ChartsContext): TemplateResult {
  const { chartOf, thickness } = messages.plot;
  return html`<figcaption>
    <span>${chartOf[kind]}</span>${kind === 'both' ? html`<span>(${thickness})</span>` : nothing}
  </figcaption>`;
}

function renderPanelCaption(spec: ChartSpec, { reading }: ChartsContext): TemplateResult {
  const [info] = spec.infos as [ActivationInfo];
  const values = reading.find((r) => r.info.id === info.id)!;
  const shown = spec.which.map((which) => formatNumber(values[which], 4)).join(' · ');
  return html`<figcaption class=${curveClass(info.id)}>
    ${swatch(info.id)}<strong>${info.label}</strong><span class="number">${shown}</span>
  </figcaption>`;
}

function renderCursorControls(context: ChartsContext): TemplateResult {
  const { messages, sweeping, onSweep, tangents, onTangents } = context;
  const { plot } = messages;
  const sweep =
    onSweep &&
    context.transport(() =>
      button({
        label: sweeping ? plot.sweepPause : plot.sweepStart,
        primary: true,
        onClick: onSweep,
      }),
    );
  const shown = checkbox({
    label: plot.tangents,
    checked: tangents ?? false,
    onChange: onTangents,
  });
  const layer =
    context.layer === undefined
      ? nothing
      : checkbox({ label: plot.layer, checked: context.layer, onChange: context.onLayer });
  return html`${sweep ?? nothing}${onSweep && tangents !== undefined ? shown : nothing}${layer}`;
}

function renderWindow(actions: ChartActions, { plot }: Messages): TemplateResult {
  const zoom = (factor: number) => () => {
    const window = actions.window();
    const cursor = actions.cursor();
    const inside = cursor >= window.min && cursor <= window.max;
    const around = inside ? cursor : (window.min + window.max) / 2;
    actions.setWindow?.(zoomWindow(window, factor, around));
  };
  const touch = matchMedia('(pointer: coarse)').matches;
  const shift = (share: number) => () => pan(actions.window(), share, actions);
  return html`<span class="window-buttons">
      ${button({ label: plot.zoomIn, icon: '+', onClick: zoom(1 / ZOOM_FACTOR) })}
    ${button({ label: plot.zoomOut, icon: '−', onClick: zoom(ZOOM_FACTOR) })}
    ${button({ label: plot.panLeft, icon: '←', onClick: shift(-PAN_SHARE) })}
    ${button({ label: plot.panRight, icon: '→', onClick: shift(PAN_SHARE) })}
    ${button({ label: plot.resetZoom, onClick: () => actions.resetWindow?.() })}
    </span>
    <span class="hint">${touch ? plot.zoomHintTouch : plot.zoomHint}</span>`;
}
