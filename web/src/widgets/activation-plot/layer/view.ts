// A real layer under the curves: its pre-activations as histograms over the same x, with the share
// that lies where the function is flat.

import { html, nothing, type TemplateResult } from 'lit';
import type { ActivationId, ActivationInfo } from '../../../engine/types.ts';
import type { Messages } from '../../../i18n/language.ts';
import { LineChart, type Series } from '../../chart.ts';
import { button, slider } from '../../controls.ts';
import { formatNumber } from '../../format.ts';
import { outlineOf } from '../../histogram.ts';
import { curveClass, styleOf } from '../../palette.ts';
import { swatch } from '../../swatch.ts';
import type { Plot } from '../parts.ts';
import { PartWords } from '../words.ts';
import { type Flatness, flatness } from './flatness.ts';
import { MOST_NETWORKS, networksOf, shownLayer, trainingConfig } from './network.ts';
import { Networks } from './networks.ts';
import { layerStyles } from './styles.ts';

const CONTROLS = ['layer', 'depth', 'initScale', 'steps'] as const;
const STEPS_ON_TRACK = 10;
/** In decades. */
const SCALE_STEP = 0.05;
/** The darker fill of what lies where a function is flat. */
const FLAT_ALPHA = 0.5;

type Words = Messages['plotMore']['layer'];

interface Live {
  canvas: HTMLCanvasElement;
  chart: LineChart;
  detach: () => void;
  drawn: string;
}

export class LayerView {
  private readonly networks: Networks;
  private readonly words: PartWords;
  private live: Live | undefined;
  private flatness = new Map<ActivationId, { key: string; value: Flatness }>();

  constructor(private readonly plot: () => Plot) {
    this.words = new PartWords(plot);
    this.networks = new Networks(() => plot().changed());
    plot().root.adoptedStyleSheets.push(layerStyles.styleSheet!);
  }

  dispose(): void {
    this.networks.dispose();
    this.drop();
  }

  // Rendering.

  /** The histogram, to stand below the curves. */
  renderChart(): TemplateResult | typeof nothing {
    const { settings } = this.plot();
    const words = this.words.now?.layer;
    if (!words || settings.layer === 0) return nothing;
    const state = settings.steps > 0 ? words.trained(settings.steps) : words.fresh;
    const title = words.title(shownLayer(settings) + 1, settings.depth, state);
    return html`<figure class="chart">
      <figcaption><span>${title}</span><span>(${words.unit})</span></figcaption>
      <div class="frame strip" part="chart" role="img" aria-label=${title}>
        <canvas class="histogram" aria-hidden="true"></canvas>
      </div>
    </figure>`;
  }

  /** What it shows in words, and what can be changed. */
  renderDetails(): TemplateResult | typeof nothing {
    const plot = this.plot();
    const words = this.words.now?.layer;
    if (!words || plot.settings.layer === 0) return nothing;
    const { busy, problem } = this.networks;
    const { widget } = plot.messages;
    return html`<div class="layer" part="layer" aria-busy=${busy}>
      ${this.renderFindings(plot, words)}
      <p class="note" role="status">${busy ? words.working : words.note}</p>
      ${
        problem
          ? html`<p class="failure" role="alert">
              ${widget.loadFailed(problem)}
              ${button({ label: widget.retry, onClick: () => this.networks.retry() })}
            </p>`
          : nothing
      }
      ${this.renderControls(plot, words)}
    </div>`;
  }

  /** In words, for each function, how much of the layer is where it is flat. */
  private renderFindings({ settings, infos, messages }: Plot, words: Words): TemplateResult {
    const shown = networksOf(infos);
    const left = infos.filter((info) => !shown.includes(info));
    const reason = left.some(({ kind }) => kind !== 'elementwise')
      ? words.leftReason.several
      : words.leftReason.most(MOST_NETWORKS);
    const { layer, depth } = settings;
    return html`<ul class="findings">
        ${shown.map(
          (info) => html`<li class=${curveClass(info.id)} data-function=${info.id}>
            ${swatch(info.id)}<strong>${info.label}</strong><span>${this.finding(info, words)}</span>
          </li>`,
        )}
      </ul>
      ${
        left.length > 0
          ? html`<p class="note">
              ${words.left(left.map(({ label }) => label).join(messages.plot.listSeparator))}
              ${reason}
            </p>`
          : nothing
      }
      ${layer > depth ? html`<p class="note">${words.beyondDepth(layer, depth)}</p>` : nothing}`;
  }

  private finding(info: ActivationInfo, words: Words): string {
    const racer = this.networks.found.get(info.id);
    if (!racer) return words.working;
    const found = this.flatnessOf(info);
    if (!found) return words.diverged(racer.status.step);
    const share = `${formatNumber(100 * found.share, 3)} %`;
    const slope = words.slope(
      formatNumber(found.meanSlope, 2),
      formatNumber(found.largestSlope, 3),
    );
    return `${words.flat(share)}${this.plot().messages.plot.sentenceSeparator}${slope}`;
  }

