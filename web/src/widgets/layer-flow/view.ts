// The parts of the figure around the charts' canvases, and the findings in words.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import type { DataTable } from '../base.ts';
import { button, slider } from '../controls.ts';
import { formatNumber } from '../format.ts';
import { swatch } from '../swatch.ts';
import type { ChartBoard } from '../training-race/cards.ts';
import { percent, short, whole } from '../training-race/charts.ts';
import { type ChartContext, type ChartSpec, sampleOf } from './charts.ts';
import type { Lane } from './controller.ts';
import { backwardChange, type Change, forwardChange, rms } from './measures.ts';
import type { FlowSettings } from './settings.ts';

/** What a setting says of the networks, in a line. */
export function setupText(settings: FlowSettings, { layerFlow }: Messages): string {
  const { depth, width, init, initScale, learningRate, batchSize, batchNorm, clipNorm, seed } =
    settings;
  const { setup } = layerFlow;
  return [
    layerFlow.digits,
    `${depth} × ${width}`,
    layerFlow.inits[init] + (initScale === 1 ? '' : ` × ${formatNumber(initScale)}`),
    setup.rate(formatNumber(learningRate)),
    setup.batch(whole(batchSize)),
    ...(batchNorm ? [setup.batchNorm] : []),
    ...(clipNorm > 0 ? [setup.clipNorm(formatNumber(clipNorm))] : []),
    setup.seed(String(seed)),
  ].join(' · ');
}

/** Reads the charts at a layer under a pointer; undefined when it leaves. */
export type ReadLayer = (layer: number | undefined, keep: boolean) => void;

export function renderChart(spec: ChartSpec, board: ChartBoard, read: ReadLayer): TemplateResult {
  const { name, title, subtitle, readings, note, empty } = spec;
  const byLayer = name !== 'histogram';
  const at = (event: PointerEvent) => board.valueAt(name, event);
  return html`<section role="group" class="card half" data-chart=${name} aria-labelledby="title-${name}">
    <p class="card-title" id="title-${name}">${title}</p>
    <p class="subtitle">${subtitle}</p>
    ${
      empty
        ? html`<p class="status">${empty}</p>`
        : html`<div
      class="plot ${byLayer ? 'by-layer' : ''}"
      @pointermove=${byLayer ? (event: PointerEvent) => read(at(event), false) : nothing}
      @pointerdown=${byLayer ? (event: PointerEvent) => read(at(event), true) : nothing}
      @pointerleave=${byLayer ? () => read(undefined, false) : nothing}
    >
      <canvas data-plot=${name} role="img" aria-label="${title}: ${subtitle}"></canvas>
    </div>`
    }
    <ul class="readings">
      ${readings.map(
        ({ id, label, text }) => html`<li data-activation=${id}>
          ${swatch(id)}<span>${label}</span> ${text ? html`<b>${text}</b>` : nothing}
        </li>`,
      )}
    </ul>
    ${note ? html`<p class="note">${note}</p>` : nothing}
  </section>`;
}

export interface ReadersHost {
  context: ChartContext;
  latest: number;
  locked: boolean;
  setLayer: ((layer: number) => void) | undefined;
  /** Undefined: the latest. */
  setStep: (step: number | undefined) => void;
}

/** The layer and the step that all charts are read at. */
export function renderReaders(host: ReadersHost): TemplateResult {
  const { context, latest, locked, setLayer, setStep } = host;
  const { layerFlow: words, widget } = context.messages;
  const { step, layer, flow } = context;
  return html`<div class="readers">
    ${
      setLayer
        ? slider({
            label: words.readLayer,
            value: layer,
            min: 1,
            max: flow.settings.depth,
            step: 1,
            disabled: locked,
            words: widget.field,
            onInput: (value) => setLayer(Math.round(value)),
          })
        : nothing
    }
    <div class="reader">
      <label>
        <span>${words.readStep}</span>
        <input
          type="range"
          min="0"
          max=${latest}
          step="1"
          .value=${String(step)}
          ?disabled=${latest === 0}
          @input=${(event: Event) => setStep((event.target as HTMLInputElement).valueAsNumber)}
        />
      </label>
      <output aria-live="off">${whole(step)}</output>
      ${button({ label: words.latest, disabled: step === latest, onClick: () => setStep(undefined) })}
    </div>
  </div>`;
}

const numbersOf = ({ from, to, factor }: Change) => ({
  from: formatNumber(from, 3),
  to: formatNumber(to, 3),
  factor: Number.isFinite(factor) ? formatNumber(factor, 3) : '',
});

/** What the layers do to the signal and to the gradient. */
export function finding(context: ChartContext, lane: Lane): string {
  const { layerFlow: words } = context.messages;
  const label = context.label(lane.id);
  const sample = sampleOf(context, lane);
  if (!sample) return words.findings.diverged(label, whole(lane.run.status.step));
  const depth = formatNumber(context.flow.settings.depth);
  return words.sentences([
    words.findings.forward({ label, depth, ...numbersOf(forwardChange(sample)) }),
    words.findings.backward({ depth, ...numbersOf(backwardChange(sample)) }),
    words.findings.loss(short(sample.trainLoss), percent(sample.testAccuracy)),
  ]);
}

export function renderFindings(context: ChartContext): TemplateResult {
  return html`<ul class="findings">
    ${context.flow.lanes.map(
      (
        lane,
      ) => html`<li class=${sampleOf(context, lane) ? '' : 'trouble'} data-activation=${lane.id}>
        ${swatch(lane.id)}<span>${finding(context, lane)}</span>
      </li>`,
    )}
  </ul>`;
}

/** Every layer with all digits, at the step read. */
export function flowTable(context: ChartContext): DataTable {
  const { layerFlow: words } = context.messages;
  return {
    caption: words.table.caption(whole(context.step)),
    columns: words.table.columns,
    rows: context.flow.lanes.flatMap((lane) =>
      (sampleOf(context, lane)?.layers.slice(0, -1) ?? []).map((layer, i) => [
        context.label(lane.id),
        ...[
          i + 1,
          layer.activationMean,
          layer.activationStd,
          rms(layer),
          layer.outputGradientNorm,
          layer.gradientNorm,
          layer.saturatedFraction,
        ].map(String),
      ]),
    ),
  };
}
