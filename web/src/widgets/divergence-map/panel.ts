// The control bar and the settings that are folded until wanted.

import { html, nothing, type TemplateResult } from 'lit';
import type { Messages } from '../../i18n/index.ts';
import { button, chips, select, slider } from '../controls.ts';
import { curveClass, PALETTE_IDS } from '../palette.ts';
import { swatch } from '../swatch.ts';
import type { MapFill } from './fill.ts';
import { labelOf } from './grid.ts';
import { DATASETS, type MapSettings, mapSchema, type SettingKey } from './settings.ts';

export interface PanelHost {
  fill: MapFill;
  settings: MapSettings;
  messages: Messages;
  locked: (name: SettingKey) => boolean;
  hidden: (name: SettingKey) => boolean;
  change: (values: Partial<MapSettings>) => void;
}

export function renderTransport({ fill, messages }: PanelHost): TemplateResult {
  const words = messages.divergenceMap;
  const { phase, busy, done } = fill;
  const first = busy
    ? { label: words.pause, onClick: () => fill.pause() }
    : {
        label:
          { ready: words.start, finished: words.finished, failed: words.retry }[phase as string] ??
          words.resume,
        onClick: () => fill.play(),
      };
  return html`<div class="transport">
    ${button({ ...first, primary: true, disabled: phase === 'finished' })}
    ${button({
      label: words.cancel,
      disabled: !fill.cancellable,
      onClick: () => fill.cancel(),
    })}
    ${button({ label: words.reset, disabled: done === 0 && !busy, onClick: () => fill.reset() })}
  </div>`;
}

/** Sliders over all that is allowed could not be aimed: where theirs end; the field takes any. */
const RANGES: Partial<Record<SettingKey, { from?: number; to?: number }>> = {
  steps: { to: 1000 },
  batchSize: { to: 256 },
  seed: { to: 100 },
  goal: { to: 1 },
};
const RATES = ['rateFrom', 'rateTo'] as const;
const NUMBERS = [
  'perDecade',
  'seeds',
  'depth',
  'width',
  'steps',
  'batchSize',
  'pieces',
  'goal',
  'seed',
] as const;

export function renderMore(host: PanelHost): TemplateResult {
  const { settings, messages, change } = host;
  const words = messages.divergenceMap;
  return html`${
    host.hidden('activations')
      ? nothing
      : chips({
          ...common(host, 'activations'),
          selected: settings.activations,
          options: PALETTE_IDS.map((value) => ({
            value,
            label: labelOf(value),
            accent: curveClass(value),
            swatch: swatch(value),
          })),
          minItems: 1,
          onChange: (activations) => change({ activations }),
        })
  }
    <div class="controls">
      ${RATES.map((name) => renderNumber(host, name))}
      ${
        host.hidden('dataset')
          ? nothing
          : select({
              ...common(host, 'dataset'),
              value: settings.dataset,
              options: DATASETS.map((value) => ({ value, label: words.datasets[value] })),
              onChange: (dataset) => change({ dataset }),
            })
      }
      ${NUMBERS.map((name) => renderNumber(host, name))}
    </div>`;
}

function renderNumber(
  host: PanelHost,
  name: (typeof RATES)[number] | (typeof NUMBERS)[number],
): TemplateResult | typeof nothing {
  if (host.hidden(name)) return nothing;
  const { settings, messages, change } = host;
  const { min, max, type } = mapSchema.settings[name];
  const { from = min, to = max } = RANGES[name] ?? {};
  const value = settings[name];
  const rate = name === 'rateFrom' || name === 'rateTo';
  return slider({
    ...common(host, name),
    value,
    min: Math.min(value, from),
    max: Math.max(value, to),
    step: rate ? 0.25 : type === 'integer' ? 1 : 0.01,
    words: messages.widget.field,
    ...(rate ? { logarithmic: true } : {}),
    onInput: (next) => change({ [name]: next }),
  });
}

function common({ messages, locked }: PanelHost, name: SettingKey) {
  const disabled = locked(name);
  const { label } = messages.divergenceMap.settings[name];
  return { label, disabled, ...(disabled ? { title: messages.widget.locked } : {}) };
}