  private renderControls(
    { settings, authored, messages, isHidden, isLocked, limits, set }: Plot,
    words: Words,
  ): TemplateResult | typeof nothing {
    const offered = CONTROLS.filter((name) => !isHidden(name));
    if (offered.length === 0) return nothing;
    return html`<div class="controls">
      ${offered.map((name) =>
        slider({
          label: words.controls[name],
          value: name === 'layer' ? shownLayer(settings) + 1 : settings[name],
          ...(name === 'layer' ? { min: 1, max: settings.depth } : limits(name)),
          step: name === 'steps' ? STEPS_ON_TRACK : name === 'initScale' ? SCALE_STEP : 1,
          logarithmic: name === 'initScale',
          disabled: isLocked(name),
          words: messages.widget.field,
          onInput: (value) => set({ [name]: name === 'initScale' ? value : Math.round(value) }),
        }),
      )}
      ${button({
        label: words.reset,
        onClick: () =>
          set({
            layer: authored.layer || 1,
            depth: authored.depth,
            initScale: authored.initScale,
            steps: authored.steps,
          }),
      })}
    </div>`;
  }

  // Drawing.

  /** Brings words, networks and chart in step with the figure. */
  sync(): void {
    const plot = this.plot();
    const { root, settings } = plot;
    if (settings.layer === 0) {
      this.dispose();
      return;
    }
    this.train(plot);
    const canvas = root.querySelector<HTMLCanvasElement>('canvas.histogram');
    if (!canvas) this.drop();
    else this.draw(canvas, plot);
  }

  private train({ settings, infos, params }: Plot): void {
    const shown = networksOf(infos);
    const configs = shown.map((info) => trainingConfig(settings, info, params(info)));
    const { steps } = settings;
    const key = JSON.stringify([configs, steps]);
    this.networks.want({ key, ids: shown.map(({ id }) => id), configs, steps });
  }

  /** Undefined for a network that has become non-finite. */
  private flatnessOf(info: ActivationInfo): Flatness | undefined {
    const { settings, params, engine } = this.plot();
    const racer = this.networks.found.get(info.id);
    const layer = racer?.metrics?.layers[shownLayer(settings)];
    if (!racer || racer.status.state === 'diverged' || !layer?.histogram) return undefined;
    const key = JSON.stringify([[...layer.histogram], layer.saturatedFraction, params(info)]);
    const known = this.flatness.get(info.id);
    if (known?.key === key) return known.value;
    const value = flatness(layer, (x) => engine.derivative(info.id, x, params(info)));
    this.flatness.set(info.id, { key, value });
    return value;
  }

  private draw(canvas: HTMLCanvasElement, plot: Plot): void {
    const { window, colors, cursor } = plot;
    const found = networksOf(plot.infos).flatMap((info) => {
      const value = this.flatnessOf(info);
      return value ? [{ info, value }] : [];
    });
    const seen = found.flatMap(({ value }) =>
      value.bins.filter(({ from, to }) => to > window.min && from < window.max),
    );
    const highest = Math.max(1, ...seen.map(({ percent }) => percent));
    const options = {
      x: { ...window, format: (x: number) => formatNumber(x, 6) },
      y: { min: 0, max: 1.08 * highest, size: plot.axisSize },
      zeroLines: true,
    };
    if (this.live?.canvas !== canvas) {
      this.drop();
      const chart = new LineChart(canvas, options, colors);
      const detach = plot.attach(canvas.parentElement!, chart);
      this.live = { canvas, chart, detach, drawn: '' };
    }
    const { live } = this;
    const ids = found.map(({ info }) => [info.id, this.flatness.get(info.id)!.key]);
    const key = JSON.stringify([options, ids, colors, canvas.parentElement!.clientWidth]);
    if (key !== live.drawn) {
      live.drawn = key;
      live.chart.setOptions(options);
      live.chart.setTheme(colors);
      live.chart.setSeries(found.flatMap(({ info, value }) => seriesOf(info, value, plot)));
    }
    live.chart.setCursor(Math.fround(cursor));
  }

  private drop(): void {
    this.live?.detach();
    this.live?.chart.dispose();
    this.live = undefined;
  }
}

function seriesOf({ id }: ActivationInfo, { bins, flat }: Flatness, { colors }: Plot): Series[] {
  const { light, dark, dash } = styleOf(id);
  const color = colors.dark ? dark : light;
  const common = { color, dash, width: 1.5, cursorY: Number.NaN };
  const area = (of: typeof bins) => ({
    lower: [
      { x: of[0]!.from, y: 0 },
      { x: of.at(-1)!.to, y: 0 },
    ],
    upper: outlineOf(of),
  });
  return [
    { ...common, id, points: outlineOf(bins), band: area(bins) },
    ...flat.map((part, i) => ({
      ...common,
      id: `${id} flat ${i}`,
      points: [],
      band: { ...area(part), alpha: FLAT_ALPHA },
    })),
  ];
}
