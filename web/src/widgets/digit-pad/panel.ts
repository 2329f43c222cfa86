// What is folded until wanted: the networks and their training.

import { html, nothing, type TemplateResult } from 'lit';
import { ACTIVATIONS } from '../../engine/catalog.ts';
import type { Messages } from '../../i18n/index.ts';
import { chips, slider } from '../controls.ts';
import { numberField } from '../number-field.ts';
import { curveClass } from '../palette.ts';
import { swatch } from '../swatch.ts';
import { type PadSettings, padSchema, type SettingKey } from './settings.ts';

export interface PanelHost {
  settings: PadSettings;
  messages: Messages;
  locked: (name: SettingKey) => boolean;
  hidden: (name: SettingKey) => boolean;
  change: (values: Partial<PadSettings>) => void;
}

/** How a slider moves; the settings themselves declare the limits. */
const SLIDERS = {
  depth: { step: 1 },
  width: { step: 1 },
  learningRate: { step: 0.05, logarithmic: true },
  steps: { step: 0.02, logarithmic: true },
} as const;
const NUMBERS = Object.keys(SLIDERS) as (keyof typeof SLIDERS)[];

export function renderPanel(host: PanelHost): TemplateResult {
  return html`<div class="controls">
    ${renderRacers(host)} ${NUMBERS.map((name) => renderNumber(host, name))} ${renderSeed(host)}
  </div>`;
}

function common({ messages, locked }: PanelHost, name: SettingKey) {
  const disabled = locked(name);
  const { label } = messages.digitPad.settings[name];
  return { label, disabled, ...(disabled ? { title: messages.widget.locked } : {}) };
}

function renderRacers(host: PanelHost): TemplateResult | typeof nothing {
  if (host.hidden('racers')) return nothing;
  const { minItems, maxItems } = padSchema.settings.racers;
  return chips({
    ...common(host, 'racers'),
    selected: host.settings.racers,
    options: ACTIVATIONS.map(({ id, label }) => ({
      value: id,
      label,
      accent: curveClass(id),
      swatch: swatch(id),
    })),
    minItems,
    maxItems,
    onChange: (racers) => host.change({ racers }),
  });
}

function renderNumber(host: PanelHost, name: keyof typeof SLIDERS) {
  if (host.hidden(name)) return nothing;
  const { settings, messages, change } = host;
  const { type, min, max } = padSchema.settings[name];
  return slider({
    ...common(host, name),
    ...SLIDERS[name],
    value: settings[name],
    min,
    max,
    words: messages.widget.field,
    onInput: (next) => change({ [name]: type === 'integer' ? Math.round(next) : next }),
  });
}

/** A number too large for a slider. */
function renderSeed(host: PanelHost): TemplateResult | typeof nothing {
  if (host.hidden('seed')) return nothing;
  const { settings, messages, change } = host;
  const { min, max } = padSchema.settings.seed;
  const { label, disabled } = common(host, 'seed');
  return html`<div class="control">
    <span class="control-label" aria-hidden="true">${label}</span>
    ${numberField({
      label,
      shown: String(settings.seed),
      min,
      max,
      whole: true,
      disabled,
      words: messages.widget.field,
      onChange: (seed) => change({ seed }),
    })}
  </div>`;
}
