// The parts of the figure around the charts, and the findings in words.

import { html, nothing, type TemplateResult } from 'lit';
import type { ActivationId } from '../../engine/types.ts';
import type { Messages } from '../../i18n/index.ts';
import type { DataTable } from '../base.ts';
import { button } from '../controls.ts';
import { formatNumber } from '../format.ts';
import { swatch } from '../swatch.ts';
import { percent, short, whole } from '../training-race/charts.ts';
import { type ChartContext, learned, preluOf, sampleOf, slopeText } from './charts.ts';
import { ROWS } from './draws.ts';
import { type SlopesSettings, slopesSchema } from './settings.ts';
import { meanOf, spreadOf } from './slopes.ts';

/** What a setting says of the networks, in a line. */
export function setupText(settings: SlopesSettings, { slopeTracks }: Messages): string {
  const { dataset, size, depth, width, init, startSlope } = settings;
  const { learningRate, slopeRate, batchSize, seed } = settings;
  const { setup, choices } = slopeTracks;
  return [
    choices[dataset],
    ...(size === slopesSchema.settings.size.default ? [] : [setup.size(whole(size))]),
    `${depth} × ${width}`,
    choices[init],
    setup.start(formatNumber(startSlope)),
    setup.rate(formatNumber(learningRate)),
    setup.slopeRate(formatNumber(slopeRate)),
    setup.batch(whole(batchSize)),
    setup.seed(String(seed)),
  ].join(' · ');
}

interface Finding {
  id: ActivationId;
  text: string;
  trouble?: true;
}

/** What has become of the slopes and of RReLU's draws, and whether all is finite. */
function findings(context: ChartContext): Finding[] {
  const { course, draws, messages } = context;
  const words = messages.slopeTracks.findings;
  const { mode } = course.settings;
  const layers = learned(context);
  const found: Finding[] = [];
  if (layers.length > 0) {
    const all = spreadOf(Float32Array.from(layers.flatMap((slopes) => [...slopes])));
    const [first, last] = [layers[0]!, layers.at(-1)!].map((slopes) => slopeText(meanOf(slopes)));
    const text =
      layers.length === 1
        ? words.single(first!, slopeText(all.min), slopeText(all.max))
        : words.learned({
            first: first!,
            last: last!,
            depth: formatNumber(layers.length),
            min: slopeText(all.min),
            max: slopeText(all.max),
          });
    found.push({ id: 'prelu', text });
  }
  if (mode === 'draws' && draws) {
    const { slopes, step } = draws.latest;
    const { min, max, mean } = spreadOf(slopes);
    found.push({
      id: 'rrelu',
      text: words.drawn({
        step: whole(step),
        count: whole(slopes.length),
        min: slopeText(min),
        max: slopeText(max),
        mean: mean.toFixed(4),
        test: draws.test.toFixed(4),
      }),
    });
  }
  for (const lane of course.lanes) {
    if (sampleOf(context, lane)) continue;
    const text = words.diverged(context.label(lane.id), whole(lane.run.status.step));
    found.push({ id: lane.id, text, trouble: true });
  }
  return found;
}

/** All that the figure shows, in sentences. */
export function inWords(context: ChartContext): string[] {
  const { findings: words } = context.messages.slopeTracks;
  const losses = context.course.lanes.flatMap((lane) => {
    const sample = sampleOf(context, lane);
    if (!sample) return [];
    const { trainLoss, testAccuracy } = sample;
    return [words.loss(context.label(lane.id), short(trainLoss), percent(testAccuracy))];
  });
  return [...findings(context).map(({ text }) => text), ...losses];
}

export function renderFindings(context: ChartContext): TemplateResult {
  return html`<ul class="findings">
    ${findings(context).map(
      ({ id, text, trouble }) => html`<li class=${trouble ? 'trouble' : ''} data-activation=${id}>
        ${swatch(id)}<span>${text}</span>
      </li>`,
    )}
  </ul>`;
}

export interface ReadersHost {
  context: ChartContext;
  latest: number;
  /** The slider of the layer, or of the unit. */
  which: unknown;
  /** Undefined: the latest. */
  setStep: (step: number | undefined) => void;
  drawAgain: () => void;
}

/** The layer or unit, and the step, that the charts are read at. */
export function renderReaders(host: ReadersHost): TemplateResult {
  const { context, latest, which, setStep, drawAgain } = host;
  const { step, course, draws } = context;
  const words = context.messages.slopeTracks;
  return html`<div class="readers">
    ${which}
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
    ${
      course.settings.mode === 'draws'
        ? html`<div class="reader">
            ${button({ label: words.drawAgain, disabled: !draws, onClick: drawAgain })}
            <span data-draws=${draws?.latest.step ?? 0}>
              ${draws ? words.drawnIn(whole(draws.latest.step)) : words.preparing}
            </span>
          </div>`
        : nothing
    }
  </div>`;
}

/** The slopes of every layer, or the draws of the unit read, with all digits. */
export function slopesTable(context: ChartContext): DataTable {
  const { course, draws, unit } = context;
  const { table, diverged } = context.messages.slopeTracks;
  if (course.settings.mode === 'draws') {
    const prelu = learned(context)[0]?.[unit - 1];
    return {
      caption: table.drawsCaption(formatNumber(unit), whole(draws?.latest.step ?? 0)),
      columns: table.drawsColumns,
      rows: draws
        ? Array.from({ length: ROWS }, (_, row) => [
            String(row + 1),
            String(draws.latest.slopes[row * draws.latest.width + unit - 1]),
            prelu === undefined ? diverged : String(prelu),
          ])
        : [],
    };
  }
  return {
    caption: table.caption(whole(sampleOf(context, preluOf(context))?.step ?? 0)),
    columns: table.columns,
    rows: learned(context).map((slopes, index) => {
      const { mean, min, lower, median, upper, max } = spreadOf(slopes);
      return [index + 1, mean, min, lower, median, upper, max].map(String);
    }),
  };
}
